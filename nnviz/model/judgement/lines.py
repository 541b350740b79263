# ruff: noqa: N806 - the symbols of the field
"""Whether each recognised line is right for the values that it was given, in one update."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.blame import Blame, cell_at_fault
from nnviz.model.judgement.formulas import (
    Candidate,
    hidden_deltas,
    output_deltas,
)
from nnviz.model.judgement.gradient_lines import GradientLines
from nnviz.model.judgement.gradients import Fit, canonical_parameter, errors_below, fit, hidden_delta, output_delta
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.readings import readings_like
from nnviz.model.recognition.backward import BackwardFinder
from nnviz.model.recognition.network import ForwardPass, Layer, Loss, Recognition
from nnviz.model.recognition.trace import PRODUCTS, SUMS, Trace


class LineJudge:
    """Judges the lines of one update.

    Parameters
    ----------
    trace
        The recording.
    recognition
        Its network.
    losses
        Losses that may be meant; the first whose δ is there is taken.
    update
        Number of the update, from 0.
    rates
        Numbers that may be the learning rate.
    """

    def __init__(
        self,
        trace: Trace,
        recognition: Recognition,
        losses: list[Loss],
        update: int = 0,
        rates: Sequence[float] = (),
    ) -> None:
        self._trace = trace
        self._recognition = recognition
        self._one = recognition.passes[update][0]
        self._update = update
        self._rows = self._one.samples_are == "rows"
        self.finder = BackwardFinder(trace, recognition, update)
        self._one = self._pass_of_gradients(recognition.passes[update])
        self.end = max(
            (e for p in recognition.parameters.values() if (e := self.finder.changing_event(p)) is not None),
            default=len(trace) - 1,
        )
        self._blame = Blame(trace, self._rows, self._one.layers[-1].out)
        self.deltas: dict[int, Array] = {}
        self.delta_events: dict[int, int] = {}
        self.losses = losses
        self.rates = rates
        self.loss = losses[0]

    def entries(self) -> list[LineEntry]:
        """Return the judged lines, in order of execution."""
        gradients = GradientLines(self._trace, self._recognition, self.finder, self._update, self._one)
        found = [*self._forward(), *self._backward(), *gradients.entries(self.deltas)]
        return sorted(found, key=lambda entry: entry.fault)

    def _pass_of_gradients(self, group: Sequence[ForwardPass]) -> ForwardPass:
        """Return the forward pass of the first gradients that count: where others are overwritten, the last one."""
        latest = max((found.raw[0] for found in self.finder.weights.values()), default=-1)
        later = [one for one in group[1:] if one.layers[0].product < latest]
        if not later:
            return group[0]
        self.finder.leave_out_before(later[-1].layers[0].product)
        return later[-1]

    def _forward(self) -> Iterator[LineEntry]:
        for number, layer in enumerate(self._one.layers, start=1):
            yield LineEntry(layer.net, f"Z{number}", "right", layer.Z)
            right = layer.activation.function(layer.Z)
            if layer.activation_axis_wrong:
                yield LineEntry(layer.out, f"A{number}", "wrong", right, ("softmax-over-samples",))
            elif layer.bias_after:
                yield LineEntry(layer.out, f"A{number}", "wrong", right, ("bias-after-activation",))
            elif layer.out != layer.net:
                yield LineEntry(layer.out, f"A{number}", "right", layer.A)

    def _given(self, number: int) -> list[int]:
        """Return the events that may be δ of a layer: what the gradients and the layer below read."""
        found = []
        for gradients in (self.finder.weights.get(number), self.finder.biases.get(number)):
            if gradients is not None:
                found.append(gradients.given[0])
        found += self._carried(number)
        return [event for event in found if not self._is_forward_again(event)]

    def _is_forward_again(self, event: int) -> bool:
        """Return whether an event is of a forward line that is run once more, with moved weights: no δ."""
        trace, target = self._trace, self._one.target
        if target is None or trace.dependants([target])[event]:
            return False
        places = {trace.events[e].place for layer in self._one.layers for e in (layer.product, layer.net, layer.out)}
        return trace.events[trace.source(event, True)].place in places

    def _carried(self, number: int) -> list[int]:
        """Return what is multiplied with the weights of a layer after the forward lines."""
        trace, layer = self._trace, self._one.layers[number - 1]
        parameter = self._recognition.parameters.get(f"W{number}")
        if parameter is None:
            return []
        states = {parameter.root, *parameter.changed}
        found = []
        for event in range(self._one.layers[-1].net + 1, self.end + 1):
            if trace.operator(event) in PRODUCTS and event != layer.product:
                sides = [trace.source(operand, True) in states for operand in trace.operands(event)]
                if any(sides):
                    found += [o for o, mine in zip(trace.operands(event), sides, strict=True) if not mine]
        return found

    def _backward(self) -> Iterator[LineEntry]:
        layers = self._one.layers
        for number in range(len(layers), 0, -1):
            layer = layers[number - 1]
            events = self._given(number)
            if not events:
                continue
            if number == len(layers):
                entry = self._output(events, number)
            else:
                entry = self._hidden(events, number, layer, layers[number])
            if entry is not None:
                yield entry

    def _output(self, events: list[int], number: int) -> LineEntry | None:
        layer = self._one.layers[-1]
        for loss in self.losses:
            try:
                right = output_delta(self._one, loss.kind, loss.factor)
            except ValueError:
                return None
            for event in events:
                found = self._match(event, right)
                if found is not None and self._nice(found[1], right):
                    self.loss = loss
                    return self._right(event, number, right, found)
        event = events[0]
        value = self._trace.value(event)
        if value is None:
            return None
        loss = self.losses[0]
        right = output_delta(self._one, loss.kind, loss.factor)
        first = next(readings_like(value, layer.A, self._rows), None)
        self.delta_events[number] = event
        if first is None:
            flat = value.ndim == 2 and value.size == layer.A.shape[1] ** 2 * layer.A.shape[0]
            names: tuple[str, ...] = ("flat-targets",) if flat else ()
            blamed = self._trace.source(event)
            if flat:
                blamed = next((e for e in range(layer.out, blamed) if self._widened(e, layer.A.shape[1])), blamed)
            part = self._output_parts(layer, loss.kind)[0] if flat else None
            return LineEntry(event, f"delta{number}", "wrong", right, names, blamed=blamed, part=part)
        self.deltas[number] = first
        names, factor = self._explain(event, output_deltas(self._one, loss.kind), layer)
        if not names and not self._recognition.losses:
            # A loss that is not known may have this δ.
            return LineEntry(event, f"delta{number}", "unknown", None)
        parts = self._output_parts(layer, loss.kind)
        blamed = self._blame.find(event, self._user(number, event), parts)
        part = self._part(event, blamed, parts)
        times = 2.0 if loss.kind == "squared" else 1.0
        scale = factor / (times * loss.factor) if names and part is None else None
        return LineEntry(event, f"delta{number}", "wrong", right, names, factor, blamed, part, scale=scale)

    def _widened(self, event: int, m: int) -> bool:
        value = self._trace.value(event)
        return value is not None and value.shape == (m, m) and self._trace.operator(event) in SUMS

    def _output_parts(self, layer: Layer, kind: str) -> list[Array]:
        assert self._one.Y is not None
        error = layer.A - self._one.Y
        if kind == "squared" and layer.activation.slope is not None:
            return [error, layer.activation.slope(layer.Z, layer.A)]
        return [error]

    def _hidden(self, events: list[int], number: int, layer: Layer, above: Layer) -> LineEntry | None:
        delta = self.deltas.get(number + 1)
        if delta is None:
            return None
        right = hidden_delta(above, delta, layer)
        for event in events:
            found = self._match(event, right)
            if found is not None and self._nice(found[1], right):
                return self._right(event, number, right, found)
        event = events[0]
        unused = self._unused(event, self._user(number, event), layer, right)
        if unused is not None:
            return self._right(unused[0], number, right, (unused[1], Fit(1.0, 0.0)))
        value = self._trace.value(event)
        first = None if value is None else next(readings_like(value, layer.A, self._rows), None)
        self.delta_events[number] = event
        if first is None:
            return LineEntry(event, f"delta{number}", "wrong", right, (), blamed=self._trace.source(event))
        self.deltas[number] = first
        error = None
        if number + 1 == len(self._one.layers) and self._one.Y is not None:
            error = self._one.layers[-1].A - self._one.Y
        elif number + 2 <= len(self._one.layers) and (upper := self.deltas.get(number + 2)) is not None:
            error = errors_below(self._one.layers[number + 1], upper)
        candidates = hidden_deltas(layer, above, delta, error, self._new_weights(number + 1))
        names, factor = self._explain(event, candidates, layer)
        slope = layer.activation.slope
        parts = [errors_below(above, delta)]
        if slope is not None:
            parts.append(slope(layer.Z, layer.A))
        blamed = self._blame.find(event, self._user(number, event), parts)
        if layer.activation.name in ("leaky-relu", "elu") and set(names) & {"leak-forgotten", "relu-slope"}:
            blamed = self._inner_slope(event, blamed)
        if self._trace.kind(blamed) == "loop":
            blamed = cell_at_fault(self._trace, blamed, names)
        part = self._part(event, blamed, parts)
        return LineEntry(
            event,
            f"delta{number}",
            "wrong",
            right,
            names,
            factor,
            blamed,
            part,
            delta,
            scale=factor if names and part is None else None,
        )

    def _unused(self, event: int, user: int, layer: Layer, right: Array) -> tuple[int, Array] | None:
        """Return a right δ that is named before another one is taken, and its reading; None where there is none."""
        if right.size < 2 or not np.any(right):
            return None
        for number in range(user, layer.out, -1):
            if self._trace.kind(number) != "bind" or self._trace.spot(number) == self._trace.spot(event):
                continue
            found = self._match(number, right)
            if found is not None and found[1].fits and self._nice(found[1], right):
                return number, found[0]
        return None

    def _part(self, event: int, blamed: int, parts: Sequence[Array]) -> Array | None:
        """Return which factor of δ a statement at fault should give; None where it is δ itself."""
        trace = self._trace
        if trace.spot(blamed) == trace.spot(trace.source(event)) or trace.kind(blamed) == "bind":
            return None
        return parts[0] if trace.operator(blamed) in PRODUCTS else parts[-1]

    def _inner_slope(self, delta: int, blamed: int) -> int:
        """Return the event in a slope function of theirs, where δ is made with one."""
        home = self._trace.events[blamed].frame
        for operand in self._trace.operands(self._trace.source(delta)):
            source = self._trace.source(operand, True)
            if self._trace.events[source].frame not in (home, 0) and self._trace.operator(source) not in PRODUCTS:
                return source
        return blamed

    def _user(self, number: int, event: int) -> int:
        """Return the product or sum that reads an event as δ."""
        for found in (self.finder.weights.get(number), self.finder.biases.get(number)):
            if found is not None and event in found.given:
                return found.raw[found.given.index(event)]
        return min((user for user in self._trace.users[event] if user > event), default=event)

    def _new_weights(self, number: int) -> Array | None:
        parameter = self._recognition.parameters.get(f"W{number}")
        if parameter is None or self._update + 1 >= len(parameter.states):
            return None
        return canonical_parameter(self._recognition, f"W{number}", parameter.states[self._update + 1])

    def _right(self, event: int, number: int, right: Array, found: tuple[Array, Fit]) -> LineEntry:
        self.deltas[number] = found[0]
        self.delta_events[number] = event
        return LineEntry(self._trace.source(event), f"delta{number}", "right", right, (), found[1].ratio)

    def error_event(self, entry: LineEntry) -> tuple[int, Array | None]:
        """Return the event of the error A − Y in δ of the output, and what it should be; None where it is δ itself."""
        assert self._one.Y is not None
        A = self._one.layers[-1].A
        E = A - self._one.Y
        with np.errstate(all="ignore"):
            parts = [E, E / (A * (1 - A)), self._one.Y / A]
        parts = [part for part in parts if np.all(np.isfinite(part))]
        event = self._blame.error(entry.event, parts)
        if self._trace.spot(event) == self._trace.spot(self._trace.source(entry.event)):
            return event, None
        return event, next((part for part in parts if self._blame.is_multiple(event, part)), None)

    def _match(self, event: int, right: Array) -> tuple[Array, Fit] | None:
        value = self._trace.value(event)
        if value is None:
            return None
        for reading in readings_like(value, right, self._rows):
            found = fit(reading, right)
            if found is not None and found.fits and found.ratio != 0:
                return reading, found
            if found is None:
                return reading, Fit(1.0, 0.0)
        return None

    def _nice(self, found: Fit, right: Array) -> bool:
        """Return whether a factor may be meant: one number is a multiple of any other."""
        if int(np.count_nonzero(right)) > 1:
            return True
        m, n = self._one.m, self._one.layers[-1].A.shape[0]
        count = m * len(self._recognition.passes[self._update])
        usual = [a * b for a in (1.0, 2.0, 0.5) for b in (1.0, 1 / m, 1 / n, 1 / (m * n), 1 / count, float(m))]
        usual += [rate * u for rate in self.rates for u in usual]
        return any(abs(abs(found.ratio) - one) <= 1e-6 * one for one in usual)

    def _explain(self, event: int, candidates: Iterable[Candidate], layer: Layer) -> tuple[tuple[str, ...], float]:
        value = self._trace.value(event)
        if value is None:
            return (), 1.0
        for names, candidate in candidates:
            if not names or candidate.size != value.size or not np.all(np.isfinite(candidate)):
                continue
            for reading in readings_like(value, candidate, self._rows):
                found = fit(reading, candidate)
                if found is not None and found.fits and found.ratio and self._nice(found, candidate):
                    return tuple(one for name in names for one in name.split("+")), found.ratio
        return (), 1.0
