"""The widget with the strip: it passes what happens to it to its parts, and draws only while it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QPoint, QRect, QSize, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import (
    QColor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PyQt6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.matrix_cells.cell_tool import CellTool
from nnviz.views.strip.boxes import StripSpot
from nnviz.views.strip.cursor import StripCursor
from nnviz.views.strip.editing import StripNumbers
from nnviz.views.strip.picture import StripPicture
from nnviz.views.theme import Theme, label_font, metrics
from nnviz.views.widgets.floating_note import FloatingNote
from nnviz.views.widgets.value_editing import Target, ValueEditing

if TYPE_CHECKING:
    from nnviz.model.recorded_run.recorded_run import Moment


class StripCanvas(QAbstractScrollArea):
    """Shows the lit line with its matrices: to point at, to copy, and to edit where they are parameters.

    Signals
    -------
    cell_requested(Cell)
        A cell was clicked or reached with the arrow keys; in the column convention.
    value_requested(Cell, float)
        A parameter's cell is to hold another number.
    pause_requested()
        Editing begins.
    watch_requested(str)
        An expression is to be charted over the run.
    condition_requested(str)
        Runs are to stop where an expression holds.
    breakpoint_requested(int)
        Runs are to stop at a line (from 1), or no longer.

    Parameters
    ----------
    theme
    parent
    """

    cell_requested = pyqtSignal(object)
    value_requested = pyqtSignal(object, object)
    pause_requested = pyqtSignal()
    watch_requested = pyqtSignal(str)
    condition_requested = pyqtSignal(str)
    breakpoint_requested = pyqtSignal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = StripPicture(theme)
        self._cursor = StripCursor(self._picture)
        port = self.viewport()
        assert port is not None
        self._port: QWidget = port
        self._note = FloatingNote(theme, port, label_font(theme))
        self._numbers = StripNumbers(self._picture, self._note, self._offset, self._choose, self._point_out)
        self._editing = ValueEditing(theme, port, self, self._numbers)
        self._editing.value_requested.connect(self.value_requested)
        self._editing.pause_requested.connect(self.pause_requested)
        self._tool = CellTool(port, self, self._numbers, self._cursor, self._editing)
        self._tool.menu_requested.connect(self._open_menu)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(port.update)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The line with its matrices"))
        port.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def picture(self) -> StripPicture:
        """What is drawn, and where."""
        return self._picture

    # What is shown -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the line of a moment."""
        self._editing.follow_moment(self._picture.snapshot, snapshot)
        self._picture.show_snapshot(snapshot)
        self._refresh()

    def show_moment(self, moment: Moment | None) -> None:
        """Show what a line of a person's own code wrote; None when that has been closed."""
        self._picture.show_moment(moment)
        self._refresh()

    def show_selection(self, selection: Selection) -> None:
        """Frame the selected cell, and what it came from."""
        self._picture.selection = selection
        self._refresh()

    def show_convention(self, convention: Convention) -> None:
        """Draw samples as columns, or as rows."""
        self._picture.convention = convention
        self._refresh()

    @property
    def edited(self) -> Cell | None:
        """The cell over which the editor is open."""
        return self._editing.typed_over

    def edit(self, cell: Cell) -> None:
        """Open the editor over a parameter's cell, if it is drawn."""
        self._editing.edit_cell(cell)

    def _refresh(self) -> None:
        """Bring everything but the drawing up to date; a hidden strip does so when it is shown."""
        self._note.put_away()
        if self.isVisible():
            size = self.maximumViewportSize()
            self._picture.update(size.width(), size.height())
            bar = self.verticalScrollBar()
            assert bar is not None
            bar.setRange(0, max(0, self._picture.arrangement.height - self._port.height()))
            bar.setPageStep(self._port.height())
            self._port.update()
            if self.hasFocus():
                self.setAccessibleDescription(self._numbers.spoken())
        self._editing.follow()

    def _offset(self) -> int:
        bar = self.verticalScrollBar()
        assert bar is not None
        return bar.value()

    # Drawing -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the line."""
        painter = QPainter(self._port)
        painter.fillRect(self._port.rect() if event is None else event.rect(), QColor(self._theme.panel))
        painter.translate(0, -self._offset())
        room = QRect(0, 0, self._port.width(), max(self._port.height(), self._picture.arrangement.height))
        if self._picture.draw(painter, room):
            self._again.start()

    # The mouse and the keyboard ----------------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move an open editor with the view."""
        super().scrollContentsBy(dx, dy)
        self._editing.follow()

    def _point_out(self, spot: StripSpot | None) -> None:
        before = self._picture.hovered
        if spot == before or (spot and before and spot[1:] == before[1:] and spot.box.operand is before.box.operand):
            return
        self._picture.show_hovered(spot)
        self._port.update()

    def _choose(self, spot: StripSpot) -> None:
        self._cursor.go_to(spot)
        cell = self._picture.cell_of(spot)
        if cell is not None:
            self.cell_requested.emit(cell)
        else:
            self._picture.ask_about(spot)
            self._refresh()

    def _open_menu(self, spot: StripSpot, place: QPoint) -> None:
        from nnviz.views.strip.menu import StripMenu

        menu = StripMenu(spot, self._picture.cell_of(spot), self._numbers.target(spot), self)
        menu.explain_requested.connect(self.cell_requested)
        menu.watch_requested.connect(self.watch_requested)
        menu.condition_requested.connect(self.condition_requested)
        menu.line_breakpoint_requested.connect(lambda: self.breakpoint_requested.emit(self._picture.line_number))
        menu.edit_requested.connect(self._edit_target)
        menu.zero_requested.connect(self._set_to_zero)
        menu.popup(place)

    def _edit_target(self, target: Target) -> None:
        self._editing.edit_cell(target.cell)

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
        """Arrange the line for the new room."""
        super().resizeEvent(event)
        self._refresh()

    def sizeHint(self) -> QSize:
        """Return a size for a line of two small layers."""
        return QSize(self._theme.px(metrics.CELL_W) * 11, self._theme.px(metrics.CELL_H) * 10)

    def minimumSizeHint(self) -> QSize:
        """Return a size at which one small matrix can be seen."""
        return QSize(self._theme.px(metrics.CELL_W) * 3, self._theme.px(metrics.CELL_H) * 2)
