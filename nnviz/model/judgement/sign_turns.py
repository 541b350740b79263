"""Where the sign of a gradient turns on its way to a parameter, beside the same way of another parameter."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.model.recognition.backward import BackwardFinder
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import SUMS, Trace


def turning_event(
    trace: Trace, recognition: Recognition, finder: BackwardFinder, name: str, peers: Sequence[str]
) -> int | None:
    """Return the first sum or minus that is another than a peer's; None where the ways cannot be compared.

    Parameters
    ----------
    trace, recognition, finder
        The recording, its network, and the backward lines of the first update.
    name
        The parameter that goes the wrong way.
    peers
        Parameters that go the right way; those of the same kind come first.
    """
    mine = _signs(trace, recognition, finder, name)
    for peer in sorted(peers, key=lambda one: one[0] != name[0]):
        theirs = _signs(trace, recognition, finder, peer)
        if len(mine) == len(theirs):
            differ = [event for (event, *one), (_, *two) in zip(mine, theirs, strict=True) if one != two]
            if len(differ) == 1:
                return differ[0]
    return None


def adding_event(trace: Trace, recognition: Recognition, finder: BackwardFinder, name: str) -> int:
    """Return the first sum that a gradient goes into; the change of the parameter where there is none."""
    signs = _signs(trace, recognition, finder, name)
    return signs[0][0] if signs else recognition.parameters[name].changed[0]


def _signs(trace: Trace, recognition: Recognition, finder: BackwardFinder, name: str) -> list[tuple[int, str, int]]:
    """Return the sums and minuses from a gradient to its parameter: event, operator, which operand."""
    found = (finder.weights if name[0] == "W" else finder.biases).get(int(name[1:]))
    if found is None:
        return []
    raw, end = found.raw[0], recognition.parameters[name].changed[0]
    on_way = set(trace.dependants_within(raw, end)) & trace.ancestors([end], raw)
    signs = []
    for event in sorted(on_way - {raw}):
        operator = trace.operator(event)
        if operator in SUMS or operator == "neg":
            side = next((n for n, o in enumerate(trace.operands(event)) if o in on_way), -1)
            signs.append((event, operator, side))
    return signs
