"""The band shows the run as its loss, and how far the update on the screen has run; it goes to any update and line.

The groove says which settings were effective at each update; on its right a person types where to go.
"""

import gc
import weakref
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PyQt6.QtCore import QEvent, QPoint, QRect, Qt
from PyQt6.QtGui import QColor, QHelpEvent, QShortcut, QWheelEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QPushButton, QToolTip, QVBoxLayout, QWidget

from nnviz.controller.breakpoint_hits import BreakpointHits
from nnviz.model.breakpoints import EpochReached
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import PenaltySpec
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.theme import DARK, LIGHT
from nnviz.views.timeline import TimelineStrip
from nnviz.views.timeline.band import band_of
from nnviz.views.timeline.jump_field import read_update
from nnviz.views.timeline.run_curve import groove_scale


def moment(name: str, updates: int = 0, lines: int = 0) -> Snapshot:
    session = Session(find_scenario(name))
    session.step_update(updates)
    session.step_line(lines)
    return session.snapshot()


def at_update(snapshot: Snapshot, update: int) -> Snapshot:
    return replace(snapshot, position=replace(snapshot.position, update=update, epoch=update))


@pytest.fixture
def shown(qtbot):
    def show(snapshot: Snapshot, theme=LIGHT, width: int = 1424) -> TimelineStrip:
        bar = TimelineStrip(theme)
        qtbot.addWidget(bar)
        bar.resize(width, bar.height())
        with qtbot.waitExposed(bar):
            bar.show()
        bar.show_snapshot(snapshot)
        return bar

    return show


@pytest.fixture
def in_a_window(qtbot):
    """A strip below a button, in a window with → as its shortcut; its list grows with every use of the shortcut."""

    windows = []

    def show(snapshot: Snapshot) -> tuple[TimelineStrip, list[str]]:
        window, used = QWidget(), []
        windows.append(window)
        qtbot.addWidget(window)
        bar = TimelineStrip(LIGHT)
        column = QVBoxLayout(window)
        column.addWidget(QPushButton())
        column.addWidget(bar)
        shortcut = QShortcut(Qt.Key.Key_Right, window)
        shortcut.activated.connect(lambda: used.append("line"))
        window.resize(1000, 100)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        bar.show_snapshot(snapshot)
        return bar, used

    return show


def middle(bar: TimelineStrip, line: int) -> QPoint:
    return bar.band.segment(line).center().toPoint()


def colour(bar: TimelineStrip, line: int) -> QColor:
    return bar.grab().toImage().pixelColor(middle(bar, line))


def asked(bar: TimelineStrip) -> list[int]:
    lines: list[int] = []
    bar.line_run_requested.connect(lines.append)
    return lines


def button_of(bar: TimelineStrip) -> QPushButton:
    return bar.window().findChild(QPushButton)


def tab_to(bar: TimelineStrip) -> None:
    button_of(bar).setFocus()
    QTest.keyClick(button_of(bar), Qt.Key.Key_Tab)
    assert bar.hasFocus()


def hover(bar: TimelineStrip, place: QPoint) -> None:
    # The pointer may already be there, and then no event would be sent.
    QTest.mouseMove(bar, place + QPoint(1, 0))
    QTest.mouseMove(bar, place)
    QApplication.processEvents()


def tooltip(bar: TimelineStrip, place: QPoint) -> str:
    QApplication.sendEvent(bar, QHelpEvent(QEvent.Type.ToolTip, place, bar.mapToGlobal(place)))
    text = QToolTip.text()
    QToolTip.hideText()
    return text


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_lines_that_have_run_are_filled_and_the_newest_has_the_amber_ring(shown, theme) -> None:
    bar = shown(moment("xor", 159, 9), theme)
    assert colour(bar, 1) == colour(bar, 9) == QColor(theme.accent)
    assert colour(bar, 10) == colour(bar, 15) == QColor(theme.border)
    image, y = bar.grab().toImage(), middle(bar, 9).y()
    amber = [x for x in range(bar.width()) if image.pixelColor(x, y) == QColor(theme.now_mark)]
    assert (
        bar.band.segment(9).left()
        < min(amber)
        < bar.band.segment(9).right()
        < max(amber)
        < bar.band.segment(10).center().x()
    )


