"""Mistakes in the forward lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nnviz.model.mistakes.mistake import Lines, Mistake, Situation, rewritten
from nnviz.model.program.expression import Activate, Binary, LossValue, MatMul, Node, Symbol, Transpose, with_each
from nnviz.model.program.line import Line
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe


def _adds_after(recipe: Recipe, layer: int) -> bool:
    """Return whether a bias can stand after a layer's activation; a loss that is computed from Z would not see it."""
    is_hidden, own = layer < recipe.network.depth, recipe.network.layers[layer - 1]
    return bool(own.biases) and own.activation != "identity" and (is_hidden or not recipe.is_fused)


def _bias_after(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        if line.stage != "forward" or not _adds_after(recipe, line.layer):
            return None
        node, bias = line.expression, Symbol(f"b{line.layer}")
        match node:
            case Binary("+", MatMul() as product, right) if bias.name in right.read:
                return product
            case Activate():
                return Binary("+", node, bias)
        return None

    return rewritten(lines, rewrite)


def _over_samples(lines: Lines, recipe: Recipe) -> Lines:
    if recipe.network.output.activation != "softmax":
        return lines

    def change(node: Node) -> Node | None:
        match node:
            case Activate("softmax", of):
                return Transpose(Activate("softmax", Transpose(of)))
            case LossValue():
                return replace(node, from_logits=False)  # else the loss would be that of the right outputs
        return None

    return rewritten(lines, lambda line: with_each(line.expression, change) if line.stage != "backward" else None)


def _logits(lines: Lines, recipe: Recipe) -> Lines:
    last = recipe.network.depth
    return rewritten(lines, lambda line: Symbol(f"Z{last}") if line.writes == f"A{last}" else None)


def _has_bias_to_move(situation: Situation) -> bool:
    recipe = situation.recipe
    return any(_adds_after(recipe, layer) for layer in range(1, recipe.network.depth + 1))


ROWS = (
    Mistake(
        name="bias-after-activation",
        title=QT_TRANSLATE_NOOP("model", "bias added after the activation"),
        says=QT_TRANSLATE_NOOP("model", "The bias is added after the activation"),
        kind="forward",
        where=QT_TRANSLATE_NOOP("model", "f(W · X) + b instead of f(W · X + b): a bracket in the wrong place."),
        looks=QT_TRANSLATE_NOOP(
            "model",
            "It learns, badly: every hidden boundary goes through the origin, and biases follow a wrong gradient.",
        ),
        needs=QT_TRANSLATE_NOOP(
            "model", "a layer with an activation other than the identity, whose loss is not computed from Z"
        ),
        possible=_has_bias_to_move,
        change=_bias_after,
    ),
    Mistake(
        name="softmax-over-samples",
        title=QT_TRANSLATE_NOOP("model", "softmax over the samples instead of the classes"),
        says=QT_TRANSLATE_NOOP("model", "softmax sums over the samples, not over the classes"),
        kind="forward",
        where=QT_TRANSLATE_NOOP(
            "model", "The sum of the exponentials runs over the wrong axis, as sum() without one does for rows."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "A sample’s outputs do not add up to 1, and depend on the other samples of its batch."
        ),
        needs=QT_TRANSLATE_NOOP("model", "a softmax output, and batches of two samples or more"),
        possible=lambda situation: situation.batch > 1,
        change=_over_samples,
    ),
    Mistake(
        name="logits-as-outputs",
        title=QT_TRANSLATE_NOOP("model", "the output’s activation left out"),
        says=QT_TRANSLATE_NOOP("model", "The net input is used where the output belongs"),
        kind="forward",
        where=QT_TRANSLATE_NOOP(
            "model", "The last layer returns its net input, and that is compared with the targets."
        ),
        looks=QT_TRANSLATE_NOOP("model", "Outputs leave the range of the targets; δ grows with them."),
        needs=QT_TRANSLATE_NOOP("model", "an output layer with an activation other than the identity"),
        possible=lambda situation: situation.recipe.network.output.activation != "identity",
        change=_logits,
    ),
)
