"""The colours of the plane: one table look-up per place."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtGui import QImage

from nnviz.model.arrays.array import Array
from nnviz.views.theme import Theme, class_rgba, signed_table

Pixels = NDArray[np.uint32]

_LEVELS: Final = 64
_STEPS: Final = 4


def _packed(rgba: NDArray[np.uint8]) -> Pixels:
    """Return the colours as Qt stores them in an image: 0xAARRGGBB."""
    red, green, blue, alpha = np.moveaxis(rgba.astype(np.uint32), -1, 0)
    packed: Pixels = (alpha << 24) | (red << 16) | (green << 8) | blue
    return packed


@cache
def _signed(theme: Theme) -> Pixels:
    """Return the theme's table with finer steps: a nearly neutral plane would show the coarse ones as bands."""
    table = signed_table(theme).astype(np.float64)
    entries = np.arange(len(table))
    places = np.linspace(0, len(table) - 1, _STEPS * (len(table) - 1) + 1)
    finer = np.stack([np.interp(places, entries, table[:, channel]) for channel in range(4)], axis=-1)
    return _packed(np.rint(finer).astype(np.uint8))


@cache
def _classes(theme: Theme, count: int) -> Pixels:
    """Return ``(count · levels,)`` colours: for each class, from neutral to its own colour."""
    classes = np.repeat(np.arange(count), _LEVELS)
    return _packed(class_rgba(theme, classes, np.tile(np.linspace(0.0, 1.0, _LEVELS), count)))


def signed_pixels(theme: Theme, values: Array, middle: float, scale: float) -> Pixels:
    """Colour values ``(p,)``: neutral at `middle`, full `scale` away from it; NaN is transparent."""
    table = _signed(theme)
    half = len(table) // 2
    with np.errstate(all="ignore"):
        places = (values - middle) * (half / scale) + half
        np.clip(places, 0, len(table) - 1, out=places)
    return _look_up(table, places, np.isnan(values))


def class_pixels(theme: Theme, outputs: Array, scale: float) -> Pixels:
    """Colour outputs ``(n, p)`` by the greatest, faded by its lead over the second; full where the lead is `scale`."""
    count = len(outputs)
    classes = np.argmax(outputs, axis=0)
    with np.errstate(all="ignore"):
        second, first = np.partition(outputs, count - 2, axis=0)[-2:]
        lead = np.clip((first - second) * ((_LEVELS - 1) / scale), 0, _LEVELS - 1)
        # inf − inf: two infinite outputs are a tie.
        lead[np.isinf(first) & np.isinf(second)] = 0
    missing = np.logical_or.reduce(np.isnan(outputs))
    return _look_up(_classes(theme, count), classes * _LEVELS + np.rint(lead), missing)


def _look_up(table: Pixels, places: Array, missing: NDArray[np.bool_]) -> Pixels:
    if not missing.any():
        return table[np.rint(places).astype(np.intp)]
    pixels = table[np.rint(np.where(missing, 0, places)).astype(np.intp)]
    pixels[missing] = 0
    return pixels


def image_of(pixels: Pixels, size: int) -> QImage:
    """Return an image of square pixels, row 0 at the top; it has its own copy of them."""
    return QImage(pixels.tobytes(), size, size, size * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()
