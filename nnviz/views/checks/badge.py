"""The badge of the transport bar: the result of the gradient check of the update on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QRect, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from nnviz.views.theme import Theme, metrics, mono_font, ui_font

if TYPE_CHECKING:
    from nnviz.model.checks import GradientCheck


class CheckBadge(QWidget):
    """As wide as its result, which is never cut off; it takes no room while there is none.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._result = ""
        self._holds: bool | None = False
        self._label = self.tr("check")
        self._label_font, self._result_font = ui_font(theme), mono_font(theme, bold=True)
        self.setObjectName("gradient_check_badge")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the room of the result, with its label."""
        return QSize(self.wanted_width(), self._theme.px(metrics.PILL))

    def wanted_width(self) -> int:
        """Return the room of the result, with its label; 0 while there is none."""
        if not self._result:
            return 0
        label = QFontMetrics(self._label_font).horizontalAdvance(self._label) + self._theme.px(metrics.GAP)
        result = QFontMetrics(self._result_font).horizontalAdvance(self._result)
        return result + 2 + (label if self._label else 0)

    def text(self) -> str:
        """Return what is shown; empty while there is nothing."""
        return f"{self._label} {self._result}".strip() if self._result else ""

    def show_check(self, check: GradientCheck | None) -> None:
        """Show the result of the check of the update on the screen; None when there was no check."""
        from nnviz.model.checks import TOO_SMALL
        from nnviz.views.checks.texts import error_text, holds, short_error_text

        self._label, self._result = self.tr("check"), ""
        if check is not None:
            self._holds = holds(check.band)
            mark = {True: "✓", False: "✗", None: "·"}[self._holds]
            self._result = f"{mark} {short_error_text(check.maximum)}"
        tip = self.tr("Gradient check: the largest relative error between the gradients and central differences, %1")
        tip = tip.replace("%1", error_text(None if check is None else check.maximum))
        if check is not None and check.band is TOO_SMALL:
            tip = self.tr("The gradients are too small to tell: rounding could be all of them")
        self.setToolTip(tip if self._result else "")
        self._show()

    def show_verdict(self, ok: bool | None) -> None:
        """Show whether the gradients of the person's own code are right; None where that is not known."""
        self._holds, self._label = ok, ""
        self._result = ""
        if ok is not None:
            self._result = self.tr("gradients ✓") if ok else self.tr("gradients ✗")
        tip = self.tr("Whether the gradients of your code are those of your own loss, by central differences")
        self.setToolTip(tip if self._result else "")
        self._show()

    def _show(self) -> None:
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Write label and number, right-aligned."""
        if not self._result:
            return
        px = self._theme.px
        label_width = QFontMetrics(self._label_font).horizontalAdvance(self._label)
        result_width = QFontMetrics(self._result_font).horizontalAdvance(self._result)
        gap = px(metrics.GAP)
        right = self.width()
        painter = QPainter(self)
        painter.setFont(self._result_font)
        known = self._theme.holds if self._holds else self._theme.fault
        painter.setPen(QColor(self._theme.secondary if self._holds is None else known))
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        left = right - result_width
        painter.drawText(QRect(left, 0, result_width + 1, self.height()), middle, self._result)
        painter.setFont(self._label_font)
        painter.setPen(QColor(self._theme.secondary))
        painter.drawText(QRect(left - gap - label_width, 0, label_width + 1, self.height()), middle, self._label)
