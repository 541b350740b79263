"""Penalties on the weights (regularisation), one row each; on the biases only where a scenario asks for it.

A penalty adds its own lines: R, the total J = L + R, and ∂R/∂W for every layer, with the biases ∂R/∂b as well. It may
be divided by the number of samples: of the batch, or of all training data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from nnviz.model.program.expression import Apply, Binary, Node, Reduce, Scalar, Symbol
from nnviz.model.program.losses import TWO
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

RATE = Scalar("lambda")

Divisor = Literal["one", "batch", "data"]
"""What a penalty is divided by: nothing, the batch's samples m, or all training samples N."""

DIVISORS: Mapping[Divisor, Scalar] = MappingProxyType({"batch": Scalar("m"), "data": Scalar("N")})


def divided(node: Node, divisor: Divisor) -> Node:
    """Return a penalty, or its gradient, divided by a number of samples."""
    return node if divisor == "one" else Binary("/", node, DIVISORS[divisor])


@dataclass(frozen=True, kw_only=True)
class Penalty:
    """One penalty.

    Attributes
    ----------
    name, title
        Identifier in scenario files; name for people, with its formula.
    factor
        What the sum over layers is multiplied by.
    of_weights
        ``of_weights(W)`` returns one layer's share of the sum, a ``(1, 1)`` expression; for biases it is the same.
    gradient
        ``gradient(W)`` returns ∂R/∂W, of W's shape.
    """

    name: str
    title: str
    factor: Node
    of_weights: Callable[[Symbol], Node]
    gradient: Callable[[Symbol], Node]


_ROWS = (
    Penalty(
        name="l1",
        title=QT_TRANSLATE_NOOP("model", "L1: λ Σ|w|"),
        factor=RATE,
        of_weights=lambda w: Reduce("all", Apply("abs", w)),
        gradient=lambda w: Binary("*", RATE, Apply("sign", w)),
    ),
    Penalty(
        name="l2",
        title=QT_TRANSLATE_NOOP("model", "L2: λ/2 Σw²"),
        factor=Binary("/", RATE, TWO),
        of_weights=lambda w: Reduce("all", Apply("square", w)),
        gradient=lambda w: Binary("*", RATE, w),
    ),
    Penalty(
        name="l2-unhalved",
        title=QT_TRANSLATE_NOOP("model", "L2 without ½: λ Σw²"),
        factor=RATE,
        of_weights=lambda w: Reduce("all", Apply("square", w)),
        gradient=lambda w: Binary("*", Binary("*", TWO, RATE), w),
    ),
)

PENALTIES: Mapping[str, Penalty] = MappingProxyType({row.name: row for row in _ROWS})
