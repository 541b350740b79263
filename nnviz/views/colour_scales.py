"""Stable colour scales: round numbers that follow what is shown only when they have to."""

from __future__ import annotations

import math
import sys
from typing import Final

_ROUND: Final = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0)
_LEAST: Final = 1e-300
"""Nothing smaller is distinguished: its power of ten would be zero."""
_SHRINK: Final = 4.0
"""A scale becomes smaller only when what is shown would use less than this part of it."""


def round_up(magnitude: float) -> float:
    """Return the smallest of …, 0.8, 1, 1.5, 2, 3, 4, 6, 8, 10, … that is not less than a positive number."""
    magnitude = max(magnitude, _LEAST)
    power = 10.0 ** math.floor(math.log10(magnitude))
    # A hair's breadth above a round number is still that number.
    above = next(power * digit for digit in _ROUND if magnitude <= power * digit * (1 + 1e-12))
    return min(above, sys.float_info.max)


class StableScale:
    """The magnitude that has the full colour; it grows at once and shrinks only when far too large."""

    def __init__(self) -> None:
        self._scale: float | None = None

    @property
    def scale(self) -> float:
        """The scale as it is; 1 before there was anything to show."""
        return 1.0 if self._scale is None else self._scale

    def follow(self, magnitude: float | None) -> float:
        """Return the scale for numbers up to `magnitude`; it stays for None, zero and what is not finite."""
        if magnitude is None or not math.isfinite(magnitude) or magnitude <= 0:
            return self.scale
        if self._scale is None or magnitude > self._scale or magnitude < self._scale / _SHRINK:
            self._scale = round_up(magnitude)
        return self.scale
