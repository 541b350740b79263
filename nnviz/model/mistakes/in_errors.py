"""Mistakes in δ about the errors that come back: what they are multiplied by, and what is taken of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnviz.model.mistakes.line_kinds import (
    hidden_activations,
    is_hidden_delta,
    is_output_delta,
    output_gradient,
    slope_formula,
    times_one_minus,
)
from nnviz.model.mistakes.mistake import Lines, Mistake, Situation, rewritten
from nnviz.model.program.expression import (
    Binary,
    MatMul,
    Node,
    Slope,
    Symbol,
    Transpose,
    with_each,
)
from nnviz.model.program.line import Line
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe


def _unscaled(lines: Lines, recipe: Recipe) -> Lines:
    """Carry the errors back through the weights alone; a layer's derivative stands in its own δ only."""
    depth = recipe.network.depth
    output = Binary("-", Symbol(f"A{depth}"), Symbol("Y"))
    error: Node = output if recipe.is_fused else output_gradient(recipe)
    errors: dict[int, Node] = {}
    for layer in range(depth - 1, 0, -1):
        error = errors[layer] = MatMul(Transpose(Symbol(f"W{layer + 1}")), error)

    def rewrite(line: Line) -> Node | None:
        right = MatMul(Transpose(Symbol(f"W{line.layer + 1}")), Symbol(f"delta{line.layer + 1}"))
        return with_each(line.expression, lambda node: errors[line.layer] if node == right else None)

    return rewritten(lines, lambda line: rewrite(line) if is_hidden_delta(line, recipe) else None)


def _loses_a_slope(situation: Situation) -> bool:
    recipe = situation.recipe
    if recipe.network.depth == 1:
        return False
    is_flat = recipe.is_fused or recipe.network.output.activation == "identity"
    return not is_flat or any(activation != "identity" for activation in hidden_activations(recipe)[1:])


def _diagonal(lines: Lines, recipe: Recipe) -> Lines:
    slope = times_one_minus(Symbol(f"A{recipe.network.depth}"))
    delta = Binary("*", output_gradient(recipe), slope)
    return rewritten(lines, lambda line: delta if is_output_delta(line, recipe) else None)


def _error_of(recipe: Recipe) -> Node:
    return Binary("-", Symbol(f"A{recipe.network.depth}"), Symbol("Y"))


def _output_slope(recipe: Recipe, of: Node) -> Node | None:
    return slope_formula(recipe.network.output.activation, of)


def _slope_of_error(lines: Lines, recipe: Recipe) -> Lines:
    error = _error_of(recipe)
    slope = _output_slope(recipe, error)
    delta = None if slope is None else Binary("*", error, slope)
    return rewritten(lines, lambda line: delta if is_output_delta(line, recipe) else None)


def _slope_of_error_alone(lines: Lines, recipe: Recipe) -> Lines:
    slope = _output_slope(recipe, _error_of(recipe))
    return rewritten(lines, lambda line: slope if is_output_delta(line, recipe) else None)


def _has_slope_formula(situation: Situation) -> bool:
    return situation.recipe.network.output.activation in ("sigmoid", "tanh", "relu", "leaky-relu", "softplus")


def _slope_of_delta(lines: Lines, recipe: Recipe) -> Lines:
    def change(node: Node) -> Node | None:
        if not isinstance(node, Binary) or not isinstance(node.right, Slope):
            return None
        slope = slope_formula(node.right.activation, node.left)
        return None if slope is None else Binary("*", node.left, slope)

    return rewritten(lines, lambda line: with_each(line.expression, change) if is_hidden_delta(line, recipe) else None)


ROWS = (
    Mistake(
        name="errors-unscaled",
        title=QT_TRANSLATE_NOOP("model", "errors carried back without the upper layer’s f′"),
        says=QT_TRANSLATE_NOOP(
            "model",
            "The errors are carried back without the slope of the layer above: δ is what goes through the weights",
        ),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "Wᵀ is multiplied by the error of the layer above, not by its δ, which has the derivative in it."
        ),
        looks=QT_TRANSLATE_NOOP("model", "It learns, often well; hidden gradients are several times too large."),
        needs=QT_TRANSLATE_NOOP("model", "a layer above a hidden one whose δ has its activation’s derivative in it"),
        possible=_loses_a_slope,
        change=_unscaled,
    ),
    Mistake(
        name="softmax-diagonal",
        title=QT_TRANSLATE_NOOP("model", "softmax’s derivative only on the diagonal"),
        says=QT_TRANSLATE_NOOP("model", "Of softmax's Jacobian only the diagonal a·(1 − a) is used"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "a(1 − a) is used as for sigmoid; how an output depends on the other net inputs is left out."
        ),
        looks=QT_TRANSLATE_NOOP("model", "It learns, slowly: the wrong classes are hardly pushed down."),
        needs=QT_TRANSLATE_NOOP("model", "a softmax output"),
        possible=lambda situation: situation.recipe.network.output.activation == "softmax",
        change=_diagonal,
    ),
    Mistake(
        name="slope-of-error",
        title=QT_TRANSLATE_NOOP("model", "f′ of the error instead of Z"),
        says=QT_TRANSLATE_NOOP("model", "The slope is taken of the error, not of the activation"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "error * derivative(error): the derivative is called with what it is multiplied by."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "With sigmoid, δ is never negative: all outputs go down, whatever their targets are."
        ),
        needs=QT_TRANSLATE_NOOP("model", "an output layer with an activation other than the identity and softmax"),
        possible=_has_slope_formula,
        change=_slope_of_error,
    ),
    Mistake(
        name="slope-of-error-alone",
        title=QT_TRANSLATE_NOOP("model", "f′ of the error, which is not multiplied in"),
        says=QT_TRANSLATE_NOOP("model", "The slope is taken of the error, which is not multiplied in"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "δ = derivative(error): the error goes into the derivative, and is not a factor."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "With sigmoid, outputs that are far too high hardly move; with tanh, right ones are moved away."
        ),
        needs=QT_TRANSLATE_NOOP("model", "an output layer with an activation other than the identity and softmax"),
        possible=_has_slope_formula,
        change=_slope_of_error_alone,
    ),
    Mistake(
        name="slope-of-delta",
        title=QT_TRANSLATE_NOOP("model", "f′ of what comes back instead of Z"),
        says=QT_TRANSLATE_NOOP(
            "model", "The slope is taken of what came back through the weights, not of the activation"
        ),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "backward(gradient) of a layer’s object applies the derivative to the gradient; Z was not kept."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "With ReLU, units are switched by the sign of their gradient: half of them never learn."
        ),
        needs=QT_TRANSLATE_NOOP("model", "a hidden layer with sigmoid, tanh, ReLU, leaky ReLU or softplus"),
        change=_slope_of_delta,
    ),
)
