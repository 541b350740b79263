"""Recognise the network in a recording."""

from __future__ import annotations

from nnviz.model.recognition.forward import ForwardFinder
from nnviz.model.recognition.network import ForwardPass, FoundParameter, Recognition
from nnviz.model.recognition.parameters import Root, find_roots
from nnviz.model.recognition.targets import find_losses, with_targets
from nnviz.model.recognition.trace import Trace


def recognise(trace: Trace) -> Recognition | None:
    """Return the network in a recording; None if none was recognised."""
    roots = find_roots(trace)
    if not roots:
        return None
    groups = ForwardFinder(trace, roots).passes()
    if not groups:
        return None
    groups = [[with_targets(trace, one, roots) for one in group] for group in groups]
    parameters = _parameters(trace, groups[0][0], roots)
    losses = find_losses(trace, groups, roots)
    return Recognition(tuple(tuple(group) for group in groups), parameters, losses, {}, _updates(trace, parameters))


def _parameters(trace: Trace, first: ForwardPass, roots: list[Root]) -> dict[str, FoundParameter]:
    root_of = {state: root for root in roots for state in (root.event, *root.states)}
    found = {}
    for number, layer in enumerate(first.layers, start=1):
        for letter, event in (("W", layer.weights), ("b", layer.bias)):
            source = None if event is None else root_of.get(trace.source(event, True))
            if source is not None:
                found[f"{letter}{number}"] = _parameter(trace, f"{letter}{number}", source)
    return found


def _parameter(trace: Trace, symbol: str, root: Root) -> FoundParameter:
    states = [value for state in root.states if (value := trace.value(state)) is not None]
    path = next((name for state in root.states[:2] if (name := trace.name(state))), "")
    return FoundParameter(symbol, path, tuple(states), tuple(root.states[1:]), root.event)


def _updates(trace: Trace, parameters: dict[str, FoundParameter]) -> tuple[tuple[int, int], ...]:
    count = min((len(parameter.changed) for parameter in parameters.values()), default=0)
    found, first = [], 0
    for update in range(count):
        last = max(trace.events[parameter.changed[update]].step for parameter in parameters.values())
        found.append((first, last))
        first = last + 1
    return tuple(found)
