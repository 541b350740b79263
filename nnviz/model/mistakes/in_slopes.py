"""Mistakes in δ about the derivative of an activation: where it is taken, of what, and whether at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nnviz.model.mistakes.line_kinds import (
    bends,
    is_delta,
    is_hidden_delta,
    slope_formula,
    times_one_minus,
    without_slopes,
)
from nnviz.model.mistakes.mistake import Lines, Mistake, rewritten
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import (
    Activate,
    Apply,
    Binary,
    Node,
    Slope,
    Symbol,
    with_each,
)
from nnviz.model.program.line import Line
from nnviz.model.program.losses import ONE
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe


def _of_activation(slope: Slope) -> Node | None:
    """Return f′(A): the derivative's function of z is called with the activation."""
    match slope.activation:
        case "sigmoid":
            return times_one_minus(Activate("sigmoid", slope.a))
        case "tanh":
            return Binary("-", ONE, Apply("square", Activate("tanh", slope.a)))
    rule = ACTIVATIONS[slope.activation]
    is_same = rule.bends_at_zero or slope.activation == "identity"  # A has Z's sign
    return None if is_same or rule.slope_reads == "A" else Slope(slope.activation, slope.a, slope.a)


def _of_net_input(slope: Slope) -> Node | None:
    reads_a = ACTIVATIONS[slope.activation].slope_reads == "A"
    return slope_formula(slope.activation, slope.z) if reads_a else None


def _with_slopes(change: Callable[[Slope], Node | None]) -> Callable[[Lines, Recipe], Lines]:
    """Return a mistake's change that replaces every derivative in a δ."""

    def changed(lines: Lines, recipe: Recipe) -> Lines:
        def rewrite(line: Line) -> Node | None:
            if not is_delta(line):
                return None
            return with_each(line.expression, lambda node: change(node) if isinstance(node, Slope) else None)

        return rewritten(lines, rewrite)

    return changed


def _forgotten(lines: Lines, recipe: Recipe) -> Lines:
    return rewritten(lines, lambda line: without_slopes(line.expression) if is_hidden_delta(line, recipe) else None)


def _for_identity(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        if not is_delta(line) or recipe.network.layers[line.layer - 1].activation != "identity":
            return None
        return Binary("*", line.expression, times_one_minus(Symbol(f"A{line.layer}")))

    return rewritten(lines, rewrite)


_NOT_SIGMOID = ("sigmoid", "tanh", "identity")  # tanh's and the identity's wrong derivatives are rows of their own
_NOT_RELU = ("relu", "leaky-relu", "identity")


def _sigmoid_s(slope: Slope) -> Node | None:
    return None if slope.activation in _NOT_SIGMOID else times_one_minus(slope.a)


def _relu_s(slope: Slope) -> Node | None:
    return None if slope.activation in _NOT_RELU else Slope("relu", slope.z, slope.a)


def _itself(slope: Slope) -> Node | None:
    return None if slope.activation == "identity" else slope.a


_NEEDS_SLOPE = QT_TRANSLATE_NOOP("model", "a δ with the derivative of an activation in it")
_NEEDS_HIDDEN = QT_TRANSLATE_NOOP("model", "a hidden layer with an activation other than the identity")

ROWS = (
    Mistake(
        name="slope-of-a",
        title=QT_TRANSLATE_NOOP("model", "f′ of A instead of Z: σ′(σ(z))"),
        says=QT_TRANSLATE_NOOP("model", "The slope is taken of a as if it were z: the activation is applied once more"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "A function that computes σ(z)(1 − σ(z)) is called with the activation; σ is applied twice."
        ),
        looks=QT_TRANSLATE_NOOP("model", "It learns; the gradients of saturated units are far too large."),
        needs=QT_TRANSLATE_NOOP("model", "a δ with the derivative of sigmoid, tanh or another smooth activation in it"),
        change=_with_slopes(_of_activation),
    ),
    Mistake(
        name="slope-formula-of-z",
        title=QT_TRANSLATE_NOOP("model", "a(1 − a) computed from Z: z(1 − z)"),
        says=QT_TRANSLATE_NOOP("model", "The slope's formula in a is used with z"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "A function that computes x(1 − x), or 1 − x², is called with Z instead of A."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "The derivative is negative for many net inputs, so that units learn the opposite, or blow up."
        ),
        needs=QT_TRANSLATE_NOOP("model", "a δ with the derivative of sigmoid or tanh in it"),
        change=_with_slopes(_of_net_input),
    ),
    Mistake(
        name="hidden-slope-forgotten",
        title=QT_TRANSLATE_NOOP("model", "f′ forgotten in hidden layers"),
        says=QT_TRANSLATE_NOOP("model", "The slope of the hidden activation, {slope}, is missing"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "The hidden δ is Wᵀ · δ and nothing else: its activation’s derivative is left out."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "It learns; saturated or dead units are moved as strongly as all others, and never settle."
        ),
        needs=_NEEDS_HIDDEN,
        possible=bends,
        change=_forgotten,
    ),
    Mistake(
        name="slope-for-identity",
        title=QT_TRANSLATE_NOOP("model", "σ′ for a layer without an activation"),
        says=QT_TRANSLATE_NOOP("model", "This layer has no activation: its slope is 1"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "a(1 − a) is left in place when a layer is made linear, for a regression for example."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "It diverges: the factor is negative, and has no limit, where a is above 1 or below 0."
        ),
        needs=QT_TRANSLATE_NOOP("model", "a layer with the identity"),
        change=_for_identity,
    ),
    Mistake(
        name="sigmoid-slope",
        title=QT_TRANSLATE_NOOP("model", "σ’s derivative for another activation"),
        says=QT_TRANSLATE_NOOP("model", "This is σ's slope, a·(1 − a); the activation is {sign}"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "The activation is changed to ReLU, for example, and a(1 − a) stays."),
        looks=QT_TRANSLATE_NOOP("model", "Units with outputs above 1 move the wrong way; with large ones it diverges."),
        needs=QT_TRANSLATE_NOOP("model", "a δ with the derivative of an activation such as ReLU in it"),
        change=_with_slopes(_sigmoid_s),
    ),
    Mistake(
        name="relu-slope",
        title=QT_TRANSLATE_NOOP("model", "ReLU’s derivative for another activation"),
        says=QT_TRANSLATE_NOOP("model", "This is ReLU's slope; the activation is {sign}"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "The activation is changed to sigmoid or tanh, and z > 0 stays."),
        looks=QT_TRANSLATE_NOOP(
            "model",
            "Units with negative net inputs never learn, and saturated ones are moved as strongly as the others.",
        ),
        needs=QT_TRANSLATE_NOOP("model", "a δ with the derivative of an activation such as sigmoid or tanh in it"),
        change=_with_slopes(_relu_s),
    ),
    Mistake(
        name="activation-for-slope",
        title=QT_TRANSLATE_NOOP("model", "σ instead of σ′"),
        says=QT_TRANSLATE_NOOP("model", "The activation itself stands where its slope belongs"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "The activation itself is multiplied in where its derivative belongs."),
        looks=QT_TRANSLATE_NOOP("model", "Units that are switched on change most, and those that are off not at all."),
        needs=_NEEDS_SLOPE,
        change=_with_slopes(_itself),
    ),
)
