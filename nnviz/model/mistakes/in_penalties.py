"""Mistakes in the penalty's part of the gradients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnviz.model.mistakes.line_kinds import SAMPLES, is_bias_gradient, is_weight_gradient
from nnviz.model.mistakes.mistake import Lines, Mistake, Situation, rewritten
from nnviz.model.program.expression import Binary, Node, Symbol, with_each
from nnviz.model.program.line import Line
from nnviz.model.program.losses import TWO
from nnviz.model.program.penalties import PENALTIES
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe


def _is_penalty_gradient(line: Line) -> bool:
    return line.writes.startswith("dR")


def without_penalty(lines: Lines, recipe: Recipe) -> Lines:
    """Return the lines with ∂R/∂W left out of the weights' gradients."""

    def change(node: Node) -> Node | None:
        match node:
            case Binary("+", left, Symbol(name)) if name.startswith("dR"):
                return left
        return None

    return rewritten(lines, lambda line: with_each(line.expression, change) if is_weight_gradient(line) else None)


def _over_m(lines: Lines, recipe: Recipe) -> Lines:
    return rewritten(lines, lambda line: Binary("/", line.expression, SAMPLES) if _is_penalty_gradient(line) else None)


def _doubled(lines: Lines, recipe: Recipe) -> Lines:
    return rewritten(lines, lambda line: Binary("*", TWO, line.expression) if _is_penalty_gradient(line) else None)


def _on_biases(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        if not is_bias_gradient(line) or recipe.penalty is None:
            return None
        return Binary("+", line.expression, PENALTIES[recipe.penalty].gradient(Symbol(f"b{line.layer}")))

    return rewritten(lines, rewrite)


def has_penalty(situation: Situation) -> bool:
    """Return whether weights are penalised."""
    return situation.recipe.penalty is not None


_NEEDS = QT_TRANSLATE_NOOP("model", "a penalty on the weights")

ROWS = (
    Mistake(
        name="penalty-forgotten",
        title=QT_TRANSLATE_NOOP("model", "penalty in the loss, but not in the gradient"),
        says=QT_TRANSLATE_NOOP("model", "The penalty of your loss is missing in the gradient"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "λ/2 Σw² is added to the cost that is printed; the gradients stay as they were."
        ),
        looks=QT_TRANSLATE_NOOP("model", "The weights grow as without a penalty, and with them the total cost."),
        needs=_NEEDS,
        possible=has_penalty,
        change=without_penalty,
    ),
    Mistake(
        name="penalty-over-m",
        title=QT_TRANSLATE_NOOP("model", "the penalty’s gradient divided by m"),
        says=QT_TRANSLATE_NOOP(
            "model", "The penalty has 1/m in the gradient and not in your loss, or the other way round"
        ),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "λW is added before the gradient is divided by m, or λ/m comes from another formula."
        ),
        looks=QT_TRANSLATE_NOOP("model", "The penalty is m times too weak, and changes its strength with the batch."),
        needs=QT_TRANSLATE_NOOP("model", "a penalty on the weights, and batches of two samples or more"),
        possible=lambda situation: has_penalty(situation) and situation.batch > 1,
        change=_over_m,
    ),
    Mistake(
        name="penalty-factor",
        title=QT_TRANSLATE_NOOP("model", "the penalty’s gradient twice too large"),
        says=QT_TRANSLATE_NOOP("model", "The penalty has another factor in the gradient than in your loss"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "2λW for a penalty λ/2 Σw², whose ½ cancels the 2."),
        looks=QT_TRANSLATE_NOOP(
            "model", "It learns, as with twice the λ; the weights are smaller than they should be."
        ),
        needs=_NEEDS,
        possible=has_penalty,
        change=_doubled,
    ),
    Mistake(
        name="penalty-on-biases",
        title=QT_TRANSLATE_NOOP("model", "biases penalised too"),
        says=QT_TRANSLATE_NOOP("model", "The penalty acts on the biases too"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "λ is applied to every parameter alike; the cost penalises the weights only."),
        looks=QT_TRANSLATE_NOOP("model", "Biases are pulled to 0; boundaries are drawn to the origin."),
        needs=_NEEDS,
        possible=has_penalty,
        change=_on_biases,
    ),
)
