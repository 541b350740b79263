"""Which lines a mistake is about, and what stands in the right ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnviz.model.network.activations_with_number import LEAK
from nnviz.model.program.expression import (
    Activate,
    Apply,
    Binary,
    Constant,
    Node,
    Scalar,
    Slope,
    Symbol,
    with_each,
)
from nnviz.model.program.line import Line
from nnviz.model.program.losses import LOSSES, ONE

if TYPE_CHECKING:
    from nnviz.model.mistakes.mistake import Situation
    from nnviz.model.program.recipe import Recipe

SAMPLES = Scalar("m")


def is_delta(line: Line) -> bool:
    """Return whether a line writes a layer's δ."""
    return line.writes.startswith("delta")


def is_hidden_delta(line: Line, recipe: Recipe) -> bool:
    """Return whether a line writes the δ of a hidden layer."""
    return is_delta(line) and line.layer < recipe.network.depth


def is_output_delta(line: Line, recipe: Recipe) -> bool:
    """Return whether a line writes the output's δ."""
    return line.writes == f"delta{recipe.network.depth}"


def is_weight_gradient(line: Line) -> bool:
    """Return whether a line writes ∂L/∂W of a layer."""
    return line.writes.startswith("dW")


def is_bias_gradient(line: Line) -> bool:
    """Return whether a line writes ∂L/∂b of a layer."""
    return line.writes.startswith("db")


def is_gradient(line: Line) -> bool:
    """Return whether a line writes the gradient of a parameter."""
    return is_weight_gradient(line) or is_bias_gradient(line)


def hidden_activations(recipe: Recipe) -> tuple[str, ...]:
    """Return the activations of the hidden layers."""
    return tuple(layer.activation for layer in recipe.network.layers[:-1])


def bends(situation: Situation) -> bool:
    """Return whether a hidden layer has an activation other than the identity."""
    return any(activation != "identity" for activation in hidden_activations(situation.recipe))


def incoming(layer: int) -> Symbol:
    """Return what a layer reads: the activation below it, or X."""
    return Symbol(f"A{layer - 1}") if layer > 1 else Symbol("X")


def output_gradient(recipe: Recipe) -> Node:
    """Return ∂ℓ/∂A of the outputs."""
    return LOSSES[recipe.loss].gradient(Symbol(f"A{recipe.network.depth}"), Symbol("Y"))


def times_one_minus(node: Node) -> Node:
    """Return a(1 − a) of an expression: σ′ where it is σ's value."""
    return Binary("*", node, Binary("-", ONE, node))


def without_slopes(node: Node) -> Node:
    """Return an expression without the derivatives of activations that are multiplied in."""
    return with_each(
        node, lambda found: found.left if isinstance(found, Binary) and isinstance(found.right, Slope) else None
    )


def slope_formula(activation: str, of: Node) -> Node | None:
    """Return the formula of a derivative, as people write it in code, for any expression in the place of a or z."""
    match activation:
        case "sigmoid":
            return times_one_minus(of)
        case "tanh":
            return Binary("-", ONE, Apply("square", of))
        case "relu":
            return Apply("positive", of)
        case "leaky-relu":
            above = Binary("*", Constant(1.0 - LEAK, f"{1.0 - LEAK:g}"), Apply("positive", of))
            return Binary("+", Constant(LEAK, f"{LEAK:g}"), above)
        case "softplus":
            return Activate("sigmoid", of)
    return None
