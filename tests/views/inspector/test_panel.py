"""The inspector shows where a number comes from, exactly, and lets it be followed."""

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QColor, QGuiApplication, QHelpEvent, QTextCursor, QTextDocument
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QLabel, QMenu, QToolButton, QToolTip

from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.model.session.selection import Cell, Selection, with_cell, with_line
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.inspector import InspectorPanel
from nnviz.views.inspector.page import Bar
from nnviz.views.theme import DARK, LIGHT

Shown = Callable[..., InspectorPanel]
CASE = QTextDocument.FindFlag.FindCaseSensitively


def session_at(name: str = "xor", updates: int = 160, lines: int = 9) -> Session:
    session = Session(find_scenario(name))
    session.step_update(updates)
    session.step_line(lines)
    return session


def moment(name: str = "xor", updates: int = 160, lines: int = 9) -> Snapshot:
    return session_at(name, updates, lines).snapshot()


def settle(panel: InspectorPanel, qtbot) -> None:
    """Let what was asked to be shown be written."""
    qtbot.waitUntil(lambda: not panel.is_waiting)


@pytest.fixture
def shown(qtbot) -> Shown:
    def show(
        snapshot: Snapshot | None, cell: Cell | None = None, theme=LIGHT, width: int = 380, height: int = 220
    ) -> InspectorPanel:
        panel = InspectorPanel(theme)
        qtbot.addWidget(panel)
        if snapshot is not None:
            panel.show_snapshot(snapshot)
            if cell is not None:
                panel.show_selection(with_cell(snapshot, Selection(), cell))
        panel.resize(width, height)
        panel.show()
        qtbot.waitExposed(panel)
        return panel

    return show


def text(panel: InspectorPanel) -> str:
    return panel.page_view.toPlainText()


def lines(panel: InspectorPanel) -> list[str]:
    return text(panel).splitlines()


def title(panel: InspectorPanel) -> str:
    texts = [panel.pin.text(), *(label.text() for label in panel.findChildren(QLabel))]
    # That of a cell that was clicked is in a chip, which lets go of it.
    return next(text.removeprefix("pinned ").removesuffix(" ×") for text in texts if "[" in text)


