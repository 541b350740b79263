"""What the numbers of a matrix are, and the magnitude of the full colour for each of these quantities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from nnviz.model.program.symbols import parse
from nnviz.views.colour_scales import StableScale

_QUANTITIES = {
    "W": "parameters",
    "b": "parameters",
    "dW": "gradients",
    "db": "gradients",
    "dR": "gradients",
    "dRb": "gradients",
    "A": "activations",
    "Y": "activations",
    "vW": "first moments",
    "vb": "first moments",
    "sW": "second moments",
    "hW": "second moments",
    "hb": "second moments",
    "sb": "second moments",
    "cW": "parameters",
    "cb": "parameters",
    "gW": "parameters",
    "gb": "parameters",
    "uW": "draws",
    "ub": "draws",
}
"""Kind of symbol → the quantity whose colour scale it shares; any other kind has one of its own."""

_SMALLEST: Final = 1e-300
_LARGEST: Final = 1e300
"""Beyond these a power of ten near the number may not be a float; colours say nothing there anyway."""


def quantity_of(symbol: str) -> str:
    """Return the quantity whose colour scale a symbol shares."""
    kind = parse(symbol).kind
    return _QUANTITIES.get(kind, kind)


class QuantityScales:
    """The magnitude of the full colour for each quantity, over all layers; it changes only when it has to."""

    def __init__(self) -> None:
        self._scales: defaultdict[str, StableScale] = defaultdict(StableScale)

    def of(self, quantity: str) -> float:
        """Return the scale of a quantity; 1 while there has been nothing but zeros."""
        return self._scales[quantity].scale

    def forget(self) -> None:
        """Start again, for another network."""
        self._scales.clear()

    def follow(self, sizes: Iterable[tuple[str, float]]) -> None:
        """Follow a frame's largest magnitudes, as pairs of quantity and finite size."""
        largest: defaultdict[str, float] = defaultdict(float)
        for quantity, size in sizes:
            largest[quantity] = max(size, largest[quantity])
        for quantity, size in largest.items():
            self._scales[quantity].follow(min(size, _LARGEST) if size >= _SMALLEST else None)
