"""Colour scales that hold still: one for each quantity, over all layers, at round numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final

_ROUND: Final = (1.0, 2.0, 5.0, 10.0)
_KEPT_UNTIL: Final = 5.0
"""A scale is kept until the values use less than one part in this many of it."""
_SMALLEST: Final = 1e-300
_START: Final = 1.0


def round_up(size: float) -> float:
    """Give the least of 1, 2 and 5 times a power of ten that is not below a size above zero."""
    power = 10.0 ** math.floor(math.log10(size))
    # A product such as 3 · 0.1 may be a hair above what it stands for.
    fitting = next((factor for factor in _ROUND if size <= factor * power * (1 + 1e-12)), _ROUND[-1])
    return min(fitting * power, 1e308)


class Scales:
    """The magnitude of the full colour for each quantity.

    A scale grows as soon as a value exceeds it and shrinks only when most of it is unused, so that a colour means the
    same number from one frame to the next.
    """

    def __init__(self) -> None:
        self._scales: dict[str, float] = {}

    def of(self, quantity: str) -> float:
        """Give the scale of a quantity; 1 while it has only been zero."""
        return self._scales.get(quantity, _START)

    def forget(self) -> None:
        """Start anew, for another network."""
        self._scales.clear()

    def follow(self, sizes: Iterable[tuple[str, float]]) -> None:
        """Take note of the largest magnitudes of this frame, as pairs of quantity and size."""
        for quantity, size in _largest_of_each(sizes).items():
            held = self._scales.get(quantity)
            if size >= _SMALLEST and (held is None or not held / _KEPT_UNTIL <= size <= held):
                self._scales[quantity] = round_up(size)


def _largest_of_each(sizes: Iterable[tuple[str, float]]) -> Mapping[str, float]:
    largest: dict[str, float] = {}
    for quantity, size in sizes:
        largest[quantity] = max(size, largest.get(quantity, 0.0))
    return largest
