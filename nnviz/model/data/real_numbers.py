"""Reading what a person's code has as an array of real numbers, or saying in words why it is none.

Numpy turns more into numbers than a person means: it drops imaginary parts, shows what a mask hides, and reads text.
"""

from __future__ import annotations

from numbers import Real
from typing import Any, Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_NUMBERS: Final = "fiu"
_KINDS: Final = {
    "b": QT_TRANSLATE_NOOP("model", "booleans"),
    "c": QT_TRANSLATE_NOOP("model", "complex numbers"),
    "U": QT_TRANSLATE_NOOP("model", "text"),
    "S": QT_TRANSLATE_NOOP("model", "text"),
    "O": QT_TRANSLATE_NOOP("model", "Python objects"),
    "M": QT_TRANSLATE_NOOP("model", "dates"),
    "m": QT_TRANSLATE_NOOP("model", "lengths of time"),
}


class NotNumbersError(ValueError):
    """Something that is no array of real numbers.

    Parameters
    ----------
    found
        What it is, marked for translation.
    """

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


def real_numbers(value: Any, *, booleans: bool = False, detach: bool = False) -> Array:
    """Return a copy as an array of real numbers.

    Parameters
    ----------
    value
        An array, nested lists of numbers, a table with `to_numpy`, a masked array that masks nothing.
    booleans
        Whether booleans are taken, as 0 and 1.
    detach
        Whether a tensor is taken that is part of a graph of gradients, as its numbers.

    Raises
    ------
    NotNumbersError
        If it is anything else.
    """
    array = _as_array(_detached(value) if detach else value)
    if array.dtype.kind == "O" and hasattr(value, "to_numpy") and _holds_numbers(array):
        return array.astype(np.float64)  # columns of a table that differ in type
    if array.dtype.kind not in (f"{_NUMBERS}b" if booleans else _NUMBERS):
        what = _KINDS.get(array.dtype.kind, str(array.dtype))
        raise NotNumbersError(filled(QT_TRANSLATE_NOOP("model", "an array of {what}"), what=what))
    return np.array(array, dtype=np.float64)


def _as_array(value: Any) -> np.ndarray[Any, Any]:
    masked = _masked_cells(value)
    if masked:
        text = QT_TRANSLATE_NOOP("model", "a masked array, {count} of whose cells are masked")
        raise NotNumbersError(filled(text, count=masked))
    try:
        array = np.asarray(value.to_numpy() if hasattr(value, "to_numpy") else value)
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except Exception as error:  # noqa: BLE001 - what a person's object does when it is read may raise anything
        if getattr(value, "requires_grad", False):
            raise NotNumbersError(
                QT_TRANSLATE_NOOP("model", "a tensor that requires a gradient: hand over x.detach()")
            ) from None
        text = QT_TRANSLATE_NOOP("model", "a {kind} that cannot be read as an array ({error})")
        raise NotNumbersError(filled(text, kind=type(value).__name__, error=_first_line(error))) from None
    return np.asarray(array.data) if isinstance(array, np.ma.MaskedArray) else array


def _first_line(error: Exception) -> str:
    """Return what an exception says, which may be nothing, long, or fail itself."""
    try:
        text = str(error)
    except Exception:  # noqa: BLE001 - a person's exception may raise another
        text = ""
    return (text.splitlines() or [type(error).__name__])[0][:200]


def _detached(value: Any) -> Any:
    """Return a tensor's own numbers, without what computes its gradient; anything else as it is."""
    if isinstance(value, list | tuple):
        return [_detached(item) for item in value] if value and not isinstance(value[0], float | int) else value
    return value.detach() if callable(getattr(value, "detach", None)) else value


def _masked_cells(value: Any) -> int:
    """Count the masked cells of an array, or of the arrays in a list."""
    if isinstance(value, np.ma.MaskedArray):
        return int(np.ma.getmaskarray(value).sum())
    if isinstance(value, list | tuple) and value and not isinstance(value[0], float | int):
        return sum(_masked_cells(item) for item in value)
    return 0


def _holds_numbers(array: np.ndarray[Any, Any]) -> bool:
    return all(isinstance(item, Real) and not isinstance(item, bool | np.bool_) for item in array.flat)
