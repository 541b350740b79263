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
        self._has_hint = self._has_text = True
        self.setProperty("primary", primary)
        self._font, self._hint_font = ui_font(theme, bold=primary), hint_font(theme)

    def show_parts(self, *, text: bool, hint: bool) -> None:
        """Show the text and the hint, or leave them out where there is no room; the tooltip has both."""
        if (text, hint) != (self._has_text, self._has_hint):
            self._has_text, self._has_hint = text, hint
            self.updateGeometry()
            self.update()

    def width_with(self, *, text: bool, hint: bool) -> int:
        """Return the width of the button with some of its parts."""
        px, wide = self._theme.px, self._theme.px(metrics.ICON) + 2 * self._theme.px(metrics.GAP + 1)
        if text:
            wide += px(metrics.SMALL_CORNER) + max(map(QFontMetrics(self._font).horizontalAdvance, self._texts))
        if hint:
            wide += px(metrics.SMALL_CORNER) + QFontMetrics(self._hint_font).horizontalAdvance(self._hint)
        return wide + self._menu_width

    @property
    def _menu_width(self) -> int:
        has_menu = self.popupMode() == QToolButton.ToolButtonPopupMode.MenuButtonPopup
        return self._theme.px(metrics.MENU_ARROW) if has_menu else 0

    def sizeHint(self) -> QSize:
        """Return the room for margins, icon, widest text and hint."""
        return QSize(self.width_with(text=self._has_text, hint=self._has_hint), super().sizeHint().height())

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
        side, x = px(metrics.ICON), px(metrics.GAP + 1)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self.icon().paint(painter, QRect(x, (self.height() - side) // 2, side, side), mode=mode)
        x += side + px(metrics.SMALL_CORNER)
        if self._has_text:
            painter.setFont(self._font)
            painter.setPen(self._colour(self._theme.text))
            painter.drawText(QRect(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._has_hint:
            painter.setFont(self._hint_font)
            painter.setPen(self._colour(self._theme.secondary))
            right = QRect(0, 0, self.width() - px(metrics.GAP + 1) - self._menu_width, self.height())
            painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._hint)

    def _colour(self, plain: str) -> QColor:
        if not self.isEnabled():
            return QColor(self._theme.faint)
        return QColor(self._theme.on_accent if self._primary else plain)
