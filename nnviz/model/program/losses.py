"""Losses, one row each: named by their formula, with its ½ or 1/n; a sum over outputs, a mean over the batch's samples.

To add a loss, write its per-sample sum, its gradient as an expression, and a row in `LOSSES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.model.program.expression import Apply, Binary, Constant, Node, Scalar, Symbol
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

Array = NDArray[np.float64]
PerSample = Callable[[Array, Array], Array]

ONE = Constant(1.0, "1")
TWO = Constant(2.0, "2")
MINUS_ONE = Constant(-1.0, "−1")


@dataclass(frozen=True)
class Loss:
    """One loss ℓ(a, y) of a sample; the program's L is its mean over the batch.

    Attributes
    ----------
    name
        Identifier in scenario files.
    title
        Name for people, with its formula.
    text
        How L is written in the program; ``{a}``, ``{y}`` stand for the symbols.
    formula
        ℓ of one sample written out, in terms of ``a`` and ``y``.
    per_cell
        ``per_cell(A, Y) → (n_L, m)``: what is summed over outputs.
    gradient
        ``gradient(A, Y)`` gives ∂ℓ/∂A as an expression, ``(n_L, m)``.
    logits_with
        The output activation with which the loss is computed from Z, in a form that neither overflows nor takes ln 0;
        its δ is then simply A − Y.
    per_cell_from_logits
        ``per_cell_from_logits(Z, Y)``, for that case.
    needs
        The output activation without which the loss has no meaning, if any.
    targets
        Which encoding of classes the loss is made for; None when it follows the output activation.
    targets_sum_to_one
        Whether a sample's targets must be a distribution.
    bend
        ``bend(A, Y) → (n_L, m)``: what changes its sign where the derivative jumps; None where it never does.
    """

    name: str
    title: str
    text: str
    formula: str
    per_cell: PerSample
    gradient: Callable[[Symbol, Symbol], Node]
    logits_with: str | None = None
    per_cell_from_logits: PerSample | None = None
    needs: str | None = None
    targets: Literal["zero-one", "plus-minus-one"] | None = None
    targets_sum_to_one: bool = False
    bend: PerSample | None = None


def _half_squared(a: Array, y: Array) -> Array:
    return 0.5 * np.square(a - y)


def _squared(a: Array, y: Array) -> Array:
    return np.square(a - y)


def _mean_squared(a: Array, y: Array) -> Array:
    return np.square(a - y) / len(a)


def _bce(a: Array, y: Array) -> Array:
    # y·ln a with 0·ln 0 = 0, as the limit has it.
    return -_x_log_y(y, a) - _x_log_y(1.0 - y, 1.0 - a)


def _bce_logits(z: Array, y: Array) -> Array:
    # −y ln σ(z) − (1−y) ln(1−σ(z)) = ln(1 + e^z) − y·z = ln(1 + e^−|z|) + (max(z, 0) − y·z). The last two cancel
    # exactly for an output that is certain and right, so that its loss, however small, keeps its digits.
    bent: Array = np.log1p(np.exp(np.copysign(z, -1.0)))
    return bent + (np.maximum(z, 0.0) - y * z)


def _cce(a: Array, y: Array) -> Array:
    return -_x_log_y(y, a)


def _cce_logits(z: Array, y: Array) -> Array:
    # −y ln softmax(z) = y·(logsumexp(z) − z)
    top = z.max(axis=0, keepdims=True)
    total: Array = np.log(np.exp(z - top).sum(axis=0, keepdims=True)) + top
    return y * (total - z)


def _margin(a: Array, y: Array) -> Array:
    return 1.0 - y * a


def _hinge(a: Array, y: Array) -> Array:
    return np.maximum(0.0, _margin(a, y))


def _x_log_y(x: Array, y: Array) -> Array:
    return np.where(x == 0.0, 0.0, x * np.log(y))


def _difference(a: Symbol, y: Symbol) -> Node:
    return Binary("-", a, y)


def _bce_gradient(a: Symbol, y: Symbol) -> Node:
    return Binary("/", _difference(a, y), Binary("*", a, Binary("-", ONE, a)))


def _cce_gradient(a: Symbol, y: Symbol) -> Node:
    return Binary("*", MINUS_ONE, Binary("/", y, a))


def _hinge_gradient(a: Symbol, y: Symbol) -> Node:
    within = Apply("positive", Binary("-", ONE, Binary("*", y, a)))
    return Binary("*", Binary("*", MINUS_ONE, y), within)


_ROWS = (
    Loss(
        "half-squared",
        QT_TRANSLATE_NOOP("model", "half squared error ½Σ(a − y)²"),
        "½ Σ({a} − {y})² / m",
        "½ Σ (a − y)²",
        _half_squared,
        _difference,
    ),
    Loss(
        "squared",
        QT_TRANSLATE_NOOP("model", "squared error Σ(a − y)²"),
        "Σ({a} − {y})² / m",
        "Σ (a − y)²",
        _squared,
        lambda a, y: Binary("*", TWO, _difference(a, y)),
    ),
    Loss(
        "mean-squared",
        QT_TRANSLATE_NOOP("model", "mean squared error Σ(a − y)²/n"),
        "Σ({a} − {y})² / (n·m)",
        "1/n Σ (a − y)²",
        _mean_squared,
        lambda a, y: Binary("/", Binary("*", TWO, _difference(a, y)), Scalar("n")),
    ),
    Loss(
        "binary-cross-entropy",
        QT_TRANSLATE_NOOP("model", "binary cross-entropy −Σ[y ln a + (1−y) ln(1−a)]"),
        "BCE({a}, {y})",
        "−Σ [y ln a + (1 − y) ln(1 − a)]",
        _bce,
        _bce_gradient,
        logits_with="sigmoid",
        per_cell_from_logits=_bce_logits,
        targets="zero-one",
    ),
    Loss(
        "categorical-cross-entropy",
        QT_TRANSLATE_NOOP("model", "categorical cross-entropy −Σ y ln a"),
        "CCE({a}, {y})",
        "−Σ y ln a",
        _cce,
        _cce_gradient,
        logits_with="softmax",
        per_cell_from_logits=_cce_logits,
        needs="softmax",
        targets="zero-one",
        targets_sum_to_one=True,
    ),
    Loss(
        "hinge",
        QT_TRANSLATE_NOOP("model", "hinge Σ max(0, 1 − y·a)"),
        "Σ max(0, 1 − {y}⊙{a}) / m",
        "Σ max(0, 1 − y·a)",
        _hinge,
        _hinge_gradient,
        targets="plus-minus-one",
        bend=_margin,
    ),
)

LOSSES: Mapping[str, Loss] = MappingProxyType({row.name: row for row in _ROWS})
