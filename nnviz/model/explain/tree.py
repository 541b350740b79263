"""Scalars put together as a tree, and sums that stay readable however many terms they have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.model.session.selection import Cell

Kind = Literal["sum", "difference", "product", "quotient", "function"]

FEW: Final = 6
"""Sums of up to this many terms are written out; of longer ones, `LARGEST` terms are kept."""

LARGEST: Final = 4
"""How many terms of a long sum are kept."""


@dataclass(frozen=True)
class Leaf:
    """A number that stands in a cell, or a named or literal number; ``cell`` is None for the latter."""

    text: str
    value: float
    cell: Cell | None
    is_literal: bool = False


@dataclass(frozen=True)
class Rest:
    """The smaller terms of a long sum: how many, and what they add up to."""

    count: int
    value: float


@dataclass(frozen=True)
class Operation:
    """Scalars put together.

    Attributes
    ----------
    kind
        What is done; a ``function`` is written as its template says.
    parts
        The operands.
    value
        Their result.
    template
        For a ``function``: how it is written, with ``{0}``, ``{1}`` for the operands, for example ``tanh({0})``.
    """

    kind: Kind
    parts: tuple[Tree, ...]
    value: float
    template: str = ""


Tree = Leaf | Rest | Operation


def leaves(tree: Tree) -> Iterator[Leaf]:
    """Yield the leaves of a tree from left to right."""
    if isinstance(tree, Leaf):
        yield tree
    elif isinstance(tree, Operation):
        for part in tree.parts:
            yield from leaves(part)


def total(values: NDArray[np.float64], term: Callable[[int], Tree]) -> Tree:
    """Return a sum of ``term(k)``, of value ``values[k]``; of a long one only the largest terms, in their order."""
    count = len(values)
    if count == 1:
        return term(0)
    if count <= FEW:
        return operation("sum", *(term(k) for k in range(count)))
    # NaN counts as the largest: it is the term that decides what the sum is.
    size = np.nan_to_num(np.abs(values), nan=np.inf)
    kept = np.sort(np.argpartition(-size, LARGEST)[:LARGEST])
    rest = Rest(count - LARGEST, float(np.delete(values, kept).sum()))
    return operation("sum", *(term(int(k)) for k in kept), rest)


def operation(kind: Kind, *parts: Tree) -> Operation:
    """Put scalars together (anything but a ``function``) and compute the result."""
    # Numpy's numbers divide by zero as arrays do, where Python's raise.
    values = [np.float64(part.value) for part in parts]
    match kind:
        case "sum":
            value = float(np.sum(values))
        case "product":
            value = float(np.prod(values))
        case "difference":
            value = float(values[0] - values[1])
        case _:
            value = float(values[0] / values[1])
    return Operation(kind, parts, value)
