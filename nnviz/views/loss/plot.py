"""The plot of the losses over the run, in which a person looks around."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QMouseEvent, QWheelEvent
from PyQt6.QtWidgets import QToolTip

from nnviz.views.loss import words
from nnviz.views.loss.canvas import LossCanvas

_ZOOM_STEP = 1.25
"""Factor of a step of the wheel, or a key."""
_WHEEL_STEP = 120
_PAN_STEP = 0.2
"""Share of the plot's width by which a key moves along."""


class LossPlot(LossCanvas):
    """The picture of the losses; the wheel zooms into the updates, dragging pans, a double click follows again."""

    def follow(self) -> None:
        """Show the whole run again, and go on with it."""
        self._follow.follow()
        self._moved()

    def zoom(self, steps: float, share: float = 0.5) -> None:
        """Come closer by steps of the wheel, around a place at a share of the plot's width."""
        self._follow.zoom(_ZOOM_STEP**-steps, share)
        self._moved()

    def pan(self, steps: float) -> None:
        """Move along the updates by steps of a key; towards later ones when positive."""
        self._follow.pan(steps * _PAN_STEP)
        self._moved()

    def _moved(self) -> None:
        self.following_changed.emit(self._follow.is_following)
        self.coarseness_changed.emit()
        self._redraw()

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Zoom into the updates around the pointer."""
        if event is None:
            return
        steps = event.angleDelta().y() / _WHEEL_STEP
        if steps:
            self.zoom(steps, min(max(self._frame().share(event.position().x()), 0.0), 1.0))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Take hold of the plot; the event goes on to the panel, which takes the keyboard."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pointer.grab(event.position())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Pan, or show the evaluation under the mouse."""
        if event is None:
            return
        self._pointer.move(event.position())
        if self._pointer.holds and event.buttons() & Qt.MouseButton.LeftButton:
            moved = self._pointer.drag(event.position())
            if moved:
                self._follow.pan(moved / self._frame().across)
                self._moved()
            return
        self._marks.hover = self._pointer.cross(self._series, self._frame(), self._scale)
        self._explain(event)
        self._view().update()

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """Let go."""
        self._pointer.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """Follow the newest update again."""
        self._pointer.release()
        self.follow()

    def leaveEvent(self, event: QEvent | None) -> None:
        """Take the cross-hairs away."""
        self._pointer.leave()
        self._marks.hover = None
        self._view().update()

    def _explain(self, event: QMouseEvent) -> None:
        index = self._pointer.nearest(self._series, self._frame())
        if index is None or self._series is None or self._snapshot is None:
            QToolTip.hideText()
            return
        penalty = self._snapshot.program.objective != "L"
        text = words.evaluation(self._series, index, penalty=penalty)
        others = words.others(self._compared, int(self._series.at[index]))
        text = f"{text}\n{others}" if others else text
        QToolTip.showText(event.globalPosition().toPoint(), text, self._view())