def place_of(panel: InspectorPanel, words: str) -> QPoint:
    """Find the middle of a text on the sheet."""
    cursor = panel.page_view.document().find(words)
    assert not cursor.isNull(), words
    end = panel.page_view.cursorRect(cursor).center()
    cursor.setPosition(cursor.selectionStart())
    start = panel.page_view.cursorRect(cursor).center()
    return QPoint((start.x() + end.x()) // 2, start.y())


def click_on(panel: InspectorPanel, words: str) -> None:
    QTest.mouseClick(
        panel.page_view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        place_of(panel, words),
    )


# What it shows -------------------------------------------------------------------------------------------------------


def test_that_a_hidden_delta_is_written_as_in_the_picture(shown) -> None:
    snapshot = moment()
    panel = shown(snapshot, Cell("delta1", 1, 1))
    assert title(panel) == "δ¹ [2, 2]"
    assert lines(panel)[:4] == [
        "δ¹₂₂ = W²₁₂ · δ²₁₂ · (1 − (a¹₂₂)²)",
        "= −1.537 · (−0.1494) · (1 − (−0.4840)²)",
        "= 0.2297 · 0.7657",
        f"= {float(snapshot.values['delta1'][1, 1])!r}",
    ]
    assert "Sample 2 pulls the output up" in lines(panel)[4]
    assert "So sample 2 pulls hidden unit 2 down, scaled by its slope 0.7657." in lines(panel)[4]


@pytest.mark.parametrize("name", shipped_scenarios())
@pytest.mark.sample(4)
@pytest.mark.slow
def test_that_every_cell_that_a_line_wrote_shows_its_exact_value(shown, name: str) -> None:
    snapshot = moment(name, 2, 0)
    panel = shown(snapshot)
    for line in snapshot.program:
        rows, columns = snapshot.shapes[line.writes]
        cell = Cell(line.writes, rows - 1, columns // 2)
        panel.hide()
        panel.show_selection(with_cell(snapshot, Selection(), cell))
        panel.show()  # shown again, it writes at once
        value = float(snapshot.values[cell.symbol][cell.row, cell.column])
        assert f"= {value!r}" in lines(panel)
        assert panel.page.value == value
        assert "%" not in text(panel)


def test_that_without_a_selection_it_follows_the_line_that_has_just_run(shown, qtbot) -> None:
    session = session_at(lines=1)
    panel = shown(session.snapshot())
    assert lines(panel)[0].startswith("z¹₁₂ = ")
    session.step_line(1)
    panel.show_snapshot(session.snapshot())
    settle(panel, qtbot)
    assert lines(panel)[0] == "a¹₁₂ = tanh(z¹₁₂)"


def test_that_a_clicked_line_is_explained(shown, qtbot) -> None:
    snapshot = moment()
    panel = shown(snapshot)
    panel.show_selection(with_line(snapshot, Selection(), 5))
    settle(panel, qtbot)
    assert lines(panel)[0] == "L = (ℓ₁ + ℓ₂ + ℓ₃ + ℓ₄) / m"


def test_that_the_loss_also_writes_out_the_loss_of_the_selected_sample(shown) -> None:
    snapshot = moment()
    panel = shown(None)
    panel.show_snapshot(snapshot)
    panel.show_selection(replace(with_cell(snapshot, Selection(), Cell("L", 0, 0)), sample=2))
    panel.hide()
    panel.show()
    written = "ℓ₃ = ln(1 + e^−|z²₁₃|) + (1 − y₁₃) · max(0, z²₁₃) + y₁₃ · max(0, −z²₁₃)"
    assert written in lines(panel)
    a = float(snapshot.values["A2"][0, 2])
    shown_loss = float(lines(panel)[lines(panel).index(written) + 2][2:])
    assert shown_loss == pytest.approx(-np.log(a), rel=1e-12)


def test_that_nothing_to_explain_says_what_to_do(shown) -> None:
    assert "click a number" in text(shown(moment(updates=0, lines=0)))
    assert "click a number" in text(shown(None))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_a_number_not_computed_yet_is_hatched_and_says_which_line_computes_it(shown, theme) -> None:
    panel = shown(moment(lines=8), Cell("delta1", 1, 1), theme)
    assert lines(panel)[0] == "δ¹₂₂ = W²₁₂ · δ²₁₂ · (1 − (a¹₂₂)²)"
    assert lines(panel)[1].strip() == "="
    assert "Not computed yet: run to line 9." in text(panel)
    assert not re.search(r"\d\.\d", text(panel))
    image = panel.page_view.viewport().grab().toImage()
    colours = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(18, 40)}
    assert theme.hatching in colours


def test_that_a_number_with_a_value_is_not_hatched(shown) -> None:
    panel = shown(moment(lines=9), Cell("delta1", 1, 1))
    image = panel.page_view.viewport().grab().toImage()
    colours = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    assert LIGHT.hatching not in colours


def test_that_data_is_known_before_any_line_and_says_that_it_is_data(shown, qtbot) -> None:
    snapshot = moment(updates=0, lines=0)
    panel = shown(snapshot, Cell("X", 1, 1))
    assert lines(panel)[0] == "x₂₂ = 1.0"
    assert lines(panel)[1] == "Input 2 of sample 2. It is data: no line computes it."
    panel.show_selection(with_cell(snapshot, Selection(), Cell("Y", 0, 2)))
    settle(panel, qtbot)
    assert lines(panel)[:2] == [
        "y₁₃ = 1.0",
        "What the output should be for sample 3. It is data: no line computes it.",
    ]


def test_that_scaled_data_say_what_they_were_before(shown):
    snapshot = moment("digits", updates=1, lines=2)
    scaled = snapshot.data.scaled
    assert scaled is not None
    row, column = (int(i) for i in np.argwhere(snapshot.values["X"] > 0)[0])
    panel = shown(snapshot, Cell("X", row, column))
    raw = int(scaled.raw[row, snapshot.batch[column]])
    assert f"Before scaling it is {raw}: ({raw} − 0) · 0.0625." in " ".join(lines(panel))


def test_that_a_parameter_says_where_its_value_is_from_and_what_changes_it(shown, qtbot) -> None:
    start = moment(updates=0, lines=0)
    cell = Cell("W1", 0, 1)
    panel = shown(start, cell)
    assert lines(panel)[:2] == [
        f"W¹₁₂ = {float(start.values['W1'][0, 1])!r}",
        "The weight from input 2 to hidden unit 1: its value at the start. Line 12 changes it.",
    ]
    panel.show_snapshot(moment(updates=160, lines=11))
    settle(panel, qtbot)
    assert "its value after update 160. Line 12 changes it." in text(panel)
    panel.show_snapshot(moment(updates=160, lines=12))
    settle(panel, qtbot)
    assert lines(panel)[0] == "W¹₁₂ ← W¹₁₂ − η · ∂L/∂W¹₁₂"
    assert re.search(r"this update (raised|lowered) it by 0\.\d+", text(panel))


def test_that_a_fixed_bias_says_that_it_is_not_trained(shown) -> None:
    panel = shown(moment("worked-example-2-3-1", 1, 0), Cell("b1", 0, 0))
    assert "It is not trained." in text(panel)


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        (Cell("Z1", 1, 1), "What hidden unit 2 adds up for sample 2"),
        (Cell("A1", 1, 1), "What hidden unit 2 passes on for sample 2."),
        (Cell("A2", 0, 1), "The network's answer for sample 2. It is 0.1494 below its target."),
        (Cell("delta2", 0, 1), "Sample 2 pulls the output up: a larger z would lower its loss."),
        (Cell("delta2", 0, 0), "Sample 1 pulls the output down: a larger z would raise its loss."),
        (Cell("dW2", 0, 1), "The loss rises with the weight from hidden unit 2 to the output"),
        (Cell("db2", 0, 0), "The loss rises with the bias of the output, so gradient descent lowers it."),
    ],
)
def test_that_the_words_say_what_the_number_means(shown, cell: Cell, says: str) -> None:
    snapshot = moment()
    panel = shown(snapshot, cell)
    assert says in text(panel)
    if cell.symbol.startswith("d") and "rises" in says:
        assert panel.page.value > 0


