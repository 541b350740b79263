"""The predictions of all sessions, side by side."""

from __future__ import annotations

import math
from typing import Final

from PyQt6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from nnviz.model.comparison import ComparedSnapshot, ComparedSnapshots
from nnviz.views.compare import texts
from nnviz.views.compare.curves import entry_pen
from nnviz.views.compare.tile import SessionTile, is_numbers
from nnviz.views.theme import Theme, hint_font, metrics
from nnviz.views.widgets.place_tooltip import shows_tooltip

_LEAST, _MOST = 96, 260
"""Sides of a picture at scale 1."""
_NUMBERS: Final = 0.7
"""Height of a picture that has only numbers, as a share of its width."""
_SAMPLE: Final = 20
"""Length at scale 1 of the piece of line before a name: long enough to show its dashes."""


class SessionTiles(QWidget):
    """Draws a small picture for each session, with its name and line above it.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = hint_font(theme)
        self._measure = QFontMetricsF(self._font)
        self._compared: ComparedSnapshots | None = None
        self._running = False
        self._tiles: dict[int, SessionTile] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        """Return room for two pictures side by side."""
        return QSize(self._theme.px(2 * _LEAST), self._theme.px(_LEAST) + self._caption())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Request the height that pictures of the least size need."""
        super().resizeEvent(event)
        self._request_height()

    def _request_height(self) -> None:
        count = 1 if self._compared is None else len(self._compared.all)
        gap, least = self._theme.px(metrics.GAP), self._theme.px(_LEAST)
        rows = math.ceil(count / max(1, (self.width() + gap) // (least + gap)))
        self.setMinimumHeight(rows * (math.ceil(least * self._ratio()) + self._caption() + gap) - gap)

    def _ratio(self) -> float:
        """Return the height of a picture as a share of its width."""
        entries = () if self._compared is None else self._compared.all
        is_flat = all(is_numbers(entry) for entry in entries) and bool(entries)
        return _NUMBERS if is_flat else 1.0

    def show_compared(self, compared: ComparedSnapshots, *, running: bool) -> None:
        """Show sessions; coarser while any of them is running."""
        is_other = self._compared is None or len(compared.all) != len(self._compared.all)
        self._compared, self._running = compared, running
        keys = {entry.key for entry in compared.all}
        self._tiles = {key: tile for key, tile in self._tiles.items() if key in keys}
        if is_other:
            self._request_height()
        self.update()

    def places(self) -> list[tuple[ComparedSnapshot, QRectF]]:
        """Return each session and the rectangle of its picture, in pixels."""
        if self._compared is None:
            return []
        entries, gap, caption = self._compared.all, self._theme.px(metrics.GAP), self._caption()
        count, ratio = len(entries), self._ratio()

        def side_for(columns: int) -> float:
            rows = math.ceil(count / columns)
            by_width = (self.width() - (columns - 1) * gap) / columns
            by_height = (self.height() - (rows - 1) * gap) / rows - caption
            return min(by_width, by_height / ratio)

        columns = max(range(1, count + 1), key=side_for)
        side = float(max(1, int(min(side_for(columns), self._theme.px(_MOST)))))
        placed = []
        for index, entry in enumerate(entries):
            row, column = divmod(index, columns)
            top = row * (side * ratio + caption + gap) + caption
            placed.append((entry, QRectF(column * (side + gap), top, side, side * ratio)))
        return placed

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw all pictures."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        for entry, area in self.places():
            tile = self._tiles.setdefault(entry.key, SessionTile(self._theme))
            self._draw_caption(painter, entry, area)
            taken = tile.draw(painter, entry, area, running=self._running)
            painter.setPen(QPen(QColor(self._theme.border), self._theme.px(metrics.BORDER)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.drawRect(taken.adjusted(0.5, 0.5, -0.5, -0.5))

    def event(self, event: QEvent | None) -> bool:
        """Show the exact numbers of the session under the mouse."""
        return shows_tooltip(self, event, self.tip) or super().event(event)

    def tip(self, at: QPointF) -> str:
        """Return the tooltip at a place."""
        for entry, area in self.places():
            if area.adjusted(0, -self._caption(), 0, 0).contains(at):
                return texts.details(entry)
        return ""

    def _draw_caption(self, painter: QPainter, entry: ComparedSnapshot, area: QRectF) -> None:
        theme, sample, gap = self._theme, self._theme.px(_SAMPLE), self._theme.px(metrics.SMALL_GAP)
        box = QRectF(area.left(), area.top() - self._caption(), area.width(), self._measure.height())
        middle = round(box.center().y()) + 0.5
        painter.setPen(entry_pen(theme, entry, metrics.STROKE * theme.scale))
        painter.drawLine(QLineF(box.left(), middle, box.left() + sample, middle))
        painter.setFont(self._font)
        painter.setPen(QColor(theme.text if entry.is_main else theme.secondary))
        room = box.adjusted(sample + gap, 0, 0, 0)
        name = texts.entry_name(entry)
        shown = self._measure.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _caption(self) -> int:
        return math.ceil(self._measure.height()) + self._theme.px(metrics.SMALL_GAP)
