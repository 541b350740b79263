"""A function of arrays as a list of its numpy operations, recorded once by calling it with stand-ins for arrays.

Activation functions and losses are written once, as plain numpy (see `activations` and `losses`). Both engines run the
operations that are recorded here: numpy on arrays made beforehand (`fast_functions`), the compiled engine as the source
of loops (`compiled.cells`). A function that does more than numpy's universal functions, `np.where`, sums and extremes
over units cannot be recorded: numpy calls it as it is, and the compiled engine leaves its program to numpy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from nnviz.model.program.shapes import Shape

COMPARISONS = frozenset({"greater", "greater_equal", "less", "less_equal", "equal", "not_equal"})
"""Operations whose values are 1.0 and 0.0 here, whatever type numpy has for them."""


class Value(NamedTuple):
    """The number of a value: the inputs come first, then each operation's result."""

    number: int


Operand = Value | float


@dataclass(frozen=True)
class RecordedOperation:
    """One operation.

    Attributes
    ----------
    name
        Of numpy's function: ``"add"``, ``"exp"``, ``"where"`` …; a function of `np.frompyfunc` has its own name.
    operands
        What it is applied to.
    shape
        Of its result.
    reduces
        Whether it goes over the units of each sample: ``np.add.reduce(…, axis=0, keepdims=True)``.
    """

    name: str
    operands: tuple[Operand, ...]
    shape: Shape
    reduces: bool = False


@dataclass(frozen=True)
class RecordedFunction:
    """What a function does.

    Attributes
    ----------
    inputs
        How many arrays it is called with.
    operations
        In order; the first one's result is the value with the number `inputs`.
    result
        The function's own value.
    """

    inputs: int
    operations: tuple[RecordedOperation, ...]
    result: Operand

    @property
    def couples_units(self) -> bool:
        """Whether a cell of the result depends on other cells of its column."""
        return any(operation.reduces for operation in self.operations)

    def last_uses(self) -> dict[int, int]:
        """Return value → the index of the last operation that reads it."""
        return {
            operand.number: index
            for index, operation in enumerate(self.operations)
            for operand in operation.operands
            if isinstance(operand, Value)
        }

    def uses(self) -> dict[int, int]:
        """Return value → how many times operations read it."""
        counts: dict[int, int] = {}
        for operation in self.operations:
            for operand in operation.operands:
                if isinstance(operand, Value):
                    counts[operand.number] = counts.get(operand.number, 0) + 1
        return counts


class NotRecordableError(TypeError):
    """A function does something with its arrays that is not recorded."""


def recorded_in_place(function: Callable[..., object], shape: Shape) -> RecordedFunction | None:
    """Record ``function(source, out)``, which fills `out`, for two arrays of a shape; None if it cannot be recorded."""
    return _recorded(function, shape, 1, fills=True)


def recorded_value(function: Callable[..., object], shape: Shape) -> RecordedFunction | None:
    """Record ``function(source, targets)``, whose value has the shape of both; None if it cannot be recorded."""
    return _recorded(function, shape, 2, fills=False)


@lru_cache(maxsize=512)
def _recorded(function: Callable[..., object], shape: Shape, inputs: int, *, fills: bool) -> RecordedFunction | None:
    operations: list[RecordedOperation] = []
    record = _Recorder(operations, inputs)
    arrays = [_StandIn(record, shape, Value(number), is_input=True) for number in range(inputs)]
    try:
        if fills:
            out = _StandIn(record, shape, None)
            function(*arrays, out)
            made: object = out
        else:
            made = function(*arrays)
    except (TypeError, ValueError, AttributeError, IndexError, ZeroDivisionError):
        return None  # a stand-in cannot do what it asks of an array
    if not isinstance(made, _StandIn) or made.value is None or made.shape != shape or made.is_condition:
        return None
    return RecordedFunction(inputs, tuple(operations), made.value)


@dataclass
class _Recorder:
    operations: list[RecordedOperation]
    inputs: int

    def add(self, name: str, operands: tuple[Operand, ...], shape: Shape, *, reduces: bool = False) -> Value:
        self.operations.append(RecordedOperation(name, operands, shape, reduces))
        return Value(self.inputs + len(self.operations) - 1)


