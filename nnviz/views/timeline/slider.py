"""The run as a slider for the keyboard and for screen readers, over the groove that a person sees."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QEvent, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QSlider, QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.views.theme import Theme, metrics
from nnviz.views.timeline.readout import Readout
from nnviz.views.widgets.shortcuts import is_override, is_plain

_MOST: Final = 2**31 - 1
"""Qt's sliders hold no greater number."""
_PAGE_SHARE: Final = 20
"""PageUp and PageDown go a twentieth of the run."""
_OWN: Final = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class RunSlider(QSlider):
    """A slider from 0 to the newest update that paints only its focus; the mouse goes to what is behind it.

    Qt tells screen readers its role, value and range; the description is the value in words.

    Signals
    -------
    seek_requested(object)
        The update (an int, from 0) to go to.

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    seek_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTracking(False)
        self.setAccessibleName(self.tr("The run so far"))
        self.actionTriggered.connect(self._ask)

    def show_position(self, snapshot: Snapshot, readout: Readout) -> None:
        """Show where the run is; only what has changed is announced."""
        newest = min(snapshot.newest.update, _MOST)
        if newest != self.maximum():
            self.setMaximum(newest)
            self.setPageStep(max(1, newest // _PAGE_SHARE))
        self.setValue(min(snapshot.position.update, _MOST))
        if readout.words != self.accessibleDescription():
            self.setAccessibleDescription(readout.words)

    def _ask(self, _action: int) -> None:
        # The slider's value follows the run, not the other way round.
        asked, shown = self.sliderPosition(), self.value()
        self.setSliderPosition(shown)
        if asked != shown:
            self.seek_requested.emit(asked)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint a ring while it has the keyboard."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self._theme.px(metrics.RING)
        painter.setPen(QPen(QColor(self._theme.accent), ring))
        corner = self._theme.px(metrics.SMALL_GAP)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2), corner, corner)

    def event(self, event: QEvent | None) -> bool:
        """Keep its own keys from the window's shortcuts."""
        return is_override(event, _is_own) or super().event(event)


def _is_own(event: QKeyEvent) -> bool:
    return is_plain(event) and Qt.Key(event.key()) in _OWN
