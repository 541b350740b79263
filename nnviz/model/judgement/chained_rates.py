"""At which rate parameters go down their gradient in each update, and which value makes it another one each time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.adjoints import adjoints
from nnviz.model.judgement.alike import in_shape, multiple
from nnviz.model.judgement.followed_losses import FollowedLosses
from nnviz.model.judgement.found_repair import Repair
from nnviz.model.judgement.moved_parameters import MovedParameter, changes_between
from nnviz.model.judgement.own_slopes import gradient_by
from nnviz.model.recognition.trace import Trace

_AGREE: Final = 1e-7
_SAME: Final = 1e-5
"""Relative: rates that are closer than this are one rate."""
_COMPUTED: Final = frozenset({"operator", "call", "augmented", "bind", "store"})
_LARGEST: Final = 4096
_EVENTS_MOST: Final = 4000


@dataclass(frozen=True)
class ToldUpdate:
    """The gradient of an update by the chain rule.

    Attributes
    ----------
    loss
        The event of the loss.
    parameters, gradient
        The parameters, and ∂L by each.
    """

    loss: int
    parameters: Sequence[MovedParameter]
    gradient: Sequence[Array]

    def rate(self) -> float | None:
        """Return by which multiple of minus the gradient all parameters change; None if they do not."""
        changes = changes_between(self.parameters, -1)
        if any(one.event not in changes for one in self.parameters):
            return None
        change = np.concatenate([changes[one.event].ravel() for one in self.parameters])
        gradient = np.concatenate([part.ravel() for part in self.gradient])
        rate = multiple(gradient, -change, _AGREE)
        return rate if rate is not None and rate > 0 else None


def told_updates(followed: FollowedLosses) -> list[ToldUpdate] | None:
    """Return the updates with their gradients; None where one is not known."""
    found = []
    for loss, parameters in zip(followed.losses[0], followed.updates, strict=False):
        if any(not one.changed for one in parameters):
            return None
        gradient = gradient_by(followed.trace, loss, parameters) if parameters else None
        if gradient is None:
            return None
        found.append(ToldUpdate(loss, parameters, gradient))
    return found


def varying_factor(followed: FollowedLosses, updates: Sequence[ToldUpdate] | None) -> Repair | None:
    """Return the first value that lacks a factor that all parameters share: with it all updates have one rate.

    With one output and one sample a slope that is forgotten at the output scales all gradients alike: one update does
    not tell it from another rate, several do. None where there is one rate, or a schedule of rates.
    """
    rates = [one.rate() for one in updates or ()]
    known = [rate for rate in rates if rate is not None]
    if updates is None or len(known) < 3 or len(known) < len(rates) or _are_same(known):
        return None
    trace = followed.trace
    if len(trace) > _EVENTS_MOST or _is_scheduled(trace, updates, known):
        return None
    told = [adjoints(trace, one.loss) for one in updates]
    own = {start for one in updates for parameter in one.parameters for start in parameter.starts}
    backward = [list(_backward(trace, one)) for one in updates]
    written = _independent(trace, updates)
    for event in backward[0]:
        rows = [next((e for e in events if _place(trace, e) == _place(trace, event)), -1) for events in backward]
        values = [value for row in rows if (value := trace.value(row)) is not None]
        if len(values) < len(rows):
            continue
        for forward, slope in told[0].items():
            if forward in own or forward == updates[0].loss or slope.size != values[0].size:
                continue
            factors = _factors(trace, forward, told, values)
            if factors is None or _are_same(factors):
                continue
            rate = [one * factor for one, factor in zip(known, factors, strict=True)]
            if _are_same(rate) and any(abs(rate[0] - one) <= _SAME * abs(one) for one in written):
                last = _handed_on(trace, event, updates[0])
                total = sum(one.before.size for one in updates[0].parameters)
                return Repair(last, forward, values[0] * factors[0], False, False, total, 0, total)
    return None


def _are_same(numbers: Sequence[float]) -> bool:
    return max(numbers) - min(numbers) <= _SAME * max(abs(one) for one in numbers)


def _place(trace: Trace, event: int) -> int:
    return trace.events[event].place


def _backward(trace: Trace, update: ToldUpdate) -> Iterator[int]:
    """Yield what the changes of an update are made of, and its loss is not, in order."""
    starts = {start for one in update.parameters for start in one.starts}
    below = trace.ancestors([update.loss])
    depends = trace.dependants(starts)
    ends = sorted({end for one in update.parameters for end in one.ends})
    for event in sorted(trace.ancestors(ends, min(starts))):
        value = trace.value(event)
        if event in below or not depends[event] or value is None or not 0 < value.size <= _LARGEST:
            continue
        if trace.kind(event) in _COMPUTED:
            yield event


def _factors(
    trace: Trace, forward: int, told: Sequence[dict[int, Array]], values: Sequence[Array]
) -> list[float] | None:
    """Return by what each value is to be multiplied to be ∂L by what a place computes; None if it is no multiple."""
    found = []
    # A total has what was computed for earlier updates before.
    from_end = 0
    for number, (slopes, value) in enumerate(zip(told, values, strict=True)):
        at = sorted(event for event in slopes if _place(trace, event) == _place(trace, forward))
        if number == 0:
            from_end = len(at) - at.index(forward)
        slope = slopes[at[-from_end]] if from_end <= len(at) else None
        if slope is None or slope.size != value.size:
            return None
        ratio = next((r for one in in_shape(slope, value.shape) if (r := multiple(value, one, _AGREE))), None)
        if ratio is None or ratio <= 0:
            return None
        found.append(ratio)
    return found


def _independent(trace: Trace, updates: Sequence[ToldUpdate]) -> set[float]:
    """Return the numbers of the first update that depend on no parameter: rates may be among them."""
    depends = trace.dependants({start for one in updates for p in one.parameters for start in p.starts})
    numbers = set()
    for event in range(len(trace)):
        value = trace.value(event)
        if not depends[event] and value is not None and value.size == 1:
            numbers.add(abs(float(value.ravel()[0])))
    return numbers


def _is_scheduled(trace: Trace, updates: Sequence[ToldUpdate], rates: Sequence[float]) -> bool:
    """Return whether a number that depends on no parameter, or a number of samples, changes as the rates do."""
    depends = trace.dependants({start for one in updates for p in one.parameters for start in p.starts})
    at: dict[int, set[float]] = {}
    sizes: set[float] = set()
    for event in range(len(trace)):
        value = trace.value(event)
        if value is None:
            continue
        sizes |= {float(size) for size in value.shape}
        if value.size == 1 and not depends[event]:
            at.setdefault(_place(trace, event), set()).add(float(value.ravel()[0]))
    several = [*at.values(), sizes]
    return any(_follows(first, numbers, rates) for numbers in several for first in numbers if first)


def _follows(first: float, numbers: set[float], rates: Sequence[float]) -> bool:
    """Return whether numbers that begin with one stand to each other as rates do, or as their inverses."""
    ratios = [rate / rates[0] for rate in rates]
    for wanted in ([first * ratio for ratio in ratios], [first / ratio for ratio in ratios]):
        if all(any(abs(one - number) <= _SAME * abs(one) for number in numbers) for one in wanted):
            return True
    return False


def _handed_on(trace: Trace, event: int, update: ToldUpdate) -> int:
    """Return the last event of an update that binds the same value to another name, on a line of its own."""
    last = max(end for one in update.parameters for end in one.ends)
    found = event
    for user in trace.upwards(event, last):
        renamed = trace.kind(user) == "bind" and trace.statement(user).kind == "statement"
        own = trace.events[user].frame == trace.events[event].frame and trace.place(user).operator != "parameter"
        if renamed and own and trace.spot(user) != trace.spot(found):
            found = user
    return found
