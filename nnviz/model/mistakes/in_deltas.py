"""Mistakes in δ: in the derivative of an activation or of the loss, or in what the layer above passes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnviz.model.mistakes.mistake import Lines, Mistake, Situation, rewritten
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import (
    Apply,
    Binary,
    Constant,
    MatMul,
    Node,
    Reduce,
    Slope,
    Symbol,
    Transpose,
    with_each,
)
from nnviz.model.program.line import Line
from nnviz.model.program.losses import LOSSES, ONE, TWO
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe

HALF = Constant(0.5, "½")


def _is_hidden_delta(line: Line, recipe: Recipe) -> bool:
    return line.writes.startswith("delta") and line.layer < recipe.network.depth


def _is_output_delta(line: Line, recipe: Recipe) -> bool:
    return line.writes == f"delta{recipe.network.depth}"


def _hidden(recipe: Recipe) -> tuple[str, ...]:
    return tuple(layer.activation for layer in recipe.network.layers[:-1])


def _one_minus_square(a: Symbol) -> Node:
    return Binary("-", ONE, Apply("square", a))


def _wrong_slope(slope: Slope) -> Node | None:
    if slope.activation == "tanh":
        return Binary("*", slope.a, Binary("-", ONE, slope.a))
    return None if slope.activation == "identity" else _one_minus_square(slope.a)


def _wrong_derivative(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        if not _is_hidden_delta(line, recipe):
            return None
        return with_each(line.expression, lambda node: _wrong_slope(node) if isinstance(node, Slope) else None)

    return rewritten(lines, rewrite)


def _without_sigma(lines: Lines, recipe: Recipe) -> Lines:
    def change(node: Node) -> Node | None:
        return _one_minus_square(node.a) if isinstance(node, Slope) and node.activation == "sigmoid" else None

    return rewritten(lines, lambda line: with_each(line.expression, change) if _is_hidden_delta(line, recipe) else None)


def _without_leak(lines: Lines, recipe: Recipe) -> Lines:
    def change(node: Node) -> Node | None:
        is_leaky = isinstance(node, Slope) and ACTIVATIONS[node.activation].family == "leaky-relu"
        return Slope("relu", node.z, node.a) if is_leaky and isinstance(node, Slope) else None

    return rewritten(lines, lambda line: with_each(line.expression, change) if line.stage == "backward" else None)


def _flipped(lines: Lines, recipe: Recipe) -> Lines:
    a, y = Symbol(f"A{recipe.network.depth}"), Symbol("Y")
    right = Binary("-", a, y)

    def rewrite(line: Line) -> Node | None:
        if not _is_output_delta(line, recipe):
            return None
        node = with_each(line.expression, lambda node: Binary("-", y, a) if node == right else None)
        return node if node != line.expression else Binary("*", Constant(-1.0, "−1"), node)

    return rewritten(lines, rewrite)


def _output_gradient(recipe: Recipe) -> Node:
    return LOSSES[recipe.loss].gradient(Symbol(f"A{recipe.network.depth}"), Symbol("Y"))


def _slope_forgotten(lines: Lines, recipe: Recipe) -> Lines:
    return rewritten(lines, lambda line: _output_gradient(recipe) if _is_output_delta(line, recipe) else None)


def _slope_twice(lines: Lines, recipe: Recipe) -> Lines:
    a = Symbol(f"A{recipe.network.depth}")
    slope = Binary("*", a, Binary("-", ONE, a))
    return rewritten(
        lines,
        lambda line: Binary("*", line.expression, slope) if _is_output_delta(line, recipe) else None,
    )


def _halved(lines: Lines, recipe: Recipe) -> Lines:
    return rewritten(lines, lambda line: Binary("*", HALF, line.expression) if _is_output_delta(line, recipe) else None)


def _unhalved(lines: Lines, recipe: Recipe) -> Lines:
    return rewritten(lines, lambda line: Binary("*", TWO, line.expression) if _is_output_delta(line, recipe) else None)


def _is_square(recipe: Recipe, layer: int) -> bool:
    """Return whether the weights above a layer have as many rows as columns, so that either way round fits."""
    return recipe.network.sizes[layer] == recipe.network.sizes[layer + 1]


def _not_transposed(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        if not (_is_hidden_delta(line, recipe) and _is_square(recipe, line.layer)):
            return None
        return with_each(line.expression, lambda node: node.of if isinstance(node, Transpose) else None)

    return rewritten(lines, rewrite)


def _unweighted(lines: Lines, recipe: Recipe) -> Lines:
    def change(node: Node) -> Node | None:
        return Reduce("units", node.right) if isinstance(node, MatMul) else None

    def rewrite(line: Line) -> Node | None:
        if not _is_hidden_delta(line, recipe):
            return None
        node = with_each(line.expression, change)
        # The sum is a row. Where no derivative stands beside it, the identity's spreads it over the layer's units, as
        # a loop over them does.
        z, a = Symbol(f"Z{line.layer}"), Symbol(f"A{line.layer}")
        return Binary("*", node, Slope("identity", z, a)) if isinstance(node, Reduce) else node

    return rewritten(lines, rewrite)


def _summed_gradients(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        if not _is_hidden_delta(line, recipe):
            return None
        # A sample's gradients of the weights above a unit are δ · a; added up, they are the unit's a times the sum.
        a = Symbol(f"A{line.layer}")
        return with_each(
            line.expression,
            lambda node: Binary("*", Reduce("units", node.right), a) if isinstance(node, MatMul) else None,
        )

    return rewritten(lines, rewrite)


def _products_swapped(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        node = line.expression
        if not _is_hidden_delta(line, recipe) or not isinstance(node, Binary):
            return None
        return MatMul(node.left, node.right)

    return rewritten(lines, rewrite)


def _bends(situation: Situation) -> bool:
    return any(activation != "identity" for activation in _hidden(situation.recipe))


_NEEDS_HIDDEN = QT_TRANSLATE_NOOP("model", "a hidden layer with an activation other than the identity")

ROWS = (
    Mistake(
        name="wrong-derivative",
        title=QT_TRANSLATE_NOOP("model", "another activation’s derivative"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "The code of a tanh network, with its 1 − A², is used for sigmoid units, or the other way round."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "It learns, but worse than it should; hidden gradients are too large or too small."
        ),
        needs=_NEEDS_HIDDEN,
        possible=_bends,
        change=_wrong_derivative,
    ),
    Mistake(
        name="one-minus-square",
        title=QT_TRANSLATE_NOOP("model", "1 − σ² instead of σ − σ²"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "σ′ = σ − σ² is written from memory."),
        looks=QT_TRANSLATE_NOOP("model", "Hidden gradients are at least twice too large; small steps still go down."),
        needs=QT_TRANSLATE_NOOP("model", "a hidden layer with sigmoid"),
        possible=lambda situation: "sigmoid" in _hidden(situation.recipe),
        change=_without_sigma,
    ),
    Mistake(
        name="flipped-sign",
        title=QT_TRANSLATE_NOOP("model", "δ’s sign flipped"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "Y − A instead of A − Y, although the gradient is then subtracted."),
        looks=QT_TRANSLATE_NOOP("model", "The loss rises from the first update on."),
        change=_flipped,
    ),
    Mistake(
        name="half-factor",
        title=QT_TRANSLATE_NOOP("model", "an extra factor ½"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model",
            "The gradient has a ½ although the loss has none, or has lost it by differentiation.",
        ),
        looks=QT_TRANSLATE_NOOP("model", "It learns, at half the rate."),
        change=_halved,
    ),
    Mistake(
        name="unhalved-gradient",
        title=QT_TRANSLATE_NOOP("model", "gradient of (a − y)² for the loss ½(a − y)²"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "The loss is written with ½, its gradient as 2(a − y)."),
        looks=QT_TRANSLATE_NOOP("model", "It learns, at twice the rate."),
        needs=QT_TRANSLATE_NOOP("model", "the half squared error"),
        possible=lambda situation: situation.recipe.loss == "half-squared",
        change=_unhalved,
    ),
    Mistake(
        name="output-slope-forgotten",
        title=QT_TRANSLATE_NOOP("model", "f′ forgotten at the output"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "δ = A − Y is right for cross-entropy, and copied to the squared error."),
        looks=QT_TRANSLATE_NOOP(
            "model", "It learns, often faster; the loss that falls is not the one that is written down."
        ),
        needs=QT_TRANSLATE_NOOP(
            "model", "a loss whose δ has the output’s derivative in it, such as the squared error after sigmoid"
        ),
        possible=lambda situation: (
            not situation.recipe.is_fused and situation.recipe.network.output.activation != "identity"
        ),
        change=_slope_forgotten,
    ),
    Mistake(
        name="output-slope-twice",
        title=QT_TRANSLATE_NOOP("model", "σ′ applied again with cross-entropy"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "With cross-entropy σ′ has cancelled already; it is multiplied in again."),
        looks=QT_TRANSLATE_NOOP("model", "Outputs that are confidently wrong no longer learn."),
        needs=QT_TRANSLATE_NOOP("model", "a cross-entropy computed from the logits"),
        possible=lambda situation: situation.recipe.is_fused,
        change=_slope_twice,
    ),
    Mistake(
        name="leak-forgotten",
        title=QT_TRANSLATE_NOOP("model", "leaky ReLU’s derivative 0 below zero"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "ReLU’s derivative is left in place when ReLU is made leaky."),
        looks=QT_TRANSLATE_NOOP("model", "Units die as with ReLU, though their outputs leak."),
        needs=QT_TRANSLATE_NOOP("model", "a layer with leaky ReLU"),
        possible=lambda situation: (
            "leaky-relu" in {ACTIVATIONS[name].family for name in _hidden(situation.recipe)}
            or (not situation.recipe.is_fused and situation.recipe.network.output.function.family == "leaky-relu")
        ),
        change=_without_leak,
    ),
    Mistake(
        name="not-transposed",
        title=QT_TRANSLATE_NOOP("model", "weights not transposed"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "W · δ instead of Wᵀ · δ; where two layers have equally many units, the shapes do not reveal it."
        ),
        looks=QT_TRANSLATE_NOOP("model", "It may learn, slowly; the deltas reach the wrong units."),
        needs=QT_TRANSLATE_NOOP("model", "a layer with as many units as the hidden layer before it, two or more"),
        possible=lambda situation: any(
            _is_square(situation.recipe, layer) and situation.recipe.network.sizes[layer] > 1
            for layer in range(1, situation.recipe.network.depth)
        ),
        change=_not_transposed,
    ),
    Mistake(
        name="unweighted-sum",
        title=QT_TRANSLATE_NOOP("model", "sum of the deltas without the weights"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "The deltas of the layer above are added up, and its weights are forgotten."),
        looks=QT_TRANSLATE_NOOP(
            "model",
            "Hidden gradients have the wrong sign wherever a weight is negative; the loss may still fall.",
        ),
        needs=QT_TRANSLATE_NOOP("model", "a hidden layer"),
        possible=lambda situation: situation.recipe.network.depth > 1,
        change=_unweighted,
    ),
    Mistake(
        name="summed-gradients",
        title=QT_TRANSLATE_NOOP("model", "sum of the weights’ gradients instead of the weighted deltas"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "A well-known slide continues from ∂L/∂W of the layer above instead of W · δ."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model",
            "Hidden gradients have the wrong sign wherever a weight is negative; the loss may still fall.",
        ),
        needs=QT_TRANSLATE_NOOP("model", "a hidden layer"),
        possible=lambda situation: situation.recipe.network.depth > 1,
        change=_summed_gradients,
    ),
    Mistake(
        name="products-swapped",
        title=QT_TRANSLATE_NOOP("model", "matrix product instead of the element-wise one"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model",
            "dot, or @, where * is meant; with as many units as the batch has samples, the shapes do not reveal it.",
        ),
        looks=QT_TRANSLATE_NOOP("model", "The deltas of different samples are mixed."),
        needs=QT_TRANSLATE_NOOP(
            "model", "hidden layers that all have as many units as the batch has samples, two or more"
        ),
        possible=lambda situation: (
            _bends(situation)
            and situation.is_even
            and situation.batch > 1
            and all(
                units == situation.batch and activation != "identity"
                for units, activation in zip(
                    situation.recipe.network.sizes[1:-1], _hidden(situation.recipe), strict=True
                )
            )
        ),
        change=_products_swapped,
    ),
)
