"""Losses, one row each: named by their formula, with its ½ or 1/n; a sum over outputs.

Over the batch's samples a loss is a mean, or a sum where a scenario asks for it (`Reduction`).

To add a loss, write what is summed over outputs, its gradient as an expression, and a row in `_ROWS`: scenarios, the
Setup panel, both engines and the tests find it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import Apply, Binary, Constant, Limit, Node, Scalar, Symbol
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

PerSample = Callable[[Array, Array], Array]

Reduction = Literal["mean", "sum"]
"""What a batch's loss is of the losses of its samples."""

ONE = Constant(1.0, "1")
TWO = Constant(2.0, "2")
MINUS_ONE = Constant(-1.0, "−1")


_FEW_CLASSES, _FEW_CELLS = 4, 100
"""Up to which sizes adding logarithms pair by pair, which is as exact, takes less time than adding exponentials."""


@dataclass(frozen=True, kw_only=True)
class Loss:
    """One loss ℓ(a, y) of a sample; the program's L is its mean, or its sum, over the batch.

    Attributes
    ----------
    name
        Identifier in scenario files.
    title
        Name for people, with its formula.
    text
        How L is written in the program as a mean; ``{a}`` and ``{y}`` are placeholders for the outputs and the targets.
    formula
        ℓ of one sample written out, in terms of ``a`` and ``y``.
    per_cell
        ``per_cell(A, Y) → (n_L, m)``: what is summed over outputs, computed with numpy.
    gradient
        ``gradient(A, Y)`` returns ∂ℓ/∂A as an expression, ``(n_L, m)``.
    logits_with
        The output activation with which the loss is computed from Z, in a form without overflow and ln 0; its δ is then
        simply A − Y.
    per_cell_from_logits
        ``per_cell_from_logits(Z, Y)``, for that case.
    formula_from_logits
        ℓ of one sample as it is computed from logits, in terms of ``z`` and ``y``.
    needs
        The output activation that the loss requires, if any.
    targets
        The encoding of classes that the loss requires; None when it follows the output activation.
    targets_sum_to_one
        Whether a sample's targets must be a probability distribution.
    bend
        ``bend(A, Y) → (n_L, m)``: changes its sign where the derivative jumps; None where it never does.
    """

    name: str
    title: str
    text: str
    formula: str
    per_cell: PerSample
    gradient: Callable[[Symbol, Symbol], Node]
    logits_with: str | None = None
    per_cell_from_logits: PerSample | None = None
    formula_from_logits: str = ""
    needs: str | None = None
    targets: Literal["zero-one", "plus-minus-one"] | None = None
    targets_sum_to_one: bool = False
    bend: PerSample | None = None

    def text_of(self, reduction: Reduction) -> str:
        """Return `text`, or how the sum over the samples is written."""
        if reduction == "mean":
            return self.text
        if self.text.endswith(" / (n·m)"):
            return self.text.removesuffix("(n·m)") + "n"
        return self.text.removesuffix(" / m") if self.text.endswith(" / m") else f"Σ {self.text}"

    def cells_of(self, *, from_logits: bool) -> PerSample:
        """Return `per_cell`, or `per_cell_from_logits`.

        Raises
        ------
        TypeError
            If there is no form from logits.
        """
        per_cell = self.per_cell_from_logits if from_logits else self.per_cell
        if per_cell is None:
            raise TypeError(f"{self.name} has no form from logits")
        return per_cell

    @property
    def couples_units(self) -> bool:
        """Whether an output's share of the loss, computed from logits, depends on the other logits."""
        return self.logits_with is not None and ACTIVATIONS[self.logits_with].couples_units

    def output_of(self, z: str) -> str:
        """Write the output where the loss is computed from logits: ``σ(z)``.

        Raises
        ------
        TypeError
            If there is no form from logits.
        """
        if self.logits_with is None:
            raise TypeError(f"{self.name} has no form from logits")
        return f"{ACTIVATIONS[self.logits_with].sign}({z})"


