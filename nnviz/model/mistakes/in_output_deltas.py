"""Mistakes in the δ of the output layer: its sign, its factors and its targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnviz.model.mistakes.line_kinds import (
    SAMPLES,
    is_output_delta,
    output_gradient,
)
from nnviz.model.mistakes.mistake import Lines, Mistake, rewritten
from nnviz.model.program.expression import (
    Binary,
    Constant,
    Limit,
    Node,
    Reduce,
    Symbol,
    with_each,
)
from nnviz.model.program.line import Line
from nnviz.model.program.losses import MINUS_ONE, ONE, TWO
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe

HALF = Constant(0.5, "½")


def _flipped(lines: Lines, recipe: Recipe) -> Lines:
    a, y = Symbol(f"A{recipe.network.depth}"), Symbol("Y")
    right = Binary("-", a, y)

    def flip(node: Node) -> Node | None:
        if isinstance(node, Limit):
            quotient = with_each(node.quotient, flip)
            return Limit(quotient, Binary("*", MINUS_ONE, node.at_zero)) if isinstance(quotient, Binary) else None
        return Binary("-", y, a) if node == right else None

    def rewrite(line: Line) -> Node | None:
        if not is_output_delta(line, recipe):
            return None
        node = with_each(line.expression, flip)
        return node if node != line.expression else Binary("*", MINUS_ONE, node)

    return rewritten(lines, rewrite)


def _slope_forgotten(lines: Lines, recipe: Recipe) -> Lines:
    return rewritten(lines, lambda line: output_gradient(recipe) if is_output_delta(line, recipe) else None)


def _slope_twice(lines: Lines, recipe: Recipe) -> Lines:
    a = Symbol(f"A{recipe.network.depth}")
    slope = Binary("*", a, Binary("-", ONE, a))
    return rewritten(
        lines,
        lambda line: Binary("*", line.expression, slope) if is_output_delta(line, recipe) else None,
    )


def _halved(lines: Lines, recipe: Recipe) -> Lines:
    return rewritten(lines, lambda line: Binary("*", HALF, line.expression) if is_output_delta(line, recipe) else None)


def _unhalved(lines: Lines, recipe: Recipe) -> Lines:
    return rewritten(lines, lambda line: Binary("*", TWO, line.expression) if is_output_delta(line, recipe) else None)


def _flat_targets(lines: Lines, recipe: Recipe) -> Lines:
    targets = Symbol("Y")
    mean = Binary("/", Reduce("samples", targets), SAMPLES)
    return rewritten(
        lines,
        lambda line: (
            with_each(line.expression, lambda node: mean if node == targets else None)
            if is_output_delta(line, recipe)
            else None
        ),
    )


ROWS = (
    Mistake(
        name="flipped-sign",
        title=QT_TRANSLATE_NOOP("model", "δ’s sign flipped"),
        says=QT_TRANSLATE_NOOP("model", "Its sign is flipped: δ is A − Y where the update subtracts"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "Y − A instead of A − Y, although the gradient is then subtracted."),
        looks=QT_TRANSLATE_NOOP("model", "The loss rises from the first update on."),
        change=_flipped,
    ),
    Mistake(
        name="half-factor",
        title=QT_TRANSLATE_NOOP("model", "an extra factor ½"),
        says=QT_TRANSLATE_NOOP("model", "There is an extra factor ½"),
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
        says=QT_TRANSLATE_NOOP("model", "There is an extra factor 2"),
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
        says=QT_TRANSLATE_NOOP("model", "The slope of the output's activation, {slope}, is missing"),
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
        says=QT_TRANSLATE_NOOP(
            "model", "The slope of the output's activation is already in A − Y with this loss: it counts twice here"
        ),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "With cross-entropy σ′ has cancelled already; it is multiplied in again."),
        looks=QT_TRANSLATE_NOOP("model", "Outputs that are confidently wrong no longer learn."),
        needs=QT_TRANSLATE_NOOP("model", "a cross-entropy computed from the logits"),
        possible=lambda situation: situation.recipe.is_fused,
        change=_slope_twice,
    ),
    Mistake(
        name="flat-targets",
        title=QT_TRANSLATE_NOOP("model", "flat y: every sample is compared with all targets"),
        says=QT_TRANSLATE_NOOP(
            "model", "Shapes (m,) and (m, 1) make an m × m array here: give the targets a second axis"
        ),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model",
            "y of shape (m,) against outputs of shape (m, 1): A − y is silently m × m, and a mean over it leaves "
            "A − mean(y).",
        ),
        looks=QT_TRANSLATE_NOOP("model", "All outputs approach the mean of the targets."),
        needs=QT_TRANSLATE_NOOP("model", "one output, and batches of two samples or more"),
        possible=lambda situation: situation.recipe.network.output.units == 1 and situation.batch > 1,
        change=_flat_targets,
    ),
)
