from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PyQt6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PyQt6.QtGui import QKeyEvent, QWheelEvent
from PyQt6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from nnviz.controller.controller import Controller
from nnviz.model.data import DATA_SETS, as_explicit
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.network import Layer
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.training_methods import METHODS
from nnviz.model.scenario.edit import with_hidden, with_hidden_units, with_optimiser
from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.scenario_changes import short_title
from nnviz.views.setup import SetupPanel
from nnviz.views.setup.hidden_row import units_of
from nnviz.views.setup.row import NumberRow, SetupRow
from nnviz.views.theme import DARK, LIGHT, Theme, apply_theme
from nnviz.views.widgets.choice_combo import ChoiceCombo
from nnviz.views.widgets.link import Link

Build = Callable[..., "Bench"]


class Bench:
    """A panel in a window, on a controller as in the app."""

    def __init__(self, scenario: Scenario, theme: Theme, width: int, height: int) -> None:
        self.controller = Controller(scenario)
        self.panel = SetupPanel(theme)
        self.asked: list[tuple[Scenario, str]] = []
        self.problems: list[str] = []
        self.panel.scenario_requested.connect(self._remember)
        self.panel.scenario_requested.connect(self.controller.editing.change_scenario)
        self.controller.snapshot_changed.connect(self.panel.show_snapshot)
        self.controller.problem_found.connect(self.problems.append)
        self.window = QWidget()
        apply_theme(self.window, theme)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.window.resize(width, height)

    def _remember(self, scenario: Scenario, text: str) -> None:
        self.asked.append((scenario, text))

    @property
    def scenario(self) -> Scenario:
        return self.controller.snapshot.scenario

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.asked]


@pytest.fixture
def build(qtbot) -> Iterator[Build]:
    benches = []
    font, colours = QApplication.font(), QApplication.palette()

    def make(scenario: Scenario | str = "xor", theme: Theme = LIGHT, width: int = 214, height: int = 700) -> Bench:
        bench = Bench(find_scenario(scenario) if isinstance(scenario, str) else scenario, theme, width, height)
        benches.append(bench)
        qtbot.addWidget(bench.window)
        with qtbot.waitExposed(bench.window):
            bench.window.show()
        bench.window.activateWindow()
        bench.controller.announce()
        QApplication.processEvents()
        return bench

    yield make
    QApplication.setFont(font)
    QApplication.setPalette(colours)