def test_that_nothing_is_filled_or_ringed_before_the_first_line(shown) -> None:
    bar = shown(moment("xor"))
    assert {colour(bar, line).name() for line in range(1, 16)} == {QColor(LIGHT.border).name()}
    image = bar.grab().toImage()
    amber = QColor(LIGHT.now_mark)
    assert not any(image.pixelColor(x, middle(bar, 1).y()) == amber for x in range(bar.width()))


def test_that_stages_stand_apart_and_have_their_names(shown) -> None:
    snapshot = moment("xor")
    bar = shown(snapshot)
    stages = [line.stage for line in snapshot.program]
    gaps = [bar.band.segment(n + 1).left() - bar.band.segment(n).right() for n in range(1, 15)]
    between = {round(gap, 3) for gap, (a, b) in zip(gaps, pairwise(stages), strict=True) if a != b}
    inside = {round(gap, 3) for gap, (a, b) in zip(gaps, pairwise(stages), strict=True) if a == b}
    assert min(between) > max(inside)
    under = bar.grab(QRect(0, round(bar.band.words) - 6, round(bar.band.segment(15).right()), 12)).toImage()
    names = [x for x in range(under.width()) if any(under.pixelColor(x, y).lightness() < 180 for y in range(9))]
    for line in (1, 5, 6, 12):
        assert any(0 <= x - bar.band.segment(line).left() < 12 for x in names), f"no word under line {line}"


@pytest.mark.parametrize("width", [1424, 700, 500])
@pytest.mark.parametrize("name", ["xor", "spiral"])
def test_that_segments_and_text_share_the_strip_without_touching(shown, name, width) -> None:
    snapshot = moment(name, 3)
    bar = shown(snapshot, width=width)
    segments = [bar.band.segment(line) for line in range(1, len(snapshot.program) + 1)]
    assert all(a.right() <= b.left() + 1e-9 for a, b in pairwise(segments))
    assert all(segment.width() > 2 for segment in segments)
    assert segments[-1].right() < bar.width() / 2 + (bar.width() - 400) / 2


def test_that_the_text_tells_epoch_update_and_line(shown) -> None:
    assert shown(moment("xor", 159, 9)).words.readout.text.split(" · ") == ["epoch 160", "update 160", "line  9 of 15"]
    assert "1\u2009000\u2009000" in shown(at_update(moment("xor", 1), 1_000_000)).words.readout.text


def test_that_nothing_moves_while_numbers_grow(shown) -> None:
    snapshot = moment("xor", 1)
    bar = shown(snapshot)
    groove, length = bar.band.groove, len(bar.words.readout.text)
    for update in (9, 10, 99, 100, 999):
        bar.show_snapshot(at_update(snapshot, update))
        assert len(bar.words.readout.text) == length
        assert bar.band.groove == groove
    bar.show_snapshot(at_update(snapshot, 9_999_999))
    assert bar.band.groove == groove


@pytest.mark.slow
def test_that_an_epoch_of_several_updates_shows_how_far_it_is(shown) -> None:
    session = Session(find_scenario("spiral"))
    per_epoch = session.snapshot().per_epoch
    assert per_epoch > 1
    bar = shown(session.snapshot())
    assert bar.words.readout.within.split() == f"0 of {per_epoch} in this epoch".split()
    reported, filled = [], []
    for _ in range(per_epoch + 1):
        session.step_update()
        bar.show_snapshot(session.snapshot())
        reported.append(int(bar.words.readout.within.split()[0]))
        filled.append(accent_below_text(bar))
    assert reported == [*range(1, per_epoch + 1), 1]
    assert filled[:-1] == sorted(set(filled[:-1]))
    assert filled[-1] == filled[0]
    assert shown(moment("xor", 3)).words.readout.within == ""


