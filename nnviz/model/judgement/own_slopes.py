"""The derivative of a person's own loss by what it is computed of, proved by running the script again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.adjoints import adjoints
from nnviz.model.judgement.moved_parameters import MovedParameter, moves_along
from nnviz.model.recognition.trace import Trace
from nnviz.model.recording.replay import Move, Replay, replay

COMPUTING: Final = frozenset({"operator", "call", "augmented", "loop", "comprehension", "list", "bind", "store"})
"""Kinds of events that give values of their own, or names to them."""
SECONDS: Final = 4.0
_STEP: Final = 1e-5
_CELLS_MOST: Final = 64
_ONE_MOST: Final = 16


@dataclass(frozen=True, eq=False)
class FoundSlopes:
    """∂L by values of a recording.

    Attributes
    ----------
    by_event
        Event → ∂L by its value.
    gradient
        ∂L by each parameter, in its shape.
    is_exact
        Whether it was found by the chain rule, not measured.
    """

    by_event: dict[int, Array]
    gradient: list[Array]
    is_exact: bool = False


class OwnSlopes:
    """∂L by values of a recording.

    Parameters
    ----------
    trace
        The recording.
    loss
        The event that computes the loss.
    parameters
        The parameters on which it depends.
    below
        All events on which it depends.
    cancelled
        Asked often.
    """

    def __init__(
        self,
        trace: Trace,
        loss: int,
        parameters: Sequence[MovedParameter],
        below: set[int],
        cancelled: Callable[[], bool],
    ) -> None:
        self._trace, self._loss, self._parameters, self._below = trace, loss, parameters, below
        self._cancelled = cancelled

    def found(self) -> FoundSlopes | None:
        """Return ∂L by values; None where it is not known of all parameters."""
        told = adjoints(self._trace, self._loss)
        gradient = [part for one in self._parameters if (part := _by_parameter(one, told)) is not None]
        if len(gradient) == len(self._parameters) and self._holds(gradient):
            return FoundSlopes(told, gradient, True)
        measured = None if any(one.cells for one in self._parameters) else self._measured()
        return None if measured is None else FoundSlopes(measured, [measured[one.event] for one in self._parameters])

    def _holds(self, gradient: Sequence[Array]) -> bool:
        """Return whether central differences along random directions agree."""
        return slopes_hold(self._trace, [(self._loss, self._parameters, gradient)], self._cancelled)

    def _losses(self, runs: Sequence[Replay]) -> list[float]:
        """Return the loss of each run; not a number where it could not be read."""
        return _read(self._trace, runs, self._cancelled)

    def _measured(self) -> dict[int, Array] | None:
        """Return ∂L by values, each cell by central differences."""
        trace = self._trace
        wanted = {one.event: one.before for one in self._parameters}
        if sum(value.size for value in wanted.values()) > _CELLS_MOST:
            return None
        depends = trace.dependants(wanted)
        for event in sorted(self._below, key=lambda event: (not is_named(trace, event), event)):
            value = trace.value(event)
            if not depends[event] or value is None or event in wanted or trace.kind(event) not in COMPUTING:
                continue
            if trace.source(event) != event or not 0 < value.size <= _ONE_MOST or event == self._loss:
                continue
            if ("cell", True) in trace.events[event].keywords or trace.dtype(event).kind != "f":
                continue
            if sum(one.size for one in wanted.values()) + value.size > 2 * _CELLS_MOST:
                break
            wanted[event] = value
        runs, at = [], []
        for event, value in wanted.items():
            for cell in range(value.size):
                at.append((event, cell))
                for sign in (1.0, -1.0):
                    runs.append(Replay((Move(event, sign * _STEP, cell if value.ndim else None),), (self._loss,)))
        read = self._losses(runs)
        found = {event: np.zeros(value.shape) for event, value in wanted.items()}
        for place, (event, cell) in enumerate(at):
            found[event].flat[cell] = (read[2 * place] - read[2 * place + 1]) / (2 * _STEP)
        found = {event: value for event, value in found.items() if np.all(np.isfinite(value))}
        return found if all(one.event in found for one in self._parameters) else None


def is_named(trace: Trace, event: int) -> bool:
    """Return whether a value is bound, stored, given to a function or returned, not only used on."""
    return any(trace.kind(user) not in ("operator", "call") for user in trace.users[event])


def slopes_hold(
    trace: Trace,
    told: Sequence[tuple[int, Sequence[MovedParameter], Sequence[Array]]],
    cancelled: Callable[[], bool],
) -> bool:
    """Return whether central differences along random directions agree with what the chain rule gives.

    Parameters
    ----------
    trace
        The recording.
    told
        Of each update: the event of the loss, the parameters, and ∂L by them.
    cancelled
        Asked often.
    """
    random = np.random.default_rng(2)
    ways = [
        (loss, parameters, gradient, {one.event: random.standard_normal(one.before.shape) for one in parameters})
        for loss, parameters, gradient in told
        for _ in range(2)
    ]
    runs = [
        Replay(moves_along(parameters, along, sign * _STEP), (loss,))
        for loss, parameters, _, along in ways
        for sign in (1.0, -1.0)
    ]
    read = _read(trace, runs, cancelled)
    for place, (_, parameters, gradient, along) in enumerate(ways):
        measured = (read[2 * place] - read[2 * place + 1]) / (2 * _STEP)
        pairs = zip(parameters, gradient, strict=True)
        expected = sum(float((part * along[one.event]).sum()) for one, part in pairs)
        size = float(np.sqrt(sum(float((part**2).sum()) for part in gradient)))
        if not abs(measured - expected) <= 1e-4 * max(size, abs(expected), 1e-9):
            return False
    return True


def gradient_by(trace: Trace, loss: int, parameters: Sequence[MovedParameter]) -> list[Array] | None:
    """Return ∂L by parameters, by the chain rule; None where it is not known of all."""
    told = adjoints(trace, loss)
    gradient = [part for one in parameters if (part := _by_parameter(one, told)) is not None]
    return gradient if len(gradient) == len(parameters) else None


def _read(trace: Trace, runs: Sequence[Replay], cancelled: Callable[[], bool]) -> list[float]:
    """Return the loss of each run; not a number where it could not be read."""
    answers = replay(trace.recording, runs, seconds=SECONDS, cancelled=cancelled)
    values = [one[0] for one in answers]
    return [float(v.ravel()[0]) if v is not None and v.size == 1 else np.nan for v in values]


def _by_parameter(one: MovedParameter, told: Mapping[int, Array]) -> Array | None:
    """Return ∂L by a parameter; None where it is not known."""
    if not one.cells:
        found = told.get(one.event)
        return found if found is not None and found.shape == one.before.shape else None
    # What is not reached has no part in the loss, as below a ReLU that is off; central differences check that.
    parts = [told.get(cell.event) for cell in one.cells]
    pairs = zip(one.cells, parts, strict=True)
    return np.array([0.0 if part is None else float(part.flat[max(cell.flat, 0)]) for cell, part in pairs])
