"""In how many numbers parameters change by one multiple of minus the gradient."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.alike import multiple
from nnviz.model.judgement.moved_parameters import MovedParameter


class GradientSteps:
    """Compares changes of parameters with the gradient of a loss.

    Parameters
    ----------
    parameters
        The parameters.
    gradient
        ∂L by all of them, one after another.
    tolerance
        Relative: multiples that are closer than this are the same.
    """

    def __init__(self, parameters: Sequence[MovedParameter], gradient: Array, tolerance: float) -> None:
        self._parameters, self._gradient, self._tolerance = parameters, gradient, tolerance

    def until(self, which: int) -> Array:
        """Return the changes until the first time that each parameter is changed (0), or the last (−1)."""
        return np.concatenate([_difference(one.changed[which], one.before).ravel() for one in self._parameters])

    def score(self, changes: Array) -> int:
        """Return in how many cells the parameters change by one and the same multiple of minus the gradient."""
        still = np.abs(self._gradient) <= 1e-9 * np.abs(self._gradient).max(initial=1e-300)
        finite = np.isfinite(changes)
        rest = int(np.sum(still & finite & (np.abs(changes) <= 1e-9 * np.abs(changes[finite]).max(initial=0.0))))
        ratios = self._ratios(changes, ~still)
        if not ratios.size:
            return 0
        ends = np.searchsorted(ratios, ratios + self._tolerance, side="right")
        return rest + int((ends - np.arange(ratios.size)).max())

    def _ratios(self, changes: Array, moving: NDArray[np.bool_]) -> Array:
        """Return the logarithms of changes ÷ −gradient, sorted."""
        with np.errstate(all="ignore"):
            ratios = -changes[moving] / self._gradient[moving]
        return np.sort(np.log(ratios[np.isfinite(ratios) & (ratios > 0)]))

    def rate(self, changes: Array) -> float:
        """Return the multiple of minus the gradient by which the most cells change; 1 where none does."""
        ratios = self._ratios(changes, self._gradient != 0)
        if not ratios.size:
            return 1.0
        ends = np.searchsorted(ratios, ratios + self._tolerance, side="right")
        return float(np.exp(ratios[int((ends - np.arange(ratios.size)).argmax())]))

    def each_fits(self, which: int) -> bool:
        """Return whether each parameter changes by a multiple of its own gradient: then rates or signs are wrong."""
        at = 0
        changes = self.until(which)
        for one in self._parameters:
            part = slice(at, at + one.before.size)
            at += one.before.size
            if one.before.size < 2 or not self._gradient[part].any():
                continue
            ratio = multiple(self._gradient[part], changes[part], self._tolerance)
            if ratio is None:
                return False
        return True

    def after(self, answer: Sequence[Array | None]) -> Array:
        """Return the changes to other values; not a number where one is missing."""
        return np.concatenate(
            [
                np.full(one.before.size, np.nan) if value is None else _difference(value, one.before).ravel()
                for value, one in zip(answer, self._parameters, strict=True)
            ]
        )


def _difference(after: Array, before: Array) -> Array:
    if after.size != before.size:
        return np.full(before.shape, np.nan)
    return np.asarray(after, dtype=np.float64).reshape(before.shape) - before
