"""Mistakes in the δ of hidden layers: in an activation’s derivative, or in what the layer above passes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnviz.model.mistakes.line_kinds import (
    bends,
    hidden_activations,
    is_hidden_delta,
    times_one_minus,
)
from nnviz.model.mistakes.mistake import Lines, Mistake, rewritten
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import (
    Apply,
    Binary,
    MatMul,
    Node,
    Reduce,
    Slope,
    Symbol,
    Transpose,
    with_each,
)
from nnviz.model.program.line import Line
from nnviz.model.program.losses import ONE
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe


def _one_minus_square(a: Symbol) -> Node:
    return Binary("-", ONE, Apply("square", a))


def _wrong_slope(slope: Slope) -> Node | None:
    if slope.activation == "tanh":
        return times_one_minus(slope.a)
    return None if slope.activation == "identity" else _one_minus_square(slope.a)


def _wrong_derivative(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        if not is_hidden_delta(line, recipe):
            return None
        return with_each(line.expression, lambda node: _wrong_slope(node) if isinstance(node, Slope) else None)

    return rewritten(lines, rewrite)


def _without_sigma(lines: Lines, recipe: Recipe) -> Lines:
    def change(node: Node) -> Node | None:
        return _one_minus_square(node.a) if isinstance(node, Slope) and node.activation == "sigmoid" else None

    return rewritten(lines, lambda line: with_each(line.expression, change) if is_hidden_delta(line, recipe) else None)


def _without_leak(lines: Lines, recipe: Recipe) -> Lines:
    def change(node: Node) -> Node | None:
        is_leaky = isinstance(node, Slope) and ACTIVATIONS[node.activation].family == "leaky-relu"
        return Slope("relu", node.z, node.a) if is_leaky and isinstance(node, Slope) else None

    return rewritten(lines, lambda line: with_each(line.expression, change) if line.stage == "backward" else None)


def _is_square(recipe: Recipe, layer: int) -> bool:
    """Return whether the weights above a layer have as many rows as columns, so that either way round fits."""
    return recipe.network.sizes[layer] == recipe.network.sizes[layer + 1]


def _not_transposed(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        if not (is_hidden_delta(line, recipe) and _is_square(recipe, line.layer)):
            return None
        return with_each(line.expression, lambda node: node.of if isinstance(node, Transpose) else None)

    return rewritten(lines, rewrite)


def _unweighted(lines: Lines, recipe: Recipe) -> Lines:
    def change(node: Node) -> Node | None:
        return Reduce("units", node.right) if isinstance(node, MatMul) else None

    def rewrite(line: Line) -> Node | None:
        if not is_hidden_delta(line, recipe):
            return None
        node = with_each(line.expression, change)
        # The sum is a row. Where no derivative stands beside it, the identity's spreads it over the layer's units, as
        # a loop over them does.
        z, a = Symbol(f"Z{line.layer}"), Symbol(f"A{line.layer}")
        return Binary("*", node, Slope("identity", z, a)) if isinstance(node, Reduce) else node

    return rewritten(lines, rewrite)


def _summed_gradients(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        if not is_hidden_delta(line, recipe):
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
        if not is_hidden_delta(line, recipe) or not isinstance(node, Binary):
            return None
        return MatMul(node.left, node.right)

    return rewritten(lines, rewrite)


_NEEDS_HIDDEN = QT_TRANSLATE_NOOP("model", "a hidden layer with an activation other than the identity")

ROWS = (
    Mistake(
        name="wrong-derivative",
        title=QT_TRANSLATE_NOOP("model", "another activation’s derivative"),
        says=QT_TRANSLATE_NOOP("model", "This is the slope of another activation than {sign}'s"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "The code of a tanh network, with its 1 − A², is used for sigmoid units, or the other way round."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "It learns, but worse than it should; hidden gradients are too large or too small."
        ),
        needs=_NEEDS_HIDDEN,
        possible=bends,
        change=_wrong_derivative,
    ),
    Mistake(
        name="one-minus-square",
        title=QT_TRANSLATE_NOOP("model", "1 − σ² instead of σ − σ²"),
        says=QT_TRANSLATE_NOOP("model", "The slope of σ is a·(1 − a), not 1 − a²"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "σ′ = σ − σ² is written from memory."),
        looks=QT_TRANSLATE_NOOP("model", "Hidden gradients are at least twice too large; small steps still go down."),
        needs=QT_TRANSLATE_NOOP("model", "a hidden layer with sigmoid"),
        possible=lambda situation: "sigmoid" in hidden_activations(situation.recipe),
        change=_without_sigma,
    ),
    Mistake(
        name="leak-forgotten",
        title=QT_TRANSLATE_NOOP("model", "leaky ReLU’s derivative 0 below zero"),
        says=QT_TRANSLATE_NOOP("model", "The slope below zero is the leak, not 0"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "ReLU’s derivative is left in place when ReLU is made leaky."),
        looks=QT_TRANSLATE_NOOP("model", "Units die as with ReLU, though their outputs leak."),
        needs=QT_TRANSLATE_NOOP("model", "a layer with leaky ReLU"),
        possible=lambda situation: (
            "leaky-relu" in {ACTIVATIONS[name].family for name in hidden_activations(situation.recipe)}
            or (not situation.recipe.is_fused and situation.recipe.network.output.function.family == "leaky-relu")
        ),
        change=_without_leak,
    ),
    Mistake(
        name="not-transposed",
        title=QT_TRANSLATE_NOOP("model", "weights not transposed"),
        says=QT_TRANSLATE_NOOP("model", "The weights must be transposed to carry δ back"),
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
        says=QT_TRANSLATE_NOOP("model", "δ of the layer above is summed without its weights"),
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
        says=QT_TRANSLATE_NOOP("model", "The weights are summed instead of multiplied, one for each unit"),
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
        says=QT_TRANSLATE_NOOP("model", "A matrix product stands for the element-wise one, or the other way round"),
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
            bends(situation)
            and situation.is_even
            and situation.batch > 1
            and all(
                units == situation.batch and activation != "identity"
                for units, activation in zip(
                    situation.recipe.network.sizes[1:-1], hidden_activations(situation.recipe), strict=True
                )
            )
        ),
        change=_products_swapped,
    ),
)
