"""The network's outputs over a plane (or a line) of inputs: the decision boundary and the units' heat maps."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import DTypeLike, NDArray

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.engine.cost import samples_within
from nnviz.model.network.input_features import features_of
from nnviz.model.network.network import Network
from nnviz.model.prediction.forward import ForwardPass
from nnviz.model.program.program import Program
from nnviz.model.session.snapshot import Snapshot

MARGIN = 0.25
"""How far the picture extends beyond the samples, as a share of their extent."""

FARTHEST = 1e300
"""The largest coordinate of a picture, so that widths are finite."""

_FINEST = 1e-9
"""The narrowest extent, relative to its distance from 0: float64 still distinguishes its points."""


@dataclass(frozen=True)
class Extent:
    """A rectangle of inputs: x1 from left to right, x2 from bottom to top (for one input, only left and right)."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def holds(self, places: Array) -> bool:
        """Return whether all finite columns of ``(2, k)`` places are inside."""
        return bool(self.inside(places[:, np.isfinite(places).all(axis=0)]).all())

    def inside(self, places: Array) -> NDArray[np.bool_]:
        """Return, for each column of ``(2, k)`` places, whether it is inside; NaN is outside."""
        first, second = places
        across = (first >= self.left) & (first <= self.right)
        up = (second >= self.bottom) & (second <= self.top)
        inside: NDArray[np.bool_] = across & up
        return inside


def extent_of(x: Array) -> Extent:
    """Return a square (for two inputs) around the samples ``(n_in, m)``, with a margin; of size 1 if all are equal.

    With more inputs only the first two count: there is no plane of all of them.
    """
    x = x[:2]
    finite = x[:, np.isfinite(x).all(axis=0)] if x.size else x
    if finite.size == 0:
        return Extent(-1.0, 1.0, -1.0, 1.0)
    low, high = finite.min(axis=1), finite.max(axis=1)
    # Halves first: the difference of two very large numbers may overflow.
    centre = low / 2 + high / 2
    half = float((high / 2 - low / 2).max())
    farthest = float(np.abs(finite).max())
    half = (half if half > _FINEST * farthest else max(0.5, _FINEST * farthest)) * (1 + 2 * MARGIN)
    first, second = float(centre[0]), float(centre[1]) if len(centre) > 1 else 0.0
    sides = (first - half, first + half, second - half, second + half)
    return Extent(*(min(max(side, -FARTHEST), FARTHEST) for side in sides))


def size_within(network: Network, work: float, least: int, most: int) -> int:
    """Return how many points along each side of a picture cost `work` multiplications, from `least` to `most`."""
    return min(max(math.isqrt(samples_within(network, work)), least), most)


class Grid:
    """Evaluates a network on a regular grid of the plane (or of a line), into arrays that are allocated once.

    Parameters
    ----------
    program
        The program of a network with one or two inputs, or with features of two.
    extent
        The area of the grid; its outermost points are on the edges.
    size
        Points along each side, at least 2; row 0 of a picture is the top.
    features
        Names of `FEATURES` that the network gets; None if it gets the coordinates.
    """

    def __init__(self, program: Program, extent: Extent, size: int, features: tuple[str, ...] | None = None) -> None:
        self.program, self.extent, self.size, self.features = program, extent, size, features
        dtype = _dtype_for(extent, size)
        first = np.linspace(extent.left, extent.right, size).astype(dtype)
        if features is None and program.recipe.network.n_inputs == 1:
            self._places = first[np.newaxis, :]
        else:
            second = np.linspace(extent.top, extent.bottom, size).astype(dtype)
            x1, x2 = np.meshgrid(first, second)
            self._places = np.stack([x1.ravel(), x2.ravel()])
        self._inputs = features_of(features, self._places)
        self._forward = ForwardPass(program, self._places.shape[1], dtype)

    def covers(self, snapshot: Snapshot, extent: Extent, size: int) -> bool:
        """Return whether this grid can be used for a snapshot."""
        same_place = self.extent == extent and self.size == size
        return same_place and self.features == snapshot.data.features and self.program == snapshot.program_run

    @property
    def x(self) -> Array:
        """Coordinates along x1, ``(size,)``."""
        return self._places[0, : self.size]

    def run(self, parameters: Mapping[str, Array]) -> Mapping[str, Array]:
        """Compute every layer's activations over the grid.

        Returns
        -------
        mapping
            ``A1`` … of shape ``(units, size·size)`` (or ``(units, size)`` for one input) and ``X``; overwritten by the
            next call. ``A1[k].reshape(size, size)`` is unit k's picture. Parameters that float32 cannot hold become
            infinite, as in a diverged network.
        """
        with np.errstate(all="ignore"):
            return self._forward.run(parameters, self._inputs)


def _dtype_for(extent: Extent, size: int) -> DTypeLike:
    """Return float32, which is enough for pictures and 4-8 times as fast, unless it cannot distinguish the points."""
    single = np.finfo(np.float32)
    farthest = max(abs(side) for side in (extent.left, extent.right, extent.bottom, extent.top))
    step = min(extent.width, extent.height) / size
    return np.float32 if farthest < math.sqrt(single.max) and step > 8 * single.eps * farthest else np.float64


def picture(values: Array, size: int) -> Array:
    """Copy one unit's grid values into a read-only ``(size, size)`` picture, row 0 at the top."""
    return read_only(values.reshape(size, size).copy())
