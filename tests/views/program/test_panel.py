"""The source pane shows the program, how far it has run, and the value of each line."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QPoint, QPointF, Qt
from PyQt6.QtGui import QColor, QGuiApplication, QHelpEvent, QWheelEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QLabel, QToolTip

from nnviz.model.breakpoints import Breakpoint, LineReached, LossBelow
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.program.expression import Binary, Symbol, Transpose
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.selection import Selection, with_line
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_number
from nnviz.views.lines.texts import NORM_SIGN
from nnviz.views.program import ProgramPanel
from nnviz.views.theme import DARK, LIGHT, Theme, metrics

ROW = LIGHT.px(metrics.PROGRAM_ROW)
Shown = Callable[..., ProgramPanel]


def session_at(name: str = "xor", updates: int = 160, lines: int = 9) -> Session:
    session = Session(find_scenario(name))
    session.step_update(updates)
    session.step_line(lines)
    return session


def moment(name: str = "xor", updates: int = 160, lines: int = 9) -> Snapshot:
    return session_at(name, updates, lines).snapshot()


@pytest.fixture
def shown(qtbot) -> Shown:
    def show(snapshot: Snapshot | None, theme=LIGHT, width: int = 780, height: int = 520) -> ProgramPanel:
        panel = ProgramPanel(theme)
        qtbot.addWidget(panel)
        if snapshot is not None:
            panel.show_snapshot(snapshot)
        panel.resize(width, height)
        panel.show()
        qtbot.waitExposed(panel)
        return panel

    return show


def colours(panel: ProgramPanel, line: int) -> list[str]:
    """Return the colours along the top edge of a line's row, where no text is."""
    image = panel.rows.viewport().grab().toImage()
    rect = panel.rows.row_rect(line)
    return [image.pixelColor(x, rect.top() + 1).name().upper() for x in range(rect.width())]


def click(panel: ProgramPanel, line: int) -> None:
    QTest.mouseClick(
        panel.rows.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        panel.rows.row_rect(line).center(),
    )


def tip(panel: ProgramPanel, line: int) -> str:
    place = panel.rows.row_rect(line).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, panel.rows.viewport().mapToGlobal(place))
    QApplication.sendEvent(panel.rows.viewport(), event)
    return QToolTip.text()


def aside(panel: ProgramPanel) -> str:
    return next(label.toolTip() for label in panel.findChildren(QLabel) if "samples" in label.toolTip())


# What it shows -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["xor", "three-class-spiral", "sine"])
def test_that_every_line_shows_its_formula_and_the_size_of_what_it_computed(shown, name: str) -> None:
    snapshot = moment(name, 3, 9)
    panel = shown(snapshot)
    for number, line in enumerate(snapshot.program, start=1):
        row, state = panel.rows.shown_row(number)
        assert row.number == str(number)
        assert row.formula == line.formula(snapshot.labels, "columns")
        assert row.shapes == line.shapes(snapshot.shapes, "columns")
        if number > 9:
            assert state.value is None
            continue
        value = snapshot.values[line.writes]
        if value.shape == (1, 1):
            assert (state.value.sign, state.value.number) == ("", format_number(value[0, 0]))
        else:
            assert (state.value.sign, state.value.number) == (NORM_SIGN, format_number(np.linalg.norm(value)))


def test_that_a_stage_is_named_on_its_first_line_only(shown) -> None:
    panel = shown(moment())
    stages = [panel.rows.shown_row(line)[0].stage for line in range(1, 16)]
    assert [(line, stage) for line, stage in enumerate(stages, start=1) if stage] == [
        (1, "forward"),
        (5, "loss"),
        (6, "backward"),
        (12, "update"),
    ]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_only_the_line_that_has_just_run_is_amber(shown, theme) -> None:
    panel = shown(moment(lines=9), theme)
    for line in range(1, 16):
        assert (set(colours(panel, line)) == {theme.now_row.upper()}) == (line == 9)
    image = panel.rows.viewport().grab().toImage()
    middle = gutter(panel, 9).y()
    gutter_row = [image.pixelColor(x, middle).name().upper() for x in range(35)]
    assert theme.now_mark.upper() in gutter_row


def test_that_before_the_first_line_nothing_is_lit_and_everything_is_hatched(shown) -> None:
    panel = shown(moment(updates=0, lines=0))
    for line in range(1, 16):
        assert panel.rows.shown_row(line)[1].value is None
        assert LIGHT.now_row.upper() not in colours(panel, line)