def accent_below_text(bar: TimelineStrip) -> int:
    """Count the accent-coloured pixels across the row under the text."""
    image, left = bar.grab().toImage(), round(bar.band.groove.right()) + 12
    accent = QColor(LIGHT.accent)
    rows = range(round(bar.band.ticks) - 2, round(bar.band.segment(1).top()) - 8)
    return max(sum(image.pixelColor(x, y) == accent for x in range(left, bar.width())) for y in rows)


def test_that_a_change_of_batches_starts_a_new_epoch(shown) -> None:
    session = Session(find_scenario("spiral"))
    session.step_update(7)
    scenario = session.scenario
    session.change(replace(scenario, batch=replace(scenario.batch, size=50)))
    bar = shown(session.snapshot())
    assert bar.words.readout.within.split()[0] == "0"
    session.step_line()
    bar.show_snapshot(session.snapshot())
    assert bar.words.readout.within.split()[0] == "1"


def test_that_a_click_asks_to_run_to_that_line(shown) -> None:
    bar = shown(moment("xor", 159, 9))
    lines = asked(bar)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=middle(bar, 12))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(middle(bar, 15).x(), middle(bar, 15).y() + 12))
    QTest.mouseClick(bar, Qt.MouseButton.RightButton, pos=middle(bar, 13))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() - 40, 24))
    assert lines == [12, 15]


def test_that_the_pointer_and_the_segment_say_what_can_be_clicked(shown) -> None:
    bar = shown(moment("xor", 159, 9))
    for line, lit in ((12, LIGHT.faint), (3, LIGHT.accent_hover)):
        hover(bar, middle(bar, line))
        assert bar.cursor().shape() == Qt.CursorShape.PointingHandCursor
        assert colour(bar, line) == QColor(lit)
    hover(bar, QPoint(bar.width() - 40, 24))
    assert bar.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert colour(bar, 3) == QColor(LIGHT.accent)
    hover(bar, QPoint(2, 90))
    assert bar.cursor().shape() == Qt.CursorShape.ArrowCursor
    hover(bar, middle(bar, 12))
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert colour(bar, 12) == QColor(LIGHT.border)


def test_that_the_tooltip_has_the_formula_and_what_a_click_does(shown) -> None:
    snapshot = moment("xor", 159, 9)
    bar = shown(snapshot)
    ahead, done = tooltip(bar, middle(bar, 10)), tooltip(bar, middle(bar, 4))
    assert snapshot.program[10].formula(snapshot.labels) in ahead
    assert "run on to this line" in ahead
    assert "of the next update" in done
    assert "training data" in tooltip(bar, QPoint(bar.width() - 40, 24))


def test_that_formulas_are_in_the_convention_of_the_scenario_or_the_one_asked_for(shown) -> None:
    snapshot = moment("worked-example-2-3-1", 1)
    assert snapshot.scenario.convention == "rows"
    bar = shown(snapshot)
    assert snapshot.program[1].formula(snapshot.labels, "rows") in tooltip(bar, middle(bar, 1))
    bar.show_convention("columns")
    assert snapshot.program[1].formula(snapshot.labels, "columns") in tooltip(bar, middle(bar, 1))


def test_that_with_the_keyboard_arrows_mark_a_line_and_return_runs_to_it(in_a_window) -> None:
    bar, used = in_a_window(moment("xor", 159, 9))
    lines = asked(bar)
    tab_to(bar)
    assert bar.marked == 10
    QTest.keyClick(bar, Qt.Key.Key_Right)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    QTest.keyClick(bar, Qt.Key.Key_Left)
    assert bar.marked == 11
    assert used == []
    edge = QPoint(middle(bar, 11).x(), round(bar.band.segment(11).top()) - 4)
    assert bar.grab().toImage().pixelColor(edge) == QColor(LIGHT.accent)
    QTest.keyClick(bar, Qt.Key.Key_Return)
    assert lines == [11]


