"""The numbers that the edges show: weights, their gradients, or what the update changed."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.session.snapshot import Snapshot

Quantity = Literal["weights", "gradients", "change"]

ALL_EDGES = 400
"""Between two layers with more edges than this, only the strongest are drawn."""
STRONGEST = 100
_BLOCK = 64


@dataclass(frozen=True, eq=False)
class EdgeValues:
    """One quantity of every weight and bias of a snapshot."""

    snapshot: Snapshot
    quantity: Quantity

    def weights(self, layer: int) -> Array | None:
        """Return the numbers of the edges into a layer, ``(n_l, n_{l−1})``; None when they have not been computed."""
        return self._of(f"W{layer}")

    def biases(self, layer: int) -> Array | None:
        """Return the bias's number of each unit, ``(n_l,)``; None when they have not been computed, or there are none.

        A bias that all units share is each unit's.
        """
        array, network = self._of(f"b{layer}"), self.snapshot.network
        return None if array is None else np.broadcast_to(array[:, 0], network.sizes[layer])

    def symbol(self, parameter: str) -> str:
        """Return the symbol that a click on a parameter's edge or dot is about; not every program has gradients."""
        has_gradients = self.snapshot.program.computes_gradients
        return f"d{parameter}" if self.quantity == "gradients" and has_gradients else parameter

    @cached_property
    def magnitude(self) -> float | None:
        """The greatest finite magnitude of all; None when nothing has been computed."""
        return greatest(self._of(name) for name in self.snapshot.program.parameters)

    def _of(self, parameter: str) -> Array | None:
        match self.quantity:
            case "weights":
                return self.snapshot.value(parameter)
            case "gradients":
                return self.snapshot.value(f"d{parameter}")
            case "change":
                return self.snapshot.change(parameter)


def greatest(arrays: Iterable[Array | None]) -> float | None:
    """Return the greatest finite magnitude in some arrays; None when there are none."""
    return max((_greatest(array) for array in arrays if array is not None), default=None)


def _greatest(array: Array) -> float:
    magnitude = max(float(array.max()), -float(array.min()))
    if math.isfinite(magnitude):
        return magnitude
    return float(np.abs(array[np.isfinite(array)]).max(initial=0.0))


@dataclass(frozen=True, eq=False)
class Chosen:
    """Edges chosen to be drawn.

    Attributes
    ----------
    rows, columns
        Which, the weakest first, so that the strongest are drawn last.
    possible
        Of how many they are the strongest.
    """

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    possible: int


def chosen_edges(values: Array, row: int | None, column: int | None) -> Chosen:
    """Choose which edges between two layers are drawn: all, or where they are too many the strongest.

    Parameters
    ----------
    values
        ``(n_l, n_{l−1})``; what is not a number counts as strong, so that it is seen.
    row, column
        The selected unit, if it is in the later or in the earlier layer: of many edges, only its own are drawn.
    """
    places = np.arange(values.size)
    if values.size > ALL_EDGES:
        grid = places.reshape(values.shape)
        if row is not None:
            places = grid[row]
        elif column is not None:
            places = grid[:, column]
    magnitudes = np.abs(values.ravel()[places])
    possible = len(places)
    if possible > STRONGEST and values.size > ALL_EDGES:
        strongest = _strongest(magnitudes)
        places, magnitudes = places[strongest], magnitudes[strongest]
    rows, columns = np.divmod(places[np.argsort(magnitudes, kind="stable")], values.shape[1])
    return Chosen(rows, columns, possible)


def _strongest(magnitudes: Array) -> NDArray[np.intp]:
    """Return the places of the `STRONGEST` greatest numbers, NaN among them."""
    places = np.arange(len(magnitudes))
    blocks = len(magnitudes) // _BLOCK
    if blocks > STRONGEST:
        # Each of the greatest lies in one of as many blocks with the greatest maxima: only those need be searched.
        maxima = magnitudes[: blocks * _BLOCK].reshape(blocks, _BLOCK).max(axis=1)
        best = np.argpartition(maxima, blocks - STRONGEST)[blocks - STRONGEST :]
        places = np.concatenate([(best[:, None] * _BLOCK + np.arange(_BLOCK)).ravel(), places[blocks * _BLOCK :]])
        magnitudes = magnitudes[places]
    kept = np.argpartition(magnitudes, len(magnitudes) - STRONGEST)[len(magnitudes) - STRONGEST :]
    return places[kept]
