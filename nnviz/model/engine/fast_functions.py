"""Activation functions and losses as numpy calls on arrays made once; the same bits as `activations` and `losses`.

A call on the arrays of a small network takes 0.2 µs; with a Python float among its operands it takes 0.35 µs, and
making an array for an intermediate value 0.2 µs more. So numbers are 0-d arrays here, and intermediate values have
arrays of their own. This saves 4 of the 15 µs of an update of XOR 2-4-1. A function that cannot be recorded is called
as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.engine.recorded_function import (
    COMPARISONS,
    Operand,
    RecordedFunction,
    RecordedOperation,
    Value,
    recorded_in_place,
    recorded_value,
)
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.losses import LOSSES, Reduction
from nnviz.model.program.shapes import Shape

Call = Callable[[], object]
Calls = list[Call]

_NAMED_OUT = (np.maximum, np.minimum)
"""Functions whose third positional argument numpy deprecates."""


def activation_calls(name: str, z: Array, out: Array) -> Calls:
    """Return the calls that fill `out` with an activation function of `z`."""
    return _filling(ACTIVATIONS[name].function, z, out)


def slope_calls(name: str, source: Array, out: Array) -> Calls:
    """Return the calls that fill `out` with an activation function's derivative, from A or Z, whichever its row names.

    Raises
    ------
    TypeError
        If it has no element-wise derivative.
    """
    slope = ACTIVATIONS[name].slope
    if slope is None:
        raise TypeError(f"{name} has no element-wise derivative")
    return _filling(slope, source, out)


def loss_calls(
    name: str, source: Array, targets: Array, out: Array, *, from_logits: bool, reduction: Reduction = "mean"
) -> Calls:
    """Return the calls that fill `out`, ``(1, 1)``, with a loss: the sum over outputs and mean (or sum) over samples.

    Parameters
    ----------
    name
        Name of a row of `LOSSES`.
    source, targets
        ``(n_L, m)``: Z where `from_logits`, A otherwise; Y.

    Raises
    ------
    TypeError
        If there is no form from logits.
    """
    per_cell = LOSSES[name].cells_of(from_logits=from_logits)
    cells = np.empty(source.shape, out.dtype)
    recorded = recorded_value(per_cell, _shape(source))
    if recorded is None or not _has_calls(recorded):
        calls: Calls = [partial(_copy_of, per_cell, source, targets, cells)]
    else:
        calls = _calls(recorded, (source, targets), cells)
    if reduction == "sum":
        return [*calls, partial(np.add.reduce, cells, None, None, out, True)]
    # Not in place: for a single number numpy takes three times as long then.
    total, samples = np.empty_like(out), _number(source.shape[1], out)
    return [*calls, partial(np.add.reduce, cells, None, None, total, True), partial(np.divide, total, samples, out)]


def _filling(function: Callable[[Array, Array], None], source: Array, out: Array) -> Calls:
    recorded = recorded_in_place(function, _shape(source))
    # Without an operation it is a copy, or a number everywhere: the function's own call does it.
    if recorded is None or not recorded.operations or not _has_calls(recorded):
        return [partial(function, source, out)]
    return _calls(recorded, (source,), out)


def _has_calls(recorded: RecordedFunction) -> bool:
    """Return whether each operation is one call of numpy, which a choice by `np.where` is not."""
    names = {operation.name for operation in recorded.operations}
    return isinstance(recorded.result, Value) and all(name != "where" and hasattr(np, name) for name in names)


def _calls(recorded: RecordedFunction, inputs: Sequence[Array], out: Array) -> Calls:
    """Return the calls that run recorded operations; those of the result's shape share memory, at last `out`."""
    arrays, calls = dict(enumerate(inputs)), Calls()
    for number, array in _places(recorded, out).items():
        arrays[number] = array
    for number, operation in enumerate(recorded.operations, start=recorded.inputs):
        operands = [_operand(operand, arrays, out) for operand in operation.operands]
        calls.append(_call(operation, operands, arrays[number]))
    assert isinstance(recorded.result, Value)  # see `_has_calls`
    if arrays[recorded.result.number] is not out:
        calls.append(partial(np.copyto, out, arrays[recorded.result.number]))
    return calls


def _places(recorded: RecordedFunction, out: Array) -> dict[int, Array]:
    """Return an array for each operation's result: one that is no longer needed, where there is one of its shape."""
    last_uses, rooms = recorded.last_uses(), list[Shape]()
    room_of: dict[int, int] = {}
    for index, operation in enumerate(recorded.operations):
        # In place, numpy takes three times as long for a single number; a sum cannot be in place of what it adds up.
        apart = operation.reduces or operation.shape == (1, 1)
        busy = {
            room
            for number, room in room_of.items()
            if last_uses.get(number, -1) >= index + (not apart) or Value(number) == recorded.result
        }
        free = (room for room, shape in enumerate(rooms) if shape == operation.shape and room not in busy)
        room = next(free, len(rooms))
        if room == len(rooms):
            rooms.append(operation.shape)
        room_of[recorded.inputs + index] = room
    wanted = room_of.get(recorded.result.number) if isinstance(recorded.result, Value) else None
    made = [out if room == wanted else np.empty(shape, out.dtype) for room, shape in enumerate(rooms)]
    return {number: made[room] for number, room in room_of.items()}


def _call(operation: RecordedOperation, operands: Sequence[Array], out: Array) -> Call:
    function = getattr(np, operation.name)
    if operation.reduces:
        return partial(function.reduce, *operands, 0, None, out, True)
    if operation.name in COMPARISONS:
        return partial(function, *operands, out, casting="unsafe")
    return partial(function, *operands, out=out) if function in _NAMED_OUT else partial(function, *operands, out)


def _operand(operand: Operand, arrays: dict[int, Array], like: Array) -> Array:
    return arrays[operand.number] if isinstance(operand, Value) else _number(operand, like)


def _copy_of(per_cell: Callable[[Array, Array], Array], source: Array, targets: Array, cells: Array) -> None:
    np.copyto(cells, per_cell(source, targets))


def _number(value: float, like: Array) -> Array:
    return np.array(value, like.dtype)


def _shape(array: Array) -> Shape:
    return array.shape[0], array.shape[1]
