"""The numbers that the edges show: weights, their gradients, or what the update changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.model.binding import Array
from nnviz.model.snapshot import Snapshot

Quantity = Literal["weights", "gradients", "change"]

ALL_EDGES = 400
"""Between two layers with more edges than this, only the strongest are drawn."""
STRONGEST = 100


@dataclass(frozen=True, eq=False)
class EdgeValues:
    """One quantity of every weight and bias of a snapshot."""

    snapshot: Snapshot
    quantity: Quantity

    def weights(self, layer: int) -> Array | None:
        """Give the numbers of the edges into a layer, ``(n_l, n_{l−1})``; None when they have not been computed."""
        return self._of(f"W{layer}")

    def biases(self, layer: int) -> Array | None:
        """Give the numbers of a layer's biases, ``(n_l,)``; None when they have not been computed."""
        array = self._of(f"b{layer}")
        return None if array is None else array[:, 0]

    def symbol(self, parameter: str) -> str:
        """Give the symbol that a click on a parameter's edge or dot is about."""
        return f"d{parameter}" if self.quantity == "gradients" else parameter

    @cached_property
    def magnitude(self) -> float | None:
        """The greatest finite magnitude of all; None when nothing has been computed."""
        greatest = [_greatest(array) for name in self.snapshot.program.parameters if (array := self._of(name)) is not None]
        return max(greatest, default=None)

    def _of(self, parameter: str) -> Array | None:
        match self.quantity:
            case "weights":
                return self.snapshot.value(parameter)
            case "gradients":
                return self.snapshot.value(f"d{parameter}")
            case "change":
                return self.snapshot.change(parameter)


def _greatest(array: Array) -> float:
    greatest = float(np.abs(array).max())
    if np.isfinite(greatest):
        return greatest
    return float(np.abs(array[np.isfinite(array)]).max(initial=0.0))


def shown_edges(values: Array, row: int | None, column: int | None) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Choose which edges between two layers are drawn: all, or where they are too many the strongest.

    Parameters
    ----------
    values
        ``(n_l, n_{l−1})``.
    row, column
        The selected unit, if it is in the later or in the earlier layer: of many edges, only its own are shown.

    Returns
    -------
    tuple of ndarray
        Rows and columns, the weakest first, so that the strongest are drawn last.
    """
    magnitudes = np.nan_to_num(np.abs(values), nan=np.inf)
    if values.size > ALL_EDGES:
        hidden = np.zeros(values.shape, dtype=bool)
        if row is not None:
            hidden[np.arange(len(values)) != row] = True
        elif column is not None:
            hidden[:, np.arange(values.shape[1]) != column] = True
        magnitudes = np.where(hidden, -1.0, magnitudes)
        possible = int(values.size - hidden.sum())
        keep = min(STRONGEST, possible)
        places = np.argpartition(magnitudes.ravel(), values.size - keep)[values.size - keep :]
    else:
        places = np.arange(values.size)
    places = places[np.argsort(magnitudes.ravel()[places], kind="stable")]
    rows, columns = np.divmod(places, values.shape[1])
    return rows, columns
