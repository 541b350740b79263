"""Parameters that go along their own gradient, one of them by another multiple: its sign, or a count of samples.

Nothing is recognised here: the gradient is that of the person's own loss.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.alike import multiple
from nnviz.model.judgement.found_repair import Repair
from nnviz.model.judgement.moved_parameters import MovedParameter, changes_between
from nnviz.model.judgement.numbers_in_source import literals, named_rates
from nnviz.model.recognition.trace import Trace

_SAME: Final = 1e-4
_MAXIMISED: Final = frozenset(
    [
        "ll",
        "loglik",
        "likelihood",
        "reward",
        "return",
        "returns",
        "score",
        "acc",
        "accuracy",
        "gain",
        "utility",
        "objective",
        "elbo",
    ]
)
"""Words in the names of what is meant to go up."""
_NAMES: Final[Mapping[float, str]] = {0.5: "half-factor", 2.0: "unhalved-gradient"}


@dataclass(frozen=True, eq=False)
class _Way:
    """A parameter, its gradient, by how many times minus that it changes, and the statements on the way there."""

    parameter: MovedParameter
    slope: Array
    times: float
    end: int
    statements: tuple[tuple[int, float], ...]


def wrong_factor(
    trace: Trace,
    loss: int,
    parameters: Sequence[MovedParameter],
    gradient: Sequence[Array],
    slopes: Mapping[int, Array],
    which: int,
    below: Collection[int],
    tolerance: float,
) -> tuple[Repair | None, bool]:
    """Return the first line whose sign, or whose count, is not that of the other parameters, and whether that is all.

    None if there is none. It is all where each parameter goes along its own gradient, at a rate that may be meant.

    Parameters
    ----------
    trace, loss
        The recording, and the event of the loss.
    parameters
        The parameters on which it depends.
    gradient
        ∂L by each of them.
    slopes
        Event → ∂L by its value.
    which
        Until which change of each parameter: the first (0) or the last (−1).
    below
        The events on which the loss depends.
    tolerance
        Relative: multiples that are closer than this are the same.
    """
    moved = changes_between(parameters, which)
    ways = []
    for one, slope in zip(parameters, gradient, strict=True):
        change = moved[one.event]
        times = multiple(-slope, change, tolerance)
        if times is None:
            if np.any(change) and np.any(slope):
                return None, False  # not along its gradient
            continue
        statements = tuple(_statements(trace, one, slope, one.ends[which], below))
        ways.append(_Way(one, slope, times, one.ends[which], statements))
    if not ways:
        return None, False
    if all(way.times < 0 for way in ways) and _same_size(ways):
        return _upwards(trace, loss, ways, slopes, below), True
    usual = _agreed(ways)
    peers = [way for way in ways if _close(way.times, usual)]
    found = [
        repair
        for way in ways
        if way not in peers and (repair := _repair(trace, way, usual, peers, parameters)) is not None
    ]
    doubtful = [way for way in ways if way not in peers and way.parameter.before.size == 1]
    explained = all(_is_rate(trace, way.times / usual) for way in doubtful)
    return min(found, key=lambda repair: repair.event, default=None), explained


def _close(one: float, two: float) -> bool:
    return abs(one - two) <= _SAME * max(abs(one), abs(two))


def _same_size(ways: Sequence[_Way]) -> bool:
    return all(_close(way.times, ways[0].times) for way in ways)


def _agreed(ways: Sequence[_Way]) -> float:
    """Return the multiple of most parameters; one number alone is a multiple of any other, and says less."""

    def votes(times: float) -> tuple[bool, int, int]:
        same = [way for way in ways if _close(way.times, times)]
        return times > 0, sum(way.parameter.before.size > 1 for way in same), len(same)

    return max((way.times for way in ways), key=votes)


def _statements(
    trace: Trace, one: MovedParameter, slope: Array, end: int, below: Collection[int]
) -> list[tuple[int, float]]:
    """Return the last event of each statement on the way to a change that is a multiple of the gradient, and which."""
    found: dict[tuple[int, int], tuple[int, float]] = {}
    for event in sorted(trace.ancestors([end], one.event + 1)):
        value = trace.value(event)
        if value is None or value.size != slope.size or event in below or trace.spot(event) == trace.spot(end):
            continue
        turned = value.T if value.ndim == 2 and value.T.shape == slope.shape != value.shape else value
        times = multiple(slope, turned, _SAME)
        if times is not None:
            found[trace.spot(event)] = (event, times)
    return list(found.values())


def _repair(
    trace: Trace,
    way: _Way,
    usual: float,
    peers: Sequence[_Way],
    parameters: Sequence[MovedParameter],
) -> Repair | None:
    factor = way.times / usual
    names = names_of_times(trace, factor)
    if not names:
        return None
    kind = way.parameter.before.ndim
    event, is_update = way.end, True
    for peer in sorted(peers, key=lambda one: one.parameter.before.ndim != kind):
        if way.statements and peer.statements:
            if _close(way.statements[0][1] / peer.statements[0][1], factor):
                event, is_update = way.statements[0][0], False
            break
    if factor < 0:
        names = ("gradient-added",) if is_update else ("flipped-sign",)
    slope, value = way.slope, trace.value(event)
    if value is None:
        return None
    right = way.parameter.before - usual * slope if is_update else value / factor
    total = sum(one.before.size for one in parameters)
    moved = right.reshape(value.shape) if right.size == value.size else right
    before = total - way.parameter.before.size
    return Repair(event, way.parameter.event, moved, True, False, total, before, total, names, is_update)


def names_of_times(trace: Trace, factor: float) -> tuple[str, ...]:
    """Return what makes a gradient so many times too large; nothing where that may be a rate of its own."""
    if _close(factor, -1.0):
        return ("gradient-added",)
    if factor < 0 or _is_rate(trace, factor):
        return ()
    known = next((name for times, name in _NAMES.items() if _close(factor, times)), "")
    if known:
        return (known,)
    sizes = {size for array in trace.recording.values for size in np.shape(array) if size > 2}
    if any(_close(factor, size) for size in sizes):
        return ("no-mean",)
    return ("mean-twice",) if any(_close(factor, 1 / size) for size in sizes) else ()


def _is_rate(trace: Trace, factor: float) -> bool:
    """Return whether two numbers of the source, that may be learning rates, differ by a factor."""
    numbers = [n for n in literals(trace.recording) if not n.is_integer()] + list(named_rates(trace.recording))
    return any(two and _close(one / two, factor) for one in numbers for two in numbers)


def _upwards(
    trace: Trace, loss: int, ways: Sequence[_Way], slopes: Mapping[int, Array], below: Collection[int]
) -> Repair | None:
    """Return the line that turns the sign of all parameters; None where the loss may be meant to go up."""
    value = trace.value(loss)
    words = set(re.split(r"[\W_]+", trace.name(loss).lower()))
    if value is None or float(value.ravel()[0]) <= 0 or words & _MAXIMISED:
        return None
    total = sum(way.parameter.before.size for way in ways)
    turned = _turned_error(trace, ways, slopes, below)
    if turned is not None:
        event, forward = turned
        wrong = trace.value(event)
        assert wrong is not None
        return Repair(event, forward, -wrong, False, True, total, 0, total, ("flipped-sign",))
    first = min(ways, key=lambda way: way.end)
    before = first.parameter.before
    right = before + first.times * first.slope
    return Repair(first.end, first.parameter.event, right, True, False, total, 0, total, ("gradient-added",), True)


def _turned_error(
    trace: Trace, ways: Sequence[_Way], slopes: Mapping[int, Array], below: Collection[int]
) -> tuple[int, int] | None:
    """Return the first value beside the loss that is minus a multiple of a derivative, and of which; None without."""
    through = sorted(trace.ancestors([way.end for way in ways], min(way.parameter.event for way in ways) + 1))
    for event in through:
        value = trace.value(event)
        if value is None or value.size < 2 or event in below:
            continue
        for forward, slope in slopes.items():
            if slope.shape == value.shape and (times := multiple(slope, value)) is not None:
                return (event, forward) if times < 0 else None
    return None
