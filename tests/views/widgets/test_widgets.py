from collections.abc import Callable, Iterator

import pytest
from PyQt6.QtCore import QEvent, QObject, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QGuiApplication
from PyQt6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from nnviz.views.theme import DARK, LIGHT, Theme, apply_theme, metrics
from nnviz.views.translation import translate_model
from nnviz.views.widgets import ElidedLabel, Legend, NoticeBar, NumberField, SegmentedControl

CHOICES = [("weights", "weights"), ("gradients", "gradients"), ("change", "last change")]


class LayoutRequests(QObject):
    """Records whether a widget has been asked to lay out its children again."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.has_come = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        self.has_come |= event is not None and event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def shown(qtbot) -> Iterator[Callable[..., None]]:
    windows = []

    def show(*widgets: QWidget) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        apply_theme(window, LIGHT)
        row = QHBoxLayout(window)
        for widget in widgets:
            row.addWidget(widget)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()

    font, colours = QApplication.font(), QApplication.palette()
    yield show
    QApplication.setFont(font)
    QApplication.setPalette(colours)


class TestSegmentedControl:
    @pytest.fixture
    def control(self, shown) -> SegmentedControl:
        control = SegmentedControl(LIGHT)
        control.set_choices(CHOICES)
        shown(control)
        return control

    def segments(self, control: SegmentedControl) -> list[QAbstractButton]:
        return control.findChildren(QAbstractButton)

    def test_that_a_click_chooses_one_and_says_so_once(self, qtbot, control: SegmentedControl) -> None:
        said: list[str] = []
        control.chosen.connect(said.append)
        for _ in range(2):
            qtbot.mouseClick(self.segments(control)[1], Qt.MouseButton.LeftButton)
        assert said == ["gradients"]
        assert control.chosen_key() == "gradients"
        assert [segment.isChecked() for segment in self.segments(control)] == [False, True, False]

    def test_that_choosing_by_program_is_silent(self, control: SegmentedControl) -> None:
        said: list[str] = []
        control.chosen.connect(said.append)
        control.choose("change")
        assert (control.chosen_key(), said) == ("change", [])
        with pytest.raises(KeyError):
            control.choose("biases")

    def test_that_arrow_keys_choose(self, qtbot, control: SegmentedControl) -> None:
        first = self.segments(control)[0]
        first.setFocus()
        with qtbot.waitSignal(control.chosen) as heard:
            qtbot.keyClick(first, Qt.Key.Key_Right)
        assert heard.args == ["gradients"]

    def test_that_a_click_does_not_take_the_keyboard(self, qtbot, shown) -> None:
        control, field = SegmentedControl(LIGHT), NumberField(LIGHT)
        control.set_choices(CHOICES)
        shown(field, control)
        field.setFocus()
        qtbot.mouseClick(self.segments(control)[2], Qt.MouseButton.LeftButton)
        assert control.chosen_key() == "change"
        assert field.line_edit().hasFocus()

    def test_that_new_labels_keep_what_is_chosen(self, control: SegmentedControl) -> None:
        control.choose("gradients")
        control.set_choices([("weights", "权重"), ("gradients", "梯度"), ("change", "上次变化")])
        assert control.chosen_key() == "gradients"
        assert [segment.text() for segment in self.segments(control)] == ["权重", "梯度", "上次变化"]

    def test_that_other_choices_fall_back_to_the_first(self, control: SegmentedControl) -> None:
        control.choose("gradients")
        control.set_choices([("1", "Layer 1"), ("2", "Layer 2")])
        assert control.chosen_key() == "1"

    @pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
    def test_that_the_chosen_segment_is_filled(self, shown, theme: Theme) -> None:
        control = SegmentedControl(theme)
        control.set_choices(CHOICES)
        shown(control)
        chosen, other = self.segments(control)[:2]
        assert chosen.grab().toImage().pixelColor(3, chosen.height() // 2) == QColor(theme.chosen)
        assert other.grab().toImage().pixelColor(3, other.height() // 2) != QColor(theme.chosen)


class TestElidedLabel:
    def test_that_a_text_that_does_not_fit_is_elided_with_the_full_text_in_the_tooltip(self, qtbot) -> None:
        label = ElidedLabel("a text that is longer than the label is wide")
        qtbot.addWidget(label)
        label.resize(80, 20)
        label.show()
        assert label.shown_text().endswith("…")
        assert label.toolTip() == label.text()
        label.resize(800, 20)
        assert label.shown_text() == label.text()
        assert label.toolTip() == ""

    def test_that_its_own_tooltip_comes_back_when_the_text_fits(self, qtbot) -> None:
        label = ElidedLabel("short")
        qtbot.addWidget(label)
        label.setToolTip("help")
        label.resize(4, 20)
        label.show()
        assert label.toolTip() == "short"
        label.resize(400, 20)
        assert label.toolTip() == "help"

    @pytest.mark.parametrize(
        ("policy", "asked"), [(QSizePolicy.Policy.Ignored, False), (QSizePolicy.Policy.Preferred, True)]
    )
    def test_that_only_one_whose_width_follows_its_text_asks_for_another_layout(
        self, qtbot, shown, policy: QSizePolicy.Policy, asked: bool
    ) -> None:
        label = ElidedLabel("a text")
        label.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
        shown(label)
        QApplication.processEvents()
        window = LayoutRequests(label.window())
        label.setText("another text")
        QApplication.processEvents()
        assert window.has_come is asked
        assert label.text() == "another text"
        assert (label.accessibleName() or QLabel.text(label)) == "another text"


class TestLegend:
    def test_that_it_cuts_no_sign_off_where_it_has_too_little_room(self, qtbot):
        legend = Legend(LIGHT)
        qtbot.addWidget(legend)
        legend.show_signed(0.0015)
        legend.resize(legend.sizeHint() - QSize(20, 0))
        image = legend.grab().toImage()
        assert {image.pixel(x, image.height() // 2) for x in range(image.width())} == {image.pixel(0, 0)}

    @pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
    def test_that_the_bar_goes_from_orange_over_neutral_to_blue(self, qtbot, theme: Theme) -> None:
        legend = Legend(theme)
        qtbot.addWidget(legend)
        legend.show_signed(2.5)
        legend.resize(legend.sizeHint())
        image, bar = legend.grab().toImage(), legend.bar()
        y = round(bar.center().y())
        for x, expected in (
            (bar.left() + 4, theme.negative),
            (bar.center().x(), theme.zero),
            (bar.right() - 5, theme.positive),
        ):
            seen, wanted = image.pixelColor(round(x), y), QColor(expected)
            assert abs(seen.red() - wanted.red()) < 24
            assert abs(seen.blue() - wanted.blue()) < 24

    def test_that_its_size_does_not_depend_on_its_numbers(self, qtbot) -> None:
        legend = Legend(LIGHT)
        qtbot.addWidget(legend)
        legend.show_signed(2.8803)
        size = legend.sizeHint()
        assert legend.ends() == ("−2.88", "2.88")
        legend.show_signed(1e-7)
        assert legend.sizeHint() == size
        legend.show_probability()
        assert legend.ends() == ("0", "1")

    @pytest.mark.parametrize(
        ("scale", "text"),
        [
            (0.0002, "2e−4"),
            (0.00015, "1.5e−4"),
            (0.015, "0.015"),
            (8000.0, "8000"),
            (1.5e12, "1.5e12"),
            (2e-300, "2e−300"),
        ],
    )
    def test_that_both_ends_are_whole_with_their_sign(self, qtbot, scale, text):
        legend = Legend(LIGHT)
        qtbot.addWidget(legend)
        legend.show_signed(scale)
        legend.resize(legend.sizeHint())
        assert legend.ends() == (f"−{text}", text)
        assert QFontMetrics(legend.font()).horizontalAdvance(f"−{text}") <= legend.bar().left() - LIGHT.px(metrics.GAP)


class TestNoticeBar:
    @pytest.fixture
    def bar(self, shown) -> NoticeBar:
        bar = NoticeBar(LIGHT)
        shown(bar)
        return bar

    def button(self, bar: NoticeBar, text: str) -> QPushButton:
        return next(button for button in bar.findChildren(QPushButton) if button.text() == text)

    def test_that_it_is_hidden_until_there_is_something_to_tell(self, bar: NoticeBar) -> None:
        assert not bar.isVisible()
        bar.tell("info", "The network was kept.")
        assert bar.isVisible()
        assert bar.text() == "The network was kept."
        bar.clear()
        assert not bar.isVisible()

    def test_that_details_are_copied_whole(self, qtbot, bar: NoticeBar) -> None:
        bar.tell("fault", "Something broke.", details="line 1\nline 2")
        qtbot.mouseClick(self.button(bar, "Copy details"), Qt.MouseButton.LeftButton)
        clipboard = QGuiApplication.clipboard()
        assert clipboard is not None
        assert clipboard.text() == "line 1\nline 2"

    def test_that_the_action_and_closing_are_signals(self, qtbot, bar: NoticeBar) -> None:
        bar.tell("fault", "δ¹ is not finite.", action="Go there")
        with qtbot.waitSignal(bar.action_requested):
            qtbot.mouseClick(self.button(bar, "Go there"), Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(bar.dismissed):
            qtbot.mouseClick(bar.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
        assert not bar.isVisible()

    def test_that_there_are_no_buttons_for_nothing(self, bar: NoticeBar) -> None:
        bar.tell("info", "text")
        assert not any(button.isVisible() for button in bar.findChildren(QPushButton))

    def test_that_a_fault_is_red_and_news_is_not(self, bar: NoticeBar) -> None:
        bar.tell("fault", "text")
        assert bar.grab().toImage().pixelColor(10, bar.height() // 2) == QColor(LIGHT.fault)
        bar.tell("info", "text")
        assert bar.grab().toImage().pixelColor(10, bar.height() // 2) == QColor(LIGHT.accent)


class TestNumberField:
    @pytest.fixture
    def field(self, shown) -> NumberField:
        field = NumberField(LIGHT)
        field.set_range(0.0, 10.0)
        field.set_value(0.42)
        shown(field)
        field.setFocus()
        return field

    def type_in(self, qtbot, field: NumberField, text: str, key: Qt.Key = Qt.Key.Key_Return) -> list[float]:
        entered: list[float] = []
        field.number_entered.connect(entered.append)
        field.line_edit().selectAll()
        qtbot.keyClicks(field.line_edit(), text)
        qtbot.keyClick(field.line_edit(), key)
        field.number_entered.disconnect(entered.append)
        return entered

    @pytest.mark.parametrize(("text", "value"), [("1/3", 1 / 3), ("0,5", 0.5), ("1e-3", 0.001), ("10", 10.0)])
    def test_that_numbers_are_taken_as_people_write_them(self, qtbot, field, text: str, value: float) -> None:
        assert self.type_in(qtbot, field, text) == [value]
        assert field.value() == value
        assert field.text() == text
        assert field.error_text() == ""

    @pytest.mark.parametrize("text", ["abc", "-1", "11", "nan", ""])
    def test_that_anything_else_stays_outside_with_a_text_of_what_is_accepted(self, qtbot, field, text: str) -> None:
        field.line_edit().clear()
        assert self.type_in(qtbot, field, text) == []
        assert field.error_text() == field.accepted_text()
        assert field.value() == 0.42

    def test_that_a_refused_number_is_reported_under_the_field(self, qtbot, field: NumberField) -> None:
        self.type_in(qtbot, field, "abc")
        assert field.error_text() == "A number from 0 to 10, like 0.5, 1/3 or 1e-3"
        assert field.error_label().isVisible()
        assert field.line_edit().grab().toImage().pixelColor(0, 12) == QColor(LIGHT.fault)
        assert self.type_in(qtbot, field, "3") == [3.0]
        assert field.error_text() == ""
        assert not field.error_label().isVisible()

    @pytest.mark.parametrize(
        ("text", "words"),
        [("1,000", "“1,000”, whose comma may part thousands; accepted: 1000, or 1.000"), ("1e-400", "it would be 0")],
    )
    def test_that_a_number_that_may_be_misread_is_refused_in_words(self, qtbot, field, text, words) -> None:
        assert self.type_in(qtbot, field, text) == []
        assert words in field.error_text()
        assert field.value() == 0.42

    def test_that_a_fraction_is_refused_where_whole_numbers_are_wanted(self, qtbot, field: NumberField) -> None:
        field.set_range(1, 8, whole=True)
        assert self.type_in(qtbot, field, "2.5") == []
        assert field.error_text() == "A whole number from 1 to 8"

    def test_that_escape_brings_back_the_last_number(self, qtbot, field: NumberField) -> None:
        self.type_in(qtbot, field, "abc")
        assert self.type_in(qtbot, field, "xyz", Qt.Key.Key_Escape) == []
        assert (field.text(), field.error_text(), field.value()) == ("0.42", "", 0.42)

    def test_that_up_and_down_step_within_the_range_without_rounding_noise(self, qtbot, field: NumberField) -> None:
        field.set_step(0.1)
        field.set_value(0.2)
        assert self.type_in(qtbot, field, "0.2", Qt.Key.Key_Up) == [pytest.approx(0.3, abs=0)]
        assert field.text() == "0.3"
        field.set_value(9.95)
        qtbot.keyClick(field.line_edit(), Qt.Key.Key_Up)
        assert field.value() == 10.0

    def test_that_steps_can_be_factors(self, qtbot, field: NumberField) -> None:
        field.set_step(10.0, factor=True)
        field.set_value(0.01)
        qtbot.keyClick(field.line_edit(), Qt.Key.Key_Down)
        assert field.value() == 0.001

    def test_that_setting_is_silent_and_entering_the_same_number_is_too(self, qtbot, field: NumberField) -> None:
        with qtbot.assertNotEmitted(field.number_entered):
            field.set_value(0.7)
        assert self.type_in(qtbot, field, "0,7") == []

    @pytest.mark.parametrize("value", [1 / 3, 0.1 + 0.2, 1e-17, 123456789.125])
    def test_that_what_is_shown_reads_back_as_the_very_number(self, qtbot, field: NumberField, value: float) -> None:
        field.set_range(0, 1e9)
        field.set_value(value)
        with qtbot.assertNotEmitted(field.number_entered):
            field.enter()
        assert field.value() == value


def test_that_an_untranslated_string_of_the_model_stays_english(qapp) -> None:
    assert translate_model("binary cross-entropy") == "binary cross-entropy"
