"""What the units' fills show, as shares of the full colour: over the plane of inputs, and for the shown sample.

An activation whose values lie in 0..1 is neutral at one half, one in −1..1 at zero; where there is no bound, the scale
is a round number that follows the values.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from nnviz.model.arrays.norm import largest
from nnviz.model.data import DataSet
from nnviz.model.engine.cost import samples_within
from nnviz.model.prediction.grid import Extent, Grid, extent_of, size_within
from nnviz.model.prediction.sample_values import SampleValues
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.colour_scales import StableScale, round_up
from nnviz.views.network.palette import Shares

FINE: Final = 28
COARSE: Final = 16
"""Places along a picture's side: for pictures of the usual size, and for small ones."""
_FAINTEST: Final = 1e-30
"""The smallest scale of a feature: single precision can divide by it."""
_LEAST: Final = 8
"""Where there is time for fewer places than these along a side, there are no pictures."""
_WORK: Final = 2e6
"""Multiplications that the pictures of one frame may cost: about a millisecond."""


class UnitValues:
    """Keeps the grid and the scales from frame to frame; everything else is computed for each snapshot."""

    def __init__(self) -> None:
        self._snapshot: Snapshot | None = None
        self._wanted = 0
        self._grid: Grid | None = None
        self._extent = Extent(-1.0, 1.0, -1.0, 1.0)
        self._scales: dict[int, StableScale] = {}
        self._feature_scales: list[float] = []
        self._over_grid: dict[int, Shares] = {}

    def take(self, snapshot: Snapshot, size: int) -> None:
        """Compute the pictures of a snapshot, unless they are those that are there.

        Parameters
        ----------
        snapshot
            The moment.
        size
            Places along a picture's side: `FINE` or `COARSE`.
        """
        before = self._snapshot
        if before is snapshot and self._wanted == size:
            return
        self._wanted = size
        if before is None or before.data is not snapshot.data:
            self._extent = extent_of(snapshot.data.places)
            self._feature_scales = _feature_scales(snapshot.data)
        if before is None or before.program_run != snapshot.program_run:
            self._scales = {layer: StableScale() for layer in range(snapshot.network.depth + 1)}
        self._snapshot = snapshot
        self._over_grid = {}
        if len(snapshot.data.places) <= 2 and samples_within(snapshot.network, _WORK) >= _LEAST**2:
            self._run_grid(snapshot, size_within(snapshot.network, _WORK, _LEAST, size))
        for layer, scale in self._scales.items():
            scale.follow(self._magnitude(layer))

    @property
    def extent(self) -> Extent:
        """The part of the plane of inputs that the pictures show."""
        return self._extent

    def picture(self, layer: int) -> Shares | None:
        """Return a layer over the inputs, −1..1: ``(units, size·size)``, ``(units, size)`` for one input; or None."""
        values = self._over_grid.get(layer)
        return None if values is None else self.shares(layer, values)

    def shares(self, layer: int, values: Shares) -> Shares:
        """Return activations of a layer as shares of the full colour."""
        if not layer and self._feature_scales:
            scales = np.array(self._feature_scales, values.dtype).reshape(-1, *(1 for _ in values.shape[1:]))
            scaled: Shares = values / scales
            return scaled
        low, high = self.bounds(layer)
        middle, half = (low + high) / 2, (high - low) / 2
        with np.errstate(all="ignore"):  # a diverged network's values are not finite, and are drawn so
            # In the array's own type: the grid's is single precision.
            shares: Shares = (values - values.dtype.type(middle)) / values.dtype.type(half)
            return shares

    def bounds(self, layer: int, unit: int = 0) -> tuple[float, float]:
        """Return the activations that have the full colours; they are the same for all units, but for features."""
        if not layer and self._feature_scales:
            return -self._feature_scales[unit], self._feature_scales[unit]
        bounds = self._value_range(layer)
        if bounds is not None:
            return bounds
        scale = self._scales[layer].scale
        return -scale, scale

    def _value_range(self, layer: int) -> tuple[float, float] | None:
        assert self._snapshot is not None
        return self._snapshot.network.layers[layer - 1].function.value_range if layer else None

    def _run_grid(self, snapshot: Snapshot, size: int) -> None:
        if self._grid is None or not self._grid.covers(snapshot, self._extent, size):
            self._grid = Grid(snapshot.program_run, self._extent, size, snapshot.data.features)
        arrays = self._grid.run(snapshot.values)
        self._over_grid = {layer: arrays[f"A{layer}" if layer else "X"] for layer in range(snapshot.network.depth + 1)}

    def _magnitude(self, layer: int) -> float | None:
        assert self._snapshot is not None
        if self._value_range(layer) is not None:
            return None
        values: Shares | None = self._over_grid.get(layer)
        if values is None:
            if not layer:
                return self._snapshot.data.largest_input
            values = self._snapshot.value(f"A{layer}")
        if values is None:
            return None
        return largest(values)


def _feature_scales(data: DataSet) -> list[float]:
    """Return a scale for each feature: x² would leave sin x pale. None where the network gets the places.

    One that is 0 for all samples, as x·y may be, need not be 0 between them, where the pictures show it.
    """
    if data.features is None:
        return []
    return [round_up(max(float(most), _FAINTEST)) if most else 1.0 for most in np.abs(data.X).max(axis=1)]


def shares_of_sample(units: UnitValues, values: SampleValues, layer: int) -> Shares | None:
    """Return a layer's activations for the shown sample as shares of the full colour; None when not computed."""
    activations = values.activations(layer)
    return None if activations is None else units.shares(layer, activations)
