"""A tool button that shows its shortcut beside its text, smaller and in grey."""

from __future__ import annotations

from PyQt6.QtCore import QRect, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PyQt6.QtWidgets import QStyle, QStyleOptionToolButton, QToolButton, QWidget

from nnviz.views.theme import Theme, hint_font, metrics


class HintButton(QToolButton):
    """A tool button of icon, text and hint.

    Parameters
    ----------
    hint
        What stands small behind the text, a shortcut; nothing when empty.
    theme
        Colours and sizes.
    """

    def __init__(self, hint: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._theme = theme
        self._hint_font = hint_font(theme)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width() + self._hint_width(), size.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _hint_width(self) -> int:
        if not self._hint:
            return 0
        return QFontMetrics(self._hint_font).horizontalAdvance(self._hint) + self._theme.px(metrics.GAP)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        if not self._hint:
            super().paintEvent(event)
            return
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        style = self.style()
        assert style is not None
        frame = QStyleOptionToolButton(option)
        frame.text, frame.icon = "", type(option.icon)()
        style.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, frame, painter, self)
        width = self._hint_width()
        option.rect = QRect(0, 0, self.width() - width, self.height())
        style.drawControl(QStyle.ControlElement.CE_ToolButtonLabel, option, painter, self)
        painter.setFont(self._hint_font)
        painter.setPen(self._hint_colour())
        place = QRect(self.width() - width, 0, width - self._theme.px(metrics.GAP), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._hint)

    def _hint_colour(self) -> QColor:
        if self.property("primary"):
            return QColor(self._theme.on_accent)
        return QColor(self._theme.secondary if self.isEnabled() else self._theme.faint)
