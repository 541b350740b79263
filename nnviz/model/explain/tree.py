"""Expressions of scalars as trees, and sums that stay readable however many terms they have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.session.selection import Cell

Kind = Literal["sum", "difference", "product", "quotient", "function"]

FEW: Final = 6
"""Sums of up to this many terms are written out; of longer ones, only the `LARGEST` terms."""

LARGEST: Final = 4
"""How many terms of a long sum are written."""


@dataclass(frozen=True)
class Leaf:
    """The number of a cell, or a named or literal number; ``cell`` is None for the latter."""

    text: str
    value: float
    cell: Cell | None
    is_literal: bool = False


@dataclass(frozen=True)
class Rest:
    """The smaller terms of a long sum: how many there are, and their sum."""

    count: int
    value: float


@dataclass(frozen=True)
class Operation:
    """An operation on scalars.

    Attributes
    ----------
    kind
        Which operation; a ``function`` is written by its template.
    parts
        The operands.
    value
        The result.
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


def magnitudes(values: Array) -> Array:
    """Return |values|, with ∞ for NaN: a term that is not a number decides what the sum is."""
    sizes: Array = np.nan_to_num(np.abs(values), nan=np.inf)
    return sizes


def largest(values: Array, most: int, always: int | None = None) -> list[int]:
    """Return the indices of the `most` largest magnitudes, in ascending order; `always` is one of them in any case."""
    if len(values) <= most:
        return list(range(len(values)))
    sizes = magnitudes(values)
    chosen = {int(k) for k in np.argpartition(-sizes, most)[:most]}
    if always is not None and always not in chosen:
        chosen.remove(min(chosen, key=lambda k: float(sizes[k])))
        chosen.add(always)
    return sorted(chosen)


def total(values: Array, term: Callable[[int], Tree]) -> Tree:
    """Return the sum of ``term(k)`` with values ``values[k]``; of a long sum only the largest terms, in their order."""
    count = len(values)
    if count == 1:
        return term(0)
    if count <= FEW:
        return operation("sum", *(term(k) for k in range(count)))
    chosen = largest(values, LARGEST)
    rest = Rest(count - LARGEST, float(np.delete(values, chosen).sum()))
    return operation("sum", *(term(k) for k in chosen), rest)


def operation(kind: Kind, *parts: Tree) -> Operation:
    """Return an operation on scalars (anything but a ``function``) with its result."""
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