def hatched(panel: ProgramPanel, line: int) -> bool:
    """Return whether the row's value is hatching: the hatching's colour and no text's."""
    image = panel.rows.viewport().grab().toImage()
    rect = panel.rows.row_rect(line)
    part = [
        image.pixelColor(x, y).name().upper()
        for x in range(rect.right() - 60, rect.right() - 10)
        for y in range(rect.top() + 8, rect.bottom() - 7)
    ]
    return LIGHT.hatching in part and LIGHT.text not in part and max(map(part.count, set(part))) < len(part)


def test_that_a_value_not_computed_yet_is_hatching_and_not_a_number(shown) -> None:
    panel = shown(moment(lines=9))
    assert [hatched(panel, line) for line in (8, 9, 10, 12, 15)] == [False, False, True, True, True]


def test_that_a_parameter_is_hatched_until_its_line_has_replaced_it(shown) -> None:
    session = session_at(lines=11)
    panel = shown(session.snapshot())
    assert panel.rows.shown_row(12)[1].value is None
    session.step_line(1)
    panel.show_snapshot(session.snapshot())
    assert panel.rows.shown_row(12)[1].value.number == format_number(np.linalg.norm(session.value("W1")))


def test_that_lines_to_come_are_written_in_grey(shown) -> None:
    panel = shown(moment(lines=9))
    image = panel.rows.viewport().grab().toImage()

    def darkest(line: int) -> int:
        rect = panel.rows.row_rect(line)
        return min(
            image.pixelColor(x, y).lightness() for x in range(130, 220) for y in range(rect.top(), rect.bottom())
        )

    assert darkest(8) < 60 < QColor(LIGHT.secondary).lightness() - 10 <= darkest(10)


def test_that_a_value_that_is_not_finite_is_written_in_the_colour_of_a_fault(shown) -> None:
    snapshot = moment()
    broken = dict(snapshot.values, delta1=np.full((3, 4), np.nan))
    panel = shown(type(snapshot)(**{**_fields(snapshot), "values": broken}))
    assert panel.rows.shown_row(9)[1].value.number == "nan"
    image = panel.rows.viewport().grab().toImage()
    rect = panel.rows.row_rect(9)
    reds = [
        image.pixelColor(x, y) for x in range(rect.right() - 60, rect.right()) for y in range(rect.top(), rect.bottom())
    ]
    assert any(colour.red() > 180 and colour.green() < 110 and colour.blue() < 110 for colour in reds)


def _fields(snapshot: Snapshot) -> dict:
    return {name: getattr(snapshot, name) for name in snapshot.__dataclass_fields__}


def test_that_the_heading_says_the_convention_the_batch_and_the_learning_rate(shown) -> None:
    panel = shown(moment())
    assert aside(panel) == "columns are samples · m = 4 · η = 0.42"
    panel.show_convention("rows")
    assert aside(panel) == "rows are samples · m = 4 · η = 0.42"


def test_that_rows_transpose_formulas_and_shapes(shown) -> None:
    panel = shown(moment())
    panel.show_convention("rows")
    row, _ = panel.rows.shown_row(1)
    assert (row.formula, row.shapes) == ("Z¹ = X · W¹ + b¹", "(4×2)·(2×3) + (1×3) → 4×3")


def test_that_a_scenario_opens_in_its_own_convention_and_names(shown) -> None:
    snapshot = moment("worked-example-2-3-1", 1, 13)
    panel = shown(snapshot)
    assert panel.rows.shown_row(7)[0].formula == "∂E/∂V = hᵀ · δ² / m"
    panel.show_snapshot(replace(snapshot, own_labels=False))
    assert panel.rows.shown_row(7)[0].formula == "∂L/∂W² = A¹ᵀ · δ² / m"
    panel.show_convention("columns")
    assert panel.rows.shown_row(7)[0].formula == "∂L/∂W² = δ² · A¹ᵀ / m"


def test_that_another_program_replaces_the_rows(shown) -> None:
    panel = shown(moment())
    other = moment("three-class-spiral", 1, 3)
    panel.show_snapshot(other)
    assert panel.rows.shown_row(34)[0].formula.startswith("b³ ← b³ − η v(b³)")


