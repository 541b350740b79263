"""The widget with the matrices: it scrolls them, and passes what happens to it to its parts."""

from __future__ import annotations

from dataclasses import replace

from PyQt6.QtCore import QPoint, QRect, QSize, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import (
    QColor,
    QCursor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PyQt6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.matrices.arrangement_cache import View
from nnviz.views.matrices.cell_cursor import MatrixCursor
from nnviz.views.matrices.editing import MatrixNumbers
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.menu import CellMenu
from nnviz.views.matrices.picture import MatrixPicture
from nnviz.views.matrices.place import Block, MatrixPlace, Spot
from nnviz.views.matrices.scrolling import Scrolling
from nnviz.views.matrices.tooltips import MatrixTooltips
from nnviz.views.matrix_cells.cell_tool import CellTool
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.value_editing import Target, ValueEditing


class MatrixCanvas(QAbstractScrollArea):
    """Shows the matrices of all layers, or of one: to point at, to copy, and to edit where they are parameters.

    Signals
    -------
    scale_shown(str, float)
        Label of the matrix that is looked at, and the magnitude that has the full colour in it.
    cell_requested(Cell)
        A cell was clicked or reached with the arrow keys; in the column convention.
    value_requested(Cell, float)
        A parameter's cell is to hold another number.
    pause_requested()
        Editing begins.

    Parameters
    ----------
    theme
    parent
    """

    scale_shown = pyqtSignal(str, float)
    cell_requested = pyqtSignal(object)
    value_requested = pyqtSignal(object, object)
    pause_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = MatrixPicture(theme)
        self._cursor = MatrixCursor(self._picture)
        self._scrolling = Scrolling(self, theme, self._picture.ruler)
        self._port = self._scrolling.viewport
        self._numbers = MatrixNumbers(
            theme, self._picture, self._cursor, self._scrolling, self._choose, self._point_out
        )
        self._editing = ValueEditing(theme, self._port, self, self._numbers)
        self._editing.value_requested.connect(self.value_requested)
        self._editing.pause_requested.connect(self.pause_requested)
        self._tool = CellTool(self._port, self, self._numbers, self._cursor, self._editing)
        self._tool.menu_requested.connect(self._open_menu)
        self._catch_up = QTimer(self)
        self._catch_up.setSingleShot(True)
        self._catch_up.setInterval(0)
        self._catch_up.timeout.connect(self._paint_late)
        self._late = QRect()
        self._lit: tuple[int | None, str] | None = None
        self._shown_scale = ("", 0.0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Matrices"))
        self._port.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def picture(self) -> MatrixPicture:
        """What is drawn, and where."""
        return self._picture

    # What is shown -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the matrices of a moment; those of another network or scenario end all editing."""
        self._editing.follow_moment(self._picture.snapshot, snapshot)
        self._picture.show_snapshot(snapshot)
        self._refresh()

    def show_selection(self, selection: Selection) -> None:
        """Mark the selected cell and sample."""
        self._picture.show_selection(selection)
        self._refresh()
        self.setAccessibleDescription(self._cursor.describe())

    def show_layer(self, layer: int | None) -> None:
        """Show everything of one layer; None: the matrices of all layers."""
        self._set_view(replace(self._picture.view, layer=layer))

    def show_convention(self, convention: Convention) -> None:
        """Draw samples as columns, or as rows."""
        self._set_view(replace(self._picture.view, convention=convention))

    @property
    def edited(self) -> Cell | None:
        """The cell over which the editor is open."""
        return self._editing.typed_over

    def edit(self, cell: Cell) -> None:
        """Open the editor over a parameter's cell, if it is drawn."""
        self._editing.edit_cell(cell)

    def places(self) -> tuple[MatrixPlace, ...]:
        """Return the matrices as they are arranged, in reading order, in pixels of the whole surface."""
        return self._picture.arrangement.places

    def cell_rect(self, symbol: str, row: int, column: int, *, change: bool = False) -> QRect:
        """Return where a cell (column convention) is drawn on the viewport.

        Raises
        ------
        LookupError
            If the symbol is not on this tab.
        """
        for place in self.places():
            if place.entry == MatrixEntry(symbol, change):
                return self._scrolling.on_viewport(place.cell_rect(*self._picture.view.as_drawn(row, column)))
        raise LookupError(symbol)

    def _set_view(self, view: View) -> None:
        if view != self._picture.view:
            if view.layer != self._picture.view.layer:
                self._scrolling.to_top()
            self._picture.view = view
            self._refresh()

    def _refresh(self) -> None:
        """Bring everything but the drawing up to date; a hidden canvas does so when it is shown."""
        snapshot = self._picture.snapshot
        if snapshot is not None and self.isVisible():
            if self._picture.update(snapshot):
                self._set_scroll_range()
            self._show_scale()
            self._follow_lit_line(snapshot)
            self._port.update()
        self._numbers.hide_refusal()
        self._editing.follow()

    def _show_scale(self) -> None:
        place = self._picture.looked_at()
        if place is None:
            return
        shown = (place.label, self._picture.scales.of(place.entry.quantity))
        if shown != self._shown_scale:
            self._shown_scale = shown
            self.scale_shown.emit(*shown)

    def _set_scroll_range(self) -> None:
        self._scrolling.set_height(self._picture.arrangement.height)

    def _follow_lit_line(self, snapshot: Snapshot) -> None:
        """Scroll to what the lit line wrote when it is another line than before, or another tab.

        After a whole update the last line is lit, which is no reason to turn from what is being watched.
        """
        line = snapshot.lit_line
        lit = None if line is None else (self._picture.view.layer, line.writes)
        if lit != self._lit:
            self._lit = lit
            if line is not None and snapshot.position.is_inside:
                for place in self._picture.arrangement.of_symbol(line.writes)[:1]:
                    self._scrolling.bring_into_view(place.frame)

    # Drawing -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the matrices that can be seen."""
        painter = QPainter(self._port)
        visible = self._port.rect() if event is None else event.rect()
        painter.fillRect(visible, QColor(self._theme.panel))
        if self._picture.snapshot is None:
            return
        painter.translate(0, -self._scrolling.offset)
        late = self._picture.draw(painter, visible.translated(0, self._scrolling.offset))
        if not late.isNull():
            self._late = self._late.united(late)
            self._catch_up.start()
        painter.resetTransform()
        self._scrolling.draw_fades(painter)

    def _paint_late(self) -> None:
        late, self._late = self._late, QRect()
        self._port.update(self._scrolling.on_viewport(late))

    # The mouse and the keyboard ----------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Look closer at a reduced matrix with Ctrl, move in what is seen closer; otherwise scroll."""
        point = None if event is None else self._scrolling.on_surface(event.position().toPoint())
        place = None if point is None else self._picture.place_at(point)
        if event is None or point is None or place is None or not self._picture.zooms.turn(event, place, point):
            super().wheelEvent(event)
            return
        event.accept()
        self._refresh()
        self._numbers.hover(event.position().toPoint())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Point out what has come under the mouse, and take an open editor along."""
        super().scrollContentsBy(dx, dy)
        if self._picture.hovered is not None:
            self._numbers.hover(self._port.mapFromGlobal(QCursor.pos()))
        self._editing.follow()

    def _point_out(self, block: Block | None) -> None:
        if block != self._picture.hovered:
            self._numbers.hide_refusal()
            self._picture.hovered = block
            self._show_scale()
            self._port.update()

    def _choose(self, spot: Spot) -> None:
        place, row, column = spot
        self._cursor.go_to(spot)
        if place.shows(row, column):
            self._scrolling.bring_into_view(place.cell_rect(row, column))
        self.cell_requested.emit(self._picture.cell_of(spot))

    def _open_menu(self, spot: Spot, place_on_screen: QPoint) -> None:
        snapshot = self._picture.snapshot
        if snapshot is None:
            return
        place, row, column = spot
        name = MatrixTooltips(snapshot, self._picture.view).name(place.entry, row, column)
        target = self._numbers.target(spot)
        menu = CellMenu(place.label, name, self._picture.value(place), row, column, target, self)
        menu.edit_requested.connect(self._edit_target)
        menu.zero_requested.connect(self._set_to_zero)
        menu.popup(place_on_screen)

    def _edit_target(self, target: Target) -> None:
        spot = self._picture.spot_of(target.cell)
        if spot is not None:
            self._editing.edit(spot)

    def _set_to_zero(self, target: Target) -> None:
        self._editing.set_value(target, 0.0)

    # Qt's own ----------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent | None) -> None:
        """Catch up with what came while hidden."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent | None) -> None:
        """Hide the refusal, which is about what cannot be seen any more."""
        super().hideEvent(event)
        self._numbers.hide_refusal()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Arrange the matrices for the new room."""
        super().resizeEvent(event)
        # Not the viewport's width: a scroll bar that comes and goes does so in the padding.
        self._set_view(replace(self._picture.view, width=self.width(), height=self.height()))
        self._set_scroll_range()

    def sizeHint(self) -> QSize:
        """Return a size for two small layers."""
        return QSize(self._theme.px(metrics.CELL_W) * 14, self._theme.px(metrics.CELL_H) * 8)

    def minimumSizeHint(self) -> QSize:
        """Return a size at which one small matrix can be seen."""
        return QSize(self._theme.px(metrics.CELL_W) * 3, self._theme.px(metrics.CELL_H) * 2)
