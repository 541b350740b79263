"""Colours that carry values: signed, probability, class, relative error; and what has not been computed."""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PyQt6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from nnviz.views.theme import metrics
from nnviz.views.theme.tokens import Theme

Rgba = NDArray[np.uint8]

# Odd, so that zero has an entry of its own.
_ENTRIES: Final = 255
_MIDDLE: Final = _ENTRIES // 2
_GAMMA: Final = 0.8
_READABLE: Final = 4.5
# Tiles of the hatching are drawn this much finer, so that they are sharp on a screen of device pixel ratio 2 or 3.
_HATCH_RATIO: Final = 4

_BAND_SHARES: Final = {
    "good": ("holds", 0.55),
    "fine": ("holds", 0.25),
    "suspicious": ("fault", 0.4),
    "wrong": ("fault", 1.0),
}
"""Band of a relative error → the theme's colour, and how much of it is in the fill."""


def _channels(colour: str) -> NDArray[np.float64]:
    value = QColor(colour)
    return np.array([value.red(), value.green(), value.blue()], dtype=np.float64)


def _blend(zero: str, end: str, amounts: NDArray[np.float64]) -> NDArray[np.float64]:
    start = _channels(zero)
    return start + amounts[..., None] * (_channels(end) - start)


def _luminance(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the relative luminance (WCAG 2) of colours (..., 3) in 0..255."""
    part = rgb / 255.0
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    luminance: NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return luminance


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21 (WCAG 2)."""
    bright = [float(_luminance(_channels(colour.name()))) + 0.05 for colour in (first, second)]
    return max(bright) / min(bright)


def text_on(theme: Theme, colour: QColor) -> QColor:
    """
    Return the colour of text on a fill, with a contrast of at least 4.5 : 1.

    The theme's ink or paper where one of them is readable; on a fill halfway between, black.
    """
    for candidate in (theme.ink, theme.paper):
        if contrast(QColor(candidate), colour) >= _READABLE:
            return QColor(candidate)
    # Where neither reaches it the luminance is between 0.183 and 0.24, and black has at least 4.6.
    return QColor(0, 0, 0)


def _frozen(rgb: NDArray[np.float64]) -> Rgba:
    table = np.full((len(rgb), 4), 255, dtype=np.uint8)
    table[:, :3] = np.rint(rgb)
    table.setflags(write=False)
    return table


@cache
def signed_table(theme: Theme) -> Rgba:
    """
    Return the colours of values from −scale to +scale.

    Returns
    -------
    ndarray, shape (255, 4), uint8
        Read-only; entry 127 is zero.
    """
    signed = np.linspace(-1.0, 1.0, _ENTRIES)
    amounts = np.abs(signed) ** _GAMMA
    negative = _blend(theme.zero, theme.negative, amounts)
    positive = _blend(theme.zero, theme.positive, amounts)
    return _frozen(np.where(signed[:, None] < 0, negative, positive))


@cache
def _text_table(theme: Theme) -> Rgba:
    # As `text_on` does it for one, which takes 4 ms for all.
    fills = _luminance(signed_table(theme)[:, :3].astype(np.float64)) + 0.05
    texts = np.zeros((len(fills), 3))
    for candidate in (theme.paper, theme.ink):
        own = float(_luminance(_channels(candidate))) + 0.05
        readable = np.maximum(fills, own) / np.minimum(fills, own) >= _READABLE
        texts[readable] = _channels(candidate)
    return _frozen(texts)


def _places(values: NDArray[np.float64], scale: float) -> NDArray[np.intp]:
    """Return the entry of each value in a table of −scale..scale; the middle for NaN."""
    relative = np.sign(values) if scale <= 0 else np.clip(values / scale, -1.0, 1.0)
    relative = np.nan_to_num(relative, nan=0.0)
    places: NDArray[np.intp] = np.rint(relative * _MIDDLE).astype(np.intp) + _MIDDLE
    return places


def signed_rgba(theme: Theme, array: ArrayLike, scale: float) -> Rgba:
    """
    Return the fill of each signed value.

    Parameters
    ----------
    theme : Theme
    array : array_like, any shape
        Values that have been computed. NaN is drawn in the colour of a fault, infinities as ±scale.
    scale : float
        The magnitude that has the full colour. At zero or less, every value other than zero has it.

    Returns
    -------
    ndarray, shape (*array.shape, 4), uint8
        Red, green, blue, alpha.
    """
    values = np.asarray(array, dtype=np.float64)
    colours: Rgba = signed_table(theme)[_places(values, scale)]
    missing = np.isnan(values)
    if missing.any():
        colours[missing] = (*_channels(theme.fault).astype(np.uint8), 255)
    return colours


def signed_text_rgba(theme: Theme, array: ArrayLike, scale: float) -> Rgba:
    """Return the colour of the text on each fill of `signed_rgba`; shape and parameters as there."""
    values = np.asarray(array, dtype=np.float64)
    colours: Rgba = _text_table(theme)[_places(values, scale)]
    missing = np.isnan(values)
    if missing.any():
        text = text_on(theme, QColor(theme.fault))
        colours[missing] = (text.red(), text.green(), text.blue(), 255)
    return colours


def signed_colour(theme: Theme, value: float, scale: float) -> QColor:
    """Return the fill of one signed value; see `signed_rgba`."""
    return QColor(*(int(part) for part in signed_rgba(theme, value, scale)))


def signed_text_colour(theme: Theme, value: float) -> QColor:
    """Return the colour of a signed number written on a panel: by its sign alone, so that it can be read."""
    if value > 0:
        return QColor(theme.positive_text)
    if value < 0:
        return QColor(theme.negative_text)
    return QColor(theme.secondary) if value == 0 else QColor(theme.fault)


def probability_table(theme: Theme) -> Rgba:
    """Return the colours of probabilities 0 to 1, with 0.5 neutral; shape (255, 4), read-only."""
    return signed_table(theme)


def probability_rgba(theme: Theme, array: ArrayLike) -> Rgba:
    """Return the fill of each probability, shape (*array.shape, 4); 0 negative, 0.5 neutral, 1 positive."""
    return signed_rgba(theme, 2.0 * np.asarray(array, dtype=np.float64) - 1.0, 1.0)


def probability_colour(theme: Theme, probability: float) -> QColor:
    """Return the fill of one probability."""
    return signed_colour(theme, 2.0 * probability - 1.0, 1.0)


def class_colour(theme: Theme, index: int) -> QColor:
    """Return the fill of a class: 0 as negative, 1 as positive values; they repeat after the last."""
    return QColor(theme.classes[index % len(theme.classes)])


def class_rgba(theme: Theme, classes: NDArray[np.integer], confidence: ArrayLike) -> Rgba:
    """
    Return the fill of decided classes, faded to neutral where the decision is unsure.

    Parameters
    ----------
    theme : Theme
    classes : ndarray of int, any shape
    confidence : array_like, same shape
        0 is the neutral colour, 1 the class's own.

    Returns
    -------
    ndarray, shape (*classes.shape, 4), uint8
    """
    ends = np.array([_channels(colour) for colour in theme.classes])
    zero = _channels(theme.zero)
    amounts = np.clip(np.asarray(confidence, dtype=np.float64), 0.0, 1.0)[..., None]
    colours = np.full((*np.shape(classes), 4), 255, dtype=np.uint8)
    colours[..., :3] = np.rint(zero + amounts * (ends[classes % len(ends)] - zero))
    return colours


@cache
def band_colour(theme: Theme, band: str) -> QColor:
    """
    Return the fill of a cell by the band of its relative error.

    Parameters
    ----------
    theme : Theme
    band : {"good", "fine", "suspicious", "wrong"}
        Any other name has the colour of a fault: no error could be determined.
    """
    name, share = _BAND_SHARES.get(band, ("fault", 1.0))
    end, zero = QColor(getattr(theme, name)), QColor(theme.zero)
    pairs = ((zero.red(), end.red()), (zero.green(), end.green()), (zero.blue(), end.blue()))
    return QColor(*(round(of_zero + share * (of_end - of_zero)) for of_zero, of_end in pairs))


def band_rgba(theme: Theme, names: tuple[str, ...], places: NDArray[np.intp]) -> NDArray[np.uint8]:
    """Return the fill (..., 4) of cells whose band is that place in `names`."""
    table = np.array([band_colour(theme, name).getRgb() for name in names], dtype=np.uint8)
    return table[places]


def hatch_brush(theme: Theme, *, fault: bool = False) -> QBrush:
    """
    Return the brush of what has not been computed: lines at 45 degrees.

    Qt's own pattern brushes are made of device pixels and turn into a fine mesh on a dense screen; this one is a tile
    in logical pixels. Set the painter's brush origin to a panel's corner where neighbouring cells shall line up.
    With `fault` it is that of a number that is not finite, in the colour of a fault.
    """
    side = theme.px(metrics.HATCH)
    tile = QPixmap(side * _HATCH_RATIO, side * _HATCH_RATIO)
    tile.setDevicePixelRatio(_HATCH_RATIO)
    tile.fill(QColor(theme.panel))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.fault if fault else theme.hatching), side / 3))
    # The line of the tile and its neighbours' corners, so that tiles join.
    for shift in (-side, 0, side):
        painter.drawLine(shift - side, -side, shift + 2 * side, 2 * side)
    painter.end()
    return QBrush(tile)
