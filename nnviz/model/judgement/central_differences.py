"""The judge that recognises nothing: central differences of a person's own loss, by running the script again.

The parameters are moved along some directions. Where they change by −rate × gradient in an update, the derivative of
the loss along a direction r is −(change · r) / rate, with one rate for all directions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.chained_rates import ToldUpdate, told_updates, varying_factor
from nnviz.model.judgement.followed_losses import FollowedLosses, followed_losses
from nnviz.model.judgement.moved_parameters import MovedParameter, changes_between, moves_along
from nnviz.model.judgement.own_slopes import slopes_hold
from nnviz.model.recognition.trace import Trace
from nnviz.model.recording.replay import Replay, replay

_STEPS: Final = (2e-5, 1e-5)
"""How far the largest cell is moved. Two, for the error that is left, and to notice a kink."""
_AGREE: Final = 1e-5
_DOUBT: Final = 1e-4
"""Relative: what is the same, and from where on a derivative is not known well enough."""
_SAME_RATE: Final = 1e-3
_LOSSES_MOST: Final = 24
_SECONDS: Final = 4.0


@dataclass(frozen=True)
class MeasuredRate:
    """What central differences say.

    Attributes
    ----------
    loss
        The event of the loss.
    rate
        All parameters change by minus this times the gradient of it.
    updates
        In how many updates that was seen.
    is_steady
        Whether it is one and the same rate in all of them.
    """

    loss: int
    rate: float
    updates: int
    is_steady: bool = True


@dataclass(frozen=True, eq=False)
class _MovedRun:
    update: int
    parameters: Sequence[MovedParameter]
    along: Mapping[int, Array]
    losses: tuple[int, ...]
    reach: float


def measured_rate(trace: Trace, *, cancelled: Callable[[], bool] = lambda: False) -> MeasuredRate | None:
    """Return the rate at which the parameters go down the gradient of an own loss; None if that is not seen.

    Parameters
    ----------
    trace
        The recording; one made in this process cannot be run again.
    cancelled
        Asked often.
    """
    for one in followed_losses(trace):
        told = told_updates(one)
        measured = None
        if told and all(parameter.cells for parameter in one.updates[0]) and _hold(one, told, cancelled):
            rates = [update.rate() for update in told]
            if None in rates:
                continue
            measured = MeasuredRate(told[0].loss, rates[0] or 0.0, len(rates))
        if measured is None:
            measured = _measured(one.trace, one.losses[:_LOSSES_MOST], one.updates, cancelled)
        if measured is not None and varying_factor(one, told) is not None:
            continue
        if measured is not None:
            return measured
    return None


def _hold(followed: FollowedLosses, told: Sequence[ToldUpdate], cancelled: Callable[[], bool]) -> bool:
    """Return whether central differences agree with the gradients of the chain rule."""
    return slopes_hold(followed.trace, [(one.loss, one.parameters, one.gradient) for one in told], cancelled)


def _measured(
    trace: Trace,
    losses: Sequence[tuple[int, ...]],
    updates: Sequence[Sequence[MovedParameter]],
    cancelled: Callable[[], bool],
) -> MeasuredRate | None:
    """Return the first loss whose gradient is followed in every update that was recorded."""
    runs: list[_MovedRun] = []
    for number, parameters in enumerate(updates):
        if not parameters:
            break
        asked = tuple(events[number] if number < len(events) else events[0] for events in losses)
        if any(len(one.changed) == 0 for one in parameters):
            return None
        for along in _directions(parameters, 3 if number == 0 else 2):
            runs.append(_MovedRun(number, parameters, along, asked, _reach(parameters, along)))
    slopes = _slopes(trace, runs, cancelled)
    for place, events in enumerate(losses):
        rates = []
        for number, parameters in enumerate(updates):
            if not parameters or number >= len(events):
                break
            if not any(run.update == number for run in runs):
                return None
            mine = [at for at, run in enumerate(runs) if run.update == number]
            rates.append(_one_rate(parameters, [runs[at].along for at in mine], [slopes[at][place] for at in mine]))
        if rates and rates[0] is not None and None not in rates:
            steady = all(abs(rate - rates[0]) <= _SAME_RATE * rates[0] for rate in rates if rate is not None)
            return MeasuredRate(events[0], rates[0], len(rates), steady)
    return None


def _directions(parameters: Sequence[MovedParameter], count: int) -> list[Mapping[int, Array]]:
    """Return random directions in the space of all parameters, in which each of them has its share."""
    random = np.random.default_rng(1)
    change = changes_between(parameters, -1)
    if not all(np.isfinite(part).all() for part in change.values()):
        return []
    scales = {one.event: float(np.abs(change[one.event]).max()) or 1.0 for one in parameters}
    return [
        {one.event: random.standard_normal(one.before.shape) * scales[one.event] for one in parameters}
        for _ in range(count)
    ]


def _reach(parameters: Sequence[MovedParameter], along: Mapping[int, Array]) -> float:
    """Return how far to go along a direction: little beside each parameter, so that few units of a ReLU switch."""
    reach = []
    for one in parameters:
        size = float(np.sqrt(np.mean(one.before**2)))
        reach.append(min(max(size, 1e-3), 1.0) / float(np.abs(along[one.event]).max()) if size else np.inf)
    least = min(reach)
    return least if np.isfinite(least) else 1.0 / max(float(np.abs(part).max()) for part in along.values())


def _slopes(
    trace: Trace, runs: Sequence[_MovedRun], cancelled: Callable[[], bool]
) -> list[list[tuple[float, float] | None]]:
    """Return for each run and loss the derivative, and how well it is known; None where it could not be read."""
    replays, lengths = [], []
    for run in runs:
        for step in _STEPS:
            lengths.append(step * run.reach)
            for sign in (1.0, -1.0):
                moves = moves_along(run.parameters, run.along, sign * step * run.reach)
                replays.append(Replay(moves, run.losses))
    answers = replay(trace.recording, replays, seconds=_SECONDS, cancelled=cancelled)
    found: list[list[tuple[float, float] | None]] = []
    for number, run in enumerate(runs):
        row: list[tuple[float, float] | None] = []
        for place in range(len(run.losses)):
            slopes = []
            for step in range(2):
                at = 4 * number + 2 * step
                up, down = answers[at][place], answers[at + 1][place]
                if up is not None and down is not None and up.size == 1 and down.size == 1:
                    slopes.append((float(up.ravel()[0]) - float(down.ravel()[0])) / (2 * lengths[2 * number + step]))
            row.append((slopes[1], abs(slopes[1] - slopes[0])) if len(slopes) == 2 else None)
        found.append(row)
    return found


def _one_rate(
    parameters: Sequence[MovedParameter],
    directions: Sequence[Mapping[int, Array]],
    slopes: Sequence[tuple[float, float] | None],
) -> float | None:
    """Return the one rate, from the first change or from the last of each parameter; None if there is none."""
    known = [slope for slope in slopes if slope is not None]
    if len(known) < len(slopes) or not all(np.isfinite(slope[0]) for slope in known):
        return None
    measured = np.array([slope[0] for slope in known])
    doubt = np.array([slope[1] for slope in known])
    for which in (0, -1):
        change = changes_between(parameters, which)
        along = np.array([sum(float((part * change[e]).sum()) for e, part in one.items()) for one in directions])
        sizes = np.array(
            [
                sum(float(np.linalg.norm(part) * np.linalg.norm(change[e])) for e, part in one.items())
                / np.sqrt(max(part.size for part in one.values()))
                for one in directions
            ]
        )
        square = float(measured @ measured)
        rate = -float(along @ measured) / square if square > 0 else 0.0
        if rate <= 0:
            continue
        error = np.abs(along + rate * measured)
        allowed = np.maximum(_AGREE * np.maximum(sizes, np.abs(along)), 2 * rate * doubt)
        if np.all(error <= allowed) and np.all(rate * doubt <= _DOUBT * np.maximum(sizes, np.abs(along))):
            return rate
    return None
