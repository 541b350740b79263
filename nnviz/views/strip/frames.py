"""What is pointed out in a strip: what the line wrote, the cell in question, and what it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PyQt6.QtCore import QPoint, QRect, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen, QPolygon

from nnviz.model.strip.reach import clipped
from nnviz.views.strip.boxes import MatrixBox, NumberBox
from nnviz.views.theme import Theme, metrics


@dataclass(frozen=True)
class CellFrames:
    """What is framed.

    Attributes
    ----------
    results
        What the line wrote; whether that is wrong.
    cells
        The cell in question, in the result and wherever it has a cell of its own.
    sources
        Rows and columns of the operands that go into it.
    """

    results: tuple[tuple[QRect, bool], ...] = ()
    cells: tuple[QRect, ...] = ()
    sources: tuple[QRect, ...] = ()


def region_in(box: MatrixBox, row: int, column: int) -> tuple[int | None, int | None] | None:
    """Return which cells of a matrix go into a cell of the result; None where that is not so simple."""
    there = box.operand.reach((row, column))
    return None if there is None else clipped(there, (box.rows.count, box.columns.count))


def frames_of(boxes: tuple[MatrixBox | NumberBox, ...], cell: tuple[int, int] | None) -> CellFrames:
    """Return what is framed for a cell of the result (row, column); for None only the result."""
    results = tuple((box.frame, box.equation.is_wrong) for box in boxes if box.is_result)
    if cell is None:
        return CellFrames(results)
    cells, sources = [], []
    for box in boxes:
        if isinstance(box, NumberBox):
            continue
        region = region_in(box, *cell)
        if region is None or region == (None, None) or box.rows.count == box.columns.count == 1:
            continue
        framed = box.region_rect(*region)
        is_cell = None not in region
        if box.is_result or (box.operand.is_computed and is_cell):
            cells.append(framed)
        else:
            sources.append(framed)
    return CellFrames(results, tuple(cells), tuple(sources))


class FramePainter:
    """Draws frames.

    Parameters
    ----------
    theme
        Colours and widths.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._ring, self._border = theme.px(metrics.RING), theme.px(metrics.BORDER)
        self._away, self._corner = theme.px(metrics.SMALL_GAP), theme.px(metrics.SMALL_CORNER)

    def draw_results(self, painter: QPainter, frames: CellFrames) -> None:
        """Draw the ring of *now* around results: the glow outside, and in it the outline that is seen without hue."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        wide = self._ring
        for frame, is_wrong in frames.results:
            away = self._away + wide / 2
            ring = QRectF(frame).adjusted(-away, -self._border - wide / 2, away, away)
            glow = self._theme.fault if is_wrong else self._theme.now_mark
            for colour, within in ((glow, 0.0), (self._theme.now_outline, float(wide))):
                painter.setPen(QPen(QColor(colour), wide))
                painter.drawRoundedRect(ring.adjusted(within, within, -within, -within), self._corner, self._corner)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def draw_cells(self, painter: QPainter, frames: CellFrames) -> None:
        """Draw the frames around cells, rows and columns."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in frames.sources:
            self._frame(painter, rect, self._theme.accent)
        for rect in frames.cells:
            self._frame(painter, rect, self._theme.text)

    def draw_set_since(self, painter: QPainter, cells: Iterable[QRect]) -> None:
        """Draw a corner in cells that have been set by hand since."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        for cell in cells:
            corner, side = cell.topRight(), 2 * self._away
            painter.drawPolygon(QPolygon([corner, corner - QPoint(side, 0), corner + QPoint(0, side)]))

    def draw_selected(self, painter: QPainter, rect: QRect) -> None:
        """Draw the frame of the selected cell, where it is not the one in question."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._frame(painter, rect, self._theme.text)

    def _frame(self, painter: QPainter, rect: QRect, colour: str) -> None:
        painter.setPen(QPen(QColor(colour), self._ring, join=Qt.PenJoinStyle.MiterJoin))
        half = self._ring // 2
        if min(rect.width(), rect.height()) < 2 * self._away:
            # Around a block that is too small for a frame inside.
            rect = rect.adjusted(-self._ring, -self._ring, self._ring + self._border, self._ring + self._border)
        painter.drawRect(rect.adjusted(half, half, -self._border - half, -self._border - half))
