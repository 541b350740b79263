"""The memory that the history takes, and its limit."""

from __future__ import annotations

from PyQt6.QtCore import QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QPainter, QPaintEvent
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nnviz.model.text.numbers import format_count, format_short
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets import ElidedLabel, NumberField

MEGABYTE = 2**20
LEAST, MOST = 1, 4096
"""Limits that can be chosen, in megabytes."""
_LEAST_TOLD, _ONE_DECIMAL = 0.1, 10.0


class _Bar(QWidget):
    """A slim bar that fills up."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.share = 0.0
        self.setFixedHeight(theme.px(metrics.TRACK))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(metrics.NUMBER_FIELD_W), self._theme.px(metrics.TRACK))

    def show_share(self, share: float) -> None:
        if share != self.share:
            self.share = share
            self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = QRectF(self.rect())
        round_ = groove.height() / 2
        painter.setBrush(QColor(self._theme.border))
        painter.drawRoundedRect(groove, round_, round_)
        groove.setWidth(max(groove.height(), self.share * groove.width()))
        painter.setBrush(QColor(self._theme.secondary))
        painter.drawRoundedRect(groove, round_, round_)


class MemoryRow(QWidget):
    """A bar with its numbers, and a field for the limit.

    Signals
    -------
    budget_requested(object)
        Bytes (an int) that the history may take.
    """

    budget_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = _Bar(theme)
        self.field = NumberField(theme)
        self.field.set_range(LEAST, MOST, whole=True)
        self.field.set_step(2.0, factor=True)
        self.field.number_entered.connect(self._ask)
        name = QLabel(self.tr("Memory"))
        name.setProperty("role", "section")
        name.setBuddy(self.field.line_edit())
        self._text, unit = ElidedLabel(), QLabel(self.tr("MB"))
        self._text.setProperty("role", "secondary")
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        unit.setProperty("role", "secondary")
        tip = self.tr("Memory for going back quickly. With less memory going back takes longer; nothing is lost.")
        for widget in (name, self._text, self.bar, self.field.line_edit()):
            widget.setToolTip(tip)
        self.field.line_edit().setAccessibleName(self.tr("Memory for going back, in MB"))
        self.field.line_edit().setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setFixedWidth(theme.px(metrics.NUMBER_FIELD_W))
        self._set_up(theme, (name, self._text, self.field, unit))

    def _set_up(self, theme: Theme, widgets: tuple[QWidget, ...]) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(metrics.GAP))
        for widget in widgets:
            row.addWidget(widget, int(widget is self._text))
        column = QVBoxLayout(self)
        padding = theme.px(metrics.PADDING)
        column.setContentsMargins(padding, theme.px(metrics.SMALL_GAP), padding, 0)
        column.setSpacing(theme.px(metrics.SMALL_GAP))
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.field.error_label())

    def text(self) -> str:
        """Return the numbers: ``0.5 of 64 MB``."""
        return self._text.text()

    def show_bytes(self, used: int, budget: int) -> None:
        """Show how much is used of how much."""
        text = self.tr("%1 of %2 MB").replace("%1", _megabytes(used)).replace("%2", format_short(budget / MEGABYTE))
        if text != self._text.text():
            self._text.setText(text)
        self.bar.show_share(min(used / budget, 1.0) if budget else 1.0)
        if not self.field.line_edit().hasFocus():
            self.field.set_value(budget / MEGABYTE)

    def _ask(self, megabytes: float) -> None:
        self.budget_requested.emit(round(megabytes) * MEGABYTE)


def _megabytes(used: int) -> str:
    number = used / MEGABYTE
    if 0 < number < _LEAST_TOLD:
        return f"< {format_short(_LEAST_TOLD)}"
    return f"{number:.1f}" if number < _ONE_DECIMAL else format_count(round(number))
