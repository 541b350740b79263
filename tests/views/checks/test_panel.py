"""The checks panel, with real events; what it shows is what the model's checks return."""

import threading
from collections.abc import Callable, Generator
from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QColor
from pytestqt.qtbot import QtBot

from nnviz.model.checks import GradientCheck, gradient_check, gradient_check_steps, update_check
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import scientific
from nnviz.views.checks import CheckBadge, ChecksPanel
from nnviz.views.sliced_job import SlicedJob
from nnviz.views.theme import DARK, LIGHT, Theme, apply_theme, band_colour

Show = Callable[..., ChecksPanel]


def moment(name: str = "xor", updates: int = 160, lines: int = 9) -> Snapshot:
    session = Session(find_scenario(name))
    session.step_update(updates)
    session.step_line(lines)
    return session.snapshot()


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Return a function that shows a panel on a moment and waits for its check."""

    def shown(snapshot: Snapshot, theme: Theme = LIGHT) -> ChecksPanel:
        panel = ChecksPanel(theme)
        qtbot.addWidget(panel)
        apply_theme(panel, theme)
        panel.resize(440, 700)
        panel.show_snapshot(snapshot)
        panel.show()
        qtbot.waitUntil(lambda: panel.check is not None)
        return panel

    return shown


def centre(panel: ChecksPanel, block: int, row: int, column: int) -> QPoint:
    return panel.canvas.cell_rect(block, row, column).center().toPoint()


def written(relative: float) -> str:
    return f"{relative:.3e}".replace("-", "−")


def test_that_the_numbers_are_those_of_the_models_check(show: Show) -> None:
    snapshot = moment()
    panel = show(snapshot)
    check = gradient_check(snapshot)
    assert [block.symbol for block in panel.canvas.blocks] == [f"d{symbol}" for symbol in check.parameters]
    for block, expected in zip(panel.canvas.blocks, check.parameters.values(), strict=True):
        assert block.results is not None
        np.testing.assert_array_equal(block.results.actual, expected.analytic)
        np.testing.assert_array_equal(block.results.expected, expected.numeric)
        np.testing.assert_array_equal(block.results.result, expected.error)
        assert block.good
    # Which it is depends on the last bits, and these on the machine: it is the rounding of the differences.
    assert 1e-11 < check.maximum < 1e-9
    assert panel.bar.text() == f"relative error {written(check.maximum)} good"


def test_that_a_cells_tooltip_has_the_exact_numbers(show: Show) -> None:
    snapshot = moment()
    reported = show(snapshot).canvas.tip((0, 1, 0))
    check = gradient_check(snapshot).parameters["W1"]
    for array in (check.analytic, check.numeric, check.error):
        assert repr(float(array[1, 0])) in reported
    assert "∂L/∂W¹₂₁" in reported


def test_that_a_click_on_a_cell_asks_for_it(show: Show, qtbot: QtBot) -> None:
    panel = show(moment())
    with qtbot.waitSignal(panel.cell_requested) as asked:
        qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=centre(panel, 0, 2, 1))
    assert asked.args == [Cell("dW1", 2, 1)]


def test_that_in_rows_a_click_still_asks_for_the_cell_of_the_column_convention(show: Show, qtbot: QtBot) -> None:
    panel = show(moment())
    panel.show_convention("rows")
    upright, flat = panel.canvas.cell_rect(0, 0, 0), panel.canvas.cell_rect(0, 2, 0)
    assert flat.left() > upright.left()
    assert flat.top() == upright.top()
    with qtbot.waitSignal(panel.cell_requested) as asked:
        qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=centre(panel, 0, 2, 1))
    assert asked.args == [Cell("dW1", 2, 1)]


def test_that_arrows_go_from_cell_to_cell(show: Show, qtbot: QtBot) -> None:
    panel = show(moment())
    asked: list[Cell] = []
    panel.cell_requested.connect(asked.append)
    panel.canvas.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(panel.canvas, key)
    assert asked == [Cell("dW1", 0, 0), Cell("dW1", 0, 1), Cell("dW1", 1, 0), Cell("dW1", 0, 1)]
    assert "∂L/∂W¹₁₂" in panel.canvas.accessibleDescription()
    panel.show_convention("rows")
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Up)
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Down)
    assert asked[-2:] == [Cell("dW1", 2, 0), Cell("dW1", 0, 1)]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_cells_have_the_colour_of_their_band(show: Show, theme: Theme) -> None:
    panel = show(moment(), theme)
    corner = panel.canvas.cell_rect(0, 0, 0).topLeft().toPoint() + QPoint(3, 3)
    assert panel.canvas.grab().toImage().pixelColor(corner) == band_colour(theme, "good")


def test_that_a_wrong_gradient_is_reported_in_words_and_colour(show: Show) -> None:
    snapshot = moment(lines=15)
    values = {**snapshot.values, "dW1": -snapshot.values["dW1"]}
    panel = show(replace(snapshot, values=values))
    assert panel.bar.text() == "relative error 2 wrong"
    first, second = panel.canvas.blocks[:2]
    assert (first.symbol, first.good) == ("dW1", False)
    assert (second.symbol, second.good) == ("db1", True)
    corner = panel.canvas.cell_rect(0, 0, 0).topLeft().toPoint() + QPoint(3, 3)
    assert panel.canvas.grab().toImage().pixelColor(corner) == QColor(LIGHT.fault)


def test_that_nothing_is_checked_while_hidden(qtbot: QtBot) -> None:
    panel = ChecksPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_snapshot(moment())
    qtbot.wait(50)
    assert panel.check is None


def test_that_before_the_first_check_all_is_hatched(qtbot: QtBot) -> None:
    panel = ChecksPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_running(True)
    panel.show_snapshot(moment())
    panel.show()
    qtbot.wait(50)
    assert panel.check is None
    assert [block.results for block in panel.canvas.blocks] == [None] * 4
    assert panel.bar.text() == "relative error —"


def test_that_in_a_run_the_last_check_stays_faded_and_the_pause_makes_a_new_one(show: Show, qtbot: QtBot) -> None:
    panel = show(moment())
    first = panel.check
    reported: list[object] = []
    panel.check_changed.connect(reported.append)
    panel.show_running(True)
    panel.show_snapshot(moment(updates=200))
    qtbot.wait(50)
    assert panel.check is first
    assert panel.canvas.is_faded
    assert reported == [None]
    panel.show_running(False)
    qtbot.waitUntil(lambda: panel.check is not first)
    assert not panel.canvas.is_faded
    assert panel.check is not None
    assert panel.check.update == 201
    assert reported == [None, panel.check]


def test_that_lines_of_the_same_update_are_not_checked_again_unless_they_bring_a_gradient(
    show: Show, qtbot: QtBot
) -> None:
    session = Session(find_scenario("xor"))
    session.step_line(1)
    panel = show(session.snapshot())
    first = panel.check
    session.step_line(3)
    panel.show_snapshot(session.snapshot())
    qtbot.wait(50)
    assert panel.check is first
    session.step_line(3)
    panel.show_snapshot(session.snapshot())
    qtbot.waitUntil(lambda: panel.check is not first)


def test_that_an_entered_epsilon_is_used_and_auto_brings_the_other_back(show: Show, qtbot: QtBot) -> None:
    snapshot = moment()
    panel = show(snapshot)
    first, edit = panel.check, panel.bar.field.line_edit()
    edit.selectAll()
    qtbot.keyClicks(edit, "1e-2")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.check is not None and panel.check is not first)
    assert panel.check is not None
    assert {check.epsilon for check in panel.check.parameters.values()} == {1e-2}
    assert panel.check.maximum == gradient_check(snapshot, 1e-2).maximum
    second = panel.check
    qtbot.mouseClick(panel.bar.automatic, Qt.MouseButton.LeftButton, pos=QPoint(8, panel.bar.automatic.height() // 2))
    qtbot.waitUntil(lambda: panel.check is not None and panel.check is not second)
    assert panel.check is not None
    assert panel.check.maximum == gradient_check(snapshot).maximum


def kinked() -> Snapshot:
    """Return a moment at which a ReLU's weighted input is all but 0."""
    document = find_scenario("xor").to_json().replace('"tanh"', '"relu"')
    return Session(Scenario.from_json(document)).snapshot()


