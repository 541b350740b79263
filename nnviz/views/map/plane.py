"""The places of the cells of a map, and of what is written at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PyQt6.QtCore import QRect
from PyQt6.QtGui import QFontMetrics

from nnviz.views.map.content import MapPicture
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.theme import Theme, metrics


@dataclass(frozen=True)
class SeenCells:
    """Which cells of a map are seen: all of them, or those that were zoomed to.

    Attributes
    ----------
    rows, columns
        The first of each, and the one after the last.
    """

    rows: range
    columns: range

    def __contains__(self, cell: tuple[int, int]) -> bool:
        """Return whether a cell (row, column) is seen."""
        return cell[0] in self.rows and cell[1] in self.columns

    def of(self, picture: MapPicture) -> MapPicture:
        """Return what is seen of a picture."""
        rows, columns = (slice(part.start, part.stop) for part in (self.rows, self.columns))
        return replace(picture, cells=tuple(row[columns] for row in picture.cells[rows]))


def cells_in(extent: AxisRange) -> range:
    """Return the whole cells along an axis that are seen, at least one."""
    first = round(extent.low)
    return range(first, max(first + 1, round(extent.high)))


@dataclass(frozen=True)
class Plane:
    """The places of the cells.

    Attributes
    ----------
    cells
        All of them; row 0 is the lowest.
    rows, columns
        How many there are.
    """

    cells: QRect
    rows: int
    columns: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of a cell, with the line after it."""
        return self.cells.width() // self.columns, self.cells.height() // self.rows

    def rect(self, row: int, column: int) -> QRect:
        """Return the rectangle of a cell, with the line after it."""
        width, height = self.size
        top = self.cells.top() + (self.rows - 1 - row) * height
        return QRect(self.cells.left() + column * width, top, width, height)

    def at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the cell (row, column) at a pixel; None outside them."""
        if not self.cells.contains(int(x), int(y)):
            return None
        width, height = self.size
        below = (int(y) - self.cells.top()) // height
        return self.rows - 1 - below, (int(x) - self.cells.left()) // width


def plane_in(room: QRect, shape: tuple[int, int], left: int, below: int) -> Plane:
    """Return the places of cells of one whole size, in a room that they share with labels.

    Parameters
    ----------
    room
        In the widget's pixels.
    shape
        Rows and columns.
    left, below
        Room that the values beside the rows and below the columns need.
    """
    rows, columns = shape
    width = max(1, (room.width() - left) // columns)
    height = max(1, (room.height() - below) // rows)
    return Plane(QRect(room.left() + left, room.top(), columns * width, rows * height), rows, columns)


def every(texts: Sequence[str], step: int, needed: Sequence[int]) -> int:
    """Return a step such that when only every step-th value is written, none touches the next.

    Parameters
    ----------
    texts
        The values.
    step
        Pixels from one value to the next.
    needed
        Pixels that each text takes.
    """
    most = max(needed, default=1)
    return min(max(1, -(-most // max(1, step))), max(1, len(texts)))


def widest(metric: QFontMetrics, texts: Sequence[str], limit: int) -> int:
    """Return the width of the widest text, at most a limit."""
    return min(max((metric.horizontalAdvance(text) for text in texts), default=0), limit)


def label_gap(theme: Theme) -> int:
    """Return the distance from a cell to its label."""
    return theme.px(metrics.SMALL_GAP)