class _StandIn(NDArrayOperatorsMixin):
    """Stands in for an array, and records what is done with it; `value` changes when the array is written to."""

    def __init__(
        self,
        record: _Recorder,
        shape: Shape,
        value: Operand | None,
        *,
        is_input: bool = False,
        is_condition: bool = False,
    ) -> None:
        self.shape, self.value, self.is_condition = shape, value, is_condition
        self._record, self._is_input = record, is_input

    ndim = 2
    __hash__ = None  # type: ignore[assignment]

    @property
    def size(self) -> int:
        return self.shape[0] * self.shape[1]

    def __len__(self) -> int:
        return self.shape[0]

    def __bool__(self) -> bool:
        raise NotRecordableError("a choice by value")

    def __array__(self, *_: object, **__: object) -> Any:
        raise NotRecordableError("an array of its own")

    def __setitem__(self, key: object, value: object) -> None:
        if key is not Ellipsis and key != slice(None):
            raise NotRecordableError("some of the cells")
        self._write(_operand(value), _shape(value))

    def fill(self, number: float) -> None:
        self._write(float(number), (1, 1))

    def max(self, axis: object = None, *, keepdims: bool = False) -> Any:
        return np.maximum.reduce(self, axis=axis, keepdims=keepdims)  # type: ignore[call-overload]

    def min(self, axis: object = None, *, keepdims: bool = False) -> Any:
        return np.minimum.reduce(self, axis=axis, keepdims=keepdims)  # type: ignore[call-overload]

    def sum(self, axis: object = None, *, keepdims: bool = False) -> Any:
        return np.add.reduce(self, axis=axis, keepdims=keepdims)  # type: ignore[call-overload]

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **options: Any) -> Any:
        (out,) = options.pop("out", (None,))
        options.pop("casting", None)
        name, operands, reduces = _name_of(ufunc), tuple(map(_operand, inputs)), method == "reduce"
        if reduces:
            if (options.pop("axis", 0), options.pop("keepdims", False)) != (0, True) or len(inputs) != 1:
                raise NotRecordableError("a sum of other cells than a sample's")
            shape = (1, inputs[0].shape[1])
        else:
            if method != "__call__":
                raise NotRecordableError(method)
            shape = _broadcast(*map(_shape, inputs))
        if options or ufunc.nout != 1 or any(_is_condition(part) for part in inputs):
            raise NotRecordableError(name)
        value = self._record.add(name, operands, shape, reduces=reduces)
        if out is None:
            return _StandIn(self._record, shape, value, is_condition=name in COMPARISONS)
        if not isinstance(out, _StandIn):
            raise NotRecordableError("an array of its own")
        out._write(value, shape)
        return out

    def __array_function__(self, function: Any, types: Any, arguments: Any, options: Any) -> Any:
        if function is np.copyto and len(arguments) == 2 and not options:
            arguments[0][...] = arguments[1]
            return None
        if function is np.where and len(arguments) == 3 and not options and _is_condition(arguments[0]):
            if any(_is_condition(part) for part in arguments[1:]):
                raise NotRecordableError("a choice of conditions")
            shape = _broadcast(*map(_shape, arguments))
            return _StandIn(self._record, shape, self._record.add("where", tuple(map(_operand, arguments)), shape))
        raise NotRecordableError(getattr(function, "__name__", "a function"))

    def _write(self, value: Operand, shape: Shape) -> None:
        if self._is_input or _broadcast(shape, self.shape) != self.shape:
            raise NotRecordableError("a change of an input")
        if isinstance(value, Value) and shape != self.shape:
            raise NotRecordableError("a repeated value")
        self.value, self.is_condition = value, False


def _name_of(ufunc: np.ufunc) -> str:
    return ufunc.__name__.removesuffix(" (vectorized)")  # what `np.frompyfunc` appends


def _operand(part: object) -> Operand:
    if isinstance(part, _StandIn):
        if part.value is None:
            raise NotRecordableError("cells that hold anything")
        return part.value
    if isinstance(part, int | float | np.number):
        return float(part)
    raise NotRecordableError("an array of its own")


def _is_condition(part: object) -> bool:
    return isinstance(part, _StandIn) and part.is_condition


def _shape(part: object) -> Shape:
    return part.shape if isinstance(part, _StandIn) else (1, 1)


def _broadcast(*shapes: Shape) -> Shape:
    rows, columns = np.broadcast_shapes(*shapes)
    return rows, columns
