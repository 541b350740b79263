"""A tool button that shows its shortcut beside its text, smaller and in grey."""

from __future__ import annotations

from PyQt6.QtCore import QRect, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPaintEvent
from PyQt6.QtWidgets import QStyle, QStyleOptionToolButton, QToolButton, QWidget

from nnviz.views.theme import Theme, hint_font, metrics, ui_font


class HintButton(QToolButton):
    """A tool button of icon, text and hint in one row.

    Parameters
    ----------
    hint
        What is written small after the text: a shortcut.
    theme
        Colours and sizes.
    texts
        Every text that the button may show; it is as wide as the widest, so that nothing moves.
    primary
        Whether it is the filled one.
    """

    def __init__(
        self, hint: str, theme: Theme, texts: tuple[str, ...], *, primary: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._hint, self._theme, self._texts, self._primary = hint, theme, texts, primary
        self.setProperty("primary", primary)
        self._font, self._hint_font = ui_font(theme, bold=primary), hint_font(theme)

    def sizeHint(self) -> QSize:
        """Return the room for margins, icon, widest text and hint."""
        px = self._theme.px
        text, hint = QFontMetrics(self._font), QFontMetrics(self._hint_font)
        width = px(metrics.ICON) + max(map(text.horizontalAdvance, self._texts)) + hint.horizontalAdvance(self._hint)
        return QSize(width + 2 * px(metrics.PADDING) + 2 * px(metrics.SMALL_CORNER), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never elide."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint the style's frame, then icon, text and hint from left to right."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter, style = QPainter(self), self.style()
        assert style is not None
        style.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option, painter, self)
        px = self._theme.px
        side, x = px(metrics.ICON), px(metrics.PADDING)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self.icon().paint(painter, QRect(x, (self.height() - side) // 2, side, side), mode=mode)
        x += side + px(metrics.SMALL_CORNER)
        painter.setFont(self._font)
        painter.setPen(self._colour(self._theme.text))
        painter.drawText(QRect(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(self._hint_font)
        painter.setPen(self._colour(self._theme.secondary))
        right = QRect(0, 0, self.width() - px(metrics.PADDING), self.height())
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._hint)

    def _colour(self, plain: str) -> QColor:
        if not self.isEnabled():
            return QColor(self._theme.faint)
        return QColor(self._theme.on_accent if self._primary else plain)