def test_that_a_click_leaves_the_arrow_keys_to_the_window(in_a_window) -> None:
    bar, used = in_a_window(moment("xor", 159, 9))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=middle(bar, 12))
    assert not bar.hasFocus()
    assert bar.marked is None
    QTest.keyClick(button_of(bar), Qt.Key.Key_Right)
    assert used == ["line"]
    tab_to(bar)
    QTest.keyClick(bar, Qt.Key.Key_Tab)
    assert bar.marked is None
    QTest.keyClick(button_of(bar), Qt.Key.Key_Right)
    assert used == ["line", "line"]


def test_that_another_scenario_has_its_own_segments(shown) -> None:
    bar = shown(moment("xor", 1))
    spiral = moment("spiral", 1)
    hover(bar, middle(bar, 15))
    bar.show_snapshot(spiral)
    assert bar.band.segment(len(spiral.program)).right() > bar.band.segment(15).right()
    assert bar.words.readout.text.endswith(f"of {len(spiral.program)}")
    bar.show_snapshot(moment("xor", 0))
    assert colour(bar, 15) == QColor(LIGHT.border)


def test_that_an_empty_strip_is_harmless(shown, qtbot) -> None:
    bar = TimelineStrip(LIGHT)
    qtbot.addWidget(bar)
    bar.show()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(50, 20))
    QTest.keyClick(bar, Qt.Key.Key_Return)
    bar.grab()
    assert bar.words.readout.text == ""


def test_that_nothing_keeps_a_strip_alive(qtbot) -> None:
    bar = TimelineStrip(LIGHT)
    bar.show_snapshot(moment("xor", 1))
    bar.grab()
    alive = weakref.ref(bar)
    del bar
    gc.collect()
    assert alive() is None


# The run's groove, and typing where to go ----------------------------------------------------------------------------


def edited() -> Session:
    """Make a run of xor: 300 updates, another rate, 200, a cell, 100, a penalty, 400."""
    session = Session(find_scenario("xor"))
    session.step_update(300)
    scenario = session.scenario
    session.change(replace(scenario, optimiser=replace(scenario.optimiser, learning_rate=0.9)), "Learning rate 0.9")
    session.step_update(200)
    session.set_value("W1", (0, 1), "1/3")
    session.step_update(100)
    session.change(replace(session.scenario, penalty=PenaltySpec("l2", 0.001)), "Penalty L2")
    session.step_update(400)
    return session


@pytest.fixture
def strip(qtbot):
    def show(snapshot: Snapshot, theme=LIGHT, width: int = 1000) -> TimelineStrip:
        made = TimelineStrip(theme)
        qtbot.addWidget(made)
        made.resize(width, made.sizeHint().height())
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        made.show_snapshot(snapshot)
        return made

    return show


def tip_at(strip: TimelineStrip, update: int) -> list[str]:
    lines = strip.tip(strip.band.place_of(update)).split("\n")
    return [line for line in lines if not line.startswith("loss after it")]


def test_that_the_groove_tells_what_each_update_was_made_with_as_far_as_it_changed(strip) -> None:
    shown = strip(edited().snapshot())
    assert tip_at(shown, 100) == ["update 100 · epoch 100", "η = 0.42", "no penalty"]
    assert tip_at(shown, 400) == ["update 400 · epoch 400", "η = 0.9", "no penalty"]
    assert tip_at(shown, 900) == ["update 900 · epoch 900", "η = 0.9", "L2: λ/2 Σw², λ = 0.001"]
    assert tip_at(shown, 0)[0] == "the start"


def test_that_the_groove_names_the_edits_of_a_place(strip) -> None:
    shown = strip(edited().snapshot())
    assert tip_at(shown, 300)[-1] == "Learning rate 0.9 (after update 300)"
    assert tip_at(shown, 500)[-1] == "W¹ [1, 2] = 0.3333333333333333 (after update 500)"
    assert not any("after update" in line for line in tip_at(shown, 450))


def test_that_many_edits_of_one_place_are_reported_by_their_number(strip) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(50)
    for at in range(40):
        session.set_value("W1", (at % 3, at % 2), float(at))
    session.step_update(50)
    reported = tip_at(strip(session.snapshot()), 50)
    assert len(reported) == 8
    assert reported[-1] == "and 34 more"


