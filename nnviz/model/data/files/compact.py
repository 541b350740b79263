"""Inputs stored compactly while they are read: whole numbers up to 255 as bytes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array


class RowStore:
    """Collects rows of inputs, as bytes while all of them fit.

    Parameters
    ----------
    n_inputs
        Inputs per sample.
    """

    def __init__(self, n_inputs: int) -> None:
        self._parts: list[NDArray[Any]] = [np.empty((0, n_inputs), dtype=np.uint8)]

    def add(self, rows: Array) -> None:
        """Add rows ``(k, n_in)`` at the end."""
        self._parts.append(as_bytes(rows) if self._parts[-1].dtype == np.uint8 else rows)

    def rows(self) -> NDArray[Any]:
        """Return all rows ``(m, n_in)``, of bytes or float64, and release what was collected."""
        dtype = np.result_type(*(part.dtype for part in self._parts))
        rows = np.empty((sum(map(len, self._parts)), self._parts[0].shape[1]), dtype=dtype)
        begin = 0
        while self._parts:
            part = self._parts.pop(0)  # so that its memory is free for the next
            rows[begin : begin + len(part)] = part
            begin += len(part)
        return rows


def as_bytes(rows: NDArray[Any]) -> NDArray[Any]:
    """Return rows as bytes if this changes none of their numbers."""
    # Of a missing value, neither comparison holds.
    if rows.size and not (rows.min() >= 0 and rows.max() <= 255):
        return rows
    small = rows.astype(np.uint8)
    return small if (small == rows).all() else rows