def test_that_steps_over_a_bend_are_reported_and_their_cells_say_nothing(show: Show) -> None:
    snapshot = kinked()
    check = gradient_check(snapshot)
    assert check.warnings  # with biases of 0, the sample at the origin stands on the bend
    panel = show(snapshot)
    assert panel.remark.isVisible()
    assert str(len(check.warnings)) in panel.remark.text()
    assert "bend" in panel.remark.text()
    block = next(block for block in panel.canvas.blocks if block.results is not None and block.results.left_out.any())
    place = np.argwhere(block.results.left_out)[0]
    assert "not a derivative" in panel.canvas.tip((panel.canvas.blocks.index(block), int(place[0]), int(place[1])))


def test_that_update_shows_the_models_update_check(show: Show, qtbot: QtBot) -> None:
    snapshot = moment(lines=15)
    panel = show(snapshot)
    qtbot.keyClick(panel.mode, Qt.Key.Key_Tab)
    segment = panel.mode.children()[-1]
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert panel.mode.chosen_key() == "update"
    assert panel.bar.text() == "all changed as expected"
    for block, expected in zip(panel.canvas.blocks, update_check(snapshot).parameters.values(), strict=True):
        assert expected is not None
        assert block.results is not None
        assert (block.symbol, block.good) == (expected.symbol, True)
        np.testing.assert_array_equal(block.results.actual, expected.actual)
        np.testing.assert_array_equal(block.results.expected, expected.expected)