def _half_squared(a: Array, y: Array) -> Array:
    return 0.5 * np.square(a - y)


def _squared(a: Array, y: Array) -> Array:
    return np.square(a - y)


def _mean_squared(a: Array, y: Array) -> Array:
    return np.square(a - y) / len(a)


def _half_mean_squared(a: Array, y: Array) -> Array:
    return 0.5 * np.square(a - y) / len(a)


def _absolute(a: Array, y: Array) -> Array:
    return np.abs(a - y)


def _mean_absolute(a: Array, y: Array) -> Array:
    return np.abs(a - y) / len(a)


def _signed(a: Array, y: Array) -> Array:
    return a - y


def _bce(a: Array, y: Array) -> Array:
    # y·ln a with 0·ln 0 = 0, its limit; log1p, as 1 − a would lose the digits of a small a.
    return -_x_log_y(y, a) - np.where(y == 1.0, 0.0, (1.0 - y) * np.log1p(-a))


def _bce_logits(z: Array, y: Array) -> Array:
    # −y ln σ(z) − (1−y) ln(1−σ(z)) = ln(1 + e^−|z|) + (1−y)·max(0, z) + y·max(0, −z). Of the last two one is always 0,
    # so that their sum is z·([z > 0] − y). Nothing cancels: the loss of a certain and right output keeps its digits,
    # however small it is.
    bent: Array = np.log1p(np.exp(np.copysign(z, -1.0)))
    far: Array = z * (np.heaviside(z, 0.0) - y)
    return bent + far


def _cce(a: Array, y: Array) -> Array:
    return -_x_log_y(y, a)


def _cce_logits(z: Array, y: Array) -> Array:
    # −y ln softmax(z) = y·(max z − z + ln Σ e^(zₖ − max z)). The greatest z itself adds 1 to that sum, and the
    # logarithm of 1 + the others' sum keeps the digits of a certain and right output's loss.
    below: Array = z - z.max(axis=0, keepdims=True)
    if len(z) <= _FEW_CLASSES and z.size <= _FEW_CELLS:
        log: Array = np.logaddexp.reduce(below, axis=0, keepdims=True)
        return y * (log - below)
    powers = np.exp(below)
    ones = np.floor(powers)  # of the greatest z: several, where it is reached more than once
    ties: Array = ones.sum(axis=0, keepdims=True) - 1.0
    others: Array = (powers - ones).sum(axis=0, keepdims=True) + ties
    log = np.log1p(others)
    return y * (log - below)


def _margin(a: Array, y: Array) -> Array:
    return 1.0 - y * a


def _hinge(a: Array, y: Array) -> Array:
    return np.maximum(0.0, _margin(a, y))


def _x_log_y(x: Array, y: Array) -> Array:
    return np.where(x == 0.0, 0.0, x * np.log(y))


def _difference(a: Symbol, y: Symbol) -> Node:
    return Binary("-", a, y)


def _absolute_gradient(a: Symbol, y: Symbol) -> Node:
    return Apply("sign", _difference(a, y))


def _bce_gradient(a: Symbol, y: Symbol) -> Node:
    # Where a = y = 0, the loss is −ln(1 − a) and its slope 1; where a = y = 1, it is −ln a and its slope −1.
    quotient = Binary("/", _difference(a, y), Binary("*", a, Binary("-", ONE, a)))
    return Limit(quotient, Binary("-", ONE, Binary("*", TWO, y)))


def _cce_gradient(a: Symbol, y: Symbol) -> Node:
    return Binary("*", MINUS_ONE, Binary("/", y, a))


def _hinge_gradient(a: Symbol, y: Symbol) -> Node:
    within = Apply("positive", Binary("-", ONE, Binary("*", y, a)))
    return Binary("*", Binary("*", MINUS_ONE, y), within)