def test_that_a_unit_whose_slope_is_zero_says_that_nothing_passes_back(shown) -> None:
    snapshot = moment()
    flat = {**snapshot.values, "A1": np.ones((3, 4)), "delta1": np.zeros((3, 4))}
    panel = shown(replace(snapshot, values=flat), Cell("delta1", 1, 1))
    assert "The slope of hidden unit 2 is 0: nothing passes back through it." in text(panel)


def test_that_a_number_that_is_not_finite_says_whether_it_went_wrong_here(shown, qtbot) -> None:
    snapshot = moment()
    nan = np.full((1, 4), np.nan)
    here = replace(snapshot, values={**snapshot.values, "delta2": nan})
    panel = shown(here, Cell("delta2", 0, 0))
    assert "it went wrong in this line" in text(panel)
    panel.show_snapshot(replace(here, values={**here.values, "A2": nan}))
    settle(panel, qtbot)
    assert "follow that one" in text(panel)


def test_that_rows_swap_subscripts_and_the_place(shown, qtbot) -> None:
    snapshot = moment()
    panel = shown(snapshot, Cell("delta1", 2, 1))
    panel.show_convention("rows")
    settle(panel, qtbot)
    assert title(panel) == "δ¹ [2, 3]"
    assert lines(panel)[0] == "δ¹₂₃ = δ²₂ · W²₃ · (1 − (a¹₂₃)²)"


def test_that_a_scenario_opens_in_its_own_convention_and_names(shown, qtbot) -> None:
    snapshot = moment("worked-example-2-3-1", 1, 0)
    panel = shown(snapshot, Cell("Z2", 0, 0))
    assert lines(panel)[0] == "net2 = h₁₁ · V₁ + h₁₂ · V₂ + h₁₃ · V₃ + B2"
    panel.show_snapshot(replace(snapshot, own_labels=False))
    settle(panel, qtbot)
    assert lines(panel)[0].startswith("z² = a¹₁₁ · W²₁ + ")


def test_that_the_activation_is_written_out_unless_its_name_says_it_all(shown, qtbot) -> None:
    snapshot = moment()
    panel = shown(snapshot, Cell("A2", 0, 0))
    assert "σ(z) = 1 / (1 + e^−z)" in lines(panel)
    panel.show_selection(with_cell(snapshot, Selection(), Cell("A1", 0, 0)))
    settle(panel, qtbot)
    assert "tanh(z) =" not in text(panel)


def test_that_a_long_sum_says_how_many_terms_were_left_out_and_what_they_add_up_to(shown) -> None:
    snapshot = moment("planar-flower", 3, 0)
    panel = shown(snapshot, Cell("dW1", 0, 0))
    count = snapshot.values["X"].shape[1]
    left_out = re.search(r"… (\d+) more: (\S+)\)", text(panel))
    assert left_out is not None
    kept = [piece for piece in lines(panel)[1].replace("= (", "").split(" + ") if "more" not in piece]
    assert int(left_out[1]) == count - len(kept)


