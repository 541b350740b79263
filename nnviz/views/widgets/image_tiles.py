"""Small images side by side, of which one may be selected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFontMetrics, QImage, QMouseEvent, QPainter, QPaintEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from nnviz.views.theme import Theme, draw_now_ring, hint_font, metrics
from nnviz.views.widgets.place_tooltip import shows_tooltip
from nnviz.views.widgets.sample_images import draw_image


@dataclass(frozen=True, eq=False)
class ImageTile:
    """A small image.

    Attributes
    ----------
    key
        What it represents.
    image
        The image.
    caption
        The text under it.
    tip
        Its tooltip.
    """

    key: int
    image: QImage
    caption: str
    tip: str = ""


class ImageTiles(QWidget):
    """Draws images in rows.

    Signals
    -------
    clicked(object)
        The image with this key was clicked.
    room_changed()
        There is room for more or fewer images of their least size.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    least
        The least side of an image, in pixels at scale 1.
    grows
        Whether all are shown, as large as there is room for; otherwise each has the least size.
    """

    clicked = pyqtSignal(object)
    room_changed = pyqtSignal()

    def __init__(self, theme: Theme, least: int, parent: QWidget | None = None, *, grows: bool = True) -> None:
        super().__init__(parent)
        self._theme = theme
        self._least, self._grows = theme.px(least), grows
        self._tiles: tuple[ImageTile, ...] = ()
        self._chosen: int | None = None
        self._colour = theme.accent
        self.setFont(hint_font(theme))
        self.setMouseTracking(True)
        self.set_single_row(False)

    def sizeHint(self) -> QSize:
        """Return room for a row."""
        return QSize(5 * self._least, self._least + self._caption_height() + self._gap())

    def minimumSizeHint(self) -> QSize:
        """Return room for an image."""
        return QSize(self._least, self._least + self._caption_height())

    def set_single_row(self, single: bool) -> None:
        """Limit the height to one row, or all the height there is."""
        vertical = QSizePolicy.Policy.Fixed if single else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)

    def show_tiles(self, tiles: Sequence[ImageTile], chosen: int | None) -> None:
        """Show images, one of them ringed."""
        self._tiles, self._chosen = tuple(tiles), chosen
        self.update()

    def tiles(self) -> tuple[ImageTile, ...]:
        """Return what is shown."""
        return self._tiles

    def capacity(self) -> int:
        """Return how many images of their least size there is room for."""
        cell, down = self._least + self._gap(), self._least + self._caption_height() + self._gap()
        rows = max(1, (self.height() + self._gap()) // down)
        return max(1, (self.width() + self._gap()) // cell) * rows

    def box_of(self, index: int) -> QRectF:
        """Return the rectangle of an image and its caption."""
        columns, side = self._arrangement()
        gap = self._gap()
        left = (index % columns) * (side + gap)
        top = (index // columns) * (side + self._caption_height() + gap)
        return QRectF(left, top, side, side + self._caption_height())

    # Drawing -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the images."""
        painter = QPainter(self)
        theme, height = self._theme, self._caption_height()
        fonts = QFontMetrics(self.font())
        for index, tile in enumerate(self._tiles):
            box = self.box_of(index)
            place = draw_image(painter, tile.image, box.adjusted(0, 0, 0, -height))
            under = QRectF(box.left(), box.bottom() - height, box.width(), height)
            painter.setPen(QColor(theme.secondary))
            text = fonts.elidedText(tile.caption, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, text)
            if tile.key == self._chosen:
                draw_now_ring(painter, theme, place)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Choose an image."""
        tile = None if event is None else self.tile_at(event.position())
        if tile is not None and event is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(tile.key)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Show what can be clicked."""
        over = event is not None and self.tile_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: object) -> None:
        """Report that there may be room for more."""
        self.room_changed.emit()

    def event(self, event: QEvent | None) -> bool:
        """Show the tooltip of the image under the mouse."""
        return shows_tooltip(self, event, self._tip_at) or super().event(event)

    def _tip_at(self, position: QPointF) -> str:
        tile = self.tile_at(position)
        return "" if tile is None else tile.tip

    def tile_at(self, position: QPointF) -> ImageTile | None:
        """Return the image at a pixel."""
        return next((tile for n, tile in enumerate(self._tiles) if self.box_of(n).contains(position)), None)

    # Inside ------------------------------------------------------------------------------------------------------

    def _arrangement(self) -> tuple[int, float]:
        """Return how many are in a row, and their side."""
        gap, caption, count = self._gap(), self._caption_height(), max(len(self._tiles), 1)
        if not self._grows:
            return max(1, (self.width() + gap) // (self._least + gap)), float(self._least)
        best = 1, 0.0
        for columns in range(1, count + 1):
            rows = -(-count // columns)
            across = (self.width() - (columns - 1) * gap) / columns
            down = (self.height() - (rows - 1) * gap) / rows - caption
            if min(across, down) > best[1]:
                best = columns, float(int(min(across, down)))
        return best if best[1] else (count, float(self._least))

    def _gap(self) -> int:
        return self._theme.px(metrics.SMALL_GAP)

    def _caption_height(self) -> int:
        return QFontMetrics(self.font()).height()