def test_that_settings_that_never_changed_are_not_reported(strip) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(50)
    assert tip_at(strip(session.snapshot()), 25) == ["update 25 · epoch 25"]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_edits_are_diamonds_filled_for_a_value(strip, theme) -> None:
    shown = strip(edited().snapshot(), theme)
    image = shown.grab().toImage()

    def middle_and_side(update: int) -> tuple[QColor, QColor]:
        x, y = round(shown.band.place_of(update).x()), round(shown.band.groove.bottom()) - 7
        return image.pixelColor(x, y), image.pixelColor(x + 8, y - 4)

    for update, fill in ((300, theme.panel), (600, theme.panel), (500, theme.secondary)):
        middle, side = middle_and_side(update)
        assert middle == QColor(fill)
        assert side == QColor(theme.window)
    assert middle_and_side(450)[0] not in (QColor(theme.panel), QColor(theme.secondary))


def test_that_the_groove_is_the_loss_blue_before_now_and_grey_after(strip) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(400)
    session.seek(160)
    shown = strip(session.snapshot())
    image, band = shown.grab().toImage(), shown.band

    def hues(update: int) -> set[int]:
        x = round(band.x_of(update))
        column = [image.pixelColor(x, y) for y in range(round(band.groove.top()) + 4, round(band.groove.bottom()) - 4)]
        return {colour.blue() - colour.red() > 60 for colour in column if colour != QColor(LIGHT.window)}

    assert hues(80) >= {True}
    assert hues(300) == {False}
    tip = shown.tip(shown.band.place_of(300)).split("\n")
    assert tip[1].startswith("loss after it: 0.0")


def test_that_the_curve_ends_with_the_groove_where_the_cursor_is_less_than_a_pixel_before_its_end(shown) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(400)
    session.step_back_line(2)
    bar = shown(session.snapshot(), width=500)
    groove = bar.band.groove
    assert 0 < groove.right() - bar.band.place_of(399 + 13 / 15).x() < 1
    image = bar.grab().toImage()
    right = [image.pixelColor(round(groove.right()) + 10 + k, round(groove.top()) + 3).name() for k in range(4)]
    beside = image.pixelColor(round(groove.right()) + 10, round(groove.top()) - 3).name()
    assert set(right) == {beside}
    rows = range(round(groove.top()), round(groove.bottom()))
    assert {image.pixelColor(round(groove.right()) + 12, y).name() for y in rows} == {beside}


def test_that_the_other_branches_are_drawn_and_the_longest_reaches_the_end(strip) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(400)
    session.seek(160)
    session.set_value("W1", (0, 1), 3.0)
    session.step_update(40)
    shown = strip(session.snapshot())
    assert shown.band.seen.high == 400
    sought: list[object] = []
    shown.seek_requested.connect(sought.append)
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.band.place_of(399).toPoint())
    assert sought == [200]


@given(st.integers(1, 2_000_000), st.floats(200, 3000), st.floats(0, 1))
def test_that_pixels_and_updates_are_each_others_inverse_as_far_as_pixels_can_tell(last, right, share) -> None:
    band = band_of(LIGHT, right, AxisRange(0.0, last), 0, [])
    update = round(share * last)
    assert band.update_at(band.x_of(update)) == update
    x = band.groove.left() + share * band.groove.width()
    assert abs(band.x_of(band.update_at(x)) - x) <= band.groove.width() / last / 2 + 1e-6
    assert band.update_at(band.groove.left() - 50) == 0
    assert band.update_at(band.groove.right() + 50) == last


@given(st.integers(1, 2_000_000), st.floats(0, 1), st.integers(1, 150), st.floats(200, 3000))
def test_that_the_segments_stay_within_the_groove_and_under_the_handle_where_they_can(last, share, lines, right):
    completed = round(share * last)
    band = band_of(LIGHT, right, AxisRange(0.0, last), completed, ["forward"] * lines)
    left, end = band.segments.rectangles[0].left(), band.segments.rectangles[-1].right()
    assert band.groove.left() - 1e-6 <= left
    assert end <= band.groove.right() + 1e-6
    middle = (left + end) / 2
    if left > band.groove.left() + 1 and end < band.groove.right() - 1:
        assert middle == pytest.approx(band.x_of(completed), abs=1)