# Following -----------------------------------------------------------------------------------------------------------


def test_that_clicking_a_number_asks_for_its_cell(shown, qtbot) -> None:
    panel = shown(moment(), Cell("delta1", 1, 1))
    with qtbot.waitSignal(panel.cell_requested) as asked:
        click_on(panel, "−0.1494")
    assert asked.args == [Cell("delta2", 0, 1)]


def test_that_numbers_that_stand_in_no_cell_are_not_links(shown, qtbot) -> None:
    panel = shown(moment(), Cell("delta1", 1, 1))
    with qtbot.assertNotEmitted(panel.cell_requested):
        click_on(panel, "0.2297")
        click_on(panel, "W²₁₂")


def test_that_links_are_reached_and_followed_with_the_keyboard(shown, qtbot) -> None:
    panel = shown(moment(), Cell("delta1", 1, 1))
    panel.activateWindow()
    panel.page_view.setFocus()
    qtbot.waitUntil(panel.page_view.hasFocus)
    QTest.keyClick(panel.page_view, Qt.Key.Key_Tab)
    with qtbot.waitSignal(panel.cell_requested) as asked:
        QTest.keyClick(panel.page_view, Qt.Key.Key_Return)
    assert asked.args == [Cell("W2", 0, 1)]


def test_that_links_have_the_accent_colour(shown) -> None:
    panel = shown(moment(), Cell("delta1", 1, 1))
    cursor = panel.page_view.document().find("−0.1494")
    assert cursor.charFormat().foreground().color() == QColor(LIGHT.accent)
    cursor = panel.page_view.document().find("0.2297")
    assert cursor.charFormat().foreground().color() == QColor(LIGHT.text)


def test_that_a_links_tooltip_has_the_exact_number(shown) -> None:
    snapshot = moment()
    panel = shown(snapshot, Cell("delta1", 1, 1))
    place = place_of(panel, "−0.1494")
    viewport = panel.page_view.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QHelpEvent.Type.ToolTip, place, viewport.mapToGlobal(place)))
    assert f"δ²₁₂ = {float(snapshot.values['delta2'][0, 1])!r}" in QToolTip.text()


def follow(panel: InspectorPanel, snapshot: Snapshot) -> None:
    """Select what the inspector asks for, as the window does."""
    panel.cell_requested.connect(lambda cell: panel.show_selection(with_cell(snapshot, Selection(), cell)))


def test_that_the_way_is_written_over_the_sheet_and_leads_back(shown, qtbot) -> None:
    snapshot = moment()
    panel = shown(snapshot, Cell("delta1", 1, 1))
    follow(panel, snapshot)
    assert panel.breadcrumbs.isHidden()
    click_on(panel, "−0.1494")
    settle(panel, qtbot)
    click_on(panel, "0.8506")
    settle(panel, qtbot)
    assert panel.breadcrumbs.texts() == ("δ¹₂₂", "δ²₁₂", "a²₁₂")
    delta = float(snapshot.values["delta2"][0, 1])
    assert panel.breadcrumbs.link(1).toolTip() == f"δ²₁₂ = {delta!r}"
    panel.breadcrumbs.link(0).click()
    settle(panel, qtbot)
    assert lines(panel)[0].startswith("δ¹₂₂ = ")
    assert panel.breadcrumbs.isHidden()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_that_keys_and_a_button_go_back_as_in_a_browser(shown, qtbot, key, modifier) -> None:
    snapshot = moment()
    panel = shown(snapshot, Cell("delta1", 1, 1))
    follow(panel, snapshot)
    for number in ("−0.1494", "0.8506"):
        click_on(panel, number)
        settle(panel, qtbot)
    panel.activateWindow()
    panel.page_view.setFocus()
    qtbot.waitUntil(panel.page_view.hasFocus)
    QTest.keyClick(panel.page_view, key, modifier)
    settle(panel, qtbot)
    assert lines(panel)[0] == "δ²₁₂ = a²₁₂ − y₁₂"
    QTest.mouseClick(panel.breadcrumbs.back, Qt.MouseButton.LeftButton)
    settle(panel, qtbot)
    assert lines(panel)[0].startswith("δ¹₂₂ = ")
    QTest.keyClick(panel.page_view, key, modifier)  # there is nothing further back
    settle(panel, qtbot)
    assert lines(panel)[0].startswith("δ¹₂₂ = ")


