"""The lines of an update without mistakes: forward, loss, backward, update."""

from __future__ import annotations

from collections.abc import Iterator

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import (
    Activate,
    Binary,
    LossValue,
    MatMul,
    Node,
    Reduce,
    Scalar,
    Slope,
    Symbol,
    Transpose,
    with_each,
)
from nnviz.model.program.line import Line
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.optimisers import ETA, OPTIMISERS, Assignments
from nnviz.model.program.penalties import PENALTIES, divided
from nnviz.model.program.recipe import Recipe
from nnviz.model.program.symbols import parse

SAMPLES = Scalar("m")
TARGETS = Symbol("Y")


def right_lines(recipe: Recipe) -> Iterator[Line]:
    """Yield all lines of an update that computes gradients."""
    yield from forward_lines(recipe)
    yield from loss_lines(recipe)
    yield from backward_lines(recipe)
    yield from update_lines(recipe)


def _activation_below(layer: int) -> Symbol:
    return Symbol(f"A{layer - 1}") if layer > 1 else Symbol("X")


def forward_lines(recipe: Recipe) -> Iterator[Line]:
    """Yield the lines that compute each layer's ``Z`` and ``A``."""
    for number, layer in enumerate(recipe.network.layers, start=1):
        z: Node = MatMul(Symbol(f"W{number}"), _activation_below(number))
        if layer.biases:
            z = Binary("+", z, Symbol(f"b{number}"))
        yield Line(f"Z{number}", z, "forward", number)
        yield Line(f"A{number}", Activate(layer.activation, Symbol(f"Z{number}")), "forward", number)


def loss_lines(recipe: Recipe) -> Iterator[Line]:
    """Yield the line of the loss, and with a penalty those of the penalty and of their sum."""
    last = recipe.network.depth
    z, a = Symbol(f"Z{last}"), Symbol(f"A{last}")
    yield Line("L", LossValue(recipe.loss, z, a, TARGETS, recipe.is_fused, recipe.reduction), "loss", 0)
    if recipe.penalty is None:
        return
    penalty = PENALTIES[recipe.penalty]
    first, *others = (penalty.of_weights(Symbol(name)) for name in recipe.penalised)
    total = first
    for share in others:
        total = Binary("+", total, share)
    yield Line("R", divided(Binary("*", penalty.factor, total), recipe.penalty_divisor), "loss", 0)
    yield Line("J", Binary("+", Symbol("L"), Symbol("R")), "loss", 0)


def backward_lines(recipe: Recipe) -> Iterator[Line]:
    """Yield the lines of the deltas and the gradients, from the last layer to the first."""
    last = recipe.network.depth
    for number in range(last, 0, -1):
        if recipe.derivatives:
            yield Line(f"dA{number}", _reduced(_by_activation(recipe, number), recipe), "backward", number)
        delta = _output_delta(recipe) if number == last else _hidden_delta(recipe, number)
        yield Line(f"delta{number}", delta, "backward", number)
        # The gradients read a layer's δ by its name.
        written = Symbol(f"delta{number}")
        yield from _gradient_lines(recipe, f"W{number}", MatMul(written, Transpose(_activation_below(number))))
        layer = recipe.network.layers[number - 1]
        if layer.biases:
            # A bias that all units share has the gradients of all of them.
            biases = Reduce("all" if layer.bias == "shared" else "samples", written)
            yield from _gradient_lines(recipe, f"b{number}", biases)
    if recipe.derivatives:
        yield Line("dX", _reduced(_by_activation(recipe, 0), recipe), "backward", 1)


def _by_activation(recipe: Recipe, number: int) -> Node:
    """Return ∂ℓ/∂A of a layer (0: the inputs), a column a sample."""
    if number == recipe.network.depth:
        return LOSSES[recipe.loss].gradient(Symbol(f"A{number}"), TARGETS)
    return MatMul(Transpose(Symbol(f"W{number + 1}")), Symbol(f"delta{number + 1}"))


def _gradient_lines(recipe: Recipe, parameter: str, sum_of_samples: Node) -> Iterator[Line]:
    """Yield the line of a parameter's gradient, after that of the penalty's part of it, if it has one."""
    layer = parse(parameter).layer
    gradient = _reduced(sum_of_samples, recipe)
    if recipe.penalty is not None and parameter in recipe.penalised:
        # The penalty's part is known by its layer alone for the weights.
        part = f"dR{layer}" if parameter.startswith("W") else f"dR{parameter}"
        slope = PENALTIES[recipe.penalty].gradient(Symbol(parameter))
        yield Line(part, divided(slope, recipe.penalty_divisor), "backward", layer)
        gradient = Binary("+", gradient, Symbol(part))
    yield Line(f"d{parameter}", gradient, "backward", layer)


def _reduced(sum_of_samples: Node, recipe: Recipe) -> Node:
    """Return a gradient from the sum of the samples' gradients: of a mean, that sum divided by m."""
    return sum_of_samples if recipe.reduction == "sum" else Binary("/", sum_of_samples, SAMPLES)


def _output_delta(recipe: Recipe) -> Node:
    last = recipe.network.depth
    z, a = Symbol(f"Z{last}"), Symbol(f"A{last}")
    if recipe.is_fused and recipe.any_targets and LOSSES[recipe.loss].targets_sum_to_one:
        # −Σ yₖ ln aₖ of softmax: the outputs count as often as the targets add up to.
        return Binary("-", Binary("*", a, Reduce("units", TARGETS)), TARGETS)
    if recipe.is_fused:
        return Binary("-", a, TARGETS)
    gradient = LOSSES[recipe.loss].gradient(a, TARGETS)
    if ACTIVATIONS[recipe.network.output.activation].couples_units:
        # Softmax's Jacobian times the gradient: aᵢ (gᵢ − Σₖ gₖ aₖ).
        mean = Reduce("units", Binary("*", gradient, a))
        return Binary("*", a, Binary("-", gradient, mean))
    return _times_slope(gradient, recipe.network.output.activation, z, a)


def _hidden_delta(recipe: Recipe, number: int) -> Node:
    back = MatMul(Transpose(Symbol(f"W{number + 1}")), Symbol(f"delta{number + 1}"))
    activation = recipe.network.layers[number - 1].activation
    return _times_slope(back, activation, Symbol(f"Z{number}"), Symbol(f"A{number}"))


def _times_slope(gradient: Node, activation: str, z: Symbol, a: Symbol) -> Node:
    # The identity's derivative is 1 everywhere; a factor of ones would only obscure the line.
    return gradient if activation == "identity" else Binary("*", gradient, Slope(activation, z, a))


def update_lines(recipe: Recipe) -> Iterator[Line]:
    """Yield the lines that move the parameters and the optimiser's state."""
    for parameter in recipe.network.parameters:
        if parameter.startswith("b") and not recipe.trains_biases:
            continue
        for writes, expression in assignments(recipe, parameter):
            yield Line(writes, expression, "update", parse(parameter).layer, assigns=True)


def assignments(recipe: Recipe, parameter: str) -> Assignments:
    """Return the optimiser's assignments for a parameter, with the learning rate of its layer where it has its own."""
    lines, layer = OPTIMISERS[recipe.optimiser].lines(parameter), parse(parameter).layer
    if recipe.network.layers[layer - 1].learning_rate is None:
        return lines
    own = Scalar(f"{ETA.name}{layer}")
    return tuple((name, with_each(node, lambda part: own if part == ETA else None)) for name, node in lines)
