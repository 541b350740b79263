"""An array as text to paste elsewhere: a numpy literal, or lines of tab-separated values."""

from __future__ import annotations

import math

from nnviz.model.arrays.array import Array
from nnviz.model.text.numbers import exact

_OPENING = "np.array(["


def _literal(value: float) -> str:
    if math.isfinite(value):
        return exact(value)
    if math.isnan(value):
        return "np.nan"
    return "np.inf" if value > 0 else "-np.inf"


def as_numpy(array: Array) -> str:
    """Write an array as a numpy expression, a line for each row.

    Parameters
    ----------
    array
        ``(rows, columns)``.

    Returns
    -------
    str
        ``np.array([[1.0, -0.5], [0.1, 2.0]])`` with a line break after each row: with ``import numpy as np`` it
        evaluates to the same floats, bit for bit.
    """
    rows = ("[" + ", ".join(_literal(value) for value in row) + "]" for row in array.tolist())
    return _OPENING + (",\n" + " " * len(_OPENING)).join(rows) + "])"


def as_tsv(array: Array) -> str:
    """Write an array as tab-separated values for a spreadsheet: a line for each row, in full precision."""
    return "\n".join("\t".join(exact(value) for value in row) for row in array.tolist())
