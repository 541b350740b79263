"""The ways to read an array in the shape of another."""

from __future__ import annotations

from collections.abc import Iterator

from nnviz.model.arrays.array import Array
from nnviz.model.recognition.backward import readings


def readings_like(value: Array, like: Array, turned: bool) -> Iterator[Array]:
    """Yield the ways to read an array as the matrix `like`, that of the person's convention first."""
    rows, columns = like.shape
    return readings(value, rows, columns, turned)
