"""Which cells of an operand go into a cell of the result: a row, a column, one cell, or all of them."""

from __future__ import annotations

from collections.abc import Callable

from nnviz.model.text.convention import Convention

Region = tuple[int | None, int | None]
"""Row and column, from 0; None stands for all of them."""

Reach = Callable[[Region], Region | None]
"""From a region of the result to the region of an operand that goes into it; None where it is not so simple."""

EVERYTHING: Region = (None, None)


def same(region: Region) -> Region | None:
    """Return the same cells: those of an element-wise operation."""
    return region


def everything(_: Region) -> Region | None:
    """Return all cells: those of a sum over all of them, or of a condition."""
    return EVERYTHING


def rows_of(reach: Reach) -> Reach:
    """Return the whole rows of what `reach` leads to: those of a product's left factor."""
    return lambda region: None if (there := reach(region)) is None else (there[0], None)


def columns_of(reach: Reach) -> Reach:
    """Return the whole columns of what `reach` leads to: those of a product's right factor."""
    return lambda region: None if (there := reach(region)) is None else (None, there[1])


def turned(reach: Reach) -> Reach:
    """Return what `reach` leads to in the transpose."""
    return lambda region: None if (there := reach(region)) is None else (there[1], there[0])


def summed(over: str, reach: Reach, convention: Convention) -> Reach:
    """Return the reach of what is summed over the samples, over the units or over all cells."""
    if over == "all":
        return everything
    along_rows = (over == "samples") == (convention == "columns")
    return rows_of(reach) if along_rows else columns_of(reach)


def clipped(region: Region, shape: tuple[int, int]) -> Region:
    """Return a region of an operand with a single row or column, which is repeated."""
    row, column = region
    return (
        None if row is None else min(row, shape[0] - 1),
        None if column is None else min(column, shape[1] - 1),
    )
