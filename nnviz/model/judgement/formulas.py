# ruff: noqa: N806 - the symbols of the field
"""What a wrong line computes: candidates for mistakes, evaluated on the values that the line was given.

All arrays are in nnviz's convention: units × samples, W units × inputs.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.gradients import errors_below
from nnviz.model.recognition.activation_values import BY_NAME, ActivationValue, sigmoid
from nnviz.model.recognition.network import ForwardPass, Layer

Candidate = tuple[tuple[str, ...], Array]
"""Names of mistakes, and what they give; no names: that is right."""


def _slope_of(row: ActivationValue, z: Array, a: Array) -> Array | None:
    return None if row.slope is None else row.slope(z, a)


def slopes(layer: Layer) -> Iterator[tuple[str, Array]]:
    """Yield what people write for the slope of a layer's activation: name of the mistake (empty: right), value."""
    Z, A, name = layer.Z, layer.A, layer.activation.name
    right = _slope_of(layer.activation, Z, A)
    if right is not None:
        yield "", right
    own_wrong = {"tanh": "wrong-derivative", "identity": "slope-for-identity", "softmax": "softmax-diagonal"}
    if name != "sigmoid":
        yield own_wrong.get(name, "sigmoid-slope"), A * (1 - A)
        yield own_wrong.get(name, "sigmoid-slope"), np.asarray(sigmoid(Z) * (1 - sigmoid(Z)))
    if name == "sigmoid":
        yield "wrong-derivative+one-minus-square", 1 - A * A
        yield "wrong-derivative", 1 - np.tanh(Z) ** 2
    elif name != "tanh":
        yield "wrong-derivative" if name != "identity" else "slope-for-identity", 1 - A * A
        yield "wrong-derivative" if name != "identity" else "slope-for-identity", 1 - np.tanh(Z) ** 2
    if name not in ("relu", "leaky-relu", "elu"):
        yield "relu-slope", np.where(Z > 0, 1.0, 0.0)
        yield "relu-slope", np.where(A > 0, 1.0, 0.0)
    if name in ("leaky-relu", "elu"):
        yield "leak-forgotten", np.where(Z > 0, 1.0, 0.0)
    if name == "sigmoid":
        yield "slope-of-a", sigmoid(A) * (1 - sigmoid(A))
        yield "slope-formula-of-z", Z * (1 - Z)
    if name == "tanh":
        yield "slope-of-a", 1 - np.tanh(A) ** 2
        yield "slope-formula-of-z", 1 - Z * Z
        yield "wrong-derivative", 1 - A
        yield "wrong-derivative", Z * (1 - Z)
        yield "wrong-derivative", 1 + A * A
        yield "wrong-derivative", (1 - A) ** 2
    if name not in ("sigmoid", "tanh", "relu", "leaky-relu", "identity", "softmax"):
        again = _slope_of(layer.activation, A, layer.activation.function(A))
        if again is not None:
            yield "slope-of-a", again
    if name == "leaky-relu" and right is not None:
        yield "wrong-derivative", np.where(Z > 0, 1.0, 0.01)
        yield "wrong-derivative", np.where(Z > 0, 1.0, -right.min())
    yield "activation-for-slope", A
    if name not in ("identity", "softmax"):
        yield "activation-for-slope", layer.activation.function(A)
    if name == "sigmoid":
        yield "activation-for-slope", A * A
        yield "wrong-derivative", 1 - A
        yield "wrong-derivative", A * (1 + A)
        yield "wrong-derivative", A - 1
        yield "wrong-derivative", A * (A - 1)
        yield "wrong-derivative", A * (2 - A)
    yield "net-input-for-activation", Z
    if right is not None:
        yield "output-slope-twice", right * right


