"""What becomes of later values where some are replaced: recomputed from the recording, without running the script."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.slopes_of_operations import plain_name
from nnviz.model.recognition.cell_trace import CELL, CELLS, flat_indices
from nnviz.model.recognition.trace import Trace

_PASSING: Final = frozenset({"bind", "name", "return", "own", "statement", "function"})
_SAME: Final = 1e-9
_UNARY: Final[Mapping[str, Callable[[Array], Array]]] = {
    "neg": np.negative, "exp": np.exp, "log": np.log, "tanh": np.tanh, "sqrt": np.sqrt, "abs": np.abs, "fabs": np.abs,
    "sin": np.sin, "cos": np.cos, "square": np.square, "float": np.array, "float64": np.array, "array": np.array,
    "T": np.transpose, "copy": np.array, "sum": np.sum,
}  # fmt: skip
_BINARY: Final[Mapping[str, Callable[[Array, Array], Array]]] = {
    "+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide, "**": np.power, "@": np.matmul, "dot": np.dot,
    "outer": np.outer, "max": np.maximum, "min": np.minimum, "maximum": np.maximum, "minimum": np.minimum,
}  # fmt: skip


class Recomputation:
    """Recomputes some values of a recording.

    Parameters
    ----------
    trace
        A recording whose cells are followed.
    wanted
        The events whose values are asked for.
    first
        Events before this one are not replaced.
    """

    def __init__(self, trace: Trace, wanted: Sequence[int], first: int) -> None:
        self._trace, self._wanted = trace, wanted
        self._order = sorted(trace.ancestors(wanted, first))
        self._known: dict[int, bool] = {}

    def values(self, replaced: Mapping[int, Array]) -> list[Array | None] | None:
        """Return the values that are asked for; None where an operation on the way is not known."""
        now: dict[int, Array] = {}
        for event in self._order:
            if event in replaced:
                now[event] = replaced[event]
            elif any(operand in now for operand in self._trace.events[event].operands):
                if not self._is_known(event):
                    return None
                made = self._made(event, now)
                if made is None:
                    return None
                now[event] = made
        return [now[event] if event in now else self._trace.value(event) for event in self._wanted]

    def _is_known(self, event: int) -> bool:
        """Return whether the recorded value of an event is what is computed for it here."""
        known = self._known.get(event)
        if known is None:
            made, value = self._made(event, {}), self._trace.value(event)
            known = made is not None and value is not None and made.shape == value.shape
            known = known and bool(np.allclose(made, value, rtol=_SAME, atol=1e-300, equal_nan=True))  # type: ignore[arg-type]
            self._known[event] = known
        return known

    def _made(self, event: int, now: Mapping[int, Array]) -> Array | None:
        trace = self._trace
        operands = trace.operands(event)
        values = [now[one] if one in now else trace.value(one) for one in operands]
        numbers = [value for value in values if value is not None]
        out = trace.value(event)
        if out is None or len(numbers) != len(values) or not numbers:
            return None
        try:
            with np.errstate(all="ignore"):
                return _computed(trace, event, numbers, out)
        except (ValueError, TypeError, IndexError, ZeroDivisionError):
            return None


def _computed(trace: Trace, event: int, values: list[Array], out: Array) -> Array | None:
    kind, name = trace.kind(event), trace.operator(event)
    keywords = dict(trace.events[event].keywords)
    if CELLS in keywords:
        whole = np.array(values[0])
        whole.flat[list(keywords[CELLS])] = [float(value) for value in values[1:]]
        return whole
    if kind == "subscript" and "index" in keywords:
        return np.asarray(values[0]).flat[list(flat_indices(keywords["index"], values[0].shape))].reshape(out.shape)
    if kind in _PASSING or (CELL in keywords and kind != "augmented") or (kind == "store" and len(values) == 1):
        if name == "append":
            return values[-1].reshape(1)
        return values[0].reshape(out.shape)
    if kind == "store" and name == "append":
        return np.append(values[0], values[1])
    if kind in ("store", "augmented") and "index" in keywords:
        return _with_cells(plain_name(name), values, keywords, kind == "store", CELL in keywords)
    if kind in ("list", "comprehension"):
        return np.concatenate([value.ravel() for value in values]).reshape(out.shape)
    return _operated(plain_name(name), values, out)


def _operated(name: str, values: list[Array], out: Array) -> Array | None:
    if len(values) == 1 and name in _UNARY:
        return np.asarray(_UNARY[name](values[0]), dtype=float).reshape(out.shape)
    if name == "sum" and out.size == 1:
        return np.asarray(math.fsum(float(value.sum()) for value in values)).reshape(out.shape)
    if len(values) == 2 and name in _BINARY:
        return np.asarray(_BINARY[name](values[0], values[1]), dtype=float)
    return None


def _with_cells(
    name: str, values: list[Array], keywords: Mapping[str, object], replaces: bool, is_cell: bool
) -> Array | None:
    whole, value = values
    cells = list(flat_indices(keywords["index"], whole.shape))
    old = whole.flat[cells]
    new = np.broadcast_to(value.ravel(), old.shape) if replaces else _BINARY[name](old, value.ravel())
    if is_cell:
        return np.asarray(new).reshape(())
    found = np.array(whole)
    found.flat[cells] = new
    return found
