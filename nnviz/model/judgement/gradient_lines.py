"""Whether the gradients of weights and biases are right for the δ that they were given, in one update."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.formulas import bias_gradients, slope_forgotten, weight_gradients
from nnviz.model.judgement.gradients import errors_below, fit
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.readings import readings_like
from nnviz.model.recognition.backward import BackwardFinder, GradientEvents, strip_scalars
from nnviz.model.recognition.network import ForwardPass, Layer, Recognition
from nnviz.model.recognition.trace import Trace


class GradientLines:
    """Judges the lines of one update that make the gradients of parameters.

    Parameters
    ----------
    trace, recognition
        The recording and its network.
    finder
        The backward lines of the update.
    update
        Its number, from 0.
    one
        The forward pass that the gradients belong to.
    """

    def __init__(
        self, trace: Trace, recognition: Recognition, finder: BackwardFinder, update: int, one: ForwardPass
    ) -> None:
        self._trace, self._recognition, self._finder, self._update = trace, recognition, finder, update
        self._one = one

    def entries(self, deltas: Mapping[int, Array]) -> Iterator[LineEntry]:
        """Yield the judged lines, layer by layer.

        Parameters
        ----------
        deltas
            Layer → δ as its gradients were given it.
        """
        for number, layer in enumerate(self._one.layers, start=1):
            delta, gradients = deltas.get(number), self._finder.weights.get(number)
            if delta is None or gradients is None:
                continue
            yield self._weights(number, layer, delta, gradients, deltas.get(number + 1))
            biases = self._finder.biases.get(number)
            if biases is not None and layer.b is not None:
                yield self._bias(number, layer, delta, biases, deltas.get(number + 1))

    def _weights(
        self, number: int, layer: Layer, delta: Array, found: GradientEvents, above: Array | None
    ) -> LineEntry:
        event = found.raw[0]
        right = delta @ layer.I.T
        value = self._trace.value(event)
        symbol = f"dW{number}"
        if value is not None and value.size == right.size:
            for reading in readings_like(value, right, layer.turned):
                fitted = fit(reading, right)
                if fitted is None or (fitted.fits and fitted.ratio):
                    return LineEntry(event, symbol, "right", right, (), 1.0 if fitted is None else fitted.ratio)
        error = self._error(number, layer, above)
        if value is not None:
            for names, candidate in weight_gradients(self._one, number, delta, error):
                if not names or candidate.size != value.size:
                    continue
                for reading in readings_like(value, candidate, layer.turned):
                    fitted = fit(reading, candidate)
                    if fitted is not None and fitted.fits and fitted.ratio:
                        return LineEntry(event, symbol, "wrong", right, names, fitted.ratio, scale=fitted.ratio)
        changed = self._changed_in_place(layer, found)
        names = () if changed is None else ("same-array",)
        return LineEntry(event, symbol, "wrong", right, names, blamed=changed)

    def _error(self, number: int, layer: Layer, above: Array | None) -> Array | None:
        """Return what δ is without the slope of its layer; None where that is not known."""
        if number < len(self._one.layers):
            return None if above is None else errors_below(self._one.layers[number], above)
        return None if self._one.Y is None else layer.A - self._one.Y

    def _changed_in_place(self, layer: Layer, found: GradientEvents) -> int | None:
        """Return the event that changed a layer's input in place before its gradient was made of it; else None."""
        trace = self._trace
        if found.other[0] < 0:
            return None
        mine = strip_scalars(trace, found.other[0])
        objects = {trace.events[layer.input].object, trace.events[trace.source(layer.input, True)].object} - {-1}
        if mine <= layer.input or trace.events[mine].object not in objects:
            return None
        home = trace.events[found.raw[0]].frame
        if trace.events[mine].frame == home:
            return mine
        # Changed by a function: the statement that calls it.
        return next((e for e in range(mine, found.raw[0]) if trace.events[e].frame == home), mine)

    def _bias(self, number: int, layer: Layer, delta: Array, found: GradientEvents, above: Array | None) -> LineEntry:
        event, n = found.raw[0], layer.W.shape[0]
        symbol = f"db{number}"
        value = self._trace.value(event)
        right = delta.sum(axis=1, keepdims=True)
        shared = self._recognition.parameters[f"b{number}"].states[0].size == 1 and n > 1
        if shared:
            right = np.full((1, 1), right.sum())
        error = self._error(number, layer, above)
        if value is not None:
            if value.size == right.size:
                fitted = fit(value.reshape(right.shape), right)
                if fitted is None or (fitted.fits and fitted.ratio):
                    return LineEntry(event, symbol, "right", right, (), 1.0 if fitted is None else fitted.ratio)
            for names, candidate in bias_gradients(delta, n, error, slope_forgotten(self._one, number)):
                shown = np.full(candidate.shape, value.ravel()[0]) if value.size == 1 else value
                if not names or candidate.size != shown.size:
                    continue
                fitted = fit(shown.reshape(candidate.shape), candidate)
                if fitted is not None and fitted.fits and fitted.ratio:
                    return LineEntry(event, symbol, "wrong", right, names, fitted.ratio, scale=fitted.ratio)
            if value.size == delta.size and value.size != n:
                return LineEntry(event, symbol, "wrong", right, ("no-sum",), blamed=self._taking(event, number))
            if value.size == delta.shape[1]:
                return LineEntry(event, symbol, "wrong", right, ("bias-sum-over-units",))
        return LineEntry(event, symbol, "wrong", right)

    def _taking(self, event: int, number: int) -> int:
        """Return the event that takes δ for the gradient of a bias, on a line of its own."""
        trace = self._trace
        parameter = self._recognition.parameters[f"b{number}"]
        path = trace.ancestors([parameter.changed[self._update]], event)
        source = trace.source(event)
        users = (
            u
            for u in sorted(path)
            if u > source and trace.spot(u) != trace.spot(source) and source in _sources(trace, u)
        )
        return next(users, event)


def _sources(trace: Trace, event: int) -> set[int]:
    return {trace.source(operand) for operand in trace.operands(event)}
