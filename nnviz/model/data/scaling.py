"""Scaling of the inputs, as a step of its own: X = (raw − offset) · factor, with two numbers for each input.

The numbers come from the training samples alone: what the test samples are like is not known beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

Scaling = Literal["none", "standard", "min-max", "divide", "given"]
"""How inputs are scaled; ``"given"`` means by numbers in the scenario."""

TargetScaling = Literal["none", "standard", "min-max", "given"]
"""How targets are scaled; ``"given"`` means by numbers in the scenario."""

TITLES: dict[Scaling, str] = {
    "none": QT_TRANSLATE_NOOP("model", "as they are"),
    "standard": QT_TRANSLATE_NOOP("model", "mean 0, standard deviation 1"),
    "min-max": QT_TRANSLATE_NOOP("model", "from 0 to 1"),
    "divide": QT_TRANSLATE_NOOP("model", "divided by a number"),
    "given": QT_TRANSLATE_NOOP("model", "with given numbers"),
}
"""Name of each, for people."""

FORMULAS: dict[Scaling, str] = {
    "none": QT_TRANSLATE_NOOP("model", "X = raw"),
    "standard": QT_TRANSLATE_NOOP("model", "X = (raw − mean) / standard deviation"),
    "min-max": QT_TRANSLATE_NOOP("model", "X = (raw − least) / (greatest − least)"),
    "divide": QT_TRANSLATE_NOOP("model", "X = raw / divisor"),
    "given": QT_TRANSLATE_NOOP("model", "X = (raw − offset) · factor"),
}
"""Formula of each, for people; least, greatest, mean and deviation are those of the training samples."""

_AT_ONCE = 4096
"""Samples that are processed together: a copy of all of them might not fit into memory."""


@dataclass(frozen=True, eq=False)
class Scaled:
    """What inputs were before they were scaled, and how they were: X = (raw − offset) · factor.

    Attributes
    ----------
    raw
        ``(n_in, m)``, read-only; whole numbers up to 255 may be kept as bytes.
    offset, factor
        ``(n_in, 1)``, read-only.
    """

    raw: NDArray[Any]
    offset: Array
    factor: Array

    def undone(self, x: Array) -> Array:
        """Return what inputs ``(n_in, …)`` would have been before scaling."""
        return x / self.factor + self.offset


def numbers_for(scaling: Scaling, raw: NDArray[Any], train: NDArray[np.intp], divisor: float) -> tuple[Array, Array]:
    """Return the offset and the factor of each input.

    Parameters
    ----------
    scaling
        Any but ``"given"``.
    raw
        ``(n_in, m)``.
    train
        Indices of the training samples; only these are used.
    divisor
        For ``"divide"``.

    Returns
    -------
    tuple of ndarray
        Two of shape ``(n_in, 1)``. An input that is the same everywhere is only moved to 0.
    """
    zeros, ones = np.zeros((len(raw), 1)), np.ones((len(raw), 1))
    if scaling == "divide":
        return zeros, ones / divisor
    if scaling == "standard":
        mean = sum((part.sum(axis=0) for part in _parts(raw, train)), np.zeros(len(raw))) / len(train)
        squares = (np.square(part - mean).sum(axis=0) for part in _parts(raw, train))
        spread = np.sqrt(sum(squares, np.zeros(len(raw))) / len(train))
        # A deviation that is only rounding counts as 0.
        spread[spread <= 1e-12 * np.abs(mean)] = 0.0
        return mean[:, np.newaxis], ones / np.where(spread, spread, 1.0)[:, np.newaxis]
    if scaling == "min-max":
        low = np.min([part.min(axis=0) for part in _parts(raw, train)], axis=0)
        high = np.max([part.max(axis=0) for part in _parts(raw, train)], axis=0)
        return low[:, np.newaxis], ones / np.where(high > low, high - low, 1.0)[:, np.newaxis]
    return zeros, ones


def scaled(raw: NDArray[Any], offset: Array, factor: Array) -> Array:
    """Return ``(raw − offset) · factor``, ``(n_in, m)``; a sample's inputs are adjacent in memory."""
    rows = np.empty(raw.shape[::-1])
    np.subtract(raw.T, offset[:, 0], out=rows)
    rows *= factor[:, 0]
    return read_only(rows).T


def _parts(raw: NDArray[Any], train: NDArray[np.intp]) -> Iterator[Array]:
    """Yield the training samples as rows, some at a time."""
    for begin in range(0, len(train), _AT_ONCE):
        yield raw.T[train[begin : begin + _AT_ONCE]].astype(np.float64, copy=False)
