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
from nnviz.model.judgement.cell_groups import groups_of_cells
from nnviz.model.judgement.chained_rates import told_updates, varying_factor
from nnviz.model.judgement.engine_operations import EngineOperations, WrongPart
from nnviz.model.judgement.followed_losses import FollowedLosses, followed_losses
from nnviz.model.judgement.found_repair import Repair, first_of
from nnviz.model.judgement.function_at_fault import blamed_function
from nnviz.model.judgement.gradient_steps import GradientSteps
from nnviz.model.judgement.known_gradients import adapts_known_gradients
from nnviz.model.judgement.moved_parameters import MovedParameter, ParameterStates
from nnviz.model.judgement.own_slopes import COMPUTING, SECONDS, OwnSlopes, is_named
from nnviz.model.judgement.recomputed import Recomputation
from nnviz.model.judgement.wrong_factor import wrong_factor
from nnviz.model.recognition.trace import PRODUCTS, TIMES, Trace
from nnviz.model.recording.replay import Move, Replay, replay

_AGREE: Final = 2e-5
_SINGLE: Final = 2e-3
_MEASURED: Final = 1e-4
"""Relative: multiples that are closer than this are the same; of single precision, and of what was measured."""
_RUNS_MOST: Final = 100
_RUNS_AT_ONCE: Final = 20
_RECOMPUTED_MOST: Final = 1000
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
    for one in followed_losses(trace):
        for events in one.losses[:2]:
            wrong = EngineOperations(one.trace, events[0]).wrong()
            if wrong is not None:
                return _of_operation(one, wrong)
            found = varying_factor(one, told_updates(one)) if events is one.losses[0] else None
            found = found or _RepairSearch(one.trace, events[0], one.updates[0], cancelled).first()
            if found is not None:
                return blamed_function(one.trace, found)
    return None


