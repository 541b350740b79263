"""Samples as round spots, thousands of them in one call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PyQt6 import sip
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from nnviz.model.arrays.array import Array
from nnviz.views.theme import Theme, metrics

TRAIN, TEST, WRONG, WRONG_TEST = range(4)
"""Kinds of spots, as `kinds_of` returns them."""

# (up to how many spots, share of a sample's size): crowded spots are drawn smaller.
_SHARES: Final = ((60, 1.15), (200, 0.85), (600, 0.68), (1500, 0.55))
_SMALLEST: Final = 0.42
_RING: Final = 0.13
_HOLE: Final = 0.4
_CROSS: Final = 0.17
_ICON_RATIO: Final = 3
"""Icons are drawn this much finer, so that they are sharp on dense screens."""


@dataclass(frozen=True)
class SpotStyle:
    """The colours of a spot besides its fill: its ring, its ring and cross where it is wrong, a test sample's hole."""

    ring: str
    wrong: str
    hole: str


def panel_style(theme: Theme) -> SpotStyle:
    """Return the style of spots on the background of a panel."""
    return SpotStyle(theme.panel, theme.text, theme.panel)


def kinds_of(is_test: NDArray[np.bool_], wrong: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return each spot's kind."""
    return is_test.astype(np.intp) + WRONG * wrong


def diameter(theme: Theme, count: int) -> float:
    """Return a spot's diameter in pixels, its ring included, where there are `count` of them."""
    share = next((share for up_to, share in _SHARES if count <= up_to), _SMALLEST)
    return share * theme.px(metrics.SAMPLE)


class Spots:
    """Draws spots from one picture of all their kinds and colours, which is remade when those change."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._atlas = QPixmap()
        self._key: tuple[object, ...] = ()
        self._fragments: object = None
        self._numbers: Array = np.zeros((0, 10))

    def draw(
        self,
        painter: QPainter,
        positions: Array,
        fills: Sequence[QColor],
        fill_of: NDArray[np.intp],
        kinds: NDArray[np.intp],
        style: SpotStyle,
    ) -> None:
        """Draw spots.

        Parameters
        ----------
        painter
            Where to draw.
        positions
            ``(2, k)`` pixels of their centres; those that are not finite are left out.
        fills
            The colours.
        fill_of, kinds
            ``(k,)`` index of the colour, and the kind; wrong ones are drawn over the others.
        style
            The other colours.
        """
        shown = np.isfinite(positions).all(axis=0)
        order = np.flatnonzero(shown)[np.argsort(kinds[shown], kind="stable")]
        if not len(order):
            return
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        cell = self._prepare(diameter(self._theme, positions.shape[1]), ratio, fills, style)
        if len(self._numbers) != len(order):
            # The painter reads x, y, left, top, width, height, two scales, rotation and opacity of each spot from here.
            self._fragments = sip.array(QPainter.PixmapFragment, len(order))  # type: ignore[call-arg]
            memory = sip.voidptr(self._fragments, len(order) * 80, True)
            self._numbers = np.frombuffer(memory, np.float64).reshape(len(order), 10)  # type: ignore[call-overload]
        numbers = self._numbers
        numbers[:, :2] = np.rint(positions[:, order].T.clip(-1e4, 1e4) * ratio) / ratio
        numbers[:, 2] = cell * fill_of[order]
        numbers[:, 3] = cell * kinds[order]
        numbers[:, 4:6] = cell
        numbers[:, 6:8] = 1 / ratio
        numbers[:, 8] = 0
        numbers[:, 9] = 1
        painter.drawPixmapFragments(self._fragments, self._atlas)  # type: ignore[arg-type]

    def _prepare(self, size: float, ratio: float, fills: Sequence[QColor], style: SpotStyle) -> int:
        """Make the picture, a column a colour and a row a kind; return the side of its cells in device pixels."""
        cell = int(np.ceil(size * ratio)) + 2
        # With an even side the centre is between pixels for every spot.
        cell += cell % 2
        key = (size, ratio, style, tuple(fill.rgb() for fill in fills))
        if key != self._key:
            self._atlas = QPixmap(cell * len(fills), cell * 4)
            self._atlas.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._atlas)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for column, fill in enumerate(fills):
                for kind in (TRAIN, TEST, WRONG, WRONG_TEST):
                    centre = QPointF((column + 0.5) * cell, (kind + 0.5) * cell)
                    draw_spot(painter, style, centre, size * ratio, fill, kind)
            painter.end()
            self._key = key
        return cell


def draw_spot(painter: QPainter, style: SpotStyle, centre: QPointF, size: float, fill: QColor, kind: int) -> None:
    """Draw one spot: hollow for a test sample, crossed and with another ring where it is misclassified."""
    ring = max(size * _RING, 1.0)
    wrong = kind in (WRONG, WRONG_TEST)
    edge = QColor(style.wrong if wrong else style.ring)
    inside = _around(centre, size - ring)
    painter.setPen(QPen(edge, ring))
    painter.setBrush(fill)
    painter.drawEllipse(inside)
    if kind in (TEST, WRONG_TEST):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.hole))
        painter.drawEllipse(_around(centre, size * _HOLE))
    if wrong:
        arm = size * _CROSS
        painter.setPen(QPen(edge, ring))
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))


def spot_icon(theme: Theme, fill: QColor, kind: int) -> QIcon:
    """Return a spot as an icon."""
    side = theme.px(metrics.ICON)
    pixmap = QPixmap(side * _ICON_RATIO, side * _ICON_RATIO)
    pixmap.setDevicePixelRatio(_ICON_RATIO)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_spot(painter, panel_style(theme), QPointF(side / 2, side / 2), theme.px(metrics.SAMPLE), fill, kind)
    painter.end()
    return QIcon(pixmap)


def draw_ring(painter: QPainter, centre: QPointF, size: float, colour: QColor, width: float) -> None:
    """Draw a ring around a spot of a size."""
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(_around(centre, size))


def _around(centre: QPointF, size: float) -> QRectF:
    return QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
