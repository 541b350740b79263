"""Where the columns of a bar's row are, and how a bar is drawn."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen, QTextOption

from nnviz.views.inspector.page import Bar, Page
from nnviz.views.inspector.text_formats import TextFormats
from nnviz.views.theme import Theme, metrics

_WIDEST: Final = 3
"""Bars are at most this many legends wide."""


class BarColumns:
    """Label, value and bar, one below the other.

    Parameters
    ----------
    theme
        Colours and scale.
    formats
        The page's.
    page
        What is shown.
    """

    def __init__(self, theme: Theme, formats: TextFormats, page: Page) -> None:
        self._theme = theme
        rows = [paragraph for paragraph in page.paragraphs if paragraph.bar is not None]
        labels, values = (max((formats.width(row, row.spans[place]) for row in rows), default=0.0) for place in (0, 1))
        self._value_end = labels + theme.px(metrics.PADDING) + values

    @property
    def tab(self) -> QTextOption.Tab:
        """Where values end."""
        return QTextOption.Tab(self._value_end, QTextOption.TabType.RightTab)

    def draw(self, painter: QPainter, bar: Bar, row: QRectF) -> None:
        """Draw a bar in its row; nothing where there is no room for it."""
        theme = self._theme
        if bar.is_ringed:
            painter.setPen(QPen(QColor(theme.now_mark), theme.px(metrics.BORDER)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            corner = theme.px(metrics.SMALL_GAP)
            painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        left = row.left() + theme.px(metrics.SMALL_GAP) + self._value_end + theme.px(metrics.PADDING)
        room = min(row.right() - theme.px(metrics.SMALL_GAP) - left, _WIDEST * theme.px(metrics.LEGEND_W))
        if room < theme.px(metrics.PADDING):
            return
        zero, end = left + bar.begin * room, left + bar.end * room
        inset = row.height() / 4
        shape = QRectF(min(zero, end), row.top() + inset, abs(end - zero), row.height() - 2 * inset)
        painter.fillRect(shape, QColor(theme.positive if end >= zero else theme.negative))
        axis = QRectF(zero - theme.px(metrics.BORDER) / 2, row.top(), theme.px(metrics.BORDER), row.height())
        painter.fillRect(axis, QColor(theme.faint))
