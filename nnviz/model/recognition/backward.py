"""Backward lines by data flow: from the change of a parameter down to the product that is its gradient, and its δ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.recognition.network import ForwardPass, FoundParameter, Layer, Recognition
from nnviz.model.recognition.trace import PRODUCTS, TIMES, Trace

REDUCTIONS = frozenset(["sum", "mean", "numpy.sum", "numpy.mean", "numpy.average"])


@dataclass(frozen=True, eq=False)
class GradientEvents:
    """The events that make the gradient of a parameter.

    Attributes
    ----------
    symbol
        The parameter.
    raw
        The product (weights) or the sum over samples (biases); one for each sample where they are added up.
    given
        Events of δ that the products or sums read.
    other
        Events of the product's other operand, −1 where there is none.
    """

    symbol: str
    raw: tuple[int, ...]
    given: tuple[int, ...]
    other: tuple[int, ...]

    def since(self, first: int) -> GradientEvents:
        """Return those that are made after an event; all where there are none."""
        kept = [place for place, event in enumerate(self.raw) if event >= first]
        if not kept:
            return self
        parts = (tuple(events[place] for place in kept) for events in (self.raw, self.given, self.other))
        return GradientEvents(self.symbol, *parts)


def same_numbers(one: Array | None, two: Array | None) -> bool:
    """Return whether two arrays hold the same numbers, perhaps transposed or flat."""
    if one is None or two is None or one.size != two.size or one.size == 0:
        return False
    if np.allclose(one.ravel(), two.ravel(), rtol=1e-6, atol=1e-12):
        return True
    return two.ndim == 2 and bool(np.allclose(one.ravel(), two.T.ravel(), rtol=1e-6, atol=1e-12))


def readings(value: Array, n: int, m: int, first_transposed: bool) -> Iterator[Array]:
    """Yield the ways to read an array as (n, m), that of the person's convention first."""
    if value.size != n * m:
        return
    if value.ndim == 2 and value.shape == (n, m) and n != m:
        yield value
    elif value.ndim == 2 and value.shape == (m, n) and n != m:
        yield value.T
    elif value.ndim == 2 and n == m:
        yield value.T if first_transposed else value
        yield value if first_transposed else value.T
    else:
        yield value.reshape(m, n).T if first_transposed else value.reshape(n, m)