def test_that_a_partial_last_batch_shows_its_own_shapes(shown) -> None:
    session = session_at("three-class-spiral", 10, 0)
    panel = shown(session.snapshot())
    assert panel.rows.shown_row(2)[0].shapes == "10×20"
    session.step_update(1)  # 210 training samples: the eleventh batch has ten of them
    panel.show_snapshot(session.snapshot())
    assert panel.rows.shown_row(2)[0].shapes == "10×10"


# Headings and shapes -------------------------------------------------------------------------------------------------


def words(panel: ProgramPanel) -> list[str]:
    return [heading.word for heading in panel.rows.headings()]


def click_heading(panel: ProgramPanel, stage: str, layer: int = 0) -> None:
    place = panel.rows.heading_rect((stage, layer)).center()
    QTest.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_that_every_stage_has_a_heading_above_its_lines(shown) -> None:
    panel = shown(moment())
    assert words(panel) == ["forward", "loss", "backward", "update"]
    for stage, first in (("forward", 1), ("loss", 5), ("backward", 6), ("update", 12)):
        assert panel.rows.heading_rect((stage, 0)).bottom() + 1 == panel.rows.row_rect(first).top()


def test_that_a_stage_folds_but_for_the_line_that_has_just_run(shown) -> None:
    panel = shown(moment(lines=9))
    click_heading(panel, "backward")
    assert [line for line in range(1, 16) if panel.rows.row_rect(line).isEmpty()] == [6, 7, 8, 10, 11]
    assert [heading.is_folded for heading in panel.rows.headings()] == [False, False, True, False]
    click_heading(panel, "backward")
    assert not any(panel.rows.row_rect(line).isEmpty() for line in range(1, 16))


def test_that_keys_fold_the_stage_of_the_current_line_and_walk_over_what_is_folded(shown) -> None:
    snapshot = moment(lines=5)
    panel = shown(snapshot)
    asked: list[int] = []
    panel.line_requested.connect(asked.append)
    click_heading(panel, "backward")
    QTest.keyClick(panel.rows, Qt.Key.Key_Down)
    assert asked == [12]
    panel.show_selection(with_line(snapshot, Selection(), 12))
    QTest.keyClick(panel.rows, Qt.Key.Key_Minus)
    assert panel.rows.row_rect(12).isEmpty()
    QTest.keyClick(panel.rows, Qt.Key.Key_Plus)
    assert not panel.rows.row_rect(12).isEmpty()


def test_that_a_deep_network_has_a_heading_for_each_layer_and_it_folds(shown) -> None:
    panel = shown(moment("three-class-spiral", 1, 1))
    assert "layer 1" not in words(panel)
    layers = tuple(find_scenario("xor").layers[:1]) * 3 + find_scenario("xor").layers[-1:]
    session = Session(replace(find_scenario("xor"), layers=layers))
    session.step_line(1)
    panel.show_snapshot(session.snapshot())
    assert words(panel)[:5] == ["forward", "layer 1", "layer 2", "layer 3", "layer 4"]
    click_heading(panel, "forward", 2)
    assert [line for line in range(1, 9) if panel.rows.row_rect(line).isEmpty()] == [3, 4]


def test_that_the_shapes_are_under_the_lit_line_and_under_every_line_when_asked_for(shown) -> None:
    panel = shown(moment(lines=9), height=800)
    heights = {line: panel.rows.row_rect(line).height() for line in range(1, 16)}
    assert {line for line, height in heights.items() if height > ROW} == {9}
    panel.show_all_shapes(True)
    assert {panel.rows.row_rect(line).height() for line in range(1, 16)} == {heights[9]}


def test_that_no_row_is_cut_in_half(shown) -> None:
    session = session_at("three-class-spiral", 1, 1)
    for height in range(190, 222, 5):
        panel = shown(session.snapshot(), height=height)
        image = panel.rows.viewport().grab().toImage()
        last = max(
            line
            for line in range(1, 35)
            if not panel.rows.row_rect(line).isEmpty()
            and panel.rows.row_rect(line).bottom() < panel.rows.viewport().height()
        )
        below = range(panel.rows.row_rect(last).bottom() + 1, image.height())
        for y in below:
            assert all(image.pixelColor(x, y).name().upper() != LIGHT.text for x in range(60, image.width()))


# Choosing ------------------------------------------------------------------------------------------------------------