def output_deltas(one: ForwardPass, kind: str) -> Iterator[Candidate]:
    """Yield candidates for δ of the output layer."""
    layer, Y = one.layers[-1], one.Y
    if Y is None:
        return
    A, Z = layer.A, layer.Z
    fused = (kind, layer.activation.name) in (("bce", "sigmoid"), ("cce", "softmax"))
    for letter, E in (((), A - Y), (("logits-as-outputs",), Z - Y)):
        if fused:
            yield letter, E
        elif layer.activation.name != "identity":
            yield (*letter, "output-slope-forgotten"), E
        for name, slope in slopes(layer):
            if name == "output-slope-twice" and fused:
                continue
            if fused:
                wrong = ("output-slope-twice",) if name in ("", "softmax-diagonal") else ("output-slope-twice", name)
                yield (*letter, *wrong), E * slope
            else:
                yield (*letter, *((name,) if name else ())), E * slope
    E = A - Y
    if layer.activation.name in ("sigmoid", "softmax"):
        yield ("slope-of-error",), E * E * (1 - E)
        yield ("slope-of-error",), E * -E * (1 + E)
        yield ("slope-of-error-alone",), E * (1 - E)
        yield ("slope-of-error-alone",), -E * (1 + E)
        yield ("slope-of-error",), E * sigmoid(E) * (1 - sigmoid(E))
        yield ("slope-of-error",), E * sigmoid(-E) * (1 - sigmoid(-E))
    if layer.activation.name == "tanh":
        yield ("slope-of-error",), E * (1 - E * E)
        yield ("slope-of-error",), E * (1 - np.tanh(E) ** 2)
    if layer.activation.name == "softmax" and kind == "squared":
        yield ("softmax-diagonal",), E * A * (1 - A)
    if kind == "cce":
        with np.errstate(all="ignore"):
            yield ("softmax-diagonal",), -(Y / A) * A * (1 - A)
            yield ("output-slope-forgotten",), -(Y / A)
    if kind == "bce":
        with np.errstate(all="ignore"):
            yield ("output-slope-forgotten",), (A - Y) / (A * (1 - A))
            yield ("wrong-derivative",), -Y / A * A * (1 - A)
    if np.array_equal(Y.sum(axis=0), np.ones(Y.shape[1])) and len(Y) > 1:
        numbers = Y.argmax(axis=0)
        yield ("one-hot-missing",), A - numbers
        for name, slope in slopes(layer):
            yield ("one-hot-missing", name) if name else ("one-hot-missing",), (A - numbers) * slope
    yield ("output-slope-forgotten",) if not fused else ("flipped-sign",), np.abs(E)
    yield ("slope-of-error",), E * E


def errors_candidates(
    above: Layer, delta: Array, upper_error: Array | None, new_weights: Array | None
) -> Iterator[tuple[str, Array]]:
    """Yield what people write for Wᵀ·δ of a layer above: name of the mistake (empty: right), value."""
    yield "", errors_below(above, delta)
    if upper_error is not None and upper_error.shape == delta.shape:
        yield "errors-unscaled", errors_below(above, upper_error)
    if new_weights is not None and new_weights.shape == above.W.shape:
        W = new_weights if above.ones is None else np.delete(new_weights, above.ones, axis=1)
        yield "in-place", W.T @ delta
    W = above.W if above.ones is None else np.delete(above.W, above.ones, axis=1)
    if W.shape[0] == W.shape[1]:
        yield "not-transposed", W @ delta
    yield "reshape-for-transpose", W.reshape(W.shape[1], W.shape[0]) @ delta
    if W.size:
        yield "reshape-for-transpose", W.T.reshape(W.shape).T @ delta
    yield "unweighted-sum", np.tile(delta.sum(axis=0, keepdims=True), (W.shape[1], 1))
    yield "summed-gradients", np.tile(W.sum(axis=1) @ delta, (W.shape[1], 1))


def hidden_deltas(
    layer: Layer, above: Layer, delta: Array, upper_error: Array | None, new_weights: Array | None
) -> Iterator[Candidate]:
    """Yield candidates for δ of a hidden layer, single mistakes before pairs."""
    pairs: list[Candidate] = []
    for first, G in errors_candidates(above, delta, upper_error, new_weights):
        # Before the slopes of others: ReLU's is 1 too, where every output is positive.
        options = [("", None), ("hidden-slope-forgotten", np.ones_like(G)), *slopes(layer)]
        if G.shape != layer.A.shape:
            continue
        for second, slope in options:
            if slope is None:
                continue
            if second == "output-slope-twice":
                second = "wrong-derivative"
            names = tuple(name for name in (first, second) if name)
            (pairs if len(names) > 1 else []).append((names, G * slope))
            if len(names) < 2:
                yield names, G * slope
        if layer.activation.name in ("sigmoid", "softmax"):
            yield ("slope-of-delta",), G * G * (1 - G)
            yield ("slope-of-delta",), G * sigmoid(G) * (1 - sigmoid(G))
        elif layer.activation.name == "tanh":
            yield ("slope-of-delta",), G * (1 - G * G)
            yield ("slope-of-delta",), G * (1 - np.tanh(G) ** 2)
        elif layer.activation.name == "relu":
            yield ("slope-of-delta",), G * (G > 0)
    if above.Z.shape == layer.Z.shape or len(above.Z) == 1:
        for name, slope in slopes(above):
            yield ("wrong-derivative", name) if name else ("wrong-derivative",), errors_below(above, delta) * slope
    yield from pairs