@pytest.mark.parametrize("losses", [[np.nan] * 5, [1.0, np.inf, 0.5, np.nan, 0.2], [1e-9, 1.0, 1e300, 3.0, 0.0], [2.0]])
def test_that_any_losses_can_be_drawn(strip, losses) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(len(losses) - 1)
    snapshot = session.snapshot()
    curve = replace(snapshot.curve, train=np.array(losses), fault=None if len(losses) == 1 else 2)
    shown = strip(replace(snapshot, curve=curve))
    assert not shown.grab().isNull()
    assert min(scale_shares(losses)) >= 0
    assert max(scale_shares(losses)) <= 1


def scale_shares(losses: list[float]) -> list[float]:
    array = np.array(losses)
    shares = groove_scale(array, []).heights(array[np.isfinite(array) & (array > 0)])
    return [0.0, *np.clip(shares[np.isfinite(shares)], None, 1.0 + 1e-9).round(6).tolist()]


def test_that_the_wheel_goes_update_by_update_and_stops_at_both_ends(strip) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(30)
    session.seek(25)
    shown = strip(session.snapshot())
    sought: list[object] = []
    shown.seek_requested.connect(sought.append)
    place = shown.band.place_of(10)
    for delta, fast in ((120, False), (-120, False), (60, False), (60, False), (-120, True), (120, True)):
        keys = Qt.KeyboardModifier.ShiftModifier if fast else Qt.KeyboardModifier.NoModifier
        where = shown.mapToGlobal(place)
        turned = QWheelEvent(
            place, where, QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(shown, turned)
    assert sought == [26, 24, 26, 15, 30]


def test_that_a_screen_reader_finds_a_slider_with_the_position_in_words(strip) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(30)
    session.seek(12, 9)
    shown = strip(session.snapshot())
    slider = shown.slider
    assert slider.accessibleName() == "The run so far"
    assert (slider.minimum(), slider.value(), slider.maximum()) == (0, 12, 30)
    assert slider.accessibleDescription() == "epoch 12 · update 12 · line 9 of 15 · past · End = 30"
    sought: list[object] = []
    shown.seek_requested.connect(sought.append)
    slider.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(slider, key)
    assert sought == [13, 11, 0, 30]


def test_that_a_breakpoint_that_was_hit_is_red_where_it_stopped(strip) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(100)
    hit = session.snapshot().position
    session.step_update(100)
    shown = strip(session.snapshot())
    x, y = round(shown.band.place_of(100).x()), round(shown.band.groove.bottom()) - 7
    assert shown.grab().toImage().pixelColor(x, y) != QColor(LIGHT.breakpoint)
    shown.show_hits({EpochReached(100): BreakpointHits(1, hit)})
    assert shown.grab().toImage().pixelColor(x, y) == QColor(LIGHT.breakpoint)


def test_that_moving_over_the_groove_tells_at_once(strip) -> None:
    shown = strip(edited().snapshot())
    hover(shown, shown.band.place_of(400).toPoint())
    assert QToolTip.text().startswith("update 400")
    QToolTip.hideText()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "update"),
    [
        ("1234", 1234),
        ("1 234", 1234),
        ("1\u2009234", 1234),
        ("0", 0),
        ("+100", 600),
        ("-100", 400),
        ("\u2212 100", 400),
        ("e12", 12),
        ("E 12", 12),
        ("1300", 1300),
        ("1301", 1301),
        ("-501", None),
        ("+801", 1301),
        ("e0", None),
        ("e1301", 1301),
        ("", None),
        ("1.5", None),
        ("1,234", None),
        ("1 2", None),
        ("1 0000", None),
        ("many", None),
        ("9" * 400, None),
    ],
)
@pytest.mark.sample(6)
def test_that_what_is_typed_is_read_as_an_update_of_the_branch_or_after_it(typed, update) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(1300)
    session.seek(500)
    assert read_update(typed, session.snapshot()) == update


