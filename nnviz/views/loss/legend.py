"""The legend of the compared branches, in the upper right of the plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from nnviz.model.text.numbers import format_count
from nnviz.views.painter_state import saved
from nnviz.views.theme import Theme, hint_font, metrics

_WIDEST = 0.45
_HIGHEST = 0.6
"""Shares of the plot that the legend may cover."""
_WIDEST_NAME = 150
_SAMPLE = 20
"""Lengths at scale 1 of a name, and of the piece of line before it, which is long enough to show the dashes."""
_OPACITY = 0.85


@dataclass(frozen=True)
class LegendRow:
    """A branch's name and line."""

    name: str
    pen: QPen


class LegendPainter:
    """Paints the rows that fit, and the number of those that do not.

    Parameters
    ----------
    theme
        Colours and fonts.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._font = hint_font(theme)
        self._measure = QFontMetricsF(self._font)

    def draw(self, painter: QPainter, rows: Sequence[LegendRow], area: QRectF) -> None:
        """Draw the legend of a plot; nothing when there are no rows."""
        height = self._measure.height()
        fitting = max(1, int(_HIGHEST * area.height() / height))
        shown, more = list(rows), ""
        if len(rows) > fitting:
            shown = shown[: fitting - 1]
            more = QCoreApplication.translate("LossPlot", "%1 more").replace("%1", format_count(len(rows) - len(shown)))
        if not shown and not more:
            return
        px = self._theme.px
        sample, gap = px(_SAMPLE), px(metrics.SMALL_GAP)
        room = min(_WIDEST * area.width() - sample - 3 * gap, px(_WIDEST_NAME))
        names = [self._measure.elidedText(row.name, Qt.TextElideMode.ElideMiddle, room) for row in shown]
        widest = max(self._measure.horizontalAdvance(text) for text in (*names, more))
        lines = len(shown) + bool(more)
        box = QRectF(0, area.top(), sample + widest + 3 * gap, lines * height)
        box.moveRight(area.right())
        self._draw_background(painter, box)
        with saved(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._font)
            left = box.left() + sample + 2 * gap
            for at, text in enumerate((*names, more) if more else names):
                top = box.top() + at * height
                if at < len(shown):
                    painter.setPen(shown[at].pen)
                    middle = round(top + height / 2) + 0.5
                    painter.drawLine(QLineF(box.left() + gap, middle, box.left() + gap + sample, middle))
                painter.setPen(QColor(self._theme.secondary))
                painter.drawText(QRectF(left, top, widest + 1, height), Qt.AlignmentFlag.AlignLeft, text)

    def _draw_background(self, painter: QPainter, box: QRectF) -> None:
        background = QColor(self._theme.panel)
        background.setAlphaF(_OPACITY)
        painter.fillRect(box, background)