def weight_gradients(one: ForwardPass, number: int, delta: Array, error: Array | None) -> Iterator[Candidate]:
    """Yield candidates for dW of layer `number`."""
    layer = one.layers[number - 1]
    yield (), delta @ layer.I.T
    below = one.layers[number - 2] if number > 1 else None
    if below is not None and below.Z.shape[0] == layer.I.shape[0]:
        yield ("net-input-for-activation",), delta @ below.Z.T
    if layer.A.shape[0] == layer.I.shape[0] or layer.W.shape == (layer.A.shape[0], layer.A.shape[0]):
        yield ("output-for-activation",), delta @ layer.A.T
        yield ("net-input-for-activation",), delta @ layer.Z.T
    if layer.W.shape[1] == delta.shape[1]:
        yield ("weights-for-inputs",), delta @ layer.W.T if layer.W.shape[0] == layer.W.shape[1] else delta
    shape = layer.I.T.shape
    yield ("reshape-for-transpose",), delta @ layer.I.reshape(shape)
    yield ("reshape-for-transpose",), delta @ layer.I.T.reshape(layer.I.shape).T
    if delta.shape[0] != delta.shape[1] or True:
        yield ("reshape-for-transpose",), delta.T.reshape(delta.shape) @ layer.I.T
    if delta.shape == (layer.I.shape[0], delta.shape[1]) and layer.W.shape[0] == layer.W.shape[1]:
        yield ("not-transposed",), layer.I @ delta.T
    yield ("last-sample-only",), delta[:, -1:] @ layer.I[:, -1:].T
    yield ("last-sample-only",), delta[:, :1] @ layer.I[:, :1].T
    if delta.shape[1] > 1:
        yield ("last-sample-left-out",), delta[:, :-1] @ layer.I[:, :-1].T
        yield ("last-sample-left-out",), delta[:, 1:] @ layer.I[:, 1:].T
    if error is not None and error.shape == delta.shape:
        yield (slope_forgotten(one, number),), error @ layer.I.T
    for other in one.layers:
        if other is not layer and other.I.shape == layer.I.shape:
            yield ("weights-for-inputs",), delta @ other.I.T


def slope_forgotten(one: ForwardPass, number: int) -> str:
    """Return the name of the mistake that a layer's slope is missing."""
    return "output-slope-forgotten" if number == len(one.layers) else "hidden-slope-forgotten"


def bias_gradients(delta: Array, n: int, error: Array | None = None, forgotten: str = "") -> Iterator[Candidate]:
    """Yield candidates for db, as (n, 1) or another shape that broadcasts."""
    m = delta.shape[1]
    yield (), delta.sum(axis=1, keepdims=True)
    if error is not None and error.shape == delta.shape:
        yield (forgotten,), error.sum(axis=1, keepdims=True)
    yield ("bias-sum-of-all",), np.full((n, 1), delta.sum())
    if m > 1:
        yield ("last-sample-only",), delta[:, -1:]
        yield ("last-sample-only",), delta[:, :1]
        yield ("last-sample-left-out",), delta[:, :-1].sum(axis=1, keepdims=True)
    if m == n:
        yield ("bias-sum-over-units",), delta.sum(axis=0)[:, None]


def known_slope(value: Array, argument: Array) -> bool:
    """Return whether values are the slope of some known activation at an argument, read as z or as a."""
    if value.size != argument.size:
        return False
    value, argument = value.ravel(), argument.ravel()
    with np.errstate(all="ignore"):
        for row in BY_NAME.values():
            if row.slope is None or row.name in ("identity", "square", "exp", "gauss", "sin", "softmax"):
                continue
            ways = [row.slope(argument, row.function(argument)), row.slope(argument, argument)]
            if row.name in ("sigmoid", "tanh"):
                ways.append(row.function(argument))
            for found in ways:
                if np.allclose(found, value, rtol=1e-7, atol=1e-12):
                    return True
    return False
