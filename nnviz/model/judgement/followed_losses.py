"""What a script may go down: numbers that nothing else is made of, with the parameters on which they depend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from nnviz.model.judgement.cell_parameters import CellParameters
from nnviz.model.judgement.loss_candidates import own_losses
from nnviz.model.judgement.moved_parameters import MovedParameter, ParameterStates
from nnviz.model.recognition.cell_trace import cell_trace
from nnviz.model.recognition.cells import NumberCell
from nnviz.model.recognition.trace import PRODUCTS, Trace

_UPDATES: Final = 3
_LOOKED_AT: Final = 24
_CELLS_LEAST: Final = 3
"""With fewer numbers to move anything would fit."""
_CELLS_MOST: Final = 3000
_LOSSES_OF_CELLS: Final = 3
_LARGE_PART: Final = 0.6


@dataclass(frozen=True, eq=False)
class FollowedLosses:
    """Numbers that may be a loss.

    Attributes
    ----------
    trace
        The recording as it is read for them.
    losses
        Of each: the events that compute it, one for each update.
    updates
        Of each update: the parameters on which all of them depend.
    """

    trace: Trace
    losses: list[tuple[int, ...]]
    updates: list[list[MovedParameter]]


def followed_losses(trace: Trace) -> Iterator[FollowedLosses]:
    """Yield numbers that may be a loss, those on which the most numbers depend.

    Parameters
    ----------
    trace
        The recording; one made in this process, or one that raised, cannot be run again, and has none.
    """
    if trace.recording.request.get("in_process") or trace.recording.raised is not None:
        return
    arrays = list(_of_arrays(trace))
    size = max((_size(one) for one in arrays), default=0)
    cells = list(_of_cells(trace))
    # Where more numbers are followed one by one, the arrays are only a part of the parameters.
    scalars = all(parameter.before.size == 1 for one in arrays for parameter in one.updates[0])
    if any(scalars or _size(one) > size for one in cells):
        yield from cells
    else:
        yield from arrays
        yield from cells


def _size(one: FollowedLosses) -> int:
    return _count(one.updates[0])


def _count(parameters: Sequence[MovedParameter]) -> int:
    return sum(parameter.before.size for parameter in parameters)


def _of_cells(trace: Trace) -> Iterator[FollowedLosses]:
    """Yield the losses of parameters that are numbers in lists, dictionaries and objects."""
    followed = cell_trace(trace)
    parameters = CellParameters(followed)
    if not parameters.are_there:
        return
    found: dict[tuple[NumberCell, ...], FollowedLosses] = {}
    for events in parameters.losses():
        updates: list[list[MovedParameter]] = []
        kept: list[int] = []
        known: tuple[NumberCell, ...] = ()
        for event in events[:_LOOKED_AT]:
            own = parameters.of(event)
            key = tuple(cell for one in own for cell in one.cells)
            if not own:
                break
            if kept and set(known) <= set(key):
                kept[-1], updates[-1] = event, own  # a total goes on
            elif len(kept) == _UPDATES:
                break
            else:
                kept.append(event)
                updates.append(own)
            known = key
        # The recording may end in the middle of an update.
        whole = next((n for n, own in enumerate(updates) if _count(own) < _count(updates[0])), len(updates))
        kept, updates = kept[:whole], updates[:whole]
        if not updates or not _CELLS_LEAST <= _count(updates[0]) <= _CELLS_MOST:
            continue
        key = tuple(sorted(cell for one in updates[0] for cell in one.cells))
        if key not in found:
            found[key] = FollowedLosses(followed, [], updates)
        elif len(updates) > len(found[key].updates):
            found[key] = FollowedLosses(followed, found[key].losses, updates)
        found[key].losses.append(tuple(kept))
    most = max(map(_size, found.values()), default=0)
    # Below a ReLU that is off the loss depends on fewer. It comes before what is computed of it.
    rows = [(loss, one) for one in found.values() if _size(one) >= _LARGE_PART * most for loss in one.losses]
    for loss, one in sorted(rows, key=lambda row: row[0])[:_LOSSES_OF_CELLS]:
        yield FollowedLosses(followed, [loss], one.updates[: len(loss)])


def _of_arrays(trace: Trace) -> Iterator[FollowedLosses]:
    """Yield the losses of parameters that are arrays, or variables."""
    states = ParameterStates(trace)
    needed = {root.event for root in states.roots if any(trace.operator(event) in PRODUCTS for event, _ in root.reads)}
    by_parameters: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
    found: dict[tuple[int, ...], list[list[MovedParameter]]] = {}
    for events in own_losses(trace, states.initial()):
        events = _last_of_each_update(trace, states, events)
        nexts = (*events[1 : _UPDATES + 1], None)
        updates = [states.of(one, again) for one, again in zip(events[:_UPDATES], nexts, strict=False)]
        if not updates or sum(one.before.size for one in updates[0]) < _CELLS_LEAST or states.unread(events[0]):
            continue
        names = {one.path for one in updates[0]}
        updates[1:] = [
            [one for one in later if (one.is_read and one.before.size > 1) or one.path in names]
            for later in updates[1:]
        ]
        key = tuple(sorted(one.event for one in updates[0]))
        by_parameters.setdefault(key, []).append(events)
        if key not in found or len(updates) > len(found[key]):
            found[key] = updates
    for key in sorted(by_parameters, key=len, reverse=True):
        sources = {trace.source(event, True) for event in key}
        if len(key) < max(map(len, by_parameters)) or not needed <= _lineage(trace, sources, needed):
            continue
        if not _reads_still_weights(trace, by_parameters[key][0], set(key) | sources):
            yield FollowedLosses(trace, by_parameters[key], found[key])


def _last_of_each_update(trace: Trace, states: ParameterStates, events: Sequence[int]) -> tuple[int, ...]:
    """Return the last event of a total before each change of what it depends on."""
    if trace.kind(events[0]) != "augmented":
        return tuple(events)
    kept: list[int] = []
    known: tuple[int, ...] = ()
    for event in events[:_LOOKED_AT]:
        key = tuple(sorted(one.event for one in states.of(event, None)))
        if kept and key == known:
            kept[-1] = event
        else:
            kept.append(event)
        known = key
    return tuple(kept)


def _reads_still_weights(trace: Trace, losses: Sequence[int], parameters: set[int]) -> bool:
    """Return whether the loss comes of a product, computed again and again, that reads no parameter."""
    again = {trace.events[n].place for n in range(losses[0] + 1, len(trace)) if trace.operator(n) in PRODUCTS}
    for event in trace.ancestors([losses[0]]):
        value = trace.value(event)
        if trace.operator(event) not in PRODUCTS or trace.events[event].place not in again:
            continue
        if value is None or value.size == 1 or any(_views(trace, o, parameters) for o in trace.operands(event)):
            continue
        return True
    return False


def _views(trace: Trace, event: int, parameters: set[int]) -> bool:
    """Return whether an event shows a parameter, or a part of one, or is made of parameters without a product."""
    below = trace.ancestors([event])
    if below & parameters and not any(trace.operator(one) in PRODUCTS for one in below):
        return True
    for _ in range(50):
        source = trace.source(event, True)
        if {event, source} & parameters:
            return True
        operands = trace.operands(source)
        if trace.kind(source) not in ("subscript", "attribute", "call", "bind") or not operands:
            return False
        event = operands[0]
    return False


def _lineage(trace: Trace, sources: set[int], needed: set[int]) -> set[int]:
    """Return which of the weights that products read are among the parameters."""
    below = trace.ancestors(sorted(sources))
    return {event for event in needed if event in sources or event in below}
