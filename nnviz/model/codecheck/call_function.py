"""Calling a person's functions in this process."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.argument_layouts import PREDICTION, Call
from nnviz.model.codecheck.call_result import RETURNED, Failure, Outcome
from nnviz.model.codecheck.error_diagnosis import failure_of
from nnviz.model.codecheck.functions import Functions
from nnviz.model.codecheck.returned_values import NOTHING_NEW, array_of, arrays_of, described, parameters_of
from nnviz.model.errors import ModelError


def call_all(functions: Functions, calls: Sequence[Call]) -> list[Outcome]:
    """Call functions with each of some arguments."""
    return [call_once(functions, call) for call in calls]


def call_once(functions: Functions, call: Call) -> Outcome:
    """Call `backprop`, then the others on what it gave; the first of whatever they raise becomes the failure."""
    handed = _Handed(call)
    named = {"learning_rate": call.learning_rate} if _asks_for_rate(functions.backprop) else {}
    returned = _guarded("backprop", functions.backprop, handed.X, handed.Y, handed.weights, handed.biases, **named)
    if isinstance(returned, Failure):
        return Outcome(failure=returned)
    changed = handed.changed
    try:
        # Without a return, what was changed in place is what it gives.
        values = handed.parameters if returned is None and changed else arrays_of(returned)
    except ModelError as error:
        return Outcome(failure=Failure(RETURNED, error.found))
    if not any(handed.moves(name, value) for name, value in values.items()):
        # Parameters that all come back as they were handed over say nothing about the update.
        values = {name: value for name, value in values.items() if not handed.has(name)}
    failure: Failure | None = None
    if functions.update is not None:
        updated = _updated(functions.update, call, values)
        failure = updated if isinstance(updated, Failure) else None
        values |= {} if isinstance(updated, Failure) else updated
    if functions.predict is not None:
        predicted = _predicted(functions.predict, call)
        if isinstance(predicted, Failure):
            failure = failure or predicted
        else:
            values[PREDICTION] = predicted
    if not values and failure is None:
        failure = Failure(RETURNED, NOTHING_NEW)
    return Outcome(values, failure, changed)


def _updated(update: Callable[..., object], call: Call, values: Mapping[str, Array]) -> dict[str, Array] | Failure:
    """Give the parameters after the person's update, made with their gradients, or with right ones where none came."""
    handed = _Handed(call)
    gradients = [
        [values.get(f"d{kind}{layer}", right).copy() for layer, right in enumerate(rights, start=1)]
        for kind, rights in (("W", call.weight_gradients), ("b", call.bias_gradients))
    ]
    returned = _guarded("update", update, handed.weights, handed.biases, *gradients, call.learning_rate)
    if isinstance(returned, Failure):
        return returned
    try:
        return handed.parameters if returned is None else parameters_of(returned)
    except ModelError as error:
        return Failure(RETURNED, error.found, part="update")


def _predicted(predict: Callable[..., object], call: Call) -> Array | Failure:
    handed = _Handed(call)
    returned = _guarded("predict", predict, call.samples.copy(), handed.weights, handed.biases)
    if isinstance(returned, Failure):
        return returned
    array = array_of(returned)
    return Failure(RETURNED, described(returned), part="predict") if array is None else array


def _guarded(part: str, function: Callable[..., object], *arguments: object, **named: object) -> object:
    try:
        return function(*arguments, **named)
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a person's code may raise anything, SystemExit too; all of it is told
        return failure_of(error, part)


class _Handed:
    """Arrays as they are handed over, which the person's code may change."""

    def __init__(self, call: Call) -> None:
        self.X, self.Y = call.X.copy(), call.Y.copy()
        self.weights = [array.copy() for array in call.weights]
        self.biases = [array.copy() for array in call.biases]
        self._kept = {name: array.copy() for name, array in self._arrays.items()}

    @property
    def _arrays(self) -> dict[str, Array]:
        return {"X": self.X, "Y": self.Y, **self.parameters}

    @property
    def parameters(self) -> dict[str, Array]:
        """The parameters as they stand; items of the lists may be others than at first."""
        named = {f"W{layer}": array for layer, array in enumerate(self.weights, start=1)}
        named |= {f"b{layer}": array for layer, array in enumerate(self.biases, start=1)}
        made = {name: array_of(array) for name, array in named.items()}
        return {name: array for name, array in made.items() if array is not None}

    @property
    def changed(self) -> tuple[str, ...]:
        return tuple(name for name, array in self._arrays.items() if not _same(array, self._kept.get(name)))

    def has(self, name: str) -> bool:
        return name in self._kept

    def moves(self, name: str, value: Array) -> bool:
        return self.has(name) and not _same(value, self._kept[name])


def _same(one: Array, other: Array | None) -> bool:
    return other is not None and one.shape == other.shape and np.array_equal(one, other, equal_nan=True)


def _asks_for_rate(function: Callable[..., object]) -> bool:
    try:
        return "learning_rate" in inspect.signature(function).parameters
    except (TypeError, ValueError):
        return False