def test_that_a_choice_made_elsewhere_begins_a_new_way(shown, qtbot) -> None:
    snapshot = moment()
    panel = shown(snapshot, Cell("delta1", 1, 1))
    follow(panel, snapshot)
    click_on(panel, "−0.1494")
    settle(panel, qtbot)
    assert not panel.breadcrumbs.isHidden()
    panel.show_selection(with_cell(snapshot, Selection(), Cell("Z1", 0, 0)))
    settle(panel, qtbot)
    assert panel.breadcrumbs.isHidden()


def test_that_a_way_through_what_is_no_more_is_forgotten(shown, qtbot) -> None:
    snapshot = moment("three-class-spiral", 1, 0)
    panel = shown(snapshot, Cell("delta3", 0, 0))
    follow(panel, snapshot)
    panel.page_view.target_requested.emit(Cell("A1", 0, 0))
    settle(panel, qtbot)
    assert not panel.breadcrumbs.isHidden()
    panel.show_snapshot(moment(lines=9))
    settle(panel, qtbot)
    assert panel.breadcrumbs.isHidden()


def test_that_a_long_way_is_elided_from_the_left_with_the_whole_in_a_tooltip(shown, qtbot) -> None:
    snapshot = moment()
    panel = shown(snapshot, Cell("X", 0, 0), width=220)
    follow(panel, snapshot)
    for symbol in ("Z1", "A1", "Z2", "A2", "delta2", "dW2", "W2"):
        panel.page_view.target_requested.emit(Cell(symbol, 0, 0))
        settle(panel, qtbot)
    shown_texts = panel.breadcrumbs.texts()
    assert shown_texts[0] == "…"
    assert shown_texts[-2:] == ("∂L/∂W²₁₁", "W²₁₁")
    whole = "x₁₁ › z¹₁₁ › a¹₁₁ › z²₁₁ › a²₁₁ › δ²₁₁ › ∂L/∂W²₁₁ › W²₁₁"
    assert whole in [label.toolTip() for label in panel.breadcrumbs.findChildren(QLabel)]
    panel.resize(700, 300)
    qtbot.waitUntil(lambda: len(panel.breadcrumbs.texts()) == 8)
    assert panel.breadcrumbs.width() <= panel.width()


def test_that_a_cell_says_which_lines_read_it_and_leads_there(shown, qtbot) -> None:
    panel = shown(moment(), Cell("A1", 1, 1), height=400)
    used = next(line for line in lines(panel) if line.startswith("Used by"))
    assert used.replace("\u00a0", " ") == ("Used by z²₁₂ (line 3) · ∂L/∂W²₁₂ (line 7) · δ¹₂₂ (line 9)")
    with qtbot.waitSignal(panel.cell_requested) as asked:
        click_on(panel, "∂L/∂W²₁₂")
    assert asked.args == [Cell("dW2", 0, 1)]


def test_that_of_many_cells_that_read_it_the_selected_sample_s_come_first(shown) -> None:
    snapshot = moment()
    panel = shown(snapshot)
    panel.hide()
    panel.show_selection(replace(with_cell(snapshot, Selection(), Cell("W2", 0, 1)), sample=2))
    panel.show()
    assert "Used by z²₁₃, z²₁₁, z²₁₂, … 4 in all (line 3)" in text(panel).replace("\u00a0", " ")


def test_that_from_the_data_the_loss_is_reached_by_following_what_reads_it(shown, qtbot) -> None:
    snapshot = moment()
    panel = shown(snapshot, Cell("X", 0, 1), height=500)
    follow(panel, snapshot)
    for name in ("z¹₁₂", "a¹₁₂", "z²₁₂", "L"):
        cursor = panel.page_view.document().find("Used by")
        cursor = panel.page_view.document().find(name, cursor.selectionEnd(), CASE)
        panel.page_view.setTextCursor(cursor)
        QTest.keyClick(panel.page_view, Qt.Key.Key_Return)
        settle(panel, qtbot)
    assert lines(panel)[0].startswith("L = ")
    assert panel.breadcrumbs.texts() == ("x₁₂", "z¹₁₂", "a¹₁₂", "z²₁₂", "L")


# Bars ----------------------------------------------------------------------------------------------------------------


def bars(panel: InspectorPanel) -> list[tuple[str, float, Bar]]:
    rows = [paragraph for paragraph in panel.page.paragraphs if paragraph.bar is not None]
    return [(row.spans[0].text, float(row.spans[1].tip), row.bar) for row in rows]


