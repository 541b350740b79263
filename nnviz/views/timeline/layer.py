"""A part of the band that is drawn once, and copied until something about it changes."""

from __future__ import annotations

import math
from collections.abc import Callable

from PyQt6.QtCore import QPointF, QRectF, QSizeF, Qt
from PyQt6.QtGui import QPainter, QPixmap


class Layer:
    """A picture, and what it was drawn from."""

    def __init__(self) -> None:
        self._key: object = None
        self._picture = QPixmap()

    def draw(
        self,
        painter: QPainter,
        at: QPointF,
        size: QSizeF,
        ratio: float,
        key: object,
        make: Callable[[QPainter], None],
        part: QRectF | None = None,
    ) -> None:
        """Draw the picture, after making it anew if its key or size has changed.

        Parameters
        ----------
        painter
            Where.
        at, size
            The place of its upper left corner, and its size in pixels.
        ratio
            Device pixels per pixel.
        key
            What it depends on; compared by ``==``.
        make
            Draws it, from (0, 0) on.
        part
            The part of it that is drawn, in its own pixels; all of it when None.
        """
        key = key, size, ratio
        if key != self._key:
            self._key = key
            self._picture = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            inside = QPainter(self._picture)
            inside.setRenderHint(QPainter.RenderHint.Antialiasing)
            make(inside)
            inside.end()
        if part is None:
            painter.drawPixmap(at, self._picture)
        elif part.width() * ratio >= 1:  # of a part that is narrower Qt draws the whole picture
            source = QRectF(part.topLeft() * ratio, part.size() * ratio)
            painter.drawPixmap(QRectF(at + part.topLeft(), part.size()), self._picture, source)
