"""Colours of what is better or worse: one scale by lightness, which every eye tells apart, light in either theme."""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtGui import QColor

_ENTRIES: Final = 256
_BEST: Final = (0.95, 0.05, 175.0)
_WORST: Final = (0.30, 0.13, 300.0)
"""Lightness, chroma and hue (degrees) at the ends, in OKLCh: equal steps of it look like equal steps."""
_MOST_COLOURFUL: Final = 0.09
"""What the chroma gains halfway."""

# Björn Ottosson, "A perceptual color space for image processing" (2020): OKLab to linear sRGB.
_TO_LMS: Final = np.array(
    [
        [1.0, 0.3963377774, 0.2158037573],
        [1.0, -0.1055613458, -0.0638541728],
        [1.0, -0.0894841775, -1.2914855480],
    ]
)
_TO_RGB: Final = np.array(
    [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.7076147010],
    ]
)


@cache
def sequential_table() -> NDArray[np.uint8]:
    """Return the colours from the best to the worst, shape (256, 4), read-only."""
    share = np.linspace(0.0, 1.0, _ENTRIES)
    lightness, chroma, hue = (best + (worst - best) * share for best, worst in zip(_BEST, _WORST, strict=True))
    chroma += _MOST_COLOURFUL * share * (1.0 - share)
    angle = np.radians(hue)
    lab = np.stack([lightness, chroma * np.cos(angle), chroma * np.sin(angle)])
    linear = np.clip(_TO_RGB @ (_TO_LMS @ lab) ** 3, 0.0, 1.0)
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    table = np.full((_ENTRIES, 4), 255, dtype=np.uint8)
    table[:, :3] = np.rint(encoded.T * 255.0)
    table.setflags(write=False)
    return table


def sequential_colour(share: float) -> QColor:
    """Return the colour of a share of the way from the best (0) to the worst (1)."""
    place = round(min(max(share, 0.0), 1.0) * (_ENTRIES - 1))
    return QColor(*(int(part) for part in sequential_table()[place]))