def click_bar(panel: InspectorPanel, number: int) -> None:
    place = panel.page_view.bar_place(number)
    bar = panel.page_view.verticalScrollBar()
    bar.setValue(bar.value() + place.y() - panel.page_view.viewport().height() // 2)
    QTest.mouseClick(
        panel.page_view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        panel.page_view.bar_place(number),
    )


def test_that_a_gradient_has_a_bar_for_each_sample_and_they_add_up_to_it(shown) -> None:
    snapshot = moment(lines=0)
    panel = shown(snapshot, Cell("dW2", 0, 1))
    assert [label for label, _, _ in bars(panel)] == [
        "sample 1 · class 0",
        "sample 2 · class 1",
        "sample 3 · class 1",
        "sample 4 · class 0",
    ]
    assert sum(value for _, value, _ in bars(panel)) == pytest.approx(snapshot.values["dW2"][0, 1], rel=1e-12)
    for _, value, bar in bars(panel):
        assert (bar.end > bar.begin) == (value > 0)
        assert 0 <= min(bar.begin, bar.end) <= max(bar.begin, bar.end) <= 1
    assert len({bar.begin for _, _, bar in bars(panel)}) == 1  # one zero for all


def test_that_clicking_a_bar_selects_its_sample_which_is_then_ringed(shown, qtbot) -> None:
    snapshot = moment(lines=0)
    panel = shown(snapshot, Cell("dW2", 0, 1))
    with qtbot.waitSignal(panel.sample_requested) as asked:
        click_bar(panel, 2)
    assert asked.args == [2]
    assert type(asked.args[0]) is int
    panel.show_selection(replace(with_cell(snapshot, Selection(), Cell("dW2", 0, 1)), sample=2))
    settle(panel, qtbot)
    assert [bar.is_ringed for _, _, bar in bars(panel)] == [False, False, True, False]
    panel.resize(380, 700)
    qtbot.wait(20)
    image = panel.page_view.viewport().grab().toImage()
    row = panel.page_view.bar_place(2).y()
    colours = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(row - 9, row + 9)}
    assert LIGHT.now_mark in colours


def test_that_a_bar_is_followed_with_the_keyboard(shown, qtbot) -> None:
    panel = shown(moment(lines=0), Cell("db2", 0, 0))
    panel.page_view.setTextCursor(panel.page_view.document().find("sample 4 · class 0"))
    with qtbot.waitSignal(panel.sample_requested) as asked:
        QTest.keyClick(panel.page_view, Qt.Key.Key_Return)
    assert asked.args == [3]


def test_that_a_term_s_bar_leads_to_its_cell(shown, qtbot) -> None:
    panel = shown(moment(lines=0), Cell("Z2", 0, 1))
    assert [label for label, _, _ in bars(panel)] == ["W²₁₁ · a¹₁₂", "W²₁₂ · a¹₂₂", "W²₁₃ · a¹₃₂", "b²"]
    with qtbot.waitSignal(panel.cell_requested) as asked:
        click_bar(panel, 1)
    assert asked.args == [Cell("A1", 1, 1)]


def test_that_bars_are_sorted_by_size_when_asked(shown, qtbot) -> None:
    snapshot = moment("planar-flower", 20, 0)
    panel = shown(snapshot, Cell("dW1", 0, 0), height=600)
    *parts, rest = bars(panel)
    assert rest[0] == f"… {400 - len(parts)} others together"
    assert sum(value for _, value, _ in [*parts, rest]) == pytest.approx(snapshot.values["dW1"][0, 0], rel=1e-9)
    click_on(panel, "by size")
    settle(panel, qtbot)
    sizes = [abs(value) for _, value, _ in bars(panel)[:-1]]
    assert sizes == sorted(sizes, reverse=True)
    click_on(panel, "in order")
    settle(panel, qtbot)
    assert bars(panel) == [*parts, rest]


def test_that_positive_bars_are_blue_and_negative_orange(shown) -> None:
    panel = shown(moment(lines=0), Cell("dW2", 0, 1), height=700)
    image = panel.page_view.viewport().grab().toImage()
    for number, (_, value, _) in enumerate(bars(panel)):
        y = panel.page_view.bar_place(number).y()
        colours = {image.pixelColor(x, y).name().upper() for x in range(image.width())}
        assert (LIGHT.positive in colours) == (value > 0)
        assert (LIGHT.negative in colours) == (value < 0)


# The chain rule ------------------------------------------------------------------------------------------------------


