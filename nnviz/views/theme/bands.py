"""Colours of relative errors: what holds, and what does not."""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtGui import QColor

from nnviz.views.theme.tokens import Theme

_SHARES: Final = {
    "good": ("holds", 0.55),
    "fine": ("holds", 0.25),
    "suspicious": ("fault", 0.4),
    "wrong": ("fault", 1.0),
}


@cache
def band_colour(theme: Theme, band: str) -> QColor:
    """
    Return the fill of a cell by the band of its relative error.

    Parameters
    ----------
    theme : Theme
    band : {"good", "fine", "suspicious", "wrong"}
        Any other name has the colour of a fault: no error could be told.
    """
    name, share = _SHARES.get(band, ("fault", 1.0))
    end, zero = QColor(getattr(theme, name)), QColor(theme.zero)
    pairs = ((zero.red(), end.red()), (zero.green(), end.green()), (zero.blue(), end.blue()))
    return QColor(*(round(of_zero + share * (of_end - of_zero)) for of_zero, of_end in pairs))


def band_rgba(theme: Theme, names: tuple[str, ...], places: NDArray[np.intp]) -> NDArray[np.uint8]:
    """Return the fill (..., 4) of cells whose band is that place in `names`."""
    table = np.array([band_colour(theme, name).getRgb() for name in names], dtype=np.uint8)
    return table[places]
