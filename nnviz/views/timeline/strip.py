"""The band at the bottom of the window: the run as its loss, and under its handle the lines of one update."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PyQt6.QtCore import QEvent, QPointF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PyQt6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.controller.breakpoint_hits import BreakpointHits
from nnviz.model.breakpoints import Condition
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.plots.axis_range import AxisRange, VisibleRange
from nnviz.views.plots.navigation import NavigationWays, PlotNavigation
from nnviz.views.theme import Theme
from nnviz.views.timeline.band import HEIGHT, RunBand
from nnviz.views.timeline.picture import BandPicture, share_of
from nnviz.views.timeline.pointer import BandPointer, LineMarker
from nnviz.views.timeline.run_curve import run_csv
from nnviz.views.timeline.slider import RunSlider
from nnviz.views.widgets.shortcuts import is_override

if TYPE_CHECKING:
    from nnviz.views.timeline.jump_field import JumpField

_WIDTH_HINT: Final = 700
_GROOVE_LEAST: Final = 120
"""Widths at scale 1: of the band, and of the groove in the narrowest one."""
_NOTCH: Final = 120
_FAST: Final = 10
"""Updates for a notch of the wheel with Shift."""


class TimelineStrip(QWidget):
    """The run's groove with its handle, the lines of the update on the screen, and the position in words.

    Dragging or turning the wheel over the groove goes to an update, a click on a segment to that line, a click on the
    words opens a field for an update. With the keyboard, the slider over the groove goes along the run; on the band
    itself ← and → mark a line, and Return runs to it. The wheel with Ctrl looks closer, as do + and − on the slider;
    dragging with Shift or the middle button pans, and a double click shows the whole run again.

    Signals
    -------
    seek_requested(object)
        The update (an int, from 0) to go to, of those that have run.
    reach_requested(object)
        The update (an int, from 0) that was typed; the run may have to go on to it.
    newest_requested()
        Go to the end of the run.
    line_run_requested(int)
        The person chose a line (from 1) to run to: of the update on the screen, or of the next where it has run
        already.

    Parameters
    ----------
    theme
        Colours and sizes.

    Attributes
    ----------
    words
        The position in words.
    navigation
        The mouse and the keyboard over the groove, as far as they look around.
    """

    seek_requested = pyqtSignal(object)
    reach_requested = pyqtSignal(object)
    newest_requested = pyqtSignal()
    line_run_requested = pyqtSignal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pointer, self._marker = BandPointer(lambda: self._snapshot and self._snapshot.program), LineMarker()
        self._picture = BandPicture(theme, self._pointer, self._marker)
        self.words = self._picture.words
        self._snapshot: Snapshot | None = None
        self._convention: Convention | None = None
        self._updates = VisibleRange(AxisRange(0.0, 1.0))
        self.slider = RunSlider(theme, self)
        self.slider.seek_requested.connect(self.seek_requested)
        ways = NavigationWays(wheel=Qt.KeyboardModifier.ControlModifier, drags=False, arrows=False)
        self.navigation = PlotNavigation(self, self._picture.groove, self._updates, values=self._csv, ways=ways)
        self.navigation.take_keys(self.slider)
        self.navigation.moved.connect(self._lay_out)
        # A click does not take the keyboard: the arrow keys step through the program.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(theme.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The lines of this update"))

    def sizeHint(self) -> QSize:
        """Return the height of the band."""
        return QSize(self._theme.px(_WIDTH_HINT), self._theme.px(HEIGHT))

    # Showing -----------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the position of a snapshot."""
        self._snapshot = snapshot
        self.words.show_snapshot(snapshot)
        if self.is_asking:
            self.jump.show_snapshot(snapshot)
        self._marker.show_snapshot(snapshot, has_keys=self.hasFocus())
        self.slider.show_position(snapshot, self.words.readout)
        last = max(1, snapshot.newest.update, *(info.newest.update for info in snapshot.branches))
        self._updates.reach(AxisRange(0.0, float(last)))
        # What goes on out of sight is brought into it; what is dragged stays under the mouse.
        self._updates.reveal(snapshot.position.completed, centred=not self._pointer.is_dragging)
        self._lay_out()

    def show_hits(self, hits: Mapping[Condition, BreakpointHits]) -> None:
        """Mark where breakpoints have stopped a run last."""
        self._picture.hits = tuple(share_of(hit.last.completed, hit.last.line, hit.last.lines) for hit in hits.values())
        self.update()

    def show_convention(self, convention: Convention) -> None:
        """Write formulas in a convention, instead of the scenario's."""
        self._convention = convention

    def ask_update(self) -> None:
        """Open a field for an update to go to."""
        if self._snapshot is not None:
            self.jump.ask(self._snapshot)
            self.jump.place(self.size())

    @cached_property
    def jump(self) -> JumpField:
        """The field for an update; it is made when it is first asked for."""
        from nnviz.views.timeline.jump_field import JumpField

        field = JumpField(self._theme, self)
        field.update_requested.connect(self.reach_requested)
        return field

    @property
    def is_asking(self) -> bool:
        """Whether the field for an update is open."""
        return "jump" in vars(self) and not self.jump.isHidden()

    # What can be asked -------------------------------------------------------------------------------------------

    @property
    def band(self) -> RunBand:
        """The places of its parts."""
        band = self._picture.band
        assert band is not None  # it comes with the first snapshot
        return band

    @property
    def marked(self) -> int | None:
        """The line that Return runs to; None while none is marked."""
        return self._marker.line

    # Laying out and painting -------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        if self._snapshot is None:
            return
        band = self._picture.lay_out(self._snapshot, self.size(), self._updates.extent)
        self.slider.setGeometry(band.groove.toAlignedRect())
        self.setMinimumWidth(round(self.words.area.width()) + self._theme.px(_GROOVE_LEAST))
        self.update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Lay the parts out for the new width."""
        self._lay_out()
        if self.is_asking:
            self.jump.place(self.size())

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint the groove, its curve and marks, the handle, the segments that hang from it, and the words."""
        self._picture.draw(QPainter(self), self.size(), self.devicePixelRatioF(), focused=self.hasFocus())

    # The mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Go to the update or the line under the mouse, to the end where the pill is, or open the field."""
        if event is None or event.button() != Qt.MouseButton.LeftButton or self._snapshot is None:
            return
        match self._picture.target_at(event.position()):
            case "pill":
                self.newest_requested.emit()
            case "words":
                self.ask_update()
            case "groove":
                self._pointer.grab()
                self._seek(event.position().x())
            case int(line):
                self.line_run_requested.emit(line)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Follow the mouse while the handle is dragged; highlight what is under it, and say what it is."""
        if event is None or self._snapshot is None:
            return
        place = event.position()
        if self._pointer.is_dragging and event.buttons() & Qt.MouseButton.LeftButton:
            self._pointer.hovered_x = place.x()
            self._seek(place.x())
        else:
            target = self._picture.target_at(place)
            self._pointer.hover(target, place.x())
            self.setCursor(Qt.CursorShape.PointingHandCursor if target else Qt.CursorShape.ArrowCursor)
        if self._pointer.hovered_x is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self.tip(place), self)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """End the drag."""
        self._pointer.release()

    def leaveEvent(self, event: QEvent | None) -> None:
        """Highlight nothing."""
        self._pointer.hover("", 0.0)
        self.update()

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Go on by an update for each notch away from the person, back for each towards; with Shift, by ten."""
        if event is None or self._snapshot is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return  # the whole run is seen already
        fast = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        # Some desktops turn the wheel sideways while Shift is held.
        notches = self._pointer.turn((event.angleDelta().y() or event.angleDelta().x()) / _NOTCH)
        wanted = self._snapshot.position.update + notches * (_FAST if fast else 1)
        update = min(max(wanted, 0), self._snapshot.newest.update)
        if notches and update != self._snapshot.position.update:
            self.seek_requested.emit(update)
        event.accept()

    def _seek(self, x: float) -> None:
        update = self._picture.update_at(x)
        # A drag requests each update once.
        if self._pointer.is_new(update):
            self.seek_requested.emit(update)

    # The keyboard ------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """Mark the line that would run next."""
        self._marker.begin()
        self._show_marked()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """Mark none."""
        super().focusOutEvent(event)
        self._marker.end()
        self._show_marked()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Mark another line, or run to the marked one."""
        if event is None:
            return
        if not self._marker.wants(event) or self._snapshot is None:
            super().keyPressEvent(event)
        elif not self._marker.is_run(event):
            self._marker.step(event)
            self._show_marked()
        elif self._marker.line is not None:
            self.line_run_requested.emit(self._marker.line)

    def _show_marked(self) -> None:
        line = self._marker.line
        if line is not None and self._snapshot is not None:
            from nnviz.views.timeline.texts import line_tip

            self.setAccessibleDescription(line_tip(self._snapshot, line, self._convention))
        self.update()

    def event(self, event: QEvent | None) -> bool:
        """Keep its own keys from the window's shortcuts; show the tooltip of what is under the mouse."""
        if is_override(event, self._marker.wants):
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def tip(self, place: QPointF) -> str:
        """Return the tooltip of a place: of a line, of an update with its settings and edits, or of the words."""
        return self._picture.tip(place, self._convention)

    def _csv(self) -> str:
        return "" if self._snapshot is None else run_csv(self._snapshot)