class BackwardFinder:
    """Finds gradients and δ of one update.

    Parameters
    ----------
    trace
        The recording.
    recognition
        Its network.
    update
        Number of the update, from 0.
    """

    def __init__(self, trace: Trace, recognition: Recognition, update: int = 0) -> None:
        self._trace = trace
        self._recognition = recognition
        self._update = update
        self._group = recognition.passes[update]
        self.first = self._group[0]
        self._start = self.first.layers[0].product
        self._forward = {
            trace.source(event, True)
            for one in self._group
            for layer in one.layers
            for event in (layer.out, layer.net, layer.product, layer.input)
        }
        self._states = {state for p in recognition.parameters.values() for state in (p.root, *p.changed)}
        self.weights: dict[int, GradientEvents] = {}
        self.biases: dict[int, GradientEvents] = {}
        for number, layer in enumerate(self.first.layers, start=1):
            parameter = recognition.parameters.get(f"W{number}")
            found = None if parameter is None else self._weights(f"W{number}", parameter, layer)
            if found is not None:
                self.weights[number] = found
        for number, layer in enumerate(self.first.layers, start=1):
            parameter = recognition.parameters.get(f"b{number}")
            found = None if parameter is None else self._biases(number, parameter, layer)
            if found is not None:
                self.biases[number] = found

    def leave_out_before(self, first: int) -> None:
        """Leave the gradients out that were made before an event, where there are later ones."""
        for found in (self.weights, self.biases):
            found |= {number: one.since(first) for number, one in found.items()}

    def changing_event(self, parameter: FoundParameter) -> int | None:
        """Return the event that gave a parameter its new value in this update."""
        return parameter.changed[self._update] if self._update < len(parameter.changed) else None

    def _weights(self, symbol: str, parameter: FoundParameter, layer: Layer) -> GradientEvents | None:
        start = self.changing_event(parameter)
        if start is None:
            return None
        inputs = [one.layers[int(symbol[1:]) - 1].I for one in self._group]
        raw, given, other = [], [], []
        for event in self._below(start):
            found = self._as_product(event, layer, inputs)
            if found is not None:
                raw.append(event)
                given.append(found[0])
                other.append(found[1])
        if not raw:
            return None
        order = np.argsort(raw)
        return GradientEvents(
            symbol,
            tuple(raw[place] for place in order),
            tuple(given[place] for place in order),
            tuple(other[place] for place in order),
        )

    def _as_product(self, event: int, layer: Layer, inputs: Sequence[Array]) -> tuple[int, int] | None:
        """Return the events of δ and of the other operand, if an event is a product that may be a gradient."""
        trace = self._trace
        value = trace.value(event)
        operator = trace.operator(event)
        if value is None:
            return None
        operands = [o for o in trace.operands(event) if (v := trace.value(o)) is not None and v.ndim > 0]
        is_product = operator in PRODUCTS
        if len(operands) == 1 and layer.Z.size == 1:
            operands = self._with_one_number(event)
        if len(operands) != 2 or not (is_product or operator in TIMES):
            return None
        known = [
            any(same_numbers(trace.value(operand), given) for given in (inputs[0], inputs[-1])) for operand in operands
        ]
        if not any(known):  # lr * X.T @ δ is (lr * X.T) @ δ
            known = [same_numbers(trace.value(strip_scalars(trace, operand)), inputs[0]) for operand in operands]
        if is_product and value.size == layer.W.size:
            if known[0] != known[1]:
                return (operands[1], operands[0]) if known[0] else (operands[0], operands[1])
            return self._guess(operands)
        if known[0] == known[1] or not (value.size >= layer.W.size or is_product):
            return None
        return (operands[1], operands[0]) if known[0] else (operands[0], operands[1])

    def _with_one_number(self, event: int) -> list[int]:
        """Return the operands of a product of an array with one number that depends on the targets: δ of one unit."""
        trace, targets = self._trace, [one.target for one in self._group if one.target is not None]
        operands = [operand for operand in trace.operands(event) if trace.value(operand) is not None]
        if not targets or len(operands) != 2:
            return []
        reached = trace.dependants(targets)
        numbers = [operand for operand in operands if (v := trace.value(operand)) is not None and v.ndim == 0]
        return operands if len(numbers) == 1 and reached[numbers[0]] else []

    def _guess(self, operands: Sequence[int]) -> tuple[int, int]:
        """Return the operand that depends on the targets first."""
        trace = self._trace
        target = self.first.target
        if target is not None:
            reached = trace.dependants([target])
            depends = [reached[operand] for operand in operands]
            if depends[0] != depends[1]:
                return (operands[0], operands[1]) if depends[0] else (operands[1], operands[0])
        forward = [trace.source(operand, True) in self._forward for operand in operands]
        return (operands[1], operands[0]) if forward[0] else (operands[0], operands[1])

    def _below(self, start: int, stops: frozenset[int] = frozenset()) -> Iterator[int]:
        """Yield the events below a change that are reached without passing through a product, nearest first."""
        trace = self._trace
        waiting, seen = [start], set()
        while waiting:
            event = waiting.pop(0)
            if event in seen or event < self._start:
                continue
            seen.add(event)
            if event != start:
                yield event
                if trace.operator(event) in PRODUCTS or event in self._states:
                    continue
                if self._multiplies_input(event) or trace.source(event, True) in stops:
                    continue
            for operand in trace.operands(event):
                source = trace.source(operand)
                if source not in self._forward and source not in self._states:
                    waiting.append(operand)

    def _multiplies_input(self, event: int) -> bool:
        trace = self._trace
        return trace.operator(event) in TIMES and any(
            trace.source(operand, True) in self._forward for operand in trace.operands(event)
        )

    def _biases(self, number: int, parameter: FoundParameter, layer: Layer) -> GradientEvents | None:
        trace = self._trace
        start = self.changing_event(parameter)
        if start is None:
            return None
        deltas = {trace.source(e, True) for e in self.weights[number].given} if number in self.weights else set()
        raw, given = [], []
        for event in self._below(start, frozenset(deltas)):
            source = trace.source(event, True)
            operator = trace.operator(event)
            if operator in REDUCTIONS or operator in PRODUCTS:
                operands = [o for o in trace.operands(event) if (v := trace.value(o)) is not None and v.ndim > 0]
                mine = [o for o in operands if trace.source(o, True) in deltas]
                if mine or (operator in REDUCTIONS and operands and not deltas):
                    raw.append(event)
                    given.append((mine or operands)[0])
            elif source in deltas and not any(trace.source(g, True) == source for g in given):
                raw.append(event)
                given.append(event)
        if not raw:
            return None
        order = np.argsort(raw)
        return GradientEvents(
            f"b{number}", tuple(raw[p] for p in order), tuple(given[p] for p in order), (-1,) * len(raw)
        )


def strip_scalars(trace: Trace, event: int) -> int:
    """Return the array that an event multiplies by scalars only."""
    while True:
        source = trace.source(event, True)
        operator = trace.operator(source)
        operands = trace.operands(source)
        arrays = [o for o in operands if (v := trace.value(o)) is not None and v.size > 1]
        if operator == "neg" and operands:
            event = operands[0]
        elif (
            operator in TIMES
            and len(arrays) == 1
            and len(operands) == 2
            and (operands[0] == arrays[0] or operator not in ("/", "/=", "numpy.divide", "numpy.true_divide"))
        ):
            event = arrays[0]
        else:
            return source


def forward_of(one: ForwardPass, number: int) -> Layer:
    """Return layer `number` of a pass, from 1."""
    return one.layers[number - 1]
