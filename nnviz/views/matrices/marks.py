"""What is pointed out among the matrices: the lit line's, the selected cell, the shown sample, and what is hovered."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QRect, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen

from nnviz.model.session.selection import Selection, is_per_sample, shown_cell, shown_sample
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.matrices.arrangement import MatrixArrangement
from nnviz.views.matrices.arrangement_cache import View
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.place import Block, MatrixPlace
from nnviz.views.theme import Theme, metrics


@dataclass(frozen=True)
class MatrixMarks:
    """What is pointed out.

    Attributes
    ----------
    written, read
        Matrices that the lit line wrote, and those that its formula names.
    selected
        The selected cell, wherever it is drawn.
    samples
        The shown sample: for each matrix a rectangle around its column, or its row.
    hovered
        The block under the mouse.
    """

    written: tuple[MatrixPlace, ...] = ()
    read: tuple[MatrixPlace, ...] = ()
    selected: tuple[QRect, ...] = ()
    samples: tuple[QRect, ...] = ()
    hovered: Block | None = None


def marks_of(
    snapshot: Snapshot,
    selection: Selection,
    view: View,
    arrangement: MatrixArrangement,
    hovered: Block | None,
    width: int,
) -> MatrixMarks:
    """Return what is pointed out.

    Parameters
    ----------
    snapshot, selection, view, arrangement
        What is shown, and where.
    hovered
        The block under the mouse.
    width
        Pixels of the bar at the shown sample.
    """
    line = snapshot.lit_line
    written = None if line is None else MatrixEntry(line.writes)
    read = {MatrixEntry(symbol) for symbol in line.names} - {written} if line is not None else set()
    return MatrixMarks(
        written=tuple(place for place in arrangement.places if place.entry == written),
        read=tuple(place for place in arrangement.places if place.entry in read),
        selected=_selected(snapshot, selection, view, arrangement),
        samples=_samples(snapshot, selection, view, arrangement, width),
        hovered=hovered,
    )


class MatrixMarkPainter:
    """Draws marks.

    Parameters
    ----------
    theme
        Colours and widths.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._ring = theme.px(metrics.RING)
        self._border = theme.px(metrics.BORDER)
        self._away = theme.px(metrics.SMALL_GAP)
        self._corner = theme.px(metrics.SMALL_CORNER)

    def draw(self, painter: QPainter, marks: MatrixMarks) -> None:
        """Draw marks over the matrices."""
        now = QColor(self._theme.now_mark)
        for sample in marks.samples:
            painter.fillRect(sample, now)
        if marks.hovered is not None:
            self._cross(painter, *marks.hovered)
        for cell in marks.selected:
            self._outline(painter, cell)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for places, wide in ((marks.read, self._border), (marks.written, self._ring)):
            for place in places:
                self._around(painter, place, wide)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _around(self, painter: QPainter, place: MatrixPlace, wide: int) -> None:
        """Draw a ring of *now*: the glow outside, and in it the outline that is seen without its colour."""
        # Above, the heading keeps a distance of its own.
        away, inside = self._away, self._away - self._border
        ring = QRectF(place.frame).adjusted(-away, -self._border, inside, inside)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, within in ((self._theme.now_mark, 0.5 * wide), (self._theme.now_outline, 1.5 * wide)):
            painter.setPen(QPen(QColor(colour), wide))
            painter.drawRoundedRect(ring.adjusted(within, within, -within, -within), self._corner, self._corner)

    def _outline(self, painter: QPainter, cell: QRect) -> None:
        painter.setPen(QPen(QColor(self._theme.text), self._ring, join=Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = self._ring // 2
        if min(cell.width(), cell.height()) < 2 * self._away:
            # Around a block that is too small for an outline inside.
            cell = cell.adjusted(-self._ring, -self._ring, self._ring + self._border, self._ring + self._border)
        painter.drawRect(cell.adjusted(half, half, -self._border - half, -self._border - half))

    def _cross(self, painter: QPainter, place: MatrixPlace, row: int, column: int) -> None:
        """Frame the row and the column of a block."""
        cells, block = place.cells, place.block_rect(row, column)
        painter.setPen(QPen(QColor(self._theme.secondary), self._border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        across = QRect(cells.left(), block.top(), cells.width(), block.height())
        down = QRect(block.left(), cells.top(), block.width(), cells.height())
        for strip in (across, down):
            painter.drawRect(strip.adjusted(-self._border, -self._border, -self._border, -self._border))


def _selected(
    snapshot: Snapshot, selection: Selection, view: View, arrangement: MatrixArrangement
) -> tuple[QRect, ...]:
    cell = shown_cell(snapshot, selection)
    if cell is None:
        return ()
    row, column = view.as_drawn(cell.row, cell.column)
    places = arrangement.of_symbol(cell.symbol)
    return tuple(place.cell_rect(row, column) for place in places if place.shows(row, column))


def _samples(
    snapshot: Snapshot, selection: Selection, view: View, arrangement: MatrixArrangement, width: int
) -> tuple[QRect, ...]:
    """Return bars above the shown sample's column, or beside its row; none where there is only one sample."""
    number = snapshot.column_of(shown_sample(snapshot, selection))
    if number is None or len(snapshot.batch) == 1:
        return ()
    bars = []
    for place in arrangement.places:
        axis = place.rows if view.convention == "rows" else place.columns
        if not is_per_sample(place.entry.symbol) or not axis.has(number):
            continue
        if view.convention == "rows":
            cell = place.cell_rect(number, place.columns.first)
            bars.append(QRect(cell.left() - width, cell.top(), width, cell.height()))
        else:
            cell = place.cell_rect(place.rows.first, number)
            bars.append(QRect(cell.left(), cell.top() - width, cell.width(), width))
    return tuple(bars)