def test_that_a_gradient_has_its_chain_rule_for_the_selected_sample(shown, qtbot) -> None:
    snapshot = moment(lines=0)
    panel = shown(snapshot)
    panel.show_selection(replace(with_cell(snapshot, Selection(), Cell("dW1", 0, 0)), sample=2))
    settle(panel, qtbot)
    assert "Chain rule for sample 3" in lines(panel)
    assert "(they cancel)" in text(panel)
    plain_text = text(panel).replace("\u00a0", " ")
    assert "∂ℓ₃/∂W¹₁₁ = ∂ℓ₃/∂a²₁₃ · ∂a²₁₃/∂z²₁₃ · ∂z²₁₃/∂a¹₁₃ · ∂a¹₁₃/∂z¹₁₃ · ∂z¹₁₃/∂W¹₁₁" in plain_text


def test_that_a_line_that_breaks_the_chain_rule_is_reported(shown) -> None:
    snapshot = moment(lines=0)
    wrong = replace(snapshot, values={**snapshot.values, "delta2": -snapshot.values["delta2"]})
    panel = shown(wrong, Cell("dW1", 0, 0))
    assert "Line 6 has" in text(panel)
    panel = shown(snapshot, Cell("dW1", 0, 0))
    assert "Line 6 has" not in text(panel)


@pytest.mark.parametrize("name", shipped_scenarios())
@pytest.mark.slow
@pytest.mark.sample(6)
def test_that_the_program_of_every_scenario_keeps_to_the_chain_rule(shown, name: str) -> None:
    snapshot = moment(name, 2, 0)
    if not snapshot.program.computes_gradients:
        assert "Chain rule" not in text(shown(snapshot, Cell("W1", 0, 0)))
        return
    panel = shown(snapshot, Cell("dW1", 0, 0))
    assert "Chain rule" in text(panel)
    assert not re.search(r"Line \d+ has", text(panel))


def test_that_all_digits_are_written_when_asked(shown, qtbot) -> None:
    snapshot = moment()
    panel = shown(snapshot, Cell("delta1", 1, 1))
    panel.digits_button.click()
    settle(panel, qtbot)
    delta = float(snapshot.values["delta2"][0, 1])
    assert repr(delta).replace("-", "−") in lines(panel)[1]
    panel.digits_button.click()
    settle(panel, qtbot)
    assert lines(panel)[1] == "= −1.537 · (−0.1494) · (1 − (−0.4840)²)"


# Copying -------------------------------------------------------------------------------------------------------------


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def copied_array() -> np.ndarray:
    return eval(clipboard(), {"np": np})


