# ruff: noqa: N806 - the symbols of the field
"""Layers: what bias and which activation follow a product of weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

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
from nnviz.model.recognition.trace import SUMS, Trace

_AT_OUTPUT: Final = frozenset(
    ("sigmoid", "tanh", "softmax", "relu", "leaky-relu", "softplus", "bipolar-sigmoid", "elu")
)


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


class LayerReader:
    """Reads the layers that follow products.

    Parameters
    ----------
    trace
        The recording.
    roots
        What may be a parameter.
    states
        The events that gave the values of parameters.
    """

    def __init__(self, trace: Trace, roots: Sequence[Root], states: Mapping[int, object]) -> None:
        self._trace, self._roots, self._state_of = trace, roots, states

    def forward_pass(self, products: Sequence[Product], state: int) -> ForwardPass | None:
        """Return the forward pass of some products; None where they are not layers upon one another."""
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
            if trace.source(others[0], True) not in self._state_of and not self.is_constant(others[0]):
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

    def is_constant(self, event: int) -> bool:
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
        late = self._late_bias(layer)
        if late is not None:
            return late
        kept = layer.A != 0
        # Those first that need the fewest zeros in the mask: a ReLU is the identity with a mask too.
        for row in sorted(BY_NAME.values(), key=lambda one: np.count_nonzero(one.function(layer.Z)[~kept])):
            if row is SOFTMAX:
                continue
            right = row.function(layer.Z)
            ratio = layer.A[kept] / right[kept] if np.all(right[kept] != 0) else np.zeros(0)
            if ratio.size and kept.mean() > 0.2 and np.ptp(ratio) < 1e-7 * abs(ratio[0]):
                mask = np.where(kept, ratio[0], 0.0)
                return replace(layer, activation=_masked(row, mask))
        return None

    def _late_bias(self, layer: Layer) -> Layer | None:
        """Return a layer without a bias in Z, where one is added to its activation; None where that is not so."""
        trace = self._trace
        added = [o for o in trace.operands(layer.out) if trace.source(o, True) in self._state_of]
        if layer.b is not None or trace.operator(layer.out) not in SUMS or len(added) != 1:
            return None
        for row in BY_NAME.values():
            left = layer.A - row.function(layer.Z)
            if row is not IDENTITY and np.any(left) and np.allclose(left, left[:, :1], rtol=0, atol=1e-9):
                return replace(layer, activation=row, bias_after=True, b=left[:, :1], bias=added[0])
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
                if base.Z.shape[0] > 1 and best is None and _is_softmax_over_samples(base.Z, A, tolerance):
                    best = (8, trace.source(number), SOFTMAX, A, True)
        if best is None:
            return base
        _, out, row, A, wrong = best
        return replace(base, A=A, activation=row, out=out, activation_axis_wrong=wrong)

    def _end_of_window(self, event: int) -> int:
        """Return the next event that gives a parameter a new value."""
        later = [state for root in self._roots for state in root.states[1:] if state > event]
        return min(later, default=len(self._trace) - 1)


def _is_softmax_over_samples(Z: Array, A: Array, tolerance: float) -> bool:  # noqa: N803
    """Return whether outputs are divided by a sum over samples, whatever was subtracted before the exponential."""
    if not np.all(A > 0) or not np.allclose(A.sum(axis=1), 1.0, rtol=tolerance) or A.shape[1] < 2:
        return False
    if np.allclose(softmax(Z.T).T, A, rtol=tolerance):
        return True
    left = np.log(A) - Z
    return bool(np.allclose(left - left[:, :1], left[:1] - left[0, 0], rtol=0, atol=max(tolerance, 1e-6)))


def _masked(row: ActivationValue, mask: Array) -> ActivationValue:
    slope = row.slope
    assert slope is not None
    return replace(
        row,
        function=lambda z: row.function(z) * mask,
        slope=lambda z, a: slope(z, row.function(z)) * mask,
    )
