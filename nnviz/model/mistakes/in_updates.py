"""Mistakes in how the parameters are moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnviz.model.mistakes.mistake import Lines, Mistake, rewritten
from nnviz.model.program.expression import Binary, Constant, Node, Symbol, with_each
from nnviz.model.program.line import Line
from nnviz.model.program.optimisers import ETA
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe

_ZERO = Constant(0.0, "0")


def _added(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        match line.expression:
            case Binary("-", Symbol(name), step) if name == line.writes:
                return Binary("+", Symbol(name), step)
        return None

    return rewritten(lines, lambda line: rewrite(line) if line.stage == "update" else None)


def _cleared(lines: Lines, recipe: Recipe) -> Lines:
    gradients = {f"d{name}" for name in recipe.network.parameters}

    def change(node: Node) -> Node | None:
        return Binary("*", _ZERO, node) if isinstance(node, Symbol) and node.name in gradients else None

    return rewritten(lines, lambda line: with_each(line.expression, change) if line.stage == "update" else None)


def _output_only(lines: Lines, recipe: Recipe) -> Lines:
    return tuple(line for line in lines if line.stage != "update" or line.layer == recipe.network.depth)


def _without_rate(lines: Lines, recipe: Recipe) -> Lines:
    def change(node: Node) -> Node | None:
        return node.right if isinstance(node, Binary) and node.operator == "*" and node.left == ETA else None

    return rewritten(lines, lambda line: with_each(line.expression, change) if line.stage == "update" else None)


ROWS = (
    Mistake(
        name="gradient-added",
        title=QT_TRANSLATE_NOOP("model", "gradient added instead of subtracted"),
        says=QT_TRANSLATE_NOOP("model", "The gradient is added: the loss goes up"),
        kind="update",
        where=QT_TRANSLATE_NOOP("model", "W += η · ∂L/∂W belongs to δ = Y − A; here δ is A − Y."),
        looks=QT_TRANSLATE_NOOP("model", "The loss rises from the first update on."),
        change=_added,
    ),
    Mistake(
        name="gradients-cleared",
        title=QT_TRANSLATE_NOOP("model", "gradients read after they were cleared"),
        kind="update",
        where=QT_TRANSLATE_NOOP(
            "model", "zero_grad() between backward() and step(), or new zero arrays before the update."
        ),
        looks=QT_TRANSLATE_NOOP("model", "Nothing is ever learned, though the gradients were right."),
        change=_cleared,
    ),
    Mistake(
        name="only-output-updated",
        title=QT_TRANSLATE_NOOP("model", "only the output layer updated"),
        kind="update",
        where=QT_TRANSLATE_NOOP(
            "model", "The loop over the layers ends too early, or the update of W¹ and b¹ was forgotten."
        ),
        looks=QT_TRANSLATE_NOOP("model", "It learns what the random hidden units allow, and then stops."),
        needs=QT_TRANSLATE_NOOP("model", "a hidden layer"),
        possible=lambda situation: situation.recipe.network.depth > 1,
        change=_output_only,
    ),
    Mistake(
        name="learning-rate-forgotten",
        title=QT_TRANSLATE_NOOP("model", "learning rate forgotten"),
        kind="update",
        where=QT_TRANSLATE_NOOP("model", "W −= ∂L/∂W: η is a parameter of the function and is not used."),
        looks=QT_TRANSLATE_NOOP("model", "Changing the learning rate changes nothing; the loss jumps or diverges."),
        change=_without_rate,
    ),
)
