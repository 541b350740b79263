"""The first line that is wrong, with nothing recognised: the first whose value, put right, puts the parameters right.

What is right is the derivative of the person's own loss, backwards through the recording or by central differences.
The script is run again with the value that a line computed put in the place of another; where all parameters then
change as they should, the lines after it are right for what they get.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.alike import in_shape, multiple
from nnviz.model.judgement.central_differences import followed_losses
from nnviz.model.judgement.found_repair import Repair, first_of
from nnviz.model.judgement.gradient_steps import GradientSteps
from nnviz.model.judgement.known_gradients import adapts_known_gradients
from nnviz.model.judgement.moved_parameters import MovedParameter, ParameterStates
from nnviz.model.judgement.own_slopes import COMPUTING, SECONDS, OwnSlopes, is_named
from nnviz.model.judgement.wrong_factor import wrong_factor
from nnviz.model.recognition.trace import PRODUCTS, TIMES, Trace
from nnviz.model.recording.replay import Move, Replay, replay

_AGREE: Final = 2e-5
_SINGLE: Final = 2e-3
_MEASURED: Final = 1e-4
"""Relative: multiples that are closer than this are the same; of single precision, and of what was measured."""
_RUNS_MOST: Final = 100
_RUNS_AT_ONCE: Final = 20
_TOGETHER_MOST: Final = 32
_LARGEST: Final = 200_000
"""Cells of a value: what is put in is written out for each run, and there are many."""


def first_repair(trace: Trace, *, cancelled: Callable[[], bool] = lambda: False) -> Repair | None:
    """Return the first value that is wrong; None where that is not seen.

    Parameters
    ----------
    trace
        The recording.
    cancelled
        Asked often.
    """
    for losses, updates in followed_losses(trace):
        for events in losses[:2]:
            found = _RepairSearch(trace, events[0], updates[0], cancelled).first()
            if found is not None:
                return found
    return None


@dataclass(frozen=True, eq=False)
class _LossSlope:
    """∂L by the values of some events: of one, or of all times that a place was reached."""

    events: tuple[int, ...]
    values: tuple[Array, ...]
    is_parameter: bool


class _RepairSearch:
    def __init__(
        self, trace: Trace, loss: int, parameters: Sequence[MovedParameter], cancelled: Callable[[], bool]
    ) -> None:
        self._trace, self._loss, self._cancelled = trace, loss, cancelled
        self._parameters = [one for one in parameters if one.ends]
        self._below = ParameterStates(trace).read_by(loss)
        self._tolerance = _SINGLE if any(trace.dtype(one.event) == np.float32 for one in self._parameters) else _AGREE

    def first(self) -> Repair | None:
        """Return the first value that is wrong; None where that is not seen, or only rates and signs are wrong."""
        if not self._parameters or self._largest() > _LARGEST:
            return None
        found = OwnSlopes(self._trace, self._loss, self._parameters, self._below, self._cancelled).found()
        if found is None:
            return None
        slopes, is_exact = found
        self._tolerance = self._tolerance if is_exact else max(self._tolerance, _MEASURED)
        parts = [slopes[one.event] for one in self._parameters]
        gradient = np.concatenate([part.ravel() for part in parts])
        self._steps = GradientSteps(self._parameters, gradient, self._tolerance)
        best, which = max((self._steps.score(self._steps.until(which)), which) for which in (0, -1))
        self._ends = [one.ends[which] for one in self._parameters]
        if best >= gradient.size:
            return None
        factor, is_all = wrong_factor(
            self._trace, self._loss, self._parameters, parts, slopes, which, self._below, self._tolerance
        )
        if factor is not None or is_all:
            return factor
        if adapts_known_gradients(self._trace, self._parameters, parts, which, self._below):
            return None
        return self._search(self._forward(slopes), best, gradient.size)

    def _largest(self) -> int:
        """Return how many cells the largest value has that the loss depends on."""
        trace = self._trace
        known = {index for event in self._below if (index := trace.events[event].value) is not None}
        return max((trace.recording.values[index].size for index in known), default=0)

    def _forward(self, slopes: Mapping[int, Array]) -> list[_LossSlope]:
        """Return the distinct derivatives by values that depend on parameters, the parameters among them."""
        trace = self._trace
        parameters = {one.event for one in self._parameters}
        depends = trace.dependants(parameters)
        found: list[_LossSlope] = []
        known: list[Array] = []
        usable = [
            event
            for event in sorted(slopes)
            if depends[event] and event != self._loss and np.all(np.isfinite(slopes[event])) and slopes[event].any()
        ]
        for events in self._groups(usable):
            values = tuple(slopes[event] for event in events)
            whole = np.concatenate([value.ravel() for value in values])
            if whole.size == 1 and not is_named(trace, events[0]) and events[0] not in parameters:
                continue
            if events[0] not in parameters and any(_is_known(one, whole) for one in known):
                continue
            known.append(whole)
            found.append(_LossSlope(events, values, events[0] in parameters))
        return found

    def _groups(self, events: Sequence[int]) -> list[tuple[int, ...]]:
        """Return events alone, and those of the same place together, in the order of the first."""
        at: dict[int, list[int]] = {}
        for event in events:
            at.setdefault(self._trace.events[event].place, []).append(event)
        found: list[tuple[int, ...]] = [(e,) for several in at.values() for e in {several[0], several[-1]}]
        found += [tuple(several) for several in at.values() if 1 < len(several) <= _TOGETHER_MOST]
        return sorted(found)

    def _backward(self) -> list[int]:
        """Return what the change of the parameters is made of, and the loss is not, in order."""
        trace = self._trace
        roots = {one.event for one in self._parameters}
        depends = trace.dependants(roots)
        through = trace.ancestors(self._ends, min(roots))
        spots = {trace.spot(event) for event in self._ends if trace.kind(event) == "loop"}
        found = []
        for event in sorted(through):
            value = trace.value(event)
            if value is None or not value.size or not depends[event] or event in roots or event in self._ends:
                continue
            if trace.kind(event) not in COMPUTING or trace.dtype(event).kind != "f" or event in self._below:
                continue
            if not self._is_said_before(event) and trace.spot(event) not in spots:
                found.append(event)
        return found

    def _is_said_before(self, event: int) -> bool:
        """Return whether an event only hands on, or scales, what another one of its statement has computed."""
        trace = self._trace
        value = self._value(event)
        for operand in trace.operands(event):
            other = trace.value(operand)
            if other is None or other.size != value.size or trace.spot(operand) != trace.spot(event):
                continue
            scaled = trace.operator(event) in TIMES and any(_size(trace, one) == 1 for one in trace.operands(event))
            if (scaled or trace.kind(event) in ("attribute", "subscript", "list")) and value.size > 1:
                return True
        return trace.kind(event) == "bind" and trace.spot(trace.source(event)) == trace.spot(event)

    def _search(self, forward: list[_LossSlope], before: int, total: int) -> Repair | None:
        # What is bound or returned first: there may be more to try than there is time for.
        groups = self._groups(self._backward())
        backward = sorted(groups, key=lambda events: not is_named(self._trace, events[0]))
        matched, scales = self._matches(backward, forward)
        tries = [
            (events, slope, rights)
            for events in backward
            for slope in forward
            for rights in self._rights(events, slope, scales)
        ][:_RUNS_MOST]
        repairs: list[Repair] = []
        until = time.monotonic() + 3 * SECONDS
        while tries and time.monotonic() < until and not self._cancelled():
            part, tries = tries[:_RUNS_AT_ONCE], tries[_RUNS_AT_ONCE:]
            answers = self._changed([self._run(events, rights) for events, _, rights in part])
            for (events, slope, rights), answer in zip(part, answers, strict=True):
                score = self._steps.score(self._steps.after(answer))
                if score > before:
                    known = events in matched
                    # Of several the first that is not right already.
                    at = next(
                        (
                            n
                            for n, e in enumerate(events)
                            if multiple(rights[n], self._value(e), self._tolerance) is None
                        ),
                        0,
                    )
                    of = slope.events[min(at, len(slope.events) - 1)]
                    found = Repair(events[at], of, rights[at], slope.is_parameter, known, score, before, total)
                    repairs.append(replace(found, is_output=not slope.is_parameter and self._is_output(of)))
            # Where a value puts all right, only one before it may be the first that is wrong.
            whole = min((one.event for one in repairs if one.fixed == total and not one.matched), default=None)
            tries = tries if whole is None else [one for one in tries if one[0][0] < whole]
        return first_of(repairs)

    def _is_output(self, event: int) -> bool:
        """Return whether the loss comes of a value without another product."""
        trace = self._trace
        between = trace.ancestors([self._loss], event) & set(trace.dependants_within(event, self._loss))
        return not any(trace.operator(one) in PRODUCTS for one in between if one != event)

    def _changed(self, runs: Sequence[Replay]) -> list[tuple[Array | None, ...]]:
        return replay(self._trace.recording, runs, seconds=SECONDS, cancelled=self._cancelled)

    def _run(self, events: Sequence[int], rights: Sequence[Array]) -> Replay:
        pairs = zip(events, rights, strict=True)
        moves = [Move(event, 1.0, direction=right, replaces=True) for event, right in pairs]
        return Replay(tuple(moves), tuple(self._ends))

    def _value(self, event: int) -> Array:
        value = self._trace.value(event)
        assert value is not None
        return value

    def _matches(
        self, backward: Sequence[tuple[int, ...]], forward: Sequence[_LossSlope]
    ) -> tuple[set[tuple[int, ...]], list[float]]:
        """Return which values are a multiple of a derivative, and the multiples that are the most common."""
        multiples: dict[str, list[float]] = {}
        matched: set[tuple[int, ...]] = set()
        for events in backward:
            value = np.concatenate([self._value(event).ravel() for event in events])
            for slope in forward if value.size > 1 else ():
                for shaped in self._shaped(events, slope):
                    like = np.concatenate([one.ravel() for one in shaped])
                    ratio = multiple(like, value, self._tolerance)
                    if ratio is not None and np.ptp(value) > 1e-6 * np.abs(value).max():
                        multiples.setdefault(f"{ratio:.4g}", []).append(ratio)
                        matched.add(events)
        common = [found[0] for found in sorted(multiples.values(), key=len, reverse=True)[:2]]
        if not any(abs(one - 1) < self._tolerance for one in common):
            common.append(1.0)
        return matched, common if multiples else [1.0, -1.0]

    def _shaped(self, events: Sequence[int], slope: _LossSlope) -> Iterator[tuple[Array, ...]]:
        """Yield ∂L in the shapes of some values: in the same order, and in the opposite one."""
        if len(events) == 1 and len(slope.events) > 1:
            whole, value = np.concatenate([one.ravel() for one in slope.values]), self._value(events[0])
            if value.size == whole.size:
                yield (whole.reshape(value.shape),)
            return
        shapes, count = [self._value(event).shape for event in events], len(events)
        if count == 1:
            if slope.values[0].size == self._value(events[0]).size:
                yield from ((one,) for one in in_shape(slope.values[0], shapes[0]))
            return
        # A loop back through the layers may leave the first or the last one out.
        for first in {0, len(slope.values) - count} if len(slope.values) >= count else ():
            part = slope.values[first : first + count]
            for values in (part, part[::-1]):
                if all(np.prod(shape) == value.size for shape, value in zip(shapes, values, strict=True)):
                    yield tuple(next(in_shape(one, shape)) for one, shape in zip(values, shapes, strict=True))

    def _turned(self, events: Sequence[int], shaped: Sequence[Array]) -> Iterator[tuple[Array, ...]]:
        """Yield some values with the other sign, where they are minus a multiple of a derivative."""
        values = [self._value(event) for event in events]
        whole = np.concatenate([value.ravel() for value in values])
        ratio = multiple(np.concatenate([one.ravel() for one in shaped]), whole, self._tolerance)
        if ratio is not None and ratio < 0 and whole.size > 1:
            yield tuple(-value for value in values)

    def _rights(self, events: Sequence[int], slope: _LossSlope, scales: Sequence[float]) -> Iterator[tuple[Array, ...]]:
        """Yield what some values could have to be."""
        for shaped in self._shaped(events, slope):
            yield from self._turned(events, shaped)
            for scale in scales:
                rights = tuple(scale * one for one in shaped)
                pairs = zip(rights, events, strict=True)
                if not all(np.allclose(right, self._value(event), rtol=1e-7, atol=0) for right, event in pairs):
                    yield rights


def _size(trace: Trace, event: int) -> int:
    value = trace.value(event)
    return 0 if value is None else value.size


def _is_known(known: Array, value: Array) -> bool:
    ratio = multiple(known, value)
    return ratio is not None and abs(abs(ratio) - 1) < 1e-7
