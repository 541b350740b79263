"""Marks on the run's groove: edits, the reach of settings, the update under the mouse, the handle."""

from __future__ import annotations

from itertools import pairwise

from PyQt6.QtCore import QLineF, QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen

from nnviz.model.session.snapshot import Snapshot
from nnviz.views.theme import Theme, metrics

_DOT = 4.0
"""Diameter at scale 1 of the dot of an edited cell."""


class RunMarks:
    """Paints marks; marks on the same pixel are painted once.

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._gap = theme.px(metrics.RING)

    def draw(self, painter: QPainter, snapshot: Snapshot, groove: QRectF) -> None:
        """Draw a tick where settings were changed, a line as far as each were effective, a dot for edited cells."""
        places: dict[str, set[float]] = {"settings": set(), "value": set()}
        for mark in snapshot.marks:
            places[mark.kind].add(_across(groove, mark.position.update, snapshot))
        settings = places["settings"]
        line = groove.bottom() + 2 * self._gap
        if len(snapshot.effective_settings) > 1:
            ends = sorted({groove.left(), *settings, groove.right()})
            for begin, end in pairwise(ends):
                span = QRectF(begin + self._gap, line, max(1.0, end - begin - 2 * self._gap), self._gap)
                painter.fillRect(span, QColor(self._theme.faint))
        painter.setPen(QPen(QColor(self._theme.secondary), self._theme.px(metrics.BORDER)))
        for x in settings:
            painter.drawLine(QLineF(x, groove.top() - self._gap, x, line + self._gap))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.secondary))
        radius = self._theme.scale * _DOT / 2
        for x in places["value"]:
            painter.drawEllipse(QPointF(x, groove.top() - self._gap - radius), radius, radius)

    def draw_hover(self, painter: QPainter, x: float, groove: QRectF) -> None:
        """Draw a line at the update under the mouse."""
        painter.setPen(QPen(QColor(self._theme.text), self._theme.px(metrics.BORDER)))
        painter.drawLine(QLineF(x, groove.top() - self._gap, x, groove.bottom() + self._gap))

    def draw_handle(self, painter: QPainter, place: QPointF) -> None:
        """Draw the amber ring at the cursor."""
        px = self._theme.px
        painter.setPen(QPen(QColor(self._theme.now_mark), px(metrics.RING)))
        painter.setBrush(QColor(self._theme.panel))
        radius = px(metrics.HANDLE) / 2 - px(metrics.RING) / 2
        painter.drawEllipse(place, radius, radius)


def _across(groove: QRectF, update: int, snapshot: Snapshot) -> float:
    """Return the pixel of an update, in the middle of a column, where a hairline is sharp."""
    return round(groove.left() + groove.width() * update / max(1, snapshot.newest.update)) + 0.5
