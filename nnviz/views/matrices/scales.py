"""Colour scales of the matrices: one for each quantity, over all layers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from nnviz.views.scales import StableScale

_SMALLEST: Final = 1e-300
_LARGEST: Final = 1e300
"""Beyond these a power of ten near the number may not be a float; colours say nothing there anyway."""


class Scales:
    """The magnitude of the full colour for each quantity; it changes only when it has to."""

    def __init__(self) -> None:
        self._scales: defaultdict[str, StableScale] = defaultdict(StableScale)

    def of(self, quantity: str) -> float:
        """Return the scale of a quantity; 1 while there has been nothing but zeros."""
        return self._scales[quantity].scale

    def forget(self) -> None:
        """Start anew, for another network."""
        self._scales.clear()

    def follow(self, sizes: Iterable[tuple[str, float]]) -> None:
        """Take note of a frame's largest magnitudes, as pairs of quantity and finite size."""
        largest: defaultdict[str, float] = defaultdict(float)
        for quantity, size in sizes:
            largest[quantity] = max(size, largest[quantity])
        for quantity, size in largest.items():
            self._scales[quantity].follow(min(size, _LARGEST) if size >= _SMALLEST else None)
