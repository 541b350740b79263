"""Calling a person's functions in this process."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.argument_layouts import PREDICTION, Call
from nnviz.model.codecheck.call_result import RETURNED, CallResult, Failure
from nnviz.model.codecheck.error_diagnosis import failure_of
from nnviz.model.codecheck.kept_state import KeptState
from nnviz.model.codecheck.returned_values import (
    NOTHING_NEW,
    array_or_reason,
    arrays_in_words,
    named_values,
    parameters_of,
)
from nnviz.model.errors import ModelError


@dataclass(frozen=True)
class CheckedFunctions:
    """The functions of a person that are checked.

    Attributes
    ----------
    backprop
        ``backprop(X, Y, weights, biases)``, with ``learning_rate`` if it has such a parameter.
    update
        ``update(weights, biases, dWs, dbs, learning_rate)``; None without one.
    predict
        ``predict(X, weights, biases)``; None without one.
    """

    backprop: Callable[..., object]
    update: Callable[..., object] | None = None
    predict: Callable[..., object] | None = None


def call_all(functions: CheckedFunctions, calls: Sequence[Call]) -> list[CallResult]:
    """Call functions, once for each set of arguments; what they remember is as it was before, afterwards."""
    every = (functions.backprop, functions.update, functions.predict)
    state = KeptState(*(function for function in every if function is not None))
    results = []
    try:
        for call in calls:
            if call.is_alone:
                state.begin_again()
            results.append(call_once(functions, call))
    finally:
        state.put_back()
    return results


def call_once(functions: CheckedFunctions, call: Call) -> CallResult:
    """Call `backprop`, then the others on what it returned; the first exception becomes the failure."""
    passed = _PassedArrays(call)
    rate = {"learning_rate": call.learning_rate} if _takes_rate(functions.backprop) else {}
    returned = _guarded("backprop", functions.backprop, passed.X, passed.Y, passed.weights, passed.biases, **rate)
    if isinstance(returned, Failure):
        return CallResult(failure=returned)
    changed = passed.changed
    named: Mapping[str, object] = {}
    try:
        if returned is None and changed:
            # Without a return value, the parameters changed in place are the result.
            values = passed.read_parameters("backprop")
        else:
            named = named_values(returned, [array.shape for array in call.weights])
            values = arrays_in_words(named)
    except ModelError as error:
        return CallResult(failure=Failure(RETURNED, error.found))
    if not rate and not any(passed.moves(name, value) for name, value in values.items()):
        # Parameters that are all returned unchanged say nothing about the update, where none was asked for.
        values = {name: value for name, value in values.items() if not passed.has(name)}
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
    later = _later(functions, call, values) if failure is None and call.updates > 1 else ()
    return CallResult(values, failure, changed, same=tuple(_same_arrays(named)), later=later)


def _later(functions: CheckedFunctions, call: Call, values: Mapping[str, Array]) -> tuple[CallResult, ...]:
    """Return the results of the updates after the first, each from the parameters that the one before has left."""
    passed = {**_by_layer("W", call.weights), **_by_layer("b", call.biases)}
    left = {name: values.get(name, array) for name, array in passed.items()}
    gradients = {f"d{name}" for name in passed if name.startswith("W")}
    if any(left[name].shape != array.shape for name, array in passed.items()) or passed.keys().isdisjoint(values):
        return ()
    if functions.update is not None and not gradients <= values.keys():
        return ()  # the right gradients of a later update are not known here
    depth = range(1, len(call.weights) + 1)
    after = replace(
        call,
        weights=tuple(left[f"W{layer}"] for layer in depth),
        biases=tuple(left[f"b{layer}"] for layer in depth),
        updates=call.updates - 1,
    )
    result = call_once(functions, after)
    return result, *result.later


def _by_layer(kind: str, arrays: Sequence[Array]) -> dict[str, Array]:
    return {f"{kind}{layer}": array for layer, array in enumerate(arrays, start=1)}


def _same_arrays(named: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield the Z and A of the same layer that are parts of the same memory."""
    for name, value in named.items():
        other = named.get(f"A{name[1:]}")
        are_arrays = isinstance(value, np.ndarray) and isinstance(other, np.ndarray)
        if name.startswith("Z") and are_arrays and np.may_share_memory(value, other):
            yield name, f"A{name[1:]}"


def _updated(update: Callable[..., object], call: Call, values: Mapping[str, Array]) -> dict[str, Array] | Failure:
    """Return the parameters after the person's update, made with their gradients, or with right ones where missing."""
    passed = _PassedArrays(call)
    gradients = [
        [values.get(f"d{kind}{layer}", right).copy() for layer, right in enumerate(rights, start=1)]
        for kind, rights in (("W", call.weight_gradients), ("b", call.bias_gradients))
    ]
    returned = _guarded("update", update, passed.weights, passed.biases, *gradients, call.learning_rate)
    if isinstance(returned, Failure):
        return returned
    try:
        return passed.read_parameters("update") if returned is None else parameters_of(returned)
    except ModelError as error:
        return Failure(RETURNED, error.found, part="update")


def _predicted(predict: Callable[..., object], call: Call) -> Array | Failure:
    passed = _PassedArrays(call)
    returned = _guarded("predict", predict, call.samples.copy(), passed.weights, passed.biases)
    if isinstance(returned, Failure):
        return returned
    # Classes of two may be booleans.
    array = array_or_reason(returned, booleans=True)
    return Failure(RETURNED, array, part="predict") if isinstance(array, str) else array


def _guarded(part: str, function: Callable[..., object], *arguments: object, **named: object) -> object:
    try:
        return function(*arguments, **named)
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a person's code may raise anything, SystemExit too
        return failure_of(error, part)


class _PassedArrays:
    """The arrays of one call, which the person's code may change in place."""

    def __init__(self, call: Call) -> None:
        self.X, self.Y = call.X.copy(), call.Y.copy()
        self.weights = [array.copy() for array in call.weights]
        self.biases = [array.copy() for array in call.biases]
        self._originals = {name: array.copy() for name, array in self._arrays.items()}

    @property
    def _arrays(self) -> dict[str, Array]:
        return {"X": self.X, "Y": self.Y, **self.parameters}

    @property
    def parameters(self) -> dict[str, Array]:
        """The present parameters that are arrays of numbers; the code may have put anything else into the lists."""
        read = {name: array_or_reason(array) for name, array in self._named.items()}
        return {name: array for name, array in read.items() if not isinstance(array, str)}

    def read_parameters(self, part: str) -> dict[str, Array]:
        """Return the present parameters, where a function has changed them in the place of returning them.

        Raises
        ------
        ModelError
            If one is no array of numbers any more.
        """
        return arrays_in_words(self._named, part)

    @property
    def _named(self) -> dict[str, object]:
        return {**_by_layer("W", self.weights), **_by_layer("b", self.biases)}

    @property
    def changed(self) -> tuple[str, ...]:
        return tuple(name for name, array in self._arrays.items() if not _same(array, self._originals.get(name)))

    def has(self, name: str) -> bool:
        return name in self._originals

    def moves(self, name: str, value: Array) -> bool:
        return self.has(name) and not _same(value, self._originals[name])


def _same(one: Array, other: Array | None) -> bool:
    return other is not None and one.shape == other.shape and np.array_equal(one, other, equal_nan=True)


def _takes_rate(function: Callable[..., object]) -> bool:
    try:
        return "learning_rate" in inspect.signature(function).parameters
    except (TypeError, ValueError):
        return False
