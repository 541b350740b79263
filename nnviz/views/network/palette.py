"""The signed colours as tables of whole pixels, for what is drawn in every frame."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtGui import QColor

from nnviz.views.theme import Theme, signed_table

Shares = NDArray[np.floating[Any]]
"""Numbers of which −1 and 1 have the full colours; they may lie beyond, or be NaN."""


class Palette:
    """Colours of shares from −1 to 1; what lies beyond has the full colour, NaN that of a fault.

    Parameters
    ----------
    theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        table = signed_table(theme)
        self._middle = len(table) // 2
        self._colours = [QColor(*(int(part) for part in entry)) for entry in table]
        self._fault = QColor(theme.fault)
        # The last entry, after those of the signed colours, is that of NaN.
        self._pixels = np.array([colour.rgb() for colour in (*self._colours, self._fault)], dtype=np.uint32)

    def colour(self, share: float) -> QColor:
        """Return one colour."""
        if math.isnan(share):
            return self._fault
        return self._colours[round(min(max(share, -1.0), 1.0) * self._middle) + self._middle]

    def pixels(self, shares: Shares) -> NDArray[np.uint32]:
        """Return colours as pixels of ``QImage.Format.Format_RGB32``, in the array's shape."""
        places = np.clip(shares, -1.0, 1.0)
        # Rounded by truncation, which is right for what is not negative.
        places *= self._middle
        places += self._middle + 0.5
        missing = np.isnan(places)
        if missing.any():
            places[missing] = len(self._colours)
        return self._pixels.take(places.astype(np.uint8))


@cache
def palette_of(theme: Theme) -> Palette:
    """Return a theme's palette; there is one of each."""
    return Palette(theme)
