# ruff: noqa: N806 - the symbols of the field
"""Forward passes: which products, biases and activations make the layers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.recognition.activation_values import (
    BY_NAME,
    IDENTITY,
    SOFTMAX,
    ActivationValue,
    activations_between,
    softmax,
)
from nnviz.model.recognition.network import ForwardPass, Layer, SamplesAre
from nnviz.model.recognition.parameters import Root
from nnviz.model.recognition.trace import PRODUCTS, SUMS, Trace

_AT_OUTPUT: Final = frozenset(
    ("sigmoid", "tanh", "softmax", "relu", "leaky-relu", "softplus", "bipolar-sigmoid", "elu")
)

Side = Literal["left", "right"]


@dataclass(frozen=True, eq=False)
class Product:
    """A product of weights with an input, in nnviz's convention."""

    event: int
    weights: int
    input: int
    W: Array
    I: Array  # noqa: E741
    samples_are: SamplesAre
    turned: bool


class ForwardFinder:
    """Finds the layers of forward passes.

    Parameters
    ----------
    trace
        The recording.
    roots
        What may be a parameter.
    """

    def __init__(self, trace: Trace, roots: list[Root]) -> None:
        self._trace = trace
        self._roots = roots
        self._state_of = {state: (root, number) for root in roots for number, state in enumerate(root.states)}
        self._state_of |= {root.event: (root, 0) for root in roots}
        self._still: set[int] = set()
        self._changes: list[int] = []
        changes = [root.states[1] for root in roots]
        self._update = max(changes, default=0)
        self._useful = trace.ancestors(changes)
        self._all_useful = trace.ancestors([state for root in roots for state in root.states[1:]])

    def passes(self) -> list[list[ForwardPass]]:
        """Return the forward passes of each update; empty if there is no layer."""
        places = self._first_products()
        if places and self._add_still(places):
            places = self._first_products()
        if not places:
            return []
        runs: dict[tuple[int, int], list[tuple[int, Product]]] = {key: [] for key in places}
        for number in range(len(self._trace)):
            if not self._is_product(number):
                continue
            found = self._root_of(number)
            if found is None:
                continue
            root, state, _ = found
            if root.event in self._still:
                state = sum(changed < number for changed in self._changes)
            key = (self._trace.events[number].place, root.event)
            if key in runs:
                product = self._product(number)
                if product is not None:
                    runs[key].append((state, product))
        order = list(places)
        moving = [root for root in self._weight_roots(order) if root.event not in self._still]
        last = min(len(root.states) for root in moving)
        groups: list[list[ForwardPass]] = []
        for state in range(last):
            of_state = [[p for s, p in runs[key] if s == state] for key in order]
            useful = [[p for p in run if p.event in self._all_useful] or run for run in of_state]
            passes = [self._pass(list(products), state) for products in zip(*useful, strict=False)]
            found_passes = [one for one in passes if one is not None]
            if not found_passes:
                break
            groups.append(found_passes)
        return groups

    def _add_still(self, places: list[tuple[int, int]]) -> bool:
        """Add the weights that are read in every forward pass and never change; return whether there are any."""
        trace = self._trace
        known = {key[0] for key in places}
        forward = [n for n in range(self._update + 1) if trace.events[n].place in known and self._is_product(n)]
        first = next((product for n in forward if (product := self._product(n)) is not None), None)
        if first is None:
            return False
        again = {trace.events[n].place for n in range(self._update + 1, len(trace)) if self._is_product(n)}
        m = first.I.shape[1]
        found = []
        for number in sorted(trace.ancestors([max(forward)])):
            if not self._is_product(number) or trace.events[number].place not in again:
                continue
            if self._root_of(number) is not None:
                continue
            for operand in trace.operands(number):
                value, source = trace.value(operand), trace.source(operand, True)
                if value is None or value.ndim != 2 or m in value.shape or not self._is_constant(operand):
                    continue
                found.append(Root(source, [source], [(number, 0)]))
                break
        for root in found:
            self._roots.append(root)
            self._state_of[root.event] = (root, 0)
            self._still.add(root.event)
        moving = [root for root in self._weight_roots(places) if root.event not in self._still]
        self._changes = sorted(moving[0].states[1:]) if moving else []
        return bool(found)

    def _weight_roots(self, keys: list[tuple[int, int]]) -> list[Root]:
        by_event = {root.event: root for root in self._roots}
        return [by_event[event] for _, event in keys]

    def _is_product(self, event: int) -> bool:
        operator = self._trace.operator(event)
        if self._trace.kind(event) not in ("operator", "call"):
            return False
        return operator in PRODUCTS or (operator in ("*", "numpy.multiply") and self._is_outer(event))

    def _is_outer(self, event: int) -> bool:
        """Return whether an element-wise product is one of a column with a row."""
        sizes = [value.size for o in self._trace.operands(event) if (value := self._trace.value(o)) is not None]
        whole = self._trace.value(event)
        return whole is not None and len(sizes) == 2 and whole.size == sizes[0] * sizes[1] and whole.size > max(sizes)

    def _first_products(self) -> list[tuple[int, int]]:
        """Return (place, root) of the forward product of each weight array, in order."""
        found: dict[int, tuple[int, int]] = {}
        for wanted in (True, False):
            for number in range(min(self._update + 1, len(self._trace))):
                if not self._is_product(number) or (wanted and number not in self._useful):
                    continue
                root = self._root_of(number)
                if root is not None and root[0].event not in found:
                    found[root[0].event] = (self._trace.events[number].place, root[0].event)
        first = {key: number for number, key in self._order(found).items()}
        return sorted(found.values(), key=lambda key: first[key])

    def _order(self, found: dict[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
        """Return first event → (place, root)."""
        order: dict[int, tuple[int, int]] = {}
        waiting = set(found.values())
        for number in range(len(self._trace)):
            if not waiting:
                break
            key = self._trace.events[number].place
            if any(key == place for place, _ in waiting) and (root := self._root_of(number)) is not None:
                pair = (key, root[0].event)
                if pair in waiting:
                    order[number] = pair
                    waiting.discard(pair)
        return order

    def _root_of(self, event: int) -> tuple[Root, int, int] | None:
        """Return the parameter that a product reads, its state, and the operand."""
        for operand in self._trace.operands(event):
            source = self._trace.source(operand, True)
            if source in self._state_of:
                root, state = self._state_of[source]
                return root, state, operand
        return None

    def _product(self, event: int) -> Product | None:
        trace = self._trace
        found = self._root_of(event)
        arrays = [o for o in trace.operands(event) if (v := trace.value(o)) is not None and v.ndim > 0]
        if found is None or len(arrays) != 2:
            return None
        _, _, weights = found
        first = arrays[0] == weights
        other = arrays[1] if first else arrays[0]
        W, I, R = trace.value(weights), trace.value(other), trace.value(event)  # noqa: E741
        if W is None or I is None or R is None:
            return None
        root = trace.value(found[0].event)
        columns = I[:, None] if I.ndim == 1 else I
        rows = I[None, :] if I.ndim == 1 else I
        if W.ndim == 1:
            W = W[None, :] if first else W[:, None]
        if W.ndim != 2 or I.ndim > 2:
            return None
        # As the operands are written first; others (einsum, inner, …) by value.
        ways: list[tuple[Array, Array, SamplesAre]] = [
            (W, columns, "columns"),
            (W.T, rows.T, "rows"),
        ]
        if not first:
            ways.reverse()
        ways += [(W, rows.T, "rows"), (W.T, columns, "columns")]
        for weight, given, samples in ways:
            if weight.shape[1] != given.shape[0]:
                continue
            expected = weight @ given
            actual = R.reshape(expected.shape) if samples == "columns" and R.ndim < 2 and R.size == expected.size else R
            if samples == "rows":
                actual = R.reshape(expected.T.shape).T if R.size == expected.size else R
            if actual.shape == expected.shape and np.allclose(actual, expected, rtol=1e-4, atol=1e-6):
                own = root if root is not None and root.ndim == 2 else weight
                turned = own.shape != weight.shape or (own.shape[0] == own.shape[1] and samples == "rows" and not first)
                return Product(event, weights, other, weight, given, samples, turned)
        return None

    def _pass(self, products: list[Product], state: int) -> ForwardPass | None:
        products = sorted(products, key=lambda product: product.event)
        layers: list[Layer] = []
        for number, product in enumerate(products):
            following = products[number + 1] if number + 1 < len(products) else None
            layer = self._layer(product, following)
            if layer is None:
                return None
            if layers and product.I.shape[0] == layers[-1].A.shape[0] + 1:
                layer = replace(layer, ones=0 if np.all(product.I[0] == 1) and not np.all(product.I[-1] == 1) else -1)
            layers.append(layer)
        # Where the bias is folded into the upper weights, a row of ones of the inputs is one too.
        inputs = layers[0].I
        if any(layer.ones is not None for layer in layers[1:]):
            for place in (-1, 0):
                if np.all(inputs[place] == 1) and layers[0].ones is None:
                    layers[0] = replace(layers[0], ones=place)
        return ForwardPass(tuple(layers), products[0].samples_are, state)

    def _layer(self, product: Product, following: Product | None) -> Layer | None:
        trace = self._trace
        turn = product.samples_are == "rows"
        n, m = product.W.shape[0], product.I.shape[1]
        end = following.event if following is not None else len(trace) - 1

        def canonical(array: Array) -> Array | None:
            if array.size != n * m:
                return None
            return array.reshape(m, n).T if turn else array.reshape(n, m)

        net, bias = product.event, None
        b: Array | None = None
        for user in trace.upwards_sums(net, end):
            others = [o for o in trace.operands(user) if trace.source(o) != trace.source(net)]
            if len(others) != 1 or (value := trace.value(others[0])) is None:
                continue
            whole = trace.value(user)
            if value.size not in (1, n, n * m) or whole is None or whole.size != n * m:
                continue
            if trace.operator(user) in ("-", "-=", "numpy.subtract"):
                continue
            if trace.source(others[0], True) not in self._state_of and not self._is_constant(others[0]):
                continue
            net, bias = user, others[0]
            shown = value.reshape(-1)
            b = np.full((n, 1), shown[0]) if value.size == 1 else shown[: n * m].reshape(-1)[:n, None]
            break
        Z = canonical(trace.value(net))  # type: ignore[arg-type]
        if Z is None:
            return None
        tolerance = 1e-4 if trace.dtype(net) == np.float32 else 1e-7
        base = Layer(
            product.W, b, product.I, Z, Z, IDENTITY, product.event, net, net, product.weights, bias, product.input,
            product.turned,
        )  # fmt: skip
        if following is not None:
            return self._hidden(base, following, tolerance)
        return self._output(base, canonical, tolerance)

    def _is_constant(self, event: int) -> bool:
        """Return whether a value does not depend on any parameter."""
        return not self._trace.dependants(self._state_of)[event]

    def _hidden(self, base: Layer, following: Product, tolerance: float) -> Layer | None:
        A, ones = following.I, None
        if A.shape[0] == base.Z.shape[0] + 1:
            ones = 0 if np.all(A[0] == 1) and not np.all(A[-1] == 1) else -1
            if not np.all(A[ones] == 1):
                return None
            A = A[1:] if ones == 0 else A[:-1]
        if A.shape != base.Z.shape:
            return None
        out = self._trace.source(following.input, True)
        found = next(activations_between(base.Z, A, tolerance), None)
        if found is None:
            return self._unusual(replace(base, A=A, out=out))
        return replace(base, A=A, activation=found, out=out)

    def _unusual(self, layer: Layer) -> Layer | None:
        """Return a layer whose bias is added after the activation, or whose softmax is over the wrong axis."""
        if layer.b is not None and layer.bias is not None:
            pure = layer.Z - layer.b
            for row in BY_NAME.values():
                if row is not IDENTITY and np.allclose(row.function(pure) + layer.b, layer.A, rtol=1e-6):
                    return replace(layer, activation=row, bias_after=True)
        # Dropout: the activation times a mask.
        for row in BY_NAME.values():
            if row is SOFTMAX:
                continue
            right = row.function(layer.Z)
            kept = layer.A != 0
            ratio = layer.A[kept] / right[kept] if np.all(right[kept] != 0) else np.zeros(0)
            if ratio.size and kept.mean() > 0.2 and np.ptp(ratio) < 1e-7 * abs(ratio[0]):
                mask = np.where(kept, ratio[0], 0.0)
                return replace(layer, activation=_masked(row, mask))
        return None

    def _output(self, base: Layer, canonical: object, tolerance: float) -> Layer:
        trace = self._trace
        best: tuple[int, int, ActivationValue, Array, bool] | None = None
        usual = {name: place for place, name in enumerate(("softmax", "sigmoid", "tanh", "relu", "leaky-relu"))}
        depends = trace.dependants_within(base.net, self._end_of_window(base.net))
        for number in depends:
            value = trace.value(number)
            if value is None or value.size != base.Z.size or number <= base.net:
                continue
            A = canonical(value)  # type: ignore[operator]
            if A is None or np.array_equal(A, base.Z):
                continue
            for row in activations_between(base.Z, A, tolerance):
                if row is IDENTITY or row.name not in _AT_OUTPUT:
                    continue
                rank = usual.get(row.name, 9)
                if best is None or rank < best[0]:
                    best = (rank, trace.source(number), row, A, False)
                break
            else:
                if base.Z.shape[0] > 1 and np.allclose(softmax(base.Z.T).T, A, rtol=tolerance) and best is None:
                    best = (8, trace.source(number), SOFTMAX, A, True)
        if best is None:
            return base
        _, out, row, A, wrong = best
        return replace(base, A=A, activation=row, out=out, activation_axis_wrong=wrong)

    def _end_of_window(self, event: int) -> int:
        """Return the next event that gives a parameter a new value."""
        later = [state for root in self._roots for state in root.states[1:] if state > event]
        return min(later, default=len(self._trace) - 1)


def _masked(row: ActivationValue, mask: Array) -> ActivationValue:
    slope = row.slope
    assert slope is not None
    return replace(
        row,
        function=lambda z: row.function(z) * mask,
        slope=lambda z, a: slope(z, row.function(z)) * mask,
    )


def is_sum(trace: Trace, event: int) -> bool:
    """Return whether an event adds or subtracts."""
    return trace.operator(event) in SUMS
