"""Whether an array is a multiple of another, and what it is in another shape."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nnviz.model.arrays.array import Array


def multiple(like: Array, value: Array, tolerance: float = 1e-7) -> float | None:
    """Return the number by which an array is a multiple of another of the same size; None if there is none."""
    if like.size != value.size:
        return None
    a, b = like.ravel(), value.ravel()
    square = float(a @ a)
    if not square or not np.all(np.isfinite(b)):
        return None
    ratio = float(a @ b) / square
    if ratio and np.abs(b - ratio * a).max() <= tolerance * np.abs(b).max():
        return ratio
    return None


def in_shape(value: Array, shape: tuple[int, ...]) -> Iterator[Array]:
    """Yield an array in another shape of the same size: as it is, or turned."""
    if value.ndim == 2 and value.T.shape == shape and value.shape != shape:
        yield value.T
        return
    yield value.reshape(shape)
    if value.ndim == 2 and value.shape[0] == value.shape[1] > 1:
        yield value.T.reshape(shape)
