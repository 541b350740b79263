"""Mistakes in what the gradients are divided by, and in which samples and cells are added up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from nnviz.model.mistakes.line_kinds import SAMPLES, incoming, is_bias_gradient, is_gradient
from nnviz.model.mistakes.mistake import Lines, Mistake, Situation, rewritten
from nnviz.model.program.expression import (
    Binary,
    Constant,
    MatMul,
    Node,
    Reduce,
    Slope,
    SomeSamples,
    Symbol,
    Transpose,
    with_each,
)
from nnviz.model.program.line import Line
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe

Change = Callable[[Lines, "Recipe"], Lines]


def _divided_by(divisor: Callable[[Recipe], Node]) -> Change:
    """Return the change that divides the gradients' sums by something else than the number of samples."""

    def change(lines: Lines, recipe: Recipe) -> Lines:
        def other(node: Node) -> Node | None:
            is_mean = isinstance(node, Binary) and node.operator == "/" and node.right == SAMPLES
            return replace(node, right=divisor(recipe)) if is_mean and isinstance(node, Binary) else None

        return rewritten(lines, lambda line: with_each(line.expression, other) if is_gradient(line) else None)

    return change


def _number(value: int) -> Constant:
    return Constant(float(value), str(value))


def _twice(lines: Lines, recipe: Recipe) -> Lines:
    def change(node: Node) -> Node | None:
        is_mean = isinstance(node, Binary) and node.operator == "/" and node.right == SAMPLES
        return Binary("/", node, SAMPLES) if is_mean else None

    return rewritten(lines, lambda line: with_each(line.expression, change) if is_gradient(line) else None)


def _sums(change_of: Callable[[Node], Node]) -> Change:
    """Return the change that replaces a gradient's sum over the samples."""

    def change(lines: Lines, recipe: Recipe) -> Lines:
        def rewrite(line: Line) -> Node | None:
            if not is_gradient(line):
                return None
            delta = Symbol(f"delta{line.layer}")
            sums = (MatMul(delta, Transpose(incoming(line.layer))), Reduce("samples", delta))
            return with_each(line.expression, lambda node: change_of(node) if node in sums else None)

        return rewritten(lines, rewrite)

    return change


def _over(node: Node, which: Callable[[Node], Node]) -> Node:
    """Return a sum over some of the samples."""
    match node:
        case MatMul(left, Transpose(of)):
            return MatMul(which(left), Transpose(which(of)))
        case Reduce(over, of):
            return Reduce(over, which(of))
    return node


def _last(node: Node) -> Node:
    return _over(node, lambda of: SomeSamples("last", of))


def _but_last(node: Node) -> Node:
    return _over(node, lambda of: SomeSamples("but-last", of))


def _last_twice(node: Node) -> Node:
    return Binary("+", node, _last(node))


def _fits_units(recipe: Recipe, samples: int) -> list[int]:
    """Return the layers in which a sum over the units has as many cells as there are biases."""
    return [layer for layer, units in enumerate(recipe.network.sizes) if layer and units == samples]


