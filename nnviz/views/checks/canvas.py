"""The widget of the heat maps and tables of a check."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PyQt6.QtWidgets import QWidget

from nnviz.model.explain.cell import cell_text
from nnviz.model.program.symbols import Labels
from nnviz.model.session.selection import Cell
from nnviz.model.text.convention import Convention
from nnviz.model.text.numbers import exact
from nnviz.views.cached_value import CachedValue
from nnviz.views.checks.arrangement import Placed, arrange, in_order
from nnviz.views.checks.blocks import Block, cell_of
from nnviz.views.checks.painting import BlockPainter, result_text
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.place_tooltip import shows_tooltip
from nnviz.views.widgets.shortcuts import is_override, is_plain

Place = tuple[int, int, int]
"""A block's index, a row and a column."""

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class ChecksCanvas(QWidget):
    """Draws blocks one below the other; arrows move from cell to cell.

    Signals
    -------
    cell_requested(Cell)
        A cell was clicked, or moved to with the keyboard.
    place_changed(QRectF)
        The rectangle that the keyboard moved to, to scroll there.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    cell_requested = pyqtSignal(object)
    place_changed = pyqtSignal(QRectF)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = BlockPainter(theme)
        self._blocks: tuple[Block, ...] = ()
        self._labels = Labels()
        self._headings, self._explained = ("", "", ""), ("", "", "")
        self._convention: Convention = "columns"
        self._faded = False
        self._placed: tuple[Placed, ...] = ()
        self._cells_there: tuple[object, ...] = ()
        self._kept: CachedValue[Place] = CachedValue(lambda: self._cells_there)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Everything is painted over, so that what lies behind need not be.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is drawn."""
        return self._blocks

    @property
    def _current(self) -> Place | None:
        """The current cell of the keyboard."""
        return self._kept.value

    @property
    def is_faded(self) -> bool:
        """Whether the results are of another moment than the one on the screen."""
        return self._faded

    def set_headings(self, short: tuple[str, str, str], full: tuple[str, str, str]) -> None:
        """Set the names of the three numbers of a cell: short for the table, in full for tooltips."""
        self._headings, self._explained = short, full

    def show_blocks(
        self, blocks: tuple[Block, ...], labels: Labels, convention: Convention, *, faded: bool = False
    ) -> None:
        """Draw other blocks; `faded` when they are of another moment."""
        self._blocks, self._labels, self._convention, self._faded = blocks, labels, convention, faded
        there = tuple((block.symbol, block.shape) for block in blocks)
        if there != self._cells_there:
            self._cells_there = there
        self._arrange()
        self._describe()
        self.update()

    def cell_rect(self, block: int, row: int, column: int) -> QRectF:
        """Return the rectangle of a cell in its heat map."""
        return self._placed[block].cell_rect(row, column)

    # Events ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Update the layout."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the blocks that are in view."""
        painter = QPainter(self)
        visible = self.rect() if event is None else event.rect()
        painter.fillRect(visible, QColor(self._theme.panel))
        for index, placed in enumerate(self._placed):
            if not (placed.head | placed.heat | placed.table).intersects(visible):
                continue
            self._painter.draw(painter, placed, self._name(placed.block), faded=self._faded)
            names = tuple(self._cell_name(placed.block, *cell) for cell in placed.listed)
            self._painter.draw_table(painter, placed, names, self._headings, faded=self._faded)
            if self._current is not None and self._current[0] == index and self.hasFocus():
                self._painter.draw_ring(painter, placed.cell_rect(*self._current[1:]))
        if not self._current and self.hasFocus():
            self._painter.draw_ring(painter, QRectF(self.visibleRegion().boundingRect()))

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Select the cell under the mouse."""
        place = None if event is None else self._place_at(event.position())
        if place is not None and event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go_to(place)

    def event(self, event: QEvent | None) -> bool:
        """Handle the arrow keys while focused, and show the tooltip of the cell under the mouse."""
        return is_override(event, _is_step) or shows_tooltip(self, event, self._tip_at) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Move from cell to cell."""
        if event is None or not _is_step(event):
            super().keyPressEvent(event)
            return
        cells = self._cells()
        if not cells:
            return
        if self._current is None:
            self._go_to(cells[0])
            return
        index = cells.index(self._current) + _STEPS[Qt.Key(event.key())]
        self._go_to(cells[min(max(index, 0), len(cells) - 1)])

    # Inside ------------------------------------------------------------------------------------------------------

    def tip(self, place: Place) -> str:
        """Return everything about a cell, with exact numbers."""
        block, cell = self._blocks[place[0]], (place[1], place[2])
        name = self._cell_name(block, *cell)
        if block.results is None:
            return self.tr("%1 has not been computed yet").replace("%1", name)
        results = block.results
        first, second, third = self._explained
        result = exact(float(results.result[cell])) if result_text(results, cell) != "—" else "—"
        lines = [
            name,
            f"{first}: {exact(float(results.actual[cell]))}",
            f"{second}: {exact(float(results.expected[cell]))}",
            f"{third}: {result}",
        ]
        if results.too_small is not None and results.too_small[cell]:
            lines.append(self.tr("Too small to tell: rounding alone could make this difference"))
        elif results.left_out[cell]:
            lines.append(self.tr("±ε crosses a bend: the difference is not a derivative"))
        if not block.by_direction:
            lines.append(self.tr("Click: the inspector explains this number"))
        return "\n".join(lines)

    def _tip_at(self, position: QPointF) -> str:
        place = self._place_at(position)
        return "" if place is None else self.tip(place)

    def _go_to(self, place: Place) -> None:
        self._kept.value = place
        self._describe()
        self.update()
        self.place_changed.emit(self.cell_rect(*place))
        cell: Cell | None = cell_of(self._blocks[place[0]], place[1], place[2])
        if cell is not None:
            self.cell_requested.emit(cell)

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self._current is None else self.tip(self._current))

    def _cells(self) -> list[Place]:
        """Return all cells, in the order of the arrow keys."""
        return [
            (index, row, column)
            for index, placed in enumerate(self._placed)
            for row, column in in_order(placed.block, placed.transposed)
        ]

    def _place_at(self, position: QPointF) -> Place | None:
        for index, placed in enumerate(self._placed):
            cell = placed.cell_at(position.x(), position.y())
            if cell is not None:
                return index, *cell
        return None

    def _arrange(self) -> None:
        names = tuple((self._cell_name(block, block.shape[0] - 1, block.shape[1] - 1),) for block in self._blocks)
        gap = self._theme.px(metrics.GAP)
        table = sum(self._painter.widths(self._headings, names)) + 3 * gap
        rows = self._convention == "rows"
        self._placed, height = arrange(self._blocks, self._theme, self.width(), table, rows)
        if height != self.minimumHeight():
            self.setMinimumHeight(height)

    def minimumSizeHint(self) -> QSize:
        """Return no width, and the height that follows from the actual width."""
        return QSize(0, self.minimumHeight())

    def _name(self, block: Block) -> str:
        return self._labels.of(block.symbol)

    def _cell_name(self, block: Block, row: int, column: int) -> str:
        if block.by_direction:
            return self.tr("direction %1").replace("%1", str(column + 1))
        return cell_text(Cell(block.symbol, row, column), block.shape, self._labels, self._convention)


def _is_step(event: QKeyEvent) -> bool:
    return is_plain(event) and event.key() in _STEPS