def test_that_a_typed_update_is_asked_for_and_the_field_goes(strip) -> None:
    shown = strip(edited().snapshot())
    sought: list[object] = []
    shown.reach_requested.connect(sought.append)
    shown.setFocus()
    shown.ask_update()
    shown.ask_update()
    jump = shown.jump
    assert jump.isVisible()
    assert jump.edit.hasFocus()
    assert jump.edit.selectedText() == "1000"
    QTest.keyClicks(jump.edit, "40")
    QTest.keyClick(jump.edit, Qt.Key.Key_Return)
    assert sought == [40]
    assert not jump.isVisible()
    assert shown.hasFocus()


def test_that_a_click_on_the_readout_opens_the_field_and_escape_or_leaving_closes_it(strip) -> None:
    shown = strip(edited().snapshot())
    sought: list[object] = []
    shown.reach_requested.connect(sought.append)
    bar = shown
    for leave in (lambda: QTest.keyClick(bar.jump.edit, Qt.Key.Key_Escape), bar.setFocus):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() - 60, 24))
        assert bar.jump.isVisible()
        QTest.keyClicks(bar.jump.edit, "7")
        leave()
        assert not bar.jump.isVisible()
    assert sought == []


@pytest.mark.parametrize("width", [1000, 460])
def test_that_what_is_no_update_is_reported_in_place_with_what_is_accepted(strip, width) -> None:
    shown = strip(edited().snapshot(), width=width)
    sought: list[object] = []
    shown.reach_requested.connect(sought.append)
    shown.ask_update()
    jump = shown.jump
    QTest.keyClicks(jump.edit, "-1001")
    QTest.keyClick(jump.edit, Qt.Key.Key_Return)
    assert jump.isVisible()
    assert jump.has_fault()
    assert "1\u2009000" in jump.hint.shown_text()
    assert sought == []
    assert shown.rect().contains(jump.geometry())
    QTest.keyClicks(jump.edit, "1200")
    assert not jump.has_fault()
    QTest.keyClick(jump.edit, Qt.Key.Key_Return)
    assert sought == [1200]


def test_that_an_empty_strip_asks_for_no_update(strip, qtbot) -> None:
    empty = TimelineStrip(LIGHT)
    qtbot.addWidget(empty)
    empty.show()
    empty.ask_update()
    assert not empty.jump.isVisible()
    empty.grab()


def test_that_nothing_keeps_the_whole_strip_alive(qtbot) -> None:
    made = TimelineStrip(LIGHT)
    made.show_snapshot(moment("xor", 1))
    made.grab()
    alive = weakref.ref(made)
    del made
    gc.collect()
    assert alive() is None


def test_that_the_wheel_with_ctrl_looks_closer_and_each_update_of_a_long_run_can_be_reached(strip) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(2000)
    shown = strip(session.snapshot())
    sought: list[object] = []
    shown.seek_requested.connect(sought.append)
    place = shown.band.place_of(500)
    keys, none = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.NoButton
    turned = QWheelEvent(
        place, shown.mapToGlobal(place), QPoint(), QPoint(0, 120 * 20), none, keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(shown, turned)
    assert sought == []
    assert shown.band.seen.span < 30
    assert shown.band.place_of(500).x() == pytest.approx(place.x(), abs=1)
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.band.place_of(503).toPoint())
    assert sought == [503]
    session.seek(900)
    shown.show_snapshot(session.snapshot())
    assert shown.band.has(900)
    QTest.keyClick(shown.slider, Qt.Key.Key_0)
    assert shown.band.seen == AxisRange(0.0, 2000.0)
    QTest.keyClick(shown.slider, Qt.Key.Key_C, keys)
    assert QApplication.clipboard().text().splitlines()[501] == f"500,{float(session.loss_curve.train[500])!r}"
