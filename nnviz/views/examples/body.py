"""The list of examples and the details of the chosen one: side by side where there is room, else stacked."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QRect, Qt
from PyQt6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PyQt6.QtWidgets import QBoxLayout, QWidget

from nnviz.views.theme import Theme, metrics

_WIDE: Final = 640
"""Width from which the two are side by side."""
_SHARES: Final = (2, 3)
"""Their shares of the width then."""


class ExamplesBody(QWidget):
    """Two widgets with a rule between them.

    Parameters
    ----------
    theme
        Sizes.
    first, second
        The list, and the details of the chosen example.
    """

    def __init__(self, theme: Theme, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._widgets = first, second
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, theme.px(metrics.SMALL_GAP))
        # The rule is in the middle of the gap.
        self._line.setSpacing(theme.px(metrics.GAP))
        for widget in (first, second):
            self._line.addWidget(widget)
        self._line.setStretchFactor(second, 1)

    @property
    def is_beside(self) -> bool:
        """Whether the two are side by side."""
        return self._line.direction() == QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Rearrange the two when the width allows."""
        super().resizeEvent(event)
        beside = self.width() >= self._theme.px(_WIDE)
        if beside != self.is_beside:
            self._turn(beside)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the rule."""
        first, half = self._widgets[0].geometry(), self._theme.px(metrics.GAP) // 2
        thick = self._theme.px(metrics.BORDER)
        rule = (
            QRect(self._widgets[1].x() - half, 0, thick, self.height())
            if self.is_beside
            else QRect(0, first.y() + first.height() + half, self.width(), thick)
        )
        QPainter(self).fillRect(rule, QColor(self._theme.border))

    def _turn(self, beside: bool) -> None:
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if beside else way.TopToBottom)
        for widget, share in zip(self._widgets, _SHARES if beside else (0, 1), strict=True):
            self._line.setStretchFactor(widget, share)
        # Beside the figures the list is as high as they are, and starts at the top.
        self._line.setAlignment(self._widgets[0], Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))
        self.update()
