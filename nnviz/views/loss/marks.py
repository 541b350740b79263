"""Marks over the curves, in pixels: the cursor, labels, the fault, the evaluation under the mouse."""

from __future__ import annotations

from dataclasses import dataclass, field

from PyQt6.QtCore import QLineF, QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from nnviz.views.loss.legend import LegendPainter, LegendRow
from nnviz.views.theme import Theme, hint_font, label_font, metrics

_DOT = 9.0
"""Diameter of the cursor's dot at scale 1."""


@dataclass(frozen=True)
class Label:
    """A text beside a point, with its colour."""

    at: QPointF
    text: str
    colour: str


@dataclass
class LossMarks:
    """The places of the marks, in pixels of the view.

    Attributes
    ----------
    area
        The plot between its axes.
    cursor
        Place of the cursor's vertical line.
    dot
        The loss of the current parameters; None when it is not finite.
    labels
        Texts at the right ends of curves.
    fault
        The place where the curve ends because a loss is not finite, with its text.
    hover
        The evaluation under the mouse.
    message
        Text in the middle of an empty plot.
    hint
        Text above the left end of the axis across.
    legend
        The names and pens of the branches; empty while none is compared.
    """

    area: QRectF = field(default_factory=QRectF)
    cursor: float | None = None
    dot: QPointF | None = None
    labels: list[Label] = field(default_factory=list)
    fault: Label | None = None
    hover: QPointF | None = None
    message: str = ""
    hint: str = ""
    legend: list[LegendRow] = field(default_factory=list)


class LossMarkPainter:
    """Paints marks.

    Parameters
    ----------
    theme
        Colours and fonts.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._legend = LegendPainter(theme)
        self._font, self._small = label_font(theme), hint_font(theme)
        self._measure, self._small_measure = QFontMetricsF(self._font), QFontMetricsF(self._small)
        self._gap = float(theme.px(metrics.GAP))

    def label_room(self, text: str) -> float:
        """Return the pixels that a label takes right of its point."""
        return self._measure.horizontalAdvance(text) + self._gap

    def draw(self, painter: QPainter, marks: LossMarks) -> None:
        """Draw all marks."""
        theme, area = self._theme, marks.area
        self._legend.draw(painter, marks.legend, area)
        painter.setFont(self._font)
        if marks.hover is not None:
            painter.setPen(QPen(QColor(theme.faint), theme.px(metrics.BORDER)))
            painter.drawLine(QLineF(marks.hover.x(), area.top(), marks.hover.x(), area.bottom()))
            painter.drawLine(QLineF(area.left(), marks.hover.y(), area.right(), marks.hover.y()))
        if marks.cursor is not None:
            painter.setPen(QPen(QColor(theme.now_outline), theme.px(metrics.BORDER)))
            painter.drawLine(QLineF(marks.cursor, area.top(), marks.cursor, area.bottom()))
        if marks.message:
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            # Lines of the grid would cross the text.
            painter.fillRect(painter.boundingRect(area, centred, marks.message), QColor(theme.panel))
            painter.setPen(QColor(theme.secondary))
            painter.drawText(area, centred, marks.message)
        if marks.hint:
            painter.setFont(self._small)
            painter.setPen(QColor(theme.secondary))
            left_below = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(area.adjusted(self._gap, 0, 0, -self._gap / 2), left_below, marks.hint)
            painter.setFont(self._font)
        for label, baseline in self._spread(marks.labels, area):
            self._write(painter, label, baseline, area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if marks.fault is not None:
            self._draw_fault(painter, marks.fault, area)
        if marks.dot is not None:
            radius = theme.px(_DOT) / 2
            painter.setPen(QPen(QColor(theme.now_outline), metrics.STROKE * theme.scale))
            painter.setBrush(QColor(theme.now_mark))
            painter.drawEllipse(marks.dot, radius, radius)

    def unit_width(self, text: str) -> float:
        """Return the pixels that the unit takes."""
        return self._small_measure.horizontalAdvance(text)

    def draw_unit(self, painter: QPainter, right: float, top: float, text: str) -> None:
        """Write the unit of the axis across at its right end."""
        painter.setFont(self._small)
        painter.setPen(QColor(self._theme.secondary))
        width = self.unit_width(text)
        painter.drawText(QRectF(right - width, top, width, self._measure.height()), Qt.AlignmentFlag.AlignLeft, text)

    def _spread(self, labels: list[Label], area: QRectF) -> list[tuple[Label, float]]:
        """Return labels and the middles of their lines, moved apart where they would overlap."""
        height = self._measure.height()
        placed = sorted(labels, key=_height)
        middles: list[float] = []
        for label in placed:
            # A little above the point: the curve comes from the left, and mostly from above.
            wanted = max(label.at.y() - (height / 2 if len(placed) == 1 else 0), area.top() + height / 2)
            middles.append(max(wanted, middles[-1] + height) if middles else wanted)
        lowest = area.bottom() - height / 2
        for index in range(len(middles) - 1, -1, -1):
            middles[index] = min(middles[index], lowest)
            lowest = middles[index] - height
        return list(zip(placed, middles, strict=True))

    def _write(self, painter: QPainter, label: Label, middle: float, area: QRectF) -> None:
        width, height = self._measure.horizontalAdvance(label.text), self._measure.height()
        left = label.at.x() + self._gap
        if left + width > area.right():
            left = max(area.left(), label.at.x() - self._gap - width)
        painter.setPen(QColor(label.colour))
        painter.drawText(QRectF(left, middle - height / 2, width + 1, height), Qt.AlignmentFlag.AlignLeft, label.text)

    def _draw_fault(self, painter: QPainter, fault: Label, area: QRectF) -> None:
        theme, arm = self._theme, self._theme.px(_DOT) / 2
        painter.setPen(QPen(QColor(theme.fault), metrics.STROKE * theme.scale))
        x, y = fault.at.x(), fault.at.y()
        painter.drawLine(QLineF(x - arm, y - arm, x + arm, y + arm))
        painter.drawLine(QLineF(x - arm, y + arm, x + arm, y - arm))
        height = self._measure.height()
        middle = min(max(y, area.top() + height / 2), area.bottom() - height / 2)
        self._write(painter, fault, middle, area)


def _height(label: Label) -> float:
    return label.at.y()
