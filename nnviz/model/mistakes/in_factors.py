"""Mistakes in what the weights' gradients are made from: the factor that comes in, and earlier gradients."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from nnviz.model.mistakes.line_kinds import bends, incoming, is_gradient, is_weight_gradient
from nnviz.model.mistakes.mistake import ACCUMULATING, Lines, Mistake, Situation, rewritten
from nnviz.model.program.expression import (
    Binary,
    MatMul,
    Node,
    Reduce,
    Reshape,
    Slope,
    Symbol,
    Transpose,
    with_each,
)
from nnviz.model.program.line import Line
from nnviz.model.program.symbols import parse
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe


def _product(layer: int) -> Node:
    return MatMul(Symbol(f"delta{layer}"), Transpose(incoming(layer)))


def _weights(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        if not is_weight_gradient(line):
            return None
        wrong = Binary("*", Symbol(f"W{line.layer}"), Reduce("samples", Symbol(f"delta{line.layer}")))
        return with_each(line.expression, lambda node: wrong if node == _product(line.layer) else None)

    return rewritten(lines, rewrite)


def _net_input(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        if not is_weight_gradient(line) or line.layer == 1:
            return None
        right, wrong = Transpose(incoming(line.layer)), Transpose(Symbol(f"Z{line.layer - 1}"))
        return with_each(line.expression, lambda node: wrong if node == right else None)

    return rewritten(lines, rewrite)


def _own_output(lines: Lines, recipe: Recipe) -> Lines:
    sizes = recipe.network.sizes

    def rewrite(line: Line) -> Node | None:
        if not is_weight_gradient(line) or line.layer == 1:
            return None
        layer = line.layer
        delta, own = Symbol(f"delta{layer}"), Symbol(f"A{layer}")
        wrong: Node = MatMul(delta, Transpose(own))
        if sizes[layer] != sizes[layer - 1]:
            # What a loop over the units does, and broadcasting with one output: every weight of a unit gets δ times the
            # unit's own value. The derivative of the identity stands for the ones that spread it.
            spread = Slope("identity", Symbol(f"Z{layer - 1}"), Symbol(f"A{layer - 1}"))
            wrong = MatMul(Binary("*", delta, own), Transpose(spread))
        return with_each(line.expression, lambda node: wrong if node == _product(layer) else None)

    return rewritten(lines, rewrite)


def _reshaped(lines: Lines, recipe: Recipe) -> Lines:
    sizes = recipe.network.sizes

    def has_cells_to_mix(name: str) -> bool:
        symbol = parse(name)
        if symbol.kind == "W":
            return min(sizes[symbol.layer], sizes[symbol.layer - 1]) > 1
        return sizes[symbol.layer] > 1

    def change(node: Node) -> Node | None:
        match node:
            case Transpose(Symbol(name) as of) if has_cells_to_mix(name):
                return Reshape(of)
        return None

    return rewritten(lines, lambda line: with_each(line.expression, change) if line.stage == "backward" else None)


def _accumulated(lines: Lines, recipe: Recipe) -> Lines:
    return tuple(
        replace(line, expression=Binary("+", Symbol(line.writes), line.expression), assigns=True)
        if is_gradient(line)
        else line
        for line in lines
    )


def _transposes_a_matrix(situation: Situation) -> bool:
    """Return whether an array that is transposed has rows and columns; a single one has the same cells either way."""
    sizes = situation.recipe.network.sizes
    if situation.batch > 1 and max(sizes[:-1]) > 1:
        return True
    return any(below > 1 and above > 1 for below, above in pairwise(sizes[1:]))


ROWS = (
    Mistake(
        name="weights-for-inputs",
        title=QT_TRANSLATE_NOOP("model", "gradient times the weights instead of what came in"),
        says=QT_TRANSLATE_NOOP("model", "It is multiplied with something else than what came into the layer"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "The chain rule’s last factor is taken as W, and not as the value that W multiplies."
        ),
        looks=QT_TRANSLATE_NOOP("model", "Weights near 0 never move, and large ones run away."),
        change=_weights,
    ),
    Mistake(
        name="net-input-for-activation",
        title=QT_TRANSLATE_NOOP("model", "∂L/∂W from Z of the layer below instead of A"),
        says=QT_TRANSLATE_NOOP("model", "The net input stands where the activation belongs"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "The net inputs were kept for the backward pass, and the activations were not."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "It may learn; gradients of the upper layers have wrong signs where Z is below 0 and A is not."
        ),
        needs=QT_TRANSLATE_NOOP("model", "a hidden layer with an activation other than the identity"),
        possible=bends,
        change=_net_input,
    ),
    Mistake(
        name="output-for-activation",
        title=QT_TRANSLATE_NOOP("model", "∂L/∂W from the layer’s own A instead of the one below"),
        says=QT_TRANSLATE_NOOP("model", "The layer's own output stands where its input belongs"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", "δ² · A² instead of δ² · A¹; with one output, broadcasting hides the wrong shape."
        ),
        looks=QT_TRANSLATE_NOOP("model", "All weights of a unit get the same gradient."),
        needs=QT_TRANSLATE_NOOP("model", "a hidden layer"),
        possible=lambda situation: situation.recipe.network.depth > 1,
        change=_own_output,
    ),
    Mistake(
        name="reshape-for-transpose",
        title=QT_TRANSLATE_NOOP("model", "reshaped instead of transposed"),
        says=QT_TRANSLATE_NOOP("model", "reshape is not transposing: the numbers go to other places"),
        kind="backward",
        where=QT_TRANSLATE_NOOP(
            "model", ".reshape(…) makes the shapes fit; the numbers come into other cells than with .T."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "No error message; samples and units are mixed up, and it learns little or nothing."
        ),
        needs=QT_TRANSLATE_NOOP("model", "an array with two rows and two columns or more that is transposed"),
        possible=_transposes_a_matrix,
        change=_reshaped,
    ),
    Mistake(
        name=ACCUMULATING,
        title=QT_TRANSLATE_NOOP("model", "gradients never reset"),
        says=QT_TRANSLATE_NOOP(
            "model", "The gradients of earlier updates are still in it: they are never set to zero again"
        ),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "dW += … with the array of the update before: zero_grad() is missing."),
        looks=QT_TRANSLATE_NOOP(
            "model",
            "The first update is right. Steps then grow with every update, as with a momentum of 1; the loss "
            "swings or diverges.",
        ),
        change=_accumulated,
    ),
)
