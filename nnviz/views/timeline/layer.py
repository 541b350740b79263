"""A part of the band that is drawn once, and copied until something about it changes."""

from __future__ import annotations

import math
from collections.abc import Callable

from PyQt6.QtCore import QPointF, QRectF, QSizeF, Qt
from PyQt6.QtGui import QPainter, QPixmap

from nnviz.views.painter_state import saved


class Layer:
    """A picture, and what it was drawn from.

    What changes in every frame of a run is drawn directly: a picture is made when the same is to be drawn again.
    """

    def __init__(self) -> None:
        self._key: object = None
        self._picture: QPixmap | None = None

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
            The place of its upper left corner, which is moved to a whole pixel, and its size in pixels.
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
        at = QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio)
        if key != self._key:
            self._key, self._picture = key, None
            with saved(painter):
                painter.translate(at)
                painter.setClipRect(QRectF(QPointF(), size) if part is None else part)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                make(painter)
            return
        if self._picture is None:
            self._picture = _picture(size, ratio, make)
        if part is None:
            painter.drawPixmap(at, self._picture)
        elif part.width() * ratio >= 1:  # of a part that is narrower Qt draws the whole picture
            source = QRectF(part.topLeft() * ratio, part.size() * ratio)
            painter.drawPixmap(QRectF(at + part.topLeft(), part.size()), self._picture, source)


def _picture(size: QSizeF, ratio: float, make: Callable[[QPainter], None]) -> QPixmap:
    picture = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    inside = QPainter(picture)
    inside.setRenderHint(QPainter.RenderHint.Antialiasing)
    make(inside)
    inside.end()
    return picture