_ROWS = (
    Loss(
        name="half-squared",
        title=QT_TRANSLATE_NOOP("model", "half squared error ½Σ(a − y)²"),
        text="½ Σ({a} − {y})² / m",
        formula="½ Σ (a − y)²",
        per_cell=_half_squared,
        gradient=_difference,
    ),
    Loss(
        name="squared",
        title=QT_TRANSLATE_NOOP("model", "squared error Σ(a − y)²"),
        text="Σ({a} − {y})² / m",
        formula="Σ (a − y)²",
        per_cell=_squared,
        gradient=lambda a, y: Binary("*", TWO, _difference(a, y)),
    ),
    Loss(
        name="mean-squared",
        title=QT_TRANSLATE_NOOP("model", "mean squared error Σ(a − y)²/n"),
        text="Σ({a} − {y})² / (n·m)",
        formula="1/n Σ (a − y)²",
        per_cell=_mean_squared,
        gradient=lambda a, y: Binary("/", Binary("*", TWO, _difference(a, y)), Scalar("n")),
    ),
    Loss(
        name="half-mean-squared",
        title=QT_TRANSLATE_NOOP("model", "half mean squared error ½Σ(a − y)²/n"),
        text="½ Σ({a} − {y})² / (n·m)",
        formula="½/n Σ (a − y)²",
        per_cell=_half_mean_squared,
        gradient=lambda a, y: Binary("/", _difference(a, y), Scalar("n")),
    ),
    Loss(
        name="absolute",
        title=QT_TRANSLATE_NOOP("model", "absolute error Σ|a − y|"),
        text="Σ|{a} − {y}| / m",
        formula="Σ |a − y|",
        per_cell=_absolute,
        gradient=_absolute_gradient,
        bend=_signed,
    ),
    Loss(
        name="mean-absolute",
        title=QT_TRANSLATE_NOOP("model", "mean absolute error Σ|a − y|/n"),
        text="Σ|{a} − {y}| / (n·m)",
        formula="1/n Σ |a − y|",
        per_cell=_mean_absolute,
        gradient=lambda a, y: Binary("/", _absolute_gradient(a, y), Scalar("n")),
        bend=_signed,
    ),
    Loss(
        name="binary-cross-entropy",
        title=QT_TRANSLATE_NOOP("model", "binary cross-entropy −Σ[y ln a + (1−y) ln(1−a)]"),
        text="BCE({a}, {y})",
        formula="−Σ [y ln a + (1 − y) ln(1 − a)]",
        per_cell=_bce,
        gradient=_bce_gradient,
        logits_with="sigmoid",
        per_cell_from_logits=_bce_logits,
        formula_from_logits="Σ [ln(1 + e^−|z|) + (1 − y) · max(0, z) + y · max(0, −z)]",
        targets="zero-one",
    ),
    Loss(
        name="categorical-cross-entropy",
        title=QT_TRANSLATE_NOOP("model", "categorical cross-entropy −Σ y ln a"),
        text="CCE({a}, {y})",
        formula="−Σ y ln a",
        per_cell=_cce,
        gradient=_cce_gradient,
        logits_with="softmax",
        per_cell_from_logits=_cce_logits,
        formula_from_logits="Σ y · (max z − z + ln Σₖ e^(zₖ − max z))",
        needs="softmax",
        targets="zero-one",
        targets_sum_to_one=True,
    ),
    Loss(
        name="hinge",
        title=QT_TRANSLATE_NOOP("model", "hinge Σ max(0, 1 − y·a)"),
        text="Σ max(0, 1 − {y}⊙{a}) / m",
        formula="Σ max(0, 1 − y·a)",
        per_cell=_hinge,
        gradient=_hinge_gradient,
        targets="plus-minus-one",
        bend=_margin,
    ),
)

LOSSES: Mapping[str, Loss] = MappingProxyType({row.name: row for row in _ROWS})