def test_that_what_has_not_changed_yet_is_hatched_in_the_update_check(show: Show, qtbot: QtBot) -> None:
    panel = show(moment(lines=12))
    qtbot.mouseClick(panel.mode.children()[-1], Qt.MouseButton.LeftButton)
    found = {block.symbol: block.results is not None for block in panel.canvas.blocks}
    assert found == {"W1": True, "b1": False, "W2": False, "b2": False}
    assert panel.bar.text() == "not all have changed yet"


def test_that_a_large_network_is_checked_along_directions_and_the_window_stays_alive(qtbot: QtBot) -> None:
    document = find_scenario("three-class-spiral").to_json()
    snapshot = Session(Scenario.from_json(document.replace('"units": 10', '"units": 60'))).snapshot()
    assert sum(value.size for value in snapshot.parameters.values()) > 2000
    panel = ChecksPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_snapshot(snapshot)
    panel.show()
    qtbot.waitUntil(lambda: panel.check is not None)
    assert panel.check is not None
    assert panel.check.directions == 8
    assert "8 random directions" in panel.remark.text()
    asked: list[Cell] = []
    panel.cell_requested.connect(asked.append)
    qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=centre(panel, 0, 0, 1))
    assert asked == []


def test_that_a_check_is_made_in_slices_between_which_the_window_lives(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nnviz.views.sliced_job.SLICE", 0.0)
    snapshot = moment("three-class-spiral", 3, 2)
    job = SlicedJob()
    reported: list[float] = []
    job.progressed.connect(reported.append)
    with qtbot.waitSignal(job.finished) as found:
        job.start(gradient_check_steps(snapshot, 1e-4))
    assert found.args is not None
    assert found.args[0].maximum == gradient_check(snapshot, 1e-4).maximum
    cells = sum(value.size for value in snapshot.parameters.values())
    assert reported == [(done + 1) / cells for done in range(cells)]
    assert not job.is_running


def test_that_a_large_check_is_made_beside_the_window_and_finds_the_same(qtbot: QtBot) -> None:
    snapshot = moment("three-class-spiral", 3, 2)
    job, threads = SlicedJob(), set()

    def steps() -> Generator[float, None, GradientCheck]:
        walk = gradient_check_steps(snapshot, 1e-4)
        while True:
            threads.add(threading.current_thread())
            try:
                yield next(walk)
            except StopIteration as end:
                return end.value

    with qtbot.waitSignal(job.finished) as found:
        job.start(steps(), is_large=True)
    assert found.args is not None
    assert found.args[0].maximum == gradient_check(snapshot, 1e-4).maximum
    assert threading.main_thread() not in threads
    assert not job.is_running


def test_that_a_large_check_that_is_given_up_makes_room_for_the_next(qtbot: QtBot) -> None:
    hold, reported, job = threading.Event(), [], SlicedJob()

    def steps(wait: bool) -> Generator[float, None, str]:
        if wait:
            hold.wait(5)
        yield 0.5
        return "given up" if wait else "made"

    job.finished.connect(reported.append)
    job.start(steps(wait=True), is_large=True)
    qtbot.wait(20)
    job.stop()
    job.start(steps(wait=False), is_large=True)
    qtbot.wait(20)
    assert reported == []
    hold.set()
    qtbot.waitUntil(lambda: reported == ["made"])


def test_that_a_step_to_another_update_gives_a_check_under_way_up(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nnviz.views.sliced_job.SLICE", 0.0)
    panel = ChecksPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_snapshot(moment("three-class-spiral", 3, 2))
    panel.show_snapshot(moment("three-class-spiral", 4, 2))
    qtbot.waitUntil(lambda: panel.check is not None)
    assert panel.check is not None
    assert panel.check.update == 5


def test_that_the_badge_shows_what_was_found_and_nothing_when_nothing_was(qtbot: QtBot) -> None:
    badge = CheckBadge(LIGHT)
    qtbot.addWidget(badge)
    badge.resize(300, 30)
    badge.show()
    assert badge.text() == ""
    empty = badge.grab().toImage()
    check = gradient_check(moment())
    badge.show_check(check)
    assert badge.text() == f"check ✓ {scientific(check.maximum, 1)}"
    assert written(check.maximum) in badge.toolTip()
    assert badge.grab().toImage() != empty
    badge.show_check(None)
    assert badge.text() == ""
    assert badge.grab().toImage() == empty


def test_that_a_gradient_too_small_to_tell_is_shown_as_neither_right_nor_wrong(show: Show, qtbot: QtBot) -> None:
    panel = show(moment("linear-unit", 1000, 1))
    weight, bias = panel.canvas.blocks
    assert (weight.verdict, weight.good) == ("too small to tell", None)
    assert weight.results is not None
    assert weight.results.left_out.all()
    assert "Too small to tell: rounding alone could make this difference" in panel.canvas.tip((0, 0, 0))
    assert panel.bar.text() == "relative error — too small to tell"
    badge = CheckBadge(LIGHT)
    qtbot.addWidget(badge)
    badge.show_check(panel.check)
    assert badge.text() == "check · —"
    assert "too small to tell" in badge.toolTip()
    assert bias.good is None
