"""A strip as one picture, in pixels of the whole surface: what is drawn where, and which cells are in question."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from PyQt6.QtCore import QPoint, QRect
from PyQt6.QtGui import QPainter

from nnviz.model.arrays.array import Array
from nnviz.model.session.selection import Cell, Selection, shown_cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.strip.equation import LineEquation
from nnviz.model.text.convention import Convention
from nnviz.views.strip.arranging import Arrangement, StripArranger
from nnviz.views.strip.boxes import MatrixBox, NumberBox, StripSpot, tag_text
from nnviz.views.strip.frames import CellFrames, FramePainter, frames_of, region_in
from nnviz.views.strip.measures import Measures
from nnviz.views.strip.painting import EquationPainter
from nnviz.views.strip.shown_line import ShownLine
from nnviz.views.strip.values import StripValues
from nnviz.views.theme import Theme

if TYPE_CHECKING:
    from nnviz.model.recorded_run.recorded_run import Moment
    from nnviz.views.strip.arithmetic_text import ArithmeticText


class StripPicture:
    """Arranges and draws the line that has just run, or the next one where none has.

    Parameters
    ----------
    theme
        Colours, fonts and lengths.

    Attributes
    ----------
    snapshot, selection, convention
        What is shown.
    arrangement
        Where everything is.
    hovered
        The cell under the mouse.
    """

    def __init__(self, theme: Theme) -> None:
        self.snapshot: Snapshot | None = None
        self.selection = Selection()
        self.convention: Convention = "columns"
        self.arrangement = Arrangement()
        self.hovered: StripSpot | None = None
        self._moment: Moment | None = None
        self._size = (0, 0)
        self._equations: tuple[LineEquation, ...] = ()
        self._arranged_for: tuple[object, ...] = ()
        self._whole = Arrangement()
        self._pointed_for: tuple[object, ...] = ()
        self._is_asked_about = False
        self._in_question: tuple[int, int] = (0, 0)
        self.measures = Measures(theme)
        self.values = StripValues()
        self._arranger = StripArranger(self.measures, tag_text)
        self._line = ShownLine(self._arranger)
        self._painter = EquationPainter(theme, self.measures, self.values)
        self._frames = FramePainter(theme)
        self._theme = theme

    # What is shown -----------------------------------------------------------------------------------------------

    @property
    def line_number(self) -> int:
        """The line that is shown, from 1: the lit one, or the first of the next update."""
        return 0 if self.snapshot is None else self.snapshot.position.line or 1

    @property
    def equations(self) -> tuple[LineEquation, ...]:
        """What is shown: one equation, or what a line of a person's own code wrote."""
        return self._equations

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another moment after the next `update`."""
        if self.snapshot is not None and snapshot.program.recipe != self.snapshot.program.recipe:
            self.values.forget()
            self._line.forget()
        self.snapshot = snapshot

    def show_moment(self, moment: Moment | None) -> None:
        """Show what a line of a person's own code wrote; None when that has been closed."""
        self._moment = moment
        self.hovered = None

    def update(self, width: int, height: int) -> None:
        """Bring everything but the drawing up to date for a room."""
        self._size = width, height
        if self._moment is not None:
            self._show_recorded(self._moment)
        elif self.snapshot is not None:
            self._show_line(self.snapshot)
        self._point()

    def _show_line(self, snapshot: Snapshot) -> None:
        equations, arrangement = self._line.arrange(snapshot, self.line_number, self.convention, self._size)
        if arrangement is not self._whole:
            self._equations, self._whole = equations, arrangement
            self.hovered = None
        values = ((box.operand, self._line.value(box.operand)) for box in self._whole.operands)
        self.values.follow([(each, value) for each, value in values if value is not None], has_symbols=True)

    def _show_recorded(self, moment: Moment) -> None:
        from nnviz.model.strip.recorded_line import recorded_equations

        key = (moment, self._size)
        if not _same(key, self._arranged_for):
            self._arranged_for = key
            self._equations = recorded_equations(moment)
            self._whole = self._arranger.arrange(self._equations, *self._size)
            self.hovered = None
        for box in self._whole.operands:
            value = box.equation.value(box.operand)
            if value is not None:
                self.values.follow([(box.operand, value)], has_symbols=False)

    # Cells in question -------------------------------------------------------------------------------------------

    def show_hovered(self, spot: StripSpot | None) -> None:
        """Point out the cell under the mouse, and what it came from."""
        self.hovered = spot
        self._point()

    def _point(self) -> None:
        """Enlarge the rows and columns in question of reduced matrices."""
        self._in_question = self._cell_in_question()
        pointed = (self._whole, self._in_question)
        if not _same(pointed, self._pointed_for):
            self._pointed_for = pointed
            self.arrangement = self._whole.enlarging(lambda box: region_in(box, *self._in_question) or (None, None))

    @property
    def in_question(self) -> tuple[int, int]:
        """The cell of the result (row, column as drawn) that is pointed out and written out."""
        return self._in_question

    def _cell_in_question(self) -> tuple[int, int]:
        """Return the cell of the result that is under the mouse, or selected, or else the selection's sample's."""
        if not self._equations:
            return 0, 0
        rows, columns = self._equations[0].shape(self._equations[0].result)
        hovered = self.hovered
        # What is enlarged stays under the mouse: else it would move away from it.
        if hovered is not None and hovered.box.is_numbered and hovered.gives_result:
            return min(hovered.row, rows - 1), min(hovered.column, columns - 1)
        if self._moment is not None or self.snapshot is None or self._line.written is None:
            row, column = self._in_question if self._is_asked_about else self._of_sample(rows, columns)
            return min(row, rows - 1), min(column, columns - 1)
        symbol = self._line.written.line.writes
        cell = self.selection.cell
        if cell is None or cell.symbol != symbol:
            cell = shown_cell(self.snapshot, replace(self.selection, cell=None))
        if cell is None or cell.symbol != symbol:
            return 0, 0
        row, column = (cell.column, cell.row) if self.convention == "rows" else (cell.row, cell.column)
        return min(row, rows - 1), min(column, columns - 1)

    def _of_sample(self, rows: int, columns: int) -> tuple[int, int]:
        """Return the cell of a person's own array that belongs to the shown sample, where it is a known symbol's."""
        moment, snapshot = self._moment, None if self._moment is None else self._moment.snapshot
        if moment is None or snapshot is None or moment.note is None or moment.note.symbol not in snapshot.shapes:
            return self._in_question
        line = snapshot.lit_line
        cell = shown_cell(snapshot, replace(self.selection, cell=None))
        if line is None or cell is None or line.writes != moment.note.symbol or cell.symbol != line.writes:
            return self._in_question
        shape = snapshot.shapes[cell.symbol]
        if (rows, columns) == shape[::-1] and (rows != columns or snapshot.scenario.convention == "rows"):
            return cell.column, cell.row
        return (cell.row, cell.column) if (rows, columns) == shape else self._in_question

    def ask_about(self, spot: StripSpot) -> None:
        """Point out a cell of a person's own arrays."""
        if spot.gives_result:
            self._in_question = spot.row, spot.column
            self._is_asked_about = True

    # What is where -----------------------------------------------------------------------------------------------

    def spot_at(self, point: QPoint) -> StripSpot | None:
        """Return the cell that is drawn at a point; of a block the one of the largest magnitude."""
        return self.arrangement.spot_at(point)

    def number_at(self, point: QPoint) -> NumberBox | None:
        """Return the number at a point."""
        return self.arrangement.number_at(point)

    def cell_of(self, spot: StripSpot) -> Cell | None:
        """Return the symbol's cell at a spot; for an intermediate value the result's cell that it gives."""
        return None if self._moment is not None or self.snapshot is None else spot.cell(self.convention)

    def spots_of(self, cell: Cell) -> list[StripSpot]:
        """Return where a symbol's cell is drawn."""
        return self.arrangement.spots_of(cell, self.convention)

    def set_since(self, spot: StripSpot) -> float | None:
        """Return what a cell holds now, where it has been set by hand after the line had read or written it."""
        held = self._held_otherwise(spot.box)
        if held is None:
            return None
        value = spot.box.equation.value(spot.box.operand)
        assert value is not None
        now, shown = float(held[spot.row, spot.column]), float(value[spot.row, spot.column])
        return None if now == shown else now

    def _held_otherwise(self, box: MatrixBox) -> Array | None:
        """Return what a symbol holds now as it is drawn, where that is another array than the one that is shown."""
        operand, snapshot = box.operand, self.snapshot
        if not operand.symbol or snapshot is None or box.tag == "old" or self._moment is not None:
            return None
        value, held = self._line.value(operand), snapshot.value(operand.symbol)
        if value is None or held is None or _memory(value) == _memory(held):
            return None
        return held.T if (self.convention == "rows") != operand.is_turned else held

    def _cells_set_since(self) -> list[QRect]:
        """Return where cells are drawn that have been set since, of matrices with numbers."""
        found = []
        for box in self.arrangement.matrices:
            held = self._held_otherwise(box) if box.is_numbered else None
            if held is not None:
                changed = np.argwhere(held != box.equation.value(box.operand))
                found += [box.cell_rect(int(row), int(column)) for row, column in changed]
        return found

    # Drawing -----------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, room: QRect) -> bool:
        """Draw everything; return whether something has to be drawn again to be complete."""
        self.values.begin()
        frames = self._frames_shown()
        self._frames.draw_results(painter, frames)
        self._painter.draw(painter, self.arrangement.boxes)
        self._frames.draw_set_since(painter, self._cells_set_since())
        self._frames.draw_cells(painter, frames)
        cell = self.selection.cell
        if cell is not None and self._moment is None:
            for spot in self.spots_of(cell):
                if not spot.box.is_result:
                    self._frames.draw_selected(painter, spot.box.cell_rect(spot.row, spot.column))
        steps = self.steps()
        if steps:
            self._arithmetic.draw(painter, self.arrangement, room, self.in_question, steps)
        return self.values.is_behind

    @cached_property
    def _arithmetic(self) -> ArithmeticText:
        from nnviz.views.strip.arithmetic_text import ArithmeticText

        return ArithmeticText(self._theme, self.measures)

    def steps(self) -> tuple[str, ...]:
        """Return how the cell in question came about, in a few texts."""
        if self._moment is not None or self.snapshot is None or self._line.written is None:
            return ()
        if not self.snapshot.position.line:
            return ()
        # The first frame has no line that has run, and does without what explains one.
        from nnviz.model.strip.arithmetic import arithmetic

        return arithmetic(self.snapshot, self._line.written, *self.in_question)

    def _frames_shown(self) -> CellFrames:
        boxes = self.arrangement.operands
        frames = frames_of(boxes, self.in_question if self._equations else None)
        if self.hovered is not None and not self.hovered.gives_result:
            box, row, column = self.hovered
            own = (box.region_rect(row, None), box.region_rect(None, column))
            frames = replace(frames, sources=(*frames.sources, *(rect for rect in own if not box.is_result)))
        return frames


def _memory(array: Array) -> int:
    return int(array.__array_interface__["data"][0])


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Return whether keys have the very same objects, and equal numbers."""
    return len(one) == len(other) and all(a is b or a == b for a, b in zip(one, other, strict=True))
