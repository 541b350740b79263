"""The picture of a map, with mouse and keyboard."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PyQt6.QtWidgets import QToolTip, QWidget

from nnviz.model.map import MapState, Measure, csv_text
from nnviz.model.map.axis import MapAxis
from nnviz.model.map.plan import MapPlan, value_text
from nnviz.model.map.settings import ChoiceSetting
from nnviz.views.cached_value import CachedValue
from nnviz.views.map.content import Kind, MapPicture, picture_of
from nnviz.views.map.painting import MapPainter
from nnviz.views.map.plane import Plane, SeenCells, cells_in, label_gap, plane_in, widest
from nnviz.views.map.texts import cell_tip, kind_name
from nnviz.views.plots.axis_range import AxisRange, VisibleRange
from nnviz.views.plots.navigation import NavigationWays, PlotNavigation
from nnviz.views.theme import Theme, metrics
from nnviz.views.translation import translate_model
from nnviz.views.widgets.place_tooltip import shows_tooltip
from nnviz.views.widgets.shortcuts import is_override, is_plain

_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
}
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_USUAL = (340, 220)
_LEAST = (120, 110)
_LABEL_SHARE = 0.3
"""Greatest share of the width that the values of the rows take."""


class MapCanvas(QWidget):
    """Draws a map; arrows move from cell to cell, a click or Enter opens one; the wheel, + and − zoom.

    A map is cells rather than a curve: they are painted, as whole pixels and in one image.

    Signals
    -------
    cell_requested(int, int)
        Open the cell in this row and column.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.

    Attributes
    ----------
    navigation
        The mouse and the keyboard over it, as far as they look around.
    """

    cell_requested = pyqtSignal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = MapPainter(theme)
        self._state = MapState()
        self._picture: MapPicture | None = None
        self._kept: CachedValue[tuple[int, int]] = CachedValue(lambda: self._state.plan)
        self._columns, self._rows = VisibleRange(AxisRange(0.0, 1.0), 1.0), VisibleRange(AxisRange(0.0, 1.0), 1.0)
        ways = NavigationWays(arrows=False, menu=False)
        self.navigation = PlotNavigation(self, self._area, self._columns, self._rows, values=self._csv, ways=ways)
        self.navigation.moved.connect(self.update)
        self.navigation.hovered.connect(self._hover)
        self.navigation.clicked.connect(self._open_at)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Everything is painted over, so that what lies behind need not be.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def plan(self) -> MapPlan | None:
        """The map that is drawn, or only entered so far; None when there is none."""
        return self._state.plan

    @property
    def picture(self) -> MapPicture | None:
        """What is drawn; None before the first map."""
        return self._picture

    @property
    def current(self) -> tuple[int, int] | None:
        """Row and column of the current cell of the keyboard."""
        return self._kept.value

    def show_map(self, state: MapState, measure: Measure) -> None:
        """Draw a map, coloured by a measure."""
        if state.plan is not None and (self._state.plan is None or state.plan.shape != self._state.plan.shape):
            for seen, count in zip((self._rows, self._columns), state.plan.shape, strict=True):
                seen.begin(AxisRange(0.0, float(count)), 1.0)
        self._state = state
        self._picture = None if state.plan is None else picture_of(state, measure)
        self.setCursor(Qt.CursorShape.ArrowCursor if state.plan is None else Qt.CursorShape.PointingHandCursor)
        self._describe()
        self.update()

    def cell_rect(self, row: int, column: int) -> QRect:
        """Return the rectangle of a cell."""
        return self._place(self._plane(), (row, column))

    def sizeHint(self) -> QSize:
        """Return a size at which a map of ten by seven can be read."""
        return QSize(*(self._theme.px(length) for length in _USUAL))

    def minimumSizeHint(self) -> QSize:
        """Return a size at which the cells can still be seen."""
        return QSize(*(self._theme.px(length) for length in _LEAST))

    # Events ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw everything."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        plan, picture = self._state.plan, self._picture
        if plan is None or picture is None:
            return
        plane, seen = self._plane(), self.seen
        self._painter.draw_cells(painter, plane, seen.of(picture))
        across, up = axis_texts(plan.across)[seen.columns.start : seen.columns.stop], self._row_texts(plan)
        self._painter.draw_axes(painter, plane, across, up)
        room, key = self._room(), self._painter.label_metrics.height()
        values = self._painter.value_metrics.height() + label_gap(self._theme)
        above = QRect(room.left(), room.top() - self._line(), room.width(), key)
        below = QRect(plane.cells.left(), plane.cells.bottom() + values, plane.cells.width(), self._line())
        names = (f"{translate_model(plan.across.setting.title)} →", f"↑ {translate_model(plan.up.setting.title)}")
        self._painter.draw_names(painter, above, below, *names)
        kinds = [(kind, kind_name(kind)) for kind in (Kind.FAULT, Kind.MISSING, Kind.NEVER) if picture.has(kind)]
        foot = QRect(room.left(), self.height() - self._line(), room.width(), key)
        self._painter.draw_legend(painter, foot, picture, kinds)
        if self.current is not None and self.hasFocus() and self.current in seen:
            self._painter.draw_ring(painter, self._place(plane, self.current))

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Open the cell under the mouse."""
        place = None if event is None else self._cell_at(event.position())
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._open_at(event.position())
        elif place is not None:
            self._go_to(place)

    def _open_at(self, position: QPointF) -> None:
        place = self._cell_at(position)
        if place is not None:
            self._go_to(place)
            self.cell_requested.emit(*place)

    def _hover(self, position: QPointF | None) -> None:
        """Read the cell under the mouse out."""
        text = "" if position is None else self._tip_at(position)
        QToolTip.showText(self.mapToGlobal((position or QPointF()).toPoint()), text, self)

    def event(self, event: QEvent | None) -> bool:
        """Handle the arrow keys while focused, and show the tooltip of the cell under the mouse."""
        return is_override(event, _is_ours) or shows_tooltip(self, event, self._tip_at) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Move from cell to cell, and open one."""
        if event is None or not _is_ours(event) or self._state.plan is None:
            super().keyPressEvent(event)
            return
        if event.key() in _OPEN:
            if self.current is not None:
                self.cell_requested.emit(*self.current)
            return
        rows, columns = self._state.plan.shape
        if self.current is None:
            self._go_to((0, 0))
            return
        (row, column), (up, right) = self.current, _MOVES[Qt.Key(event.key())]
        self._go_to((min(max(row + up, 0), rows - 1), min(max(column + right, 0), columns - 1)))

    # Inside ------------------------------------------------------------------------------------------------------

    def tip(self, row: int, column: int) -> str:
        """Return everything about a cell."""
        return cell_tip(self._state, row, column)

    def _tip_at(self, position: QPointF) -> str:
        cell = self._cell_at(position)
        return "" if cell is None else self.tip(*cell)

    def _go_to(self, place: tuple[int, int]) -> None:
        self._kept.value = place
        for seen, cell in zip((self._rows, self._columns), place, strict=True):
            seen.reveal(cell)
            seen.reveal(cell + 1)
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self.current is None else self.tip(*self.current))

    def _line(self) -> int:
        """Return the height of a line of text, with the gap to the next."""
        return self._painter.label_metrics.height() + self._theme.px(metrics.SMALL_GAP)

    def _room(self) -> QRect:
        """Return the room for the cells and the values at them, below one line of text and above two."""
        padding, line = self._theme.px(metrics.PADDING), self._line()
        return self.rect().adjusted(padding, line, -padding, -2 * line)

    @property
    def seen(self) -> SeenCells:
        """Which cells are seen."""
        return SeenCells(cells_in(self._rows.extent), cells_in(self._columns.extent))

    def _row_texts(self, plan: MapPlan) -> list[str]:
        rows = self.seen.rows
        return axis_texts(plan.up)[rows.start : rows.stop]

    def _plane(self) -> Plane:
        """Return the places of the cells that are seen."""
        plan, seen = self._state.plan, self.seen
        assert plan is not None  # asked for only with a map
        room, metric = self._room(), self._painter.value_metrics
        gap = label_gap(self._theme)
        left = widest(metric, self._row_texts(plan), round(room.width() * _LABEL_SHARE)) + gap
        return plane_in(room, (len(seen.rows), len(seen.columns)), left, metric.height() + gap)

    def _place(self, plane: Plane, cell: tuple[int, int]) -> QRect:
        seen = self.seen
        return plane.rect(cell[0] - seen.rows.start, cell[1] - seen.columns.start)

    def _area(self) -> QRectF:
        return QRectF() if self._state.plan is None else QRectF(self._plane().cells)

    def _cell_at(self, position: QPointF) -> tuple[int, int] | None:
        cell, seen = None if self._state.plan is None else self._plane().at(position.x(), position.y()), self.seen
        return None if cell is None else (cell[0] + seen.rows.start, cell[1] + seen.columns.start)

    def _csv(self) -> str:
        return "" if self._state.plan is None else csv_text(self._state.plan, self._state.results)


def axis_texts(axis: MapAxis) -> list[str]:
    """Return the values of an axis as texts, without its setting."""
    if isinstance(axis.setting, ChoiceSetting):
        return [value_text(axis, index, translate_model) for index in range(len(axis.values))]
    return [axis.text(index) for index in range(len(axis.values))]


def _is_ours(event: QKeyEvent) -> bool:
    return is_plain(event) and (event.key() in _MOVES or event.key() in _OPEN)