def test_that_clicking_a_row_asks_for_its_line(shown, qtbot) -> None:
    panel = shown(moment())
    with qtbot.waitSignal(panel.line_requested) as asked:
        click(panel, 7)
    assert asked.args == [7]


def test_that_clicking_below_the_program_asks_for_nothing(shown, qtbot) -> None:
    panel = shown(moment(), height=560)
    with qtbot.assertNotEmitted(panel.line_requested):
        QTest.mouseClick(
            panel.rows.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(200, panel.rows.row_rect(15).bottom() + 20),
        )


def test_that_the_selected_line_has_the_chosen_background_and_the_lit_one_stays_amber(shown) -> None:
    snapshot = moment()
    panel = shown(snapshot)
    panel.show_selection(with_line(snapshot, Selection(), 7))
    assert LIGHT.chosen.upper() in colours(panel, 7)
    panel.show_selection(with_line(snapshot, Selection(), 9))
    assert LIGHT.chosen.upper() not in colours(panel, 7)
    assert set(colours(panel, 9)) == {LIGHT.now_row.upper(), LIGHT.accent.upper()}


def test_that_the_arrow_keys_walk_from_the_lit_line_and_stop_at_the_ends(shown, qtbot) -> None:
    snapshot = moment(lines=14)
    panel = shown(snapshot)
    asked: list[int] = []
    panel.line_requested.connect(asked.append)
    panel.rows.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(panel.rows, key)
        panel.show_selection(with_line(snapshot, Selection(), asked[-1]))
    assert asked == [15, 15, 14]


def test_that_the_down_key_starts_at_the_first_line_when_nothing_has_run(shown) -> None:
    panel = shown(moment(updates=0, lines=0))
    asked: list[int] = []
    panel.line_requested.connect(asked.append)
    QTest.keyClick(panel.rows, Qt.Key.Key_Down)
    assert asked == [1]


def test_that_the_windows_keys_are_left_to_the_window(shown, qtbot) -> None:
    panel = shown(moment("three-class-spiral", 1, 2), height=200)
    before = panel.rows.row_rect(1).top()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Right):
        QTest.keyClick(panel.rows, key)
    assert panel.rows.row_rect(1).top() == before


