"""Mistakes in the forward lines, in the gradients and in the assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnviz.model.mistakes.line_kinds import SAMPLES, is_bias_gradient, is_gradient
from nnviz.model.mistakes.mistake import WIDENING, Lines, Mistake, Situation, rewritten
from nnviz.model.program.expression import Binary, Constant, Node, Reduce, with_each
from nnviz.model.program.line import Line
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe


def _without_mean(lines: Lines, recipe: Recipe) -> Lines:
    def change(node: Node) -> Node | None:
        return node.left if isinstance(node, Binary) and node.operator == "/" and node.right == SAMPLES else None

    return rewritten(lines, lambda line: with_each(line.expression, change) if is_gradient(line) else None)


def _without_sum(lines: Lines, recipe: Recipe) -> Lines:
    def change(node: Node) -> Node | None:
        return node.of if isinstance(node, Reduce) else None

    return rewritten(lines, lambda line: with_each(line.expression, change) if is_bias_gradient(line) else None)


def _bias_by_fan_in(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        node = line.expression
        if not line.writes.startswith("Z") or not isinstance(node, Binary):
            return None
        fan_in = recipe.network.sizes[line.layer - 1]
        return Binary("+", node.left, Binary("*", Constant(float(fan_in), str(fan_in)), node.right))

    return rewritten(lines, rewrite)


def _in_place(lines: Lines, recipe: Recipe) -> Lines:
    """Move a layer's assignments before the lines of the layer below."""
    moved: list[Line] = [line for line in lines if line.stage in ("forward", "loss")]
    for layer in range(recipe.network.depth, 0, -1):
        moved += [line for line in lines if line.stage == "backward" and line.layer == layer]
        moved += [line for line in lines if line.stage == "update" and line.layer == layer]
    return tuple(moved)


def _biases_kept(lines: Lines, recipe: Recipe) -> Lines:
    return tuple(line for line in lines if line.stage != "update" or "b" not in line.writes)


def _has_own_biases(situation: Situation) -> bool:
    """Return whether there are biases, each of a unit of its own."""
    biases = {layer.bias for layer in situation.recipe.network.layers}
    return "per-unit" in biases and "shared" not in biases


def _adds_bias_again(situation: Situation) -> bool:
    network = situation.recipe.network
    return any(below > 1 and layer.biases for below, layer in zip(network.sizes, network.layers, strict=False))


ROWS = (
    Mistake(
        name="in-place",
        title=QT_TRANSLATE_NOOP("model", "hidden δ from weights that are already updated"),
        says=QT_TRANSLATE_NOOP("model", "It reads weights that this update has already changed"),
        kind="update",
        where=QT_TRANSLATE_NOOP(
            "model", "Each layer is updated as soon as its gradient is known, before the layer below reads its weights."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "It learns almost as it should: the error is of the size of the learning rate."
        ),
        needs=QT_TRANSLATE_NOOP("model", "a hidden layer"),
        possible=lambda situation: situation.recipe.network.depth > 1,
        change=_in_place,
    ),
    Mistake(
        name="no-mean",
        title=QT_TRANSLATE_NOOP("model", "1/m missing"),
        says=QT_TRANSLATE_NOOP("model", "The 1/m of the other gradients is missing here"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "The loss is a mean over the batch, its gradient a sum."),
        looks=QT_TRANSLATE_NOOP(
            "model", "The learning rate seems m times too large, and changes its meaning with the batch."
        ),
        needs=QT_TRANSLATE_NOOP("model", "batches of two samples or more, and a loss that is their mean"),
        possible=lambda situation: situation.batch > 1 and situation.recipe.reduction == "mean",
        change=_without_mean,
    ),
    Mistake(
        name=WIDENING,
        title=QT_TRANSLATE_NOOP("model", "bias gradient without the sum over the samples"),
        says=QT_TRANSLATE_NOOP("model", "The sum over the samples is missing"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "db = δ / m; then b − η · db is broadcast, and b grows a column for every sample."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "Each sample learns its own bias: training looks perfect, but nothing else can be predicted."
        ),
        needs=QT_TRANSLATE_NOOP(
            "model", "all samples in one batch of two or more, none of them for testing, and a bias for each unit"
        ),
        possible=lambda situation: (
            1 < situation.batch == situation.samples and not situation.tests and _has_own_biases(situation)
        ),
        change=_without_sum,
    ),
    Mistake(
        name="biases-kept",
        title=QT_TRANSLATE_NOOP("model", "biases never updated"),
        says=QT_TRANSLATE_NOOP("model", "The bias never changes"),
        kind="update",
        where=QT_TRANSLATE_NOOP("model", "db is computed and then forgotten."),
        looks=QT_TRANSLATE_NOOP("model", "It learns, but boundaries only turn about a fixed point."),
        needs=QT_TRANSLATE_NOOP("model", "biases that are trained"),
        possible=lambda situation: situation.recipe.trains_biases and any(situation.recipe.network.biases),
        change=_biases_kept,
    ),
    Mistake(
        name="bias-by-fan-in",
        title=QT_TRANSLATE_NOOP("model", "bias applied once for each input"),
        kind="forward",
        where=QT_TRANSLATE_NOOP("model", "The bias is added inside the loop over the inputs."),
        looks=QT_TRANSLATE_NOOP("model", "It learns; the bias works several times as strongly as its gradient says."),
        needs=QT_TRANSLATE_NOOP("model", "a layer with two inputs or more, and biases"),
        possible=_adds_bias_again,
        change=_bias_by_fan_in,
    ),
)
