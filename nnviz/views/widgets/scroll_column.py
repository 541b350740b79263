"""A column that scrolls up and down, and never sideways."""

from __future__ import annotations

from PyQt6.QtCore import QSize, Qt
from PyQt6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nnviz.views.theme import Theme, metrics


class ScrollColumn(QScrollArea):
    """Widgets under each other; the scroll bar takes its room from the margin, so that nothing becomes narrower."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget(self)
        self.column = QVBoxLayout(content)
        self.column.setSpacing(theme.px(metrics.PADDING))
        self.setWidget(content)
        bar = self.verticalScrollBar()
        assert bar is not None  # a scroll area has one
        bar.rangeChanged.connect(self._leave_room)
        self._leave_room(0, 0)

    def minimumSizeHint(self) -> QSize:
        """Return a width at which nothing is cut off."""
        content = self.widget()
        assert content is not None  # it is set in the constructor
        room = self._theme.px(metrics.SCROLL)
        return QSize(content.minimumSizeHint().width() + room, super().minimumSizeHint().height())

    def _leave_room(self, low: int, high: int) -> None:
        padding, bar = self._theme.px(metrics.PADDING), self._theme.px(metrics.SCROLL)
        self.column.setContentsMargins(padding, 0, padding - (bar if high > low else 0), padding)