def _over_units(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        if not is_bias_gradient(line):
            return None
        sums = Reduce("samples", Symbol(f"delta{line.layer}"))
        wrong = Transpose(Reduce("units", Symbol(f"delta{line.layer}")))
        return with_each(line.expression, lambda node: wrong if node == sums else None)

    return rewritten(lines, rewrite)


def _can_be_over_units(situation: Situation) -> bool:
    recipe = situation.recipe
    layers = _fits_units(recipe, situation.batch)
    return situation.is_even and situation.batch > 1 and len(layers) == recipe.network.depth


def _of_all(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        if not is_bias_gradient(line) or recipe.network.sizes[line.layer] == 1:
            return None
        delta = Symbol(f"delta{line.layer}")
        # The derivative of the identity spreads the sum of the units over the layer's units, as broadcasting does.
        spread = Slope("identity", Symbol(f"Z{line.layer}"), Symbol(f"A{line.layer}"))
        wrong = Reduce("samples", Binary("*", Reduce("units", delta), spread))
        return with_each(line.expression, lambda node: wrong if node == Reduce("samples", delta) else None)

    return rewritten(lines, rewrite)


def _several(situation: Situation) -> bool:
    return min(situation.batches) > 1


_NEEDS_SEVERAL = QT_TRANSLATE_NOOP("model", "batches of two samples or more, the last one of an epoch too")

ROWS = (
    Mistake(
        name="m-is-inputs",
        title=QT_TRANSLATE_NOOP("model", "divided by the number of inputs instead of samples"),
        says=QT_TRANSLATE_NOOP("model", "It is divided by the number of inputs, not of samples"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "m = X.shape[0] or len(X), where samples are columns; or X.shape[1] where they are rows."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "It learns, as with another learning rate: too fast if there are more samples than inputs."
        ),
        needs=QT_TRANSLATE_NOOP("model", "batches that do not have as many samples as there are inputs"),
        possible=lambda situation: any(m != situation.recipe.network.sizes[0] for m in situation.batches),
        change=_divided_by(lambda recipe: _number(recipe.network.sizes[0])),
    ),
    Mistake(
        name="m-is-outputs",
        title=QT_TRANSLATE_NOOP("model", "divided by the number of outputs instead of samples"),
        says=QT_TRANSLATE_NOOP("model", "It is divided by the number of outputs, not of samples"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "m = Y.shape[0] or len(Y), where samples are columns; or Y.shape[1] where they are rows."
        ),
        looks=QT_TRANSLATE_NOOP("model", "With one output, 1/m is missing: the learning rate seems m times too large."),
        needs=QT_TRANSLATE_NOOP("model", "batches that do not have as many samples as there are outputs"),
        possible=lambda situation: any(m != situation.recipe.network.sizes[-1] for m in situation.batches),
        change=_divided_by(lambda recipe: _number(recipe.network.sizes[-1])),
    ),
    Mistake(
        name="m-is-size",
        title=QT_TRANSLATE_NOOP("model", "divided by the number of cells of X instead of samples"),
        says=QT_TRANSLATE_NOOP("model", "It is divided by the size of the array, not by the number of samples"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "m = X.size, which is inputs times samples."),
        looks=QT_TRANSLATE_NOOP("model", "It learns, as many times too slowly as there are inputs."),
        needs=QT_TRANSLATE_NOOP("model", "two inputs or more"),
        possible=lambda situation: situation.recipe.network.sizes[0] > 1,
        change=_divided_by(lambda recipe: Binary("*", _number(recipe.network.sizes[0]), SAMPLES)),
    ),
    Mistake(
        name="mean-twice",
        title=QT_TRANSLATE_NOOP("model", "1/m twice"),
        says=QT_TRANSLATE_NOOP("model", "1/m is in it twice"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "δ is divided by m already, or is the mean’s, and its gradients are divided again."
        ),
        looks=QT_TRANSLATE_NOOP("model", "It learns, m times too slowly."),
        needs=QT_TRANSLATE_NOOP("model", "batches of two samples or more"),
        possible=lambda situation: situation.batch > 1,
        change=_twice,
    ),
    Mistake(
        name="last-sample-only",
        title=QT_TRANSLATE_NOOP("model", "only the last sample’s gradient is kept"),
        says=QT_TRANSLATE_NOOP("model", "Only one sample counts, the others are overwritten"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "dW = … instead of dW += … in a loop over the samples: each overwrites the one before."
        ),
        looks=QT_TRANSLATE_NOOP("model", "All samples get the answer of the last one."),
        needs=_NEEDS_SEVERAL,
        possible=_several,
        change=_sums(_last),
    ),
    Mistake(
        name="last-sample-left-out",
        title=QT_TRANSLATE_NOOP("model", "the last sample left out"),
        says=QT_TRANSLATE_NOOP("model", "One sample is left out"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "range(m − 1), or a slice that ends one too early."),
        looks=QT_TRANSLATE_NOOP("model", "It learns; one sample never counts, and may stay wrong."),
        needs=_NEEDS_SEVERAL,
        possible=_several,
        change=_sums(_but_last),
    ),
    Mistake(
        name="sample-used-twice",
        title=QT_TRANSLATE_NOOP("model", "the last sample used twice"),
        says=QT_TRANSLATE_NOOP("model", "One sample counts twice"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "After the loop over the samples its gradient is added once more."),
        looks=QT_TRANSLATE_NOOP("model", "It learns; one sample pulls twice as strongly as the others."),
        needs=_NEEDS_SEVERAL,
        possible=_several,
        change=_sums(_last_twice),
    ),
    Mistake(
        name="bias-sum-over-units",
        title=QT_TRANSLATE_NOOP("model", "bias gradient summed over the units instead of the samples"),
        says=QT_TRANSLATE_NOOP("model", "The sum is over the wrong axis: over the units, not over the samples"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "The wrong axis of sum(); with as many units as samples, the shapes do not reveal it."
        ),
        looks=QT_TRANSLATE_NOOP("model", "It learns, badly: a unit’s bias follows what all units got for one sample."),
        needs=QT_TRANSLATE_NOOP("model", "layers that all have as many units as the batch has samples, two or more"),
        possible=_can_be_over_units,
        change=_over_units,
    ),
    Mistake(
        name="bias-sum-of-all",
        title=QT_TRANSLATE_NOOP("model", "one bias gradient for a whole layer"),
        says=QT_TRANSLATE_NOOP("model", "The sum is over all cells: one number for the whole layer"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "np.sum(δ) without an axis: one number, which is broadcast to all biases of the layer."
        ),
        looks=QT_TRANSLATE_NOOP("model", "All biases of a layer move alike, and stay equal if they started so."),
        needs=QT_TRANSLATE_NOOP("model", "a layer with two units or more"),
        possible=lambda situation: max(situation.recipe.network.sizes[1:]) > 1,
        change=_of_all,
    ),
)