def test_that_copy_takes_the_selected_lines_formula_else_the_lit_ones(shown) -> None:
    snapshot = moment()
    panel = shown(snapshot)
    QTest.keyClick(panel.rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "δ¹ = (W²ᵀ · δ²) ⊙ tanh′(Z¹)"
    panel.show_selection(with_line(snapshot, Selection(), 1))
    QTest.keyClick(panel.rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Z¹ = W¹ · X + b¹"


# Explaining ----------------------------------------------------------------------------------------------------------


def test_that_a_tooltip_tells_formula_functions_symbols_and_the_exact_value(shown) -> None:
    snapshot = moment(lines=9)
    panel = shown(snapshot)
    text = tip(panel, 9)
    assert "δ¹ = (W²ᵀ · δ²) ⊙ tanh′(Z¹)" in text
    assert "tanh′(z) = 1 − a²" in text
    assert "reads W², δ², A¹ · writes δ¹" in text
    norm = float(text.split("‖δ¹‖ = ")[1].splitlines()[0])
    assert norm == pytest.approx(np.linalg.norm(snapshot.values["delta1"]), rel=1e-15)
    assert f"L = {float(snapshot.values['L'][0, 0])!r}" in tip(panel, 5)
    assert "−Σ [y ln σ(z) + (1 − y) ln(1 − σ(z))]" in tip(panel, 5)
    assert "not computed yet" in tip(panel, 12)


def test_that_the_current_line_is_reported_to_assistive_technology(shown) -> None:
    panel = shown(moment(lines=9))
    assert panel.rows.accessibleDescription() == "line 9: δ¹ = (W²ᵀ · δ²) ⊙ tanh′(Z¹), ‖·‖ 0.6515"


# Repeated operands ---------------------------------------------------------------------------------------------------


def with_row_less_column(snapshot: Snapshot) -> Snapshot:
    """Return a program whose line 6 subtracts a column from a row."""
    wrong = Binary("-", Symbol("A2"), Transpose(Symbol("Y")))
    lines = tuple(
        replace(line, expression=wrong) if line.writes == "delta2" else line for line in snapshot.program.lines
    )
    return replace(snapshot, program=replace(snapshot.program, lines=lines))


def pixels(panel: ProgramPanel, line: int, colour: str) -> int:
    """Count the pixels of a row that have a colour exactly."""
    image, rect = panel.rows.viewport().grab().toImage(), panel.rows.row_rect(line)
    across, down = range(LIGHT.px(metrics.GUTTER), rect.width()), range(rect.top(), rect.bottom() + 1)
    return sum(image.pixelColor(x, y).name().upper() == colour for x in across for y in down)


@pytest.mark.parametrize(("convention", "shape"), [("columns", "(3×1)"), ("rows", "(1×3)")])
def test_that_a_bias_is_marked_as_repeated_and_said_to_be(shown, convention, shape) -> None:
    panel = shown(moment(lines=9))
    panel.show_convention(convention)
    row, _ = panel.rows.shown_row(1)
    (mark,) = row.repeated
    assert row.shapes[mark.start : mark.stop] == shape
    assert mark.is_meant
    assert not row.is_suspicious
    assert f"b¹ {shape} is repeated over the 4 samples" in tip(panel, 1).splitlines()
    assert panel.rows.shown_row(9)[0].repeated == ()
    assert "repeated" not in tip(panel, 9)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.slow
def test_that_a_row_less_a_column_is_marked_as_a_fault_and_a_bias_is_not(shown, theme) -> None:
    panel = shown(with_row_less_column(moment(lines=9)), theme)
    row, _ = panel.rows.shown_row(6)
    assert [row.shapes[mark.start : mark.stop] for mark in row.repeated] == ["(1×4)", "(4×1)"]
    assert "A² (1×4) and Yᵀ (4×1) have different shapes: both are repeated, to 4×4" in tip(panel, 6)
    faulty = [line for line in range(1, 16) if pixels(panel, line, theme.fault)]
    assert faulty == [6]


@pytest.mark.slow
def test_that_where_the_shapes_have_no_room_the_formula_is_marked(shown) -> None:
    panel = shown(with_row_less_column(moment(lines=9)), width=380)
    assert [line for line in range(1, 16) if pixels(panel, line, LIGHT.fault)] == [6]
    assert "both are repeated" in tip(panel, 6)


def test_that_people_who_hear_the_window_hear_what_is_repeated(shown) -> None:
    panel = shown(moment(lines=1))
    assert panel.rows.accessibleDescription().endswith("b¹ (3×1) is repeated over the 4 samples")


# Room ----------------------------------------------------------------------------------------------------------------


def test_that_shapes_give_way_first_and_then_formulas_are_cut_with_the_rest_in_the_tooltip(shown) -> None:
    snapshot = moment()
    wide, narrow = shown(snapshot), shown(snapshot, width=420)
    tiny = shown(snapshot, width=300)
    assert wide.rows.shown_formula(9) == narrow.rows.shown_row(9)[0].formula
    assert narrow.rows.shown_formula(1) == "Z¹ = W¹ · X + b¹"
    assert tiny.rows.shown_formula(9).endswith("…")
    assert "δ¹ = (W²ᵀ · δ²) ⊙ tanh′(Z¹)" in tip(tiny, 9)


def test_that_the_lit_line_stays_in_view_while_stepping(shown) -> None:
    session = session_at("three-class-spiral", 1, 1)
    panel = shown(session.snapshot(), height=200)
    for _ in range(70):
        session.step_line(1)
        panel.show_snapshot(session.snapshot())
        rect = panel.rows.row_rect(session.position.line)
        assert panel.rows.viewport().rect().contains(rect)


def scroll(panel: ProgramPanel, notches: int) -> None:
    viewport = panel.rows.viewport()
    place = QPointF(viewport.rect().center())
    for _ in range(notches):
        event = QWheelEvent(
            place,
            viewport.mapToGlobal(place),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, event)


def test_that_a_run_leaves_the_persons_scrolling_alone(shown) -> None:
    session = session_at("three-class-spiral", 1, 0)
    panel = shown(session.snapshot(), height=200)
    assert panel.rows.row_rect(34).bottom() <= panel.rows.viewport().height()
    scroll(panel, 30)
    assert panel.rows.heading_rect(("forward", 0)).top() == 0
    for _ in range(5):
        session.step_update(7)
        panel.show_snapshot(session.snapshot())
    assert panel.rows.heading_rect(("forward", 0)).top() == 0


def test_that_a_selected_line_is_scrolled_to(shown) -> None:
    snapshot = moment("three-class-spiral", 1, 1)
    panel = shown(snapshot, height=200)
    panel.show_selection(with_line(snapshot, Selection(), 30))
    assert panel.rows.viewport().rect().contains(panel.rows.row_rect(30))


def test_that_decimal_points_stand_under_each_other(shown) -> None:
    panel = shown(moment("sine", 3, 15), height=460)
    image = panel.rows.viewport().grab().toImage()
    right = image.width()

    def dark(x: int, line: int) -> list[int]:
        rect = panel.rows.row_rect(line)
        return [y - rect.top() for y in range(rect.top(), rect.bottom()) if image.pixelColor(x, y).lightness() < 160]

    def point(line: int) -> int:
        """Find the decimal point: dark pixels near the baseline alone, and nothing on either side."""
        for x in range(right - 60, right - 10):
            if min(dark(x, line), default=0) > 11 and not dark(x - 1, line) and not (dark(x + 2, line)):
                return x
        raise AssertionError(f"no decimal point in line {line}")

    numbers = {line: panel.rows.shown_row(line)[1].value.number for line in (5, 6, 7, 8)}
    assert len({number.index(".") for number in numbers.values()}) > 1  # 16.826 over 4.4750
    assert len({point(line) for line in numbers}) == 1


# Breakpoints ---------------------------------------------------------------------------------------------------------


def gutter(panel: ProgramPanel, line: int) -> QPoint:
    """Return where the breakpoint of a line is."""
    return QPoint(round(LIGHT.px(metrics.GUTTER) * 0.29), panel.rows.row_rect(line).top() + ROW // 2)


def mark(panel: ProgramPanel, line: int) -> str:
    return panel.rows.viewport().grab().toImage().pixelColor(gutter(panel, line)).name().upper()


def reds(panel: ProgramPanel, line: int, theme: Theme = LIGHT) -> int:
    """Count the gutter's pixels of a line that have the breakpoint's colour."""
    image, rect = panel.rows.viewport().grab().toImage(), panel.rows.row_rect(line)
    across, down = range(LIGHT.px(metrics.GUTTER)), range(rect.top(), rect.bottom() + 1)
    return sum(image.pixelColor(x, y).name().upper() == theme.breakpoint for x in across for y in down)


def click_gutter(panel: ProgramPanel, line: int, keys=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, keys, gutter(panel, line))


def test_that_a_click_in_the_gutter_asks_for_a_breakpoint_and_selects_nothing(shown, qtbot) -> None:
    panel = shown(moment())
    with qtbot.waitSignal(panel.breakpoint_requested) as asked, qtbot.assertNotEmitted(panel.line_requested):
        click_gutter(panel, 5)
    assert asked.args == [5]


def test_that_shift_and_a_click_in_the_gutter_asks_to_switch(shown, qtbot) -> None:
    panel = shown(moment())
    with (
        qtbot.waitSignal(panel.breakpoint_switch_requested) as asked,
        qtbot.assertNotEmitted(panel.breakpoint_requested),
    ):
        click_gutter(panel, 5, Qt.KeyboardModifier.ShiftModifier)
    assert asked.args == [5]


def test_that_a_click_beside_the_gutter_or_below_the_lines_asks_for_no_breakpoint(shown, qtbot) -> None:
    panel = shown(moment(), height=560)
    with qtbot.assertNotEmitted(panel.breakpoint_requested):
        click(panel, 5)
        click_gutter(panel, 16)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_a_breakpoint_is_a_red_dot_on_its_line_alone(shown, theme) -> None:
    panel = shown(moment(), theme)
    panel.show_breakpoints([Breakpoint(LineReached("L"))])
    assert mark(panel, 5) == theme.breakpoint
    assert [line for line in range(1, 16) if reds(panel, line, theme)] == [5]


def test_that_a_breakpoint_that_is_switched_off_is_hollow(shown) -> None:
    panel = shown(moment())
    panel.show_breakpoints([Breakpoint(LineReached("L"), enabled=False)])
    assert mark(panel, 5) == LIGHT.panel
    panel.show_breakpoints([Breakpoint(LineReached("L"))])
    assert mark(panel, 5) == LIGHT.breakpoint
    panel.show_breakpoints([])
    assert reds(panel, 5) == 0


def test_that_the_lit_line_has_its_dot_beside_the_arrow(shown) -> None:
    panel = shown(moment(lines=9))
    panel.show_breakpoints([Breakpoint(LineReached("delta1"))])
    assert mark(panel, 9) == LIGHT.breakpoint
    assert LIGHT.now_mark.upper() in gutter_colours(panel, 9)


def gutter_colours(panel: ProgramPanel, line: int) -> set[str]:
    image, y = panel.rows.viewport().grab().toImage(), gutter(panel, line).y()
    return {image.pixelColor(x, y).name().upper() for x in range(LIGHT.px(metrics.GUTTER))}


def test_that_the_dot_goes_with_its_symbol_into_another_program(shown) -> None:
    panel = shown(moment())
    panel.show_breakpoints([Breakpoint(LineReached("dW1"))])
    other = moment("three-class-spiral", 1, 0)
    panel.resize(780, 600)
    panel.show_snapshot(other)
    line = other.program.line_of["dW1"]
    assert mark(panel, line) == LIGHT.breakpoint
    assert panel.rows.shown_row(line)[1].breakpoint is True
    assert line != moment().program.line_of["dW1"]


def test_that_conditions_on_other_things_have_no_dot(shown) -> None:
    panel = shown(moment())
    panel.show_breakpoints([Breakpoint(LossBelow(0.1))])
    assert not any(reds(panel, line) for line in range(1, 16))


def test_that_the_gutter_says_what_a_click_does(shown) -> None:
    panel = shown(moment())

    def gutter_tip(line: int) -> str:
        place = gutter(panel, line)
        event = QHelpEvent(QHelpEvent.Type.ToolTip, place, panel.rows.viewport().mapToGlobal(place))
        QApplication.sendEvent(panel.rows.viewport(), event)
        return QToolTip.text()

    assert "stop runs after line 5" in gutter_tip(5)
    panel.show_breakpoints([Breakpoint(LineReached("L")), Breakpoint(LineReached("Z1"), enabled=False)])
    assert "runs stop after line 5" in gutter_tip(5)
    assert "Disabled breakpoint" in gutter_tip(1)
    assert "F9" not in tip(panel, 5)


def test_that_people_who_hear_the_window_hear_of_the_breakpoint(shown) -> None:
    panel = shown(moment(lines=9))
    panel.show_breakpoints([Breakpoint(LineReached("delta1"))])
    assert panel.rows.accessibleDescription().endswith("breakpoint")


# Mistakes ------------------------------------------------------------------------------------------------------------


def mistaken(*mistakes: str, lines: int = 9) -> Snapshot:
    session = Session(replace(find_scenario("xor"), mistakes=mistakes))
    session.step_update(3)
    session.step_line(lines)
    return session.snapshot()


def ghost_tip(panel: ProgramPanel, below: int) -> str:
    place = panel.rows.row_rect(below).center() + QPoint(0, panel.rows.row_rect(below).height())
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, panel.rows.viewport().mapToGlobal(place))
    QApplication.sendEvent(panel.rows.viewport(), event)
    return QToolTip.text()


def coloured(panel: ProgramPanel, top: int, colour: str) -> int:
    """Count pixels of a colour in the row that begins at a height, right of the gutter."""
    image, height = panel.rows.viewport().grab().toImage(), panel.rows.row_rect(1).height()
    places = ((x, y) for x in range(40, image.width()) for y in range(top, top + height))
    return sum(image.pixelColor(x, y).name().upper() == colour.upper() for x, y in places)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_a_wrong_line_is_struck_and_has_the_right_one_in_green_under_it(shown, theme) -> None:
    panel = shown(mistaken("unweighted-sum"), theme)
    rects = [panel.rows.row_rect(line) for line in (8, 9, 10)]
    height = rects[0].height()
    # The lit line, which is the wrong one, has its shapes under it; then comes the right one.
    assert [rect.top() - rects[0].top() for rect in rects] == [0, height, height + rects[1].height() + height]
    assert panel.rows.shown_row(9)[0].is_wrong
    assert not panel.rows.shown_row(8)[0].is_wrong
    assert coloured(panel, rects[0].top(), theme.fault) == 0
    # Number, strike-through, and in the shapes under it what is repeated.
    assert coloured(panel, rects[1].top(), theme.fault) + coloured(panel, rects[1].top() + height, theme.fault) > 100
    assert coloured(panel, rects[1].bottom() + 1, theme.holds) > 10
    assert theme.now_row.upper() in colours(panel, 9)


def test_that_a_wrong_line_and_its_right_one_say_who_makes_the_mistake(shown) -> None:
    panel = shown(mistaken("unweighted-sum"))
    for text in (tip(panel, 9), ghost_tip(panel, 9)):
        assert "Made on purpose: sum of the deltas without the weights" in text
        assert CATALOGUE["unweighted-sum"].where in text
        assert CATALOGUE["unweighted-sum"].looks in text
    assert "δ¹ = (W²ᵀ · δ²) ⊙ tanh′(Z¹)" in ghost_tip(panel, 9)
    assert "Made on purpose" not in tip(panel, 6)


def test_that_a_line_that_is_left_out_stands_struck_in_its_place(shown) -> None:
    panel = shown(mistaken("biases-kept"))
    height = panel.rows.row_rect(1).height()
    tops = [panel.rows.row_rect(line).top() for line in (12, 13)]
    assert tops[1] - tops[0] == 2 * height
    assert coloured(panel, tops[0] + height, LIGHT.fault) > 20
    assert coloured(panel, tops[1] + height, LIGHT.fault) > 20
    assert "This line is left out" in ghost_tip(panel, 12)
    assert "b¹ ← b¹ − η ∂L/∂b¹" in ghost_tip(panel, 12)


def test_that_a_line_in_a_wrong_place_has_its_right_place_marked(shown) -> None:
    panel = shown(mistaken("in-place"))
    line = next(n for n, line in enumerate(mistaken("in-place").program, start=1) if line.writes == "W2")
    assert line == 9
    assert panel.rows.shown_row(line)[0].is_wrong
    assert "Line 9 belongs here" in ghost_tip(panel, 15)


def test_that_a_click_on_a_right_line_selects_the_wrong_one_and_on_one_left_out_nothing(shown, qtbot) -> None:
    panel = shown(mistaken("unweighted-sum", "biases-kept"))
    down = QPoint(0, panel.rows.row_rect(1).height())
    with qtbot.waitSignal(panel.line_requested) as asked:
        QTest.mouseClick(
            panel.rows.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            panel.rows.row_rect(9).center() + down,
        )
    assert asked.args == [9]
    with qtbot.assertNotEmitted(panel.line_requested):
        QTest.mouseClick(
            panel.rows.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            panel.rows.row_rect(12).center() + down,
        )


def test_that_the_lit_line_stays_in_view_among_right_lines(shown) -> None:
    session = Session(replace(find_scenario("xor"), mistakes=("no-mean", "unweighted-sum")))
    panel = shown(session.snapshot(), height=200)
    for _ in range(15):
        session.step_line()
        panel.show_snapshot(session.snapshot())
        rect = panel.rows.row_rect(session.position.line)
        assert panel.rows.viewport().rect().contains(rect.adjusted(0, 0, -1, -1))


def test_that_a_broadcast_that_a_mistake_makes_is_marked_as_suspicious(shown) -> None:
    unweighted = shown(mistaken("unweighted-sum")).rows.shown_row(9)[0]
    assert unweighted.is_suspicious
    assert any("This is probably a mistake" in note for note in unweighted.notes)
    panel = shown(mistaken("no-sum"))
    rows = [panel.rows.shown_row(line)[0] for line in range(1, 16)]
    assert [line for line, row in enumerate(rows, start=1) if row.is_suspicious] == [8, 11, 13, 15]
    assert "∂L/∂b² should be 1×1: a silent broadcast has made it 1×4, with a value for each sample" in tip(panel, 8)
    assert pixels(panel, 8, LIGHT.fault) > 0


def test_that_people_who_hear_the_window_hear_of_the_mistake(shown) -> None:
    panel = shown(mistaken("unweighted-sum"))
    assert "Made on purpose: sum of the deltas without the weights" in panel.rows.accessibleDescription()


def test_that_breakpoints_stay_with_their_lines_among_right_lines(shown, qtbot) -> None:
    panel = shown(mistaken("unweighted-sum"))
    with qtbot.waitSignal(panel.breakpoint_requested) as asked:
        click_gutter(panel, 11)
    assert asked.args == [11]
    panel.show_breakpoints([Breakpoint(LineReached("db1"))])
    assert reds(panel, 11) > reds(panel, 10)