def _of_operation(followed: FollowedLosses, wrong: WrongPart) -> Repair:
    """Return the repair of an operation of an autograd engine."""
    now = followed.trace.value(wrong.event)
    right = np.asarray((0.0 if now is None else now) + wrong.right - wrong.part)
    total = sum(one.before.size for one in followed.updates[0])
    pair = (wrong.part, wrong.right)
    return Repair(wrong.event, wrong.operation, right, False, False, total, 0, total, part=pair)


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
        self._by_cells = any(one.cells for one in parameters)
        self._recomputation: Recomputation | None = None
        self._below = trace.ancestors([loss]) if self._by_cells else ParameterStates(trace).read_by(loss)
        self._tolerance = _SINGLE if any(trace.dtype(one.event) == np.float32 for one in self._parameters) else _AGREE

    def first(self) -> Repair | None:
        """Return the first value that is wrong; None where that is not seen, or only rates and signs are wrong."""
        if not self._parameters or self._largest() > _LARGEST:
            return None
        found = OwnSlopes(self._trace, self._loss, self._parameters, self._below, self._cancelled).found()
        if found is None:
            return None
        self._tolerance = self._tolerance if found.is_exact else max(self._tolerance, _MEASURED)
        gradient = np.concatenate([part.ravel() for part in found.gradient])
        self._steps = GradientSteps(self._parameters, gradient, self._tolerance)
        best, which = max((self._steps.score(self._steps.until(which)), which) for which in (0, -1))
        self._changes = self._steps.until(which)
        ends = (one.ends if one.cells else (one.ends[which],) for one in self._parameters)
        self._ends = list(dict.fromkeys(event for several in ends for event in several))
        if self._by_cells:
            self._recomputation = Recomputation(self._trace, self._ends, min(min(o.starts) for o in self._parameters))
        if best >= gradient.size or (self._by_cells and self._steps.each_fits(which)):
            return None
        if not self._by_cells:
            factor, is_all = wrong_factor(
                self._trace,
                self._loss,
                self._parameters,
                found.gradient,
                found.by_event,
                which,
                self._below,
                self._tolerance,
            )
            if factor is not None or is_all:
                return factor
            if adapts_known_gradients(self._trace, self._parameters, found.gradient, which, self._below):
                return None
        return self._search(self._forward(found.by_event), best, gradient.size)

    def _largest(self) -> int:
        """Return how many cells the largest value has that the loss depends on."""
        trace = self._trace
        known = {index for event in self._below if (index := trace.events[event].value) is not None}
        return max((trace.recording.values[index].size for index in known), default=0)

    def _forward(self, slopes: Mapping[int, Array]) -> list[_LossSlope]:
        """Return the distinct derivatives by values that depend on parameters, the parameters among them."""
        trace = self._trace
        parameters = {event for one in self._parameters for event in one.starts}
        depends = trace.dependants(parameters)
        found = [_of_cells(one, slopes) for one in self._parameters if one.cells]
        known = [np.concatenate([value.ravel() for value in one.values]) for one in found]
        usable = [
            event
            for event in sorted(slopes)
            if depends[event] and event != self._loss and np.all(np.isfinite(slopes[event])) and slopes[event].any()
        ]
        for events in self._groups(usable):
            if self._by_cells and events[0] in parameters:
                continue
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
        if self._by_cells:
            return groups_of_cells(self._trace, events)
        at: dict[int, list[int]] = {}
        for event in events:
            at.setdefault(self._trace.events[event].place, []).append(event)
        found: list[tuple[int, ...]] = [(e,) for several in at.values() for e in {several[0], several[-1]}]
        found += [tuple(several) for several in at.values() if 1 < len(several) <= _TOGETHER_MOST]
        return sorted(found)

    def _backward(self) -> list[int]:
        """Return what the change of the parameters is made of, and the loss is not, in order."""
        trace = self._trace
        roots = {event for one in self._parameters for event in one.starts}
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
        ][: _RUNS_MOST if self._recomputation is None else _RECOMPUTED_MOST]
        repairs: list[Repair] = []
        until = time.monotonic() + 3 * SECONDS
        while tries and time.monotonic() < until and not self._cancelled():
            part, tries = tries[:_RUNS_AT_ONCE], tries[_RUNS_AT_ONCE:]
            answers = self._answers([(events, rights) for events, _, rights in part])
            for (events, slope, rights), answer in zip(part, answers, strict=True):
                score = self._steps.score(self._steps.after(self._values(answer)))
                if score > before:
                    known = events in matched
                    # Of several the first that is not right already.
                    at = next((n for n, e in enumerate(events) if not self._is_right(e, rights[n])), 0)
                    of = slope.events[min(at, len(slope.events) - 1)]
                    found = Repair(events[at], of, rights[at], slope.is_parameter, known, score, before, total)
                    repairs.append(replace(found, is_output=not slope.is_parameter and self._is_output(of)))
            # Where a value puts all right, only one before it may be the first that is wrong.
            whole = min((one.event for one in repairs if one.fixed == total and not one.matched), default=None)
            if self._recomputation is None and whole is not None:
                tries = [one for one in tries if one[0][0] < whole]
        if not self._by_cells:
            return first_of(repairs)
        most = max((one.fixed for one in repairs), default=0)
        best = [one for one in self._least(repairs) if one.fixed == most]
        held = [one for one in best if self._trace.kind(one.event) in ("bind", "store")]
        # Errors that are taken for δ: where they are named last.
        return first_of(held if held and all(one.matched for one in best) else best)

    def _least(self, repairs: Sequence[Repair]) -> list[Repair]:
        """Return for each statement, of what puts as much right, that which leaves the most values as they are."""
        least: dict[tuple[tuple[int, int], int], Repair] = {}
        for one in repairs:
            key = self._trace.spot(one.event), one.fixed
            if key not in least or least[key].event < one.event:
                least[key] = one
        return list(least.values())

    def _is_right(self, event: int, right: Array) -> bool:
        """Return whether a value is what it should be; of an array, a multiple of that."""
        if right.size == 1:
            return bool(np.allclose(self._value(event), right, rtol=self._tolerance, atol=0))
        return multiple(right, self._value(event), self._tolerance) is not None

    def _answers(
        self, replaced: Sequence[tuple[tuple[int, ...], tuple[Array, ...]]]
    ) -> Sequence[Sequence[Array | None]]:
        """Return what the parameters become where some values are replaced."""
        if self._recomputation is not None:
            made = [self._recomputation.values(dict(zip(*one, strict=True))) for one in replaced]
            known = [one for one in made if one is not None]
            if len(known) == len(made):
                return known
        return self._changed([self._run(events, rights) for events, rights in replaced])

    def _is_output(self, event: int) -> bool:
        """Return whether the loss comes of a value without another product."""
        trace = self._trace
        between = trace.ancestors([self._loss], event) & set(trace.dependants_within(event, self._loss))
        return not any(trace.operator(one) in PRODUCTS for one in between if one != event)

    def _changed(self, runs: Sequence[Replay]) -> list[tuple[Array | None, ...]]:
        return replay(self._trace.recording, runs, seconds=SECONDS, cancelled=self._cancelled)

    def _values(self, answer: Sequence[Array | None]) -> list[Array | None]:
        """Return the values of the parameters in what a run has answered."""
        read = dict(zip(self._ends, answer, strict=True))
        found: list[Array | None] = []
        for one in self._parameters:
            parts = [read[cell.event] for cell in one.nexts]
            if not one.cells:
                found.append(read[next(event for event in one.ends if event in read)])
            elif any(part is None for part in parts):
                found.append(None)
            else:
                cells = zip(one.nexts, parts, strict=True)
                found.append(np.array([p.flat[max(cell.flat, 0)] for cell, p in cells if p is not None]))
        return found

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
        if self._by_cells:
            rate = self._steps.rate(self._changes)
            return matched, list(dict.fromkeys([1.0, -1.0, rate, -rate, *common]))
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
        if len(slope.values) == 1 and slope.values[0].size == count and all(shape == () for shape in shapes):
            yield tuple(np.array(cell) for cell in slope.values[0].ravel().tolist())
            return
        if self._by_cells:
            if tuple(value.shape for value in slope.values) == tuple(shapes):
                yield slope.values
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


def _of_cells(one: MovedParameter, slopes: Mapping[int, Array]) -> _LossSlope:
    """Return ∂L by the numbers of a parameter."""
    parts = [slopes.get(cell.event, np.zeros(one.shapes[cell.event])) for cell in one.cells]
    pairs = zip(one.cells, parts, strict=True)
    values = tuple(np.array(float(part.flat[max(cell.flat, 0)])) for cell, part in pairs)
    return _LossSlope(tuple(cell.event for cell in one.cells), values, True)
