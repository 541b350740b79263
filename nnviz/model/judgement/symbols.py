"""Which event of a recording computes which symbol, in every recorded update."""

from __future__ import annotations

from collections.abc import Mapping

from nnviz.model.recognition.backward import BackwardFinder
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import Trace


def symbols_of(trace: Trace, recognition: Recognition) -> Mapping[int, str]:
    """Return event → symbol: ``Z1``, ``A1``, ``L``, ``delta1``, ``dW1``, ``W1`` …, of all recorded updates."""
    found: dict[int, str] = {}
    for update, group in enumerate(recognition.passes):
        if any(update < len(parameter.changed) for parameter in recognition.parameters.values()):
            finder = BackwardFinder(trace, recognition, update)
            for letter, gradients in (("W", finder.weights), ("b", finder.biases)):
                for number, events in gradients.items():
                    found |= {trace.source(event): f"delta{number}" for event in events.given}
                    of_delta = {trace.source(event) for event in events.given}
                    found |= {event: f"d{letter}{number}" for event in events.raw if event not in of_delta}
        for one in group:
            for number, layer in enumerate(one.layers, start=1):
                if layer.net != layer.out:
                    found[layer.net] = f"Z{number}"
                found[layer.out] = f"A{number}"
    for symbol, parameter in recognition.parameters.items():
        found |= dict.fromkeys(parameter.changed, symbol)
    found |= {loss.event: "L" for loss in recognition.losses[:1] if loss.event is not None}
    return dict(sorted(found.items()))
