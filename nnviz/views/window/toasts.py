"""Notices and questions over the left end of the timeline: nothing else moves when one comes or goes."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QEvent, QObject
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from nnviz.views.theme import Theme, metrics

_WIDEST: Final = 600
"""Pixels at scale 1: a longer text has several lines."""


class Toasts(QWidget):
    """Stacks bars above each other, from the lower left corner of a part of the window upwards.

    Parameters
    ----------
    theme
        Sizes.
    parent
        What they are drawn over.
    floor
        At the lower left end of which they are.
    """

    def __init__(self, theme: Theme, parent: QWidget, floor: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._floor = theme, floor
        self._bars: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(metrics.SMALL_GAP))
        self.setVisible(False)
        for watched in (parent, floor):
            watched.installEventFilter(self)

    def add(self, bar: QWidget) -> None:
        """Add a bar, above those that there are."""
        self._bars.append(bar)
        self._column.insertWidget(0, bar)
        bar.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Follow the window's size, and the bars that come, go and change."""
        if event is not None and event.type() in _MOVING:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent | None) -> bool:
        """Follow the bars' sizes."""
        done = super().event(event)
        if event is not None and event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return done

    def _place(self) -> None:
        shown = [bar for bar in self._bars if not bar.isHidden()]
        self.setVisible(bool(shown))
        if not shown:
            return
        gap, px = self._theme.px(metrics.GAP), self._theme.px
        parent = self.parentWidget()
        assert parent is not None  # it is drawn over it
        width = min(px(_WIDEST), parent.width() - 2 * gap)
        tall = [max(bar.heightForWidth(width), bar.minimumSizeHint().height()) for bar in shown]
        height = min(sum(tall) + self._column.spacing() * (len(shown) - 1), parent.height() - 2 * gap)
        below = self._floor.geometry().bottom() + 1 if self._floor.isVisible() else parent.height() - gap
        self.setGeometry(gap, below - height, width, height)
        self._column.activate()
        self.raise_()


_MOVING: Final = (
    *(QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show),
    *(QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest),
)
