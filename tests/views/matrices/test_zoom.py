"""A 512 × 784 matrix: a reduced picture at first, every cell and its number on looking closer."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QPoint, QPointF, QRect, Qt
from PyQt6.QtGui import QColor, QImage, QWheelEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.network.network import Layer
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.selection import Cell, Selection, with_cell
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import exact
from nnviz.views.matrices import MatricesPanel
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.place import CellAxis, MatrixPlace
from nnviz.views.matrices.reduction import Reductions
from nnviz.views.matrices.tooltips import MatrixTooltips
from nnviz.views.matrix_cells.block_extremes import reduced
from nnviz.views.theme import LIGHT, signed_colour

EXTREME = (333, 555)
Show = Callable[..., MatricesPanel]


def large() -> Scenario:
    rng = np.random.default_rng(0)
    data = DataSpec(
        kind="explicit", inputs=tuple(map(tuple, rng.random((3, 784)).tolist())), labels=(0, 1, 0), n_classes=2
    )
    return replace(find_scenario("xor"), data=data, layers=(Layer(512, "tanh"), Layer(1, "sigmoid")))


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    session = Session(large())
    session.set_value("W1", EXTREME, 30.0)
    session.set_value("W1", (10, 10), -29.0)
    return session.snapshot()


@pytest.fixture
def panel(qtbot: QtBot, snapshot: Snapshot) -> Iterator[MatricesPanel]:
    window, made = QMainWindow(), MatricesPanel(LIGHT)
    qtbot.addWidget(window)
    window.setCentralWidget(made)
    window.resize(780, 260)
    with qtbot.waitExposed(window):
        window.show()
    made.show_snapshot(snapshot)
    yield made
    window.close()


def place_of(panel: MatricesPanel, symbol: str = "W1") -> MatrixPlace:
    return next(place for place in panel.canvas.places() if place.entry == MatrixEntry(symbol))


def turn(panel: MatricesPanel, at: QPoint, units: int, modifiers: Qt.KeyboardModifier, across: int = 0) -> None:
    port = panel.canvas.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(port.mapToGlobal(at)),
        QPoint(),
        QPoint(across, units),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, event)


def closer(panel: MatricesPanel, cell: tuple[int, int], steps: int = 1) -> None:
    for _ in range(abs(steps)):
        at = place_of(panel).cell_rect(*cell).center()
        turn(panel, at, 120 if steps > 0 else -120, Qt.KeyboardModifier.ControlModifier)


def picture(panel: MatricesPanel) -> QImage:
    return panel.canvas.viewport().grab().toImage()


def colour_at(panel: MatricesPanel, cell: tuple[int, int]) -> QColor:
    rect = place_of(panel).cell_rect(*cell)
    return QColor(picture(panel).pixel(rect.left() + 1, rect.top() + 1))


def test_that_the_reduced_picture_shows_the_extremes_of_their_blocks(panel: MatricesPanel) -> None:
    shown = place_of(panel)
    assert shown.is_reduced
    assert colour_at(panel, EXTREME).name() == signed_colour(LIGHT, 30.0, 30.0).name()
    assert colour_at(panel, (10, 10)).blue() < colour_at(panel, (10, 10)).red()


def test_that_the_tooltip_says_which_cell_a_block_shows_and_how_to_look_closer(
    panel: MatricesPanel, snapshot: Snapshot
) -> None:
    shown = place_of(panel)
    block = shown.rows.block_of(EXTREME[0]), shown.columns.block_of(EXTREME[1])
    text = MatrixTooltips(snapshot, panel.canvas.picture.view).of_block(shown, *block)
    assert "[334, 556] = 30.0" in text
    assert "the largest in magnitude" in text
    assert "Ctrl + wheel" in text


def test_that_looking_closer_ends_at_the_numbers_of_the_very_cells(panel: MatricesPanel, snapshot: Snapshot) -> None:
    closer(panel, EXTREME, 12)
    shown = place_of(panel)
    assert not shown.is_reduced
    assert shown.slots
    assert shown.shows(*EXTREME)
    assert shown.cells.right() <= shown.frame.right() + 1
    for row in range(shown.rows.first, shown.rows.end):
        for column in range(shown.columns.first, shown.columns.end):
            point = shown.cell_rect(row, column).center()
            block = shown.block_at(point)
            assert block is not None
            assert (
                MatrixTooltips(snapshot, panel.canvas.picture.view)
                .of_block(shown, *block)
                .startswith(f"W¹ [{row + 1}, {column + 1}] = {exact(float(snapshot.values['W1'][row, column]))}")
            )


def test_that_each_step_closer_keeps_the_cell_under_the_mouse_and_shows_fewer(panel: MatricesPanel) -> None:
    at = place_of(panel).cell_rect(*EXTREME).center()
    counts = []
    for _ in range(12):
        shown = place_of(panel)
        counts.append((shown.rows.end - shown.rows.first) * (shown.columns.end - shown.columns.first))
        block = shown.block_at(at)
        assert block is not None
        rows, columns = shown.rows.range_of(block[0]), shown.columns.range_of(block[1])
        turn(panel, at, 120, Qt.KeyboardModifier.ControlModifier)
        assert place_of(panel).shows(rows[0], columns[0])
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 512 * 784
    assert counts[-1] < 100


def test_that_looking_less_close_shows_all_of_it_again(panel: MatricesPanel) -> None:
    whole, before = place_of(panel), picture(panel)
    closer(panel, EXTREME, 5)
    assert place_of(panel).is_part
    assert picture(panel) != before
    for _ in range(5):
        shown = place_of(panel)
        turn(panel, shown.cells.center(), -120, Qt.KeyboardModifier.ControlModifier)
    assert place_of(panel) == whole


def test_that_the_wheel_moves_in_what_is_seen_closer_up_to_its_ends(panel: MatricesPanel) -> None:
    closer(panel, EXTREME, 4)
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    before = place_of(panel)
    turn(panel, before.cells.center(), -120, none)
    below = place_of(panel)
    assert below.rows.first > before.rows.first
    assert below.columns == before.columns
    turn(panel, before.cells.center(), -120, shift)
    assert place_of(panel).columns.first > before.columns.first
    for _ in range(200):
        turn(panel, before.cells.center(), -120, none)
    assert place_of(panel).rows.end == 512


def test_that_a_click_chooses_the_cell_that_is_seen(qtbot: QtBot, panel: MatricesPanel) -> None:
    closer(panel, EXTREME, 12)
    asked: list[Cell] = []
    panel.cell_requested.connect(asked.append)
    at = place_of(panel).cell_rect(EXTREME[0], EXTREME[1]).center()
    QTest.mouseClick(panel.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked == [Cell("W1", *EXTREME)]


def test_that_a_cell_chosen_elsewhere_comes_into_the_part_that_is_seen(
    panel: MatricesPanel, snapshot: Snapshot
) -> None:
    closer(panel, EXTREME, 12)
    assert not place_of(panel).shows(3, 700)
    panel.show_selection(with_cell(snapshot, Selection(), Cell("W1", 3, 700)))
    assert place_of(panel).shows(3, 700)


def test_that_a_matrix_with_its_numbers_has_nothing_to_look_closer_at(panel: MatricesPanel, qtbot: QtBot) -> None:
    panel.show_snapshot(Session(find_scenario("xor")).snapshot())
    before = panel.canvas.places()
    turn(panel, place_of(panel).cells.center(), 120, Qt.KeyboardModifier.ControlModifier)
    assert panel.canvas.places() == before


@pytest.mark.parametrize("turned", [False, True], ids=["columns", "rows"])
def test_that_a_huge_matrix_is_reduced_over_several_paintings_and_is_then_what_it_is_at_once(turned: bool) -> None:
    numbers = np.random.default_rng(0).normal(size=(130, 40_003))
    numbers[7, 11], numbers[129, 40_002] = np.nan, -50.0
    numbers.flags.writeable = False
    drawn = numbers.T if turned else numbers
    axes = CellAxis(130, 4, 2), CellAxis(40_003, 96, 2)
    rows, columns = axes[::-1] if turned else axes
    place = MatrixPlace(MatrixEntry("A1"), "A1", "", QRect(), QPoint(), rows, columns, 0)
    reductions, late, found = Reductions(), 0, None
    while found is None:
        reductions.begin(0.002)
        found = reductions.of(place, drawn, numbers)
        assert reductions.is_behind == (found is None)
        late += found is None
    assert late > 0
    np.testing.assert_array_equal(found, reduced(drawn, rows.step, columns.step))
    assert reductions.of(place, drawn, numbers) is found
    another = drawn.copy()
    another.flags.writeable = False
    reductions.begin(0.0)
    assert reductions.of(place, another, another) is None  # and not what was there before


@pytest.mark.slow
def test_that_a_huge_matrix_is_painted_in_the_end_as_its_cells_are(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = Reductions.begin
    monkeypatch.setattr(Reductions, "begin", lambda reductions: begin(reductions, 0.001))
    scenario = replace(
        find_scenario("circle"),
        data=DataSpec("circle", samples=40_000),
        layers=(Layer(128, "relu"), Layer(1, "sigmoid")),
        batch=BatchSpec(),
    )
    session = Session(scenario)
    session.step_line(2)
    panel = MatricesPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(780, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_snapshot(session.snapshot())
    picture(panel)
    assert panel.canvas.picture.reductions.is_behind
    shown = place_of(panel, "A1")
    assert session.value("A1").size > 3_000_000
    assert shown.is_reduced
    values = session.value("A1")

    qtbot.waitUntil(lambda: not panel.canvas.picture.reductions.is_behind)  # without a request to paint
    image = picture(panel)
    row, column = shown.rows.blocks // 2, shown.columns.blocks // 2
    rows, columns = shown.rows.range_of(row), shown.columns.range_of(column)
    block = values[rows.start : rows.stop, columns.start : columns.stop]
    expected = signed_colour(LIGHT, float(block.max()), panel.canvas.picture.scales.of(shown.entry.quantity))
    assert image.pixelColor(shown.block_rect(row, column).center()).name() == expected.name()