def test_that_the_whole_symbol_is_copied_as_numpy_to_the_last_bit(shown, qtbot) -> None:
    snapshot = moment()
    panel = shown(snapshot, Cell("delta1", 1, 1))
    panel.activateWindow()
    panel.page_view.setFocus()
    qtbot.waitUntil(panel.page_view.hasFocus)
    QTest.keyClick(
        panel.page_view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert np.array_equal(copied_array(), snapshot.values["delta1"])
    panel.show_convention("rows")
    settle(panel, qtbot)
    QTest.keyClick(
        panel.page_view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert np.array_equal(copied_array(), snapshot.values["delta1"].T)


def test_that_the_button_copies_and_is_disabled_when_there_is_nothing(shown, qtbot) -> None:
    snapshot = moment()
    panel = shown(snapshot, Cell("X", 1, 1))
    button = next(button for button in panel.findChildren(QToolButton) if button.defaultAction())
    assert "X" in button.toolTip()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert np.array_equal(copied_array(), snapshot.values["X"])
    panel.show_selection(with_cell(snapshot, Selection(), Cell("dW1", 0, 0)))
    settle(panel, qtbot)
    assert not button.isEnabled()


def test_that_copy_takes_the_exact_number_and_a_selection_its_text(shown) -> None:
    snapshot = moment()
    panel = shown(snapshot, Cell("delta1", 1, 1))
    QTest.keyClick(panel.page_view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert float(clipboard()) == snapshot.values["delta1"][1, 1]
    cursor = panel.page_view.textCursor()
    cursor.setPosition(0)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    panel.page_view.setTextCursor(cursor)
    QTest.keyClick(panel.page_view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "δ¹₂₂ = W²₁₂ · δ²₁₂ · (1 − (a¹₂₂)²)"


def test_that_the_context_menu_offers_to_copy(shown, qtbot) -> None:
    snapshot = moment()
    panel = shown(snapshot, Cell("delta1", 1, 1))
    panel.page_view.customContextMenuRequested.emit(QPoint(20, 20))
    menu = next(child for child in panel.findChildren(QMenu) if child.isVisible())
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Copy text", "Copy number", "Copy as numpy", "Select all"]
    assert not menu.actions()[0].isEnabled()
    menu.actions()[1].trigger()
    assert float(clipboard()) == snapshot.values["delta1"][1, 1]
    menu.close()


# Running and room ----------------------------------------------------------------------------------------------------


def test_that_in_a_run_the_page_rests_and_then_shows_the_newest_moment(shown, qtbot) -> None:
    session = session_at()
    panel = shown(session.snapshot(), Cell("W1", 0, 0))
    settle(panel, qtbot)
    before = text(panel)
    panel.show_snapshot(session.snapshot())
    settle(panel, qtbot)
    for _ in range(20):
        session.step_update(1)
        panel.show_snapshot(session.snapshot())
    assert text(panel) == before  # nothing is written before the event loop runs
    settle(panel, qtbot)
    assert f"= {float(session.value('W1')[0, 0])!r}" in lines(panel)


def test_that_a_hidden_panel_writes_when_it_is_shown(shown, qtbot) -> None:
    session = session_at(lines=0)
    panel = shown(session.snapshot(), Cell("L", 0, 0))
    panel.hide()
    before = text(panel)
    session.step_update(5)
    panel.show_snapshot(session.snapshot())
    settle(panel, qtbot)
    assert text(panel) == before
    panel.show()
    assert f"= {float(session.value('L'))!r}" in lines(panel)


def test_that_a_page_that_says_the_same_keeps_the_selected_text(shown, qtbot) -> None:
    session = session_at()
    panel = shown(session.snapshot(), Cell("delta1", 1, 1))
    panel.page_view.selectAll()
    panel.show_snapshot(session.snapshot())
    settle(panel, qtbot)
    assert panel.page_view.textCursor().hasSelection()


def test_that_a_cell_that_the_next_program_lacks_is_replaced_by_the_lit_line(shown, qtbot) -> None:
    snapshot = moment("three-class-spiral", 1, 3)
    panel = shown(snapshot, Cell("delta3", 2, 0))
    panel.show_snapshot(moment("xor", 1, 5))  # before the controller has said what is selected now
    settle(panel, qtbot)
    assert lines(panel)[0].startswith("L = ")


def test_that_in_a_run_the_page_stays_scrolled_and_the_reached_link_keeps_the_keyboard(shown, qtbot) -> None:
    session = session_at(lines=0)
    panel = shown(session.snapshot(), Cell("dW1", 1, 0))
    panel.page_view.setTextCursor(panel.page_view.document().find("sample 4 · class 0"))
    panel.page_view.verticalScrollBar().setValue(150)
    session.step_update(3)
    panel.show_snapshot(session.snapshot())
    settle(panel, qtbot)
    assert panel.page_view.verticalScrollBar().value() == 150
    assert panel.page_view.textCursor().selectedText() == "sample 4 · class 0"


@pytest.mark.parametrize("width", [200, 260, 380, 700])
@pytest.mark.parametrize("cell", [Cell("W1", 0, 0), Cell("dW1", 0, 0), Cell("delta2", 0, 0)])
@pytest.mark.slow
def test_that_everything_is_within_the_panel_at_any_width(shown, width: int, cell: Cell) -> None:
    panel = shown(moment("three-class-spiral", 3, 0), cell, width=width, height=700)
    assert panel.page_view.document().size().width() <= panel.page_view.viewport().width() + 1
    assert panel.page_view.horizontalScrollBar().maximum() == 0


def test_that_a_cell_that_stays_selected_is_a_chip_that_lets_go_of_it(shown, qtbot) -> None:
    snapshot = moment()
    panel = shown(snapshot)
    assert not panel.pin.isVisible()
    panel.show_selection(with_cell(snapshot, Selection(), Cell("delta1", 1, 1)))
    qtbot.waitUntil(lambda: not panel.is_waiting)
    assert panel.pin.isVisible()
    assert panel.pin.text() == "pinned δ¹ [2, 2] ×"
    with qtbot.waitSignal(panel.release_requested):
        qtbot.mouseClick(panel.pin, Qt.MouseButton.LeftButton)
    panel.show_selection(with_line(snapshot, Selection(), 3))
    assert not panel.pin.isVisible()