def enter(qtbot, field: QWidget, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type over what is in a field, and press a key."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, key)


def pick(qtbot, combo: ChoiceCombo, key: str) -> None:
    """Choose from the open list with the mouse."""
    combo.showPopup()
    view = combo.view()
    index = combo.model().index(combo.findData(key), 0)
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    combo.hidePopup()


def number(row: NumberRow):
    return row.field.line_edit()


def wheel(widget: QWidget) -> None:
    """Turn the wheel over a widget; as with a real one, a widget that ignores it leaves it to what is behind."""
    target: QWidget | None = widget
    accepted = False
    while target is not None and not accepted:
        event = QWheelEvent(
            QPointF(target.rect().center()),
            QPointF(target.mapToGlobal(target.rect().center())),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, event)
        accepted, target = event.isAccepted(), target.parentWidget()


class TestShowing:
    def test_that_xor_is_shown_as_it_is(self, build: Build) -> None:
        panel = build().panel
        assert panel.objectName() == "setup"
        assert panel.data.data_set.combo.shown_text() == "XOR, four points"
        assert panel.network.hidden.edit.text() == "3"
        assert panel.network.hidden_activation.combo.shown_text() == "tanh"
        assert panel.network.output_activation.combo.shown_text() == "σ"
        assert panel.objective.loss.combo.shown_text() == "binary cross-entropy"
        assert number(panel.training.learning_rate).text() == "0.42"
        assert panel.training.batch.combo.currentText() == "full, 4"
        assert panel.objective.train_biases.check.isChecked()

    @pytest.mark.slow
    @pytest.mark.parametrize("name", shipped_scenarios())
    @pytest.mark.sample(6)
    def test_that_showing_a_scenario_asks_for_nothing(self, build: Build, name: str) -> None:
        assert build(name).asked == []

    def test_that_what_a_scenario_has_no_use_for_is_left_out(self, build: Build) -> None:
        panel = build("xor").panel
        assert panel.data.samples.isHidden()
        assert panel.training.order.isHidden()
        assert panel.network.generator.isHidden()
        assert not panel.objective.rate.control().isEnabled()
        panel = build("planar-flower").panel
        assert not panel.data.samples.isHidden()
        assert not panel.network.generator.isHidden()
        panel = build("worked-example-2-3-1").panel
        assert panel.data.noise.isHidden()
        assert panel.data.data_set.combo.currentText() == "explicit samples"
        assert panel.network.weights.combo.currentText() == "given numbers"
        assert panel.network.weights_number.isHidden()

    @pytest.mark.parametrize("kind", METHODS)
    @pytest.mark.slow
    @pytest.mark.sample(5)
    def test_that_an_optimiser_shows_its_own_numbers_and_no_others(self, build: Build, kind: str) -> None:
        training = build(with_optimiser(find_scenario("xor"), kind)).panel.training
        shown = {name for name, row in training.settings.items() if not row.isHidden()}
        assert shown == {setting.name for setting in METHODS[kind].settings}
        searches = kind in STRATEGIES
        assert training.learning_rate.isHidden() == training.batch.isHidden() == searches

    def test_that_every_optimiser_setting_has_a_field(self, build: Build) -> None:
        known = {setting.name for row in METHODS.values() for setting in row.settings}
        assert set(build().panel.training.settings) == known

    def test_that_the_same_scenario_again_touches_nothing(self, build: Build) -> None:
        bench = build()
        field = number(bench.panel.training.learning_rate)
        field.setFocus()
        field.setText("0.")
        bench.controller.stepping.step_update()
        assert field.text() == "0."

    def test_that_another_change_leaves_what_is_being_typed(self, build: Build) -> None:
        bench = build()
        rate, hidden = number(bench.panel.training.learning_rate), bench.panel.network.hidden.edit
        rate.setText("0.")
        hidden.setText("3, ")
        bench.controller.editing.change_scenario(replace(bench.scenario, train_biases=False), "")
        assert not bench.panel.objective.train_biases.check.isChecked()
        assert (rate.text(), hidden.text()) == ("0.", "3, ")

    def test_that_the_text_is_in_the_persons_language_and_can_be_folded(self, qtbot, build: Build) -> None:
        scenario = find_scenario("xor")
        about = build(scenario).panel.about
        assert about.text.text() == scenario.text["en"]
        qtbot.mouseClick(about.fold, Qt.MouseButton.LeftButton)
        assert about.text.isHidden()
        before = QLocale()
        QLocale.setDefault(QLocale("zh_CN"))
        try:
            assert build(scenario).panel.about.text.text() == scenario.text["zh_CN"]
        finally:
            QLocale.setDefault(before)
        assert build(replace(scenario, text={})).panel.about.isHidden()


class TestChanging:
    def test_that_return_enters_a_number_once_and_names_it_for_undo(self, qtbot, build: Build) -> None:
        bench = build()
        enter(qtbot, number(bench.panel.training.learning_rate), "1/2")
        assert bench.texts == ["Learning rate 0.5"]
        assert bench.scenario.optimiser.learning_rate == 0.5
        assert bench.controller.run_state.undo == "Learning rate 0.5"
        qtbot.keyClick(number(bench.panel.training.learning_rate), Qt.Key.Key_Tab)
        assert len(bench.asked) == 1
        bench.controller.editing.undo()
        assert number(bench.panel.training.learning_rate).text() == "0.42"

    def test_that_up_doubles_the_learning_rate(self, qtbot, build: Build) -> None:
        bench = build()
        qtbot.keyClick(number(bench.panel.training.learning_rate), Qt.Key.Key_Up)
        assert bench.scenario.optimiser.learning_rate == 0.84

    def test_that_a_percentage_is_a_share(self, qtbot, build: Build) -> None:
        bench = build("circle")
        enter(qtbot, number(bench.panel.data.noise), "7")
        enter(qtbot, number(bench.panel.data.test_share), "30")
        assert (bench.scenario.data.noise, bench.scenario.data.test_share) == (0.07, 0.3)
        assert bench.texts == ["Noise 7 %", "Test share 30 %"]
        assert number(bench.panel.data.noise).text() == "7"

    def test_that_a_data_set_brings_its_outputs_and_says_so(self, qtbot, build: Build) -> None:
        bench = build()
        pick(qtbot, bench.panel.data.data_set.combo, "three-class-spiral")
        change = "Data set spiral, three classes"
        assert bench.texts == [f"{change} (with it: 3 outputs, softmax, categorical cross-entropy)"]
        assert number(bench.panel.network.outputs).text() == "3"
        assert bench.panel.network.output_activation.combo.chosen_key() == "softmax"
        assert bench.panel.objective.loss.combo.chosen_key() == "categorical-cross-entropy"

    def test_that_a_change_of_given_numbers_says_that_they_are_drawn_now(self, qtbot, build: Build) -> None:
        bench = build("worked-example-2-3-1")
        enter(qtbot, bench.panel.network.hidden.edit, "4")
        assert bench.texts == ["Hidden layers 4 (with it: initial numbers drawn instead of given)"]

    @pytest.mark.slow
    @pytest.mark.parametrize(
        ("name", "row", "key"),
        [
            ("xor", "network.hidden_activation", "relu"),
            ("xor", "network.output_activation", "tanh"),
            ("xor", "network.weights", "he"),
            ("xor", "network.biases", "normal"),
            ("planar-flower", "network.generator", "default"),
            ("xor", "objective.loss", "hinge"),
            ("xor", "training.optimiser", "adam"),
            ("xor", "objective.penalty", "l2"),
            ("spiral", "training.order", "fixed"),
        ],
    )
    @pytest.mark.sample(4)
    def test_that_each_choice_is_asked_for_and_shown(self, qtbot, build: Build, name: str, row: str, key: str) -> None:
        bench = build(name)
        section, field = row.split(".")
        choice = getattr(getattr(bench.panel, section), field)
        before = bench.scenario
        pick(qtbot, choice.combo, key)
        assert len(bench.asked) == 1
        assert bench.problems == []
        assert bench.scenario is bench.asked[0][0]
        assert bench.scenario != before
        if not choice.isHidden():
            assert choice.combo.chosen_key() == key

    @pytest.mark.parametrize(
        ("row", "text", "read"),
        [
            ("network.outputs", "2", lambda scenario: scenario.layers[-1].units == 2),
            ("network.seed", "9", lambda scenario: scenario.initial.seed == 9),
            ("network.weights_number", "0.5", lambda scenario: scenario.initial.weights.parameter == 0.5),
            ("data.test_share", "25", lambda scenario: scenario.data.test_share == 0.25),
        ],
    )
    @pytest.mark.slow
    def test_that_each_number_is_asked_for(self, qtbot, build: Build, row: str, text: str, read) -> None:
        bench = build()
        section, field = row.split(".")
        enter(qtbot, number(getattr(getattr(bench.panel, section), field)), text)
        assert len(bench.asked) == 1
        assert read(bench.scenario)

    def test_that_samples_and_their_seed_are_asked_for(self, qtbot, build: Build) -> None:
        bench = build("circle")
        enter(qtbot, number(bench.panel.data.samples), "60")
        enter(qtbot, number(bench.panel.data.seed), "12")
        assert (bench.scenario.data.samples, bench.scenario.data.seed) == (60, 12)
        assert bench.controller.snapshot.data.n_samples == 60

    def test_that_an_optimisers_number_and_the_penaltys_rate_are_asked_for(self, qtbot, build: Build) -> None:
        bench = build("sine")
        enter(qtbot, number(bench.panel.training.settings["mu"]), "0.5")
        pick(qtbot, bench.panel.objective.penalty.combo, "l1")
        enter(qtbot, number(bench.panel.objective.rate), "0.01")
        assert bench.texts == ["μ 0.5", "Penalty L1", "λ 0.01"]
        assert (bench.scenario.optimiser.settings["mu"], bench.scenario.penalty.rate) == (0.5, 0.01)

    def test_that_biases_can_be_left_alone(self, qtbot, build: Build) -> None:
        bench = build()
        qtbot.mouseClick(bench.panel.objective.train_biases.check, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
        assert bench.texts == ["Stop training the biases"]
        assert not bench.scenario.train_biases

    def test_that_new_weights_are_those_of_the_next_seed_and_samples_stay(self, qtbot, build: Build) -> None:
        bench = build("circle")
        seed, samples = bench.scenario.seed, bench.controller.snapshot.data.X
        before = bench.controller.snapshot.values["W1"]
        qtbot.mouseClick(bench.panel.network.new_weights, Qt.MouseButton.LeftButton)
        assert bench.texts == [f"New weights, seed {seed + 1}"]
        assert (bench.controller.snapshot.values["W1"] != before).any()
        assert (samples == bench.controller.snapshot.data.X).all()

    def test_that_new_samples_keep_the_network(self, qtbot, build: Build) -> None:
        bench = build("circle")
        bench.controller.stepping.step_update()
        learned, samples = bench.controller.snapshot.values["W1"], bench.controller.snapshot.data.X
        qtbot.mouseClick(bench.panel.data.new_samples, Qt.MouseButton.LeftButton)
        assert (samples != bench.controller.snapshot.data.X).any()
        assert (bench.controller.snapshot.values["W1"] == learned).all()

    def test_that_a_seed_without_effect_is_not_offered(self, build: Build) -> None:
        bench = build("xor")
        assert not bench.panel.data.new_samples.isEnabled()
        assert bench.panel.data.seed.isHidden()
        assert not build("worked-example-2-3-1").panel.network.new_weights.isEnabled()


class TestHiddenLayers:
    @pytest.mark.parametrize(
        ("text", "units"),
        [("3", (3,)), ("8, 8", (8, 8)), ("8 4;2", (8, 4, 2)), ("8，8,", (8, 8)), ("", ()), ("  ", ())],
    )
    def test_that_sizes_are_read_as_people_type_them(self, text: str, units: tuple[int, ...]) -> None:
        assert units_of(text) == units

    @pytest.mark.parametrize("text", ["x", "0", "-3", "2.5", "8, 5000", "8, x", "1,000", "1,050"])
    def test_that_other_texts_are_not_sizes(self, text: str) -> None:
        with pytest.raises(ValueError):  # noqa: PT011 - its text is not for people
            units_of(text)

    def test_that_typed_sizes_are_taken_and_written_out_evenly(self, qtbot, build: Build) -> None:
        bench = build()
        enter(qtbot, bench.panel.network.hidden.edit, "8,4")
        assert bench.scenario.layers == (Layer(8, "tanh"), Layer(4, "tanh"), Layer(1, "sigmoid"))
        assert bench.panel.network.hidden.edit.text() == "8, 4"
        assert bench.texts == ["Hidden layers 8, 4"]
        enter(qtbot, bench.panel.network.hidden.edit, "")
        assert bench.scenario.layers == (Layer(1, "sigmoid"),)
        assert bench.texts[-1] == "Hidden layers none"
        assert not bench.panel.network.hidden_activation.combo.isEnabled()

    def test_that_the_same_sizes_typed_otherwise_ask_for_nothing(self, qtbot, build: Build) -> None:
        bench = build(with_hidden_units(find_scenario("xor"), [8, 4]))
        enter(qtbot, bench.panel.network.hidden.edit, "8 4")
        assert bench.asked == []
        assert bench.panel.network.hidden.edit.text() == "8, 4"

    def test_that_a_wrong_text_stays_with_the_reason_until_escape(self, qtbot, build: Build) -> None:
        bench = build()
        edit = bench.panel.network.hidden.edit
        enter(qtbot, edit, "3, x")
        assert (bench.asked, edit.text()) == ([], "3, x")
        reported = [
            label for label in bench.panel.findChildren(QLabel) if label.isVisible() and "commas" in label.text()
        ]
        assert len(reported) == 1
        qtbot.keyClick(edit, Qt.Key.Key_Escape)
        assert edit.text() == "3"
        assert reported[0].isHidden()

    def test_that_layers_of_different_activations_open_the_editor(self, build: Build) -> None:
        scenario = with_hidden(find_scenario("xor"), [Layer(4, "relu"), Layer(3, "tanh")])
        network = build(scenario).panel.network
        assert network.hidden_activation.combo.currentText() == "mixed"
        assert [row.units.value() for row in network.hidden.editor.rows] == [4, 3]
        assert [row.activation.chosen_key() for row in network.hidden.editor.rows] == ["relu", "tanh"]
        assert network.hidden.editor.isVisible()
        assert not build().panel.network.hidden.editor.isVisible()

    def test_that_layers_are_changed_added_and_removed_one_by_one(self, qtbot, build: Build) -> None:
        bench = build()
        hidden = bench.panel.network.hidden
        qtbot.mouseClick(hidden.per_layer, Qt.MouseButton.LeftButton)
        enter(qtbot, hidden.editor.rows[0].units.line_edit(), "5")
        qtbot.mouseClick(hidden.editor.add, Qt.MouseButton.LeftButton)
        pick(qtbot, hidden.editor.rows[1].activation, "relu")
        assert bench.scenario.layers[:-1] == (Layer(5, "tanh"), Layer(5, "relu"))
        qtbot.mouseClick(hidden.editor.rows[0].remove, Qt.MouseButton.LeftButton)
        assert bench.scenario.layers[:-1] == (Layer(5, "relu"),)
        assert bench.texts == ["Layer 1: 5", "Add a layer", "Layer 2: ReLU", "Remove layer 1"]
        assert len(hidden.editor.rows) == 1


class TestBatch:
    @pytest.mark.parametrize(("text", "size"), [("2", 2), ("full", "full"), ("FULL, 4", "full"), ("1", 1)])
    @pytest.mark.slow
    def test_that_a_size_is_typed(self, qtbot, build: Build, text: str, size: object) -> None:
        scenario = find_scenario("xor")
        bench = build(replace(scenario, batch=replace(scenario.batch, size=3)))
        enter(qtbot, bench.panel.training.batch.combo.lineEdit(), text)
        assert bench.scenario.batch.size == size
        assert len(bench.asked) == 1

    def test_that_a_size_is_chosen_from_the_list(self, qtbot, build: Build) -> None:
        bench = build("circle")
        combo = bench.panel.training.batch.combo
        combo.setCurrentIndex(combo.findText("32"))
        combo.activated.emit(combo.currentIndex())
        assert bench.scenario.batch.size == 32
        assert bench.texts == ["Batch 32"]
        assert not bench.panel.training.order.isHidden()

    def test_that_what_is_not_a_size_is_reported_beneath(self, qtbot, build: Build) -> None:
        bench = build()
        edit = bench.panel.training.batch.combo.lineEdit()
        enter(qtbot, edit, "0")
        assert bench.asked == []
        assert bench.panel.training.batch.error_label().isVisible()
        qtbot.keyClick(edit, Qt.Key.Key_Escape)
        assert edit.text() == "full, 4"

    def test_that_full_says_how_many_samples_that_is(self, build: Build) -> None:
        bench = build("spiral")
        text = bench.panel.training.batch.text_of("full")
        assert text == f"full, {len(bench.controller.snapshot.data.train)}"


class TestRefusal:
    @pytest.fixture
    def snapshot(self) -> Snapshot:
        return Session(find_scenario("xor")).snapshot()

    def refusing(self, qtbot, snapshot: Snapshot) -> SetupPanel:
        panel = SetupPanel(LIGHT)
        qtbot.addWidget(panel)
        panel.scenario_requested.connect(lambda scenario, text: panel.show_snapshot(snapshot))
        panel.show_snapshot(snapshot)
        return panel

    def test_that_fields_fall_back_when_the_same_snapshot_comes_again(self, qtbot, snapshot: Snapshot) -> None:
        panel = self.refusing(qtbot, snapshot)
        enter(qtbot, number(panel.training.learning_rate), "5")
        enter(qtbot, panel.network.hidden.edit, "7")
        enter(qtbot, panel.training.batch.combo.lineEdit(), "2")
        pick(qtbot, panel.training.optimiser.combo, "adam")
        qtbot.mouseClick(panel.objective.train_biases.check, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
        assert number(panel.training.learning_rate).text() == "0.42"
        assert panel.network.hidden.edit.text() == "3"
        assert panel.training.batch.combo.currentText() == "full, 4"
        assert panel.training.optimiser.combo.chosen_key() == "gradient-descent"
        assert panel.objective.train_biases.check.isChecked()

    def test_that_a_number_out_of_range_is_not_asked_for(self, qtbot, build: Build) -> None:
        bench = build()
        row = bench.panel.training.learning_rate
        enter(qtbot, number(row), "-1")
        assert bench.asked == []
        assert row.error_label().isVisible()
        assert row.error_label().width() > row.width()
        qtbot.keyClick(number(row), Qt.Key.Key_Escape)
        assert number(row).text() == "0.42"

    def test_that_what_cannot_be_run_is_greyed_with_the_reason(self, build: Build) -> None:
        panel = build("sine").panel
        for row, key in ((panel.objective.loss, "hinge"), (panel.network.output_activation, "softmax")):
            option = row.combo.option(key)
            assert not option.enabled
            assert not row.combo.model().item(row.combo.findData(key)).isEnabled()
            assert option.help

    @pytest.mark.slow
    @pytest.mark.parametrize("name", shipped_scenarios())
    @pytest.mark.sample(1)
    def test_that_every_choice_that_is_offered_can_be_run(self, build: Build, name: str) -> None:
        bench = build(name)
        start = bench.scenario
        for section in (bench.panel.data, bench.panel.network, bench.panel.training):
            for combo in section.findChildren(ChoiceCombo):
                for key in [combo.itemData(index) for index in range(combo.count())]:
                    if combo.findData(key) >= 0 and combo.option(key).enabled and key != combo.chosen_key():
                        combo.setCurrentIndex(combo.findData(key))
                        combo.activated.emit(combo.currentIndex())
                        bench.controller.editing.change_scenario(start, "")
        assert bench.problems == []


class TestHelp:
    def rows(self, panel: SetupPanel) -> list[SetupRow]:
        return [row for row in panel.findChildren(SetupRow) if not row.isHidden()]

    @pytest.mark.slow
    @pytest.mark.parametrize("name", shipped_scenarios())
    @pytest.mark.sample(3)
    def test_that_every_setting_says_what_it_is_and_whether_it_keeps_the_network(self, build: Build, name: str) -> None:
        for row in self.rows(build(name).panel):
            tip = row.control().toolTip()
            assert row.words.help.split("“")[0][:20].replace("'", "&#x27;") in tip
            assert ("keeps the network" in tip) or ("restarts the network" in tip) or "Outputs" in row.words.name
            assert row.is_marked() == ("restarts the network" in tip)
            assert row.control().accessibleName() or row.control().accessibleDescription()

    def test_that_the_mark_is_where_the_network_restarts(self, build: Build) -> None:
        panel = build().panel
        marked = {row.words.name for row in self.rows(panel) if row.is_marked()}
        assert {"Hidden layers", "Outputs", "Initial weights", "Initial biases", "Seed of the weights"} <= marked
        assert not marked & {"Learning rate", "Loss", "Optimiser", "Batch", "Noise", "Hidden activation", "Data set"}

    def test_that_each_data_set_says_whether_it_keeps_the_network(self, build: Build) -> None:
        combo = build().panel.data.data_set.combo
        for name in DATA_SETS:
            if name != "xor":
                kept = "keeps the network" in combo.option(name).help
                assert kept is (name not in ("sine", "three-class-spiral", "digits", "mnist"))

    def test_that_a_range_is_in_the_tooltip(self, build: Build) -> None:
        panel = build("circle").panel
        assert "A whole number from 2 to 100 000" in panel.data.samples.control().toolTip()
        assert "from 0 to 90" in panel.data.test_share.control().toolTip()

    def test_that_titles_lose_their_formula_in_a_closed_field(self) -> None:
        assert short_title("binary cross-entropy −Σ[y ln a + (1−y) ln(1−a)]") == "binary cross-entropy"
        assert short_title("L1: λ Σ|w|") == "L1"
        assert all(short_title(row.title) for row in (*LOSSES.values(), *ACTIVATIONS.values()))


class TestKeysAndWheel:
    def test_that_tab_goes_from_top_to_bottom(self, qtbot, build: Build) -> None:
        bench = build("three-class-spiral", height=2000)
        scenario = with_hidden(bench.scenario, [Layer(4, "relu"), Layer(3, "tanh")])
        bench.controller.editing.change_scenario(with_optimiser(with_optimiser(scenario, "momentum"), "adam"), "")
        QApplication.processEvents()
        bench.panel.training.tab_stops()[0].setFocus(Qt.FocusReason.TabFocusReason)
        visited = []
        while (now := QApplication.focusWidget()) is not None and now not in visited:
            visited.append(now)
            qtbot.keyClick(now, Qt.Key.Key_Tab)
        places = [widget.mapTo(bench.window, QPoint(0, 0)) for widget in visited]
        lines = [(place.y() // 12, place.x()) for place in places]
        assert len(visited) > 25
        assert lines == sorted(lines)

    def test_that_the_wheel_changes_a_list_only_while_it_has_the_keyboard(self, build: Build) -> None:
        bench = build()
        for combo in (bench.panel.objective.loss.combo, bench.panel.training.batch.combo):
            wheel(combo)
        assert bench.asked == []
        combo = bench.panel.training.optimiser.combo
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        wheel(combo)
        assert bench.texts == ["Optimiser momentum"]

    def test_that_the_wheel_over_a_field_scrolls_the_panel(self, build: Build) -> None:
        bench = build(height=400)
        bar = bench.panel.body().verticalScrollBar()
        before = bar.value()
        for row in (bench.panel.data.data_set.combo, number(bench.panel.data.noise)):
            wheel(row)
        assert bar.value() > before
        assert bench.asked == []

    def test_that_a_click_on_a_list_leaves_the_keyboard_where_it_is(self, qtbot, build: Build) -> None:
        bench = build()
        field = number(bench.panel.data.noise)
        field.setFocus()
        pick(qtbot, bench.panel.training.optimiser.combo, "adam")
        assert QApplication.focusWidget() is field

    def test_that_space_is_kept_from_the_windows_shortcut_while_focused(self, build: Build) -> None:
        panel = build().panel
        for widget in (panel.objective.loss.combo, panel.objective.train_biases.check, panel.network.new_weights):
            event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
            event.ignore()
            QApplication.sendEvent(widget, event)
            assert event.isAccepted()


class TestLayout:
    @pytest.mark.slow
    @pytest.mark.parametrize("theme", [LIGHT, DARK, LIGHT.scaled(1.4)], ids=["light", "dark", "presentation"])
    @pytest.mark.parametrize("name", ["xor", "three-class-spiral", "worked-example-2-3-1", "planar-flower"])
    @pytest.mark.sample(4)
    def test_that_nothing_is_cut_off_or_covered(self, build: Build, name: str, theme: Theme) -> None:
        bench = build(name, theme, theme.px(214), theme.px(700))
        scroll = bench.panel.body()
        assert not scroll.horizontalScrollBar().isVisible()
        assert scroll.widget().width() <= scroll.viewport().width()
        assert bench.window.width() == theme.px(214)
        bar = scroll.verticalScrollBar()
        edge = bar.mapTo(bench.window, QPoint(0, 0)).x() if bar.isVisible() else bench.window.width()
        rows = [row for row in bench.panel.findChildren(SetupRow) if row.isVisible()]
        for row in rows:
            assert row.mapTo(bench.window, QPoint(row.width(), 0)).x() <= edge
        halves = {row.width() for row in rows if not row.wide}
        assert max(halves) - min(halves) <= 1

    def test_that_a_link_is_not_elided_where_there_is_room(self, build: Build) -> None:
        for link in build().panel.findChildren(Link):
            if link.isVisible():
                assert link.shown_text() == link.text()

    def test_that_fields_stay_as_wide_when_the_scroll_bar_comes(self, build: Build) -> None:
        tall, low = build(height=1600), build(height=400)
        assert not tall.panel.body().verticalScrollBar().isVisible()
        assert low.panel.body().verticalScrollBar().isVisible()
        assert tall.panel.data.data_set.width() == low.panel.data.data_set.width()

    def test_that_a_long_choice_is_elided_with_the_whole_in_the_tooltip(self, build: Build) -> None:
        combo = build("playground", width=180).panel.network.biases.combo
        assert combo.shown_text().endswith("…")
        assert "constant" in combo.toolTip()

    def test_that_given_biases_are_named_in_half_a_line(self, build: Build) -> None:
        combo = build("worked-example-2-3-1").panel.network.biases.combo
        assert combo.shown_text() == "given"
        assert "given numbers" in combo.toolTip()

    def test_that_no_field_is_cut_off_however_narrow_the_panel_is_made(self, build: Build) -> None:
        panel = build(width=60).panel
        field = panel.data.noise.field.line_edit()
        assert field.mapTo(panel, field.rect().bottomRight()).x() < panel.width() / 2
        assert panel.minimumSizeHint().width() > 2 * field.minimumSizeHint().width()


def test_that_samples_edited_by_hand_are_shown_as_explicit_until_a_data_set_is_chosen(qtbot, build: Build) -> None:
    bench = build("circle")
    edited = replace(bench.scenario, data=as_explicit(bench.controller.snapshot.data))
    bench.controller.editing.change_scenario(edited, "Move sample 1")
    combo = bench.panel.data.data_set.combo
    assert combo.currentText() == "explicit samples"
    pick(qtbot, combo, "moons")
    assert bench.scenario.data.kind == "moons"
    assert combo.findData("explicit") == -1
