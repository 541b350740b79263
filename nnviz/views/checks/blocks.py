"""The blocks of a check, one for each parameter, alike for both kinds of check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QCoreApplication

from nnviz.model.arrays.array import Array
from nnviz.model.checks import BANDS, GradientCheck, ParameterCheck, ParameterUpdate, UpdateCheck
from nnviz.model.program.shapes import Shape
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.checks.texts import band_text, error_text, holds

translate = QCoreApplication.translate

BAND_NAMES: Final = (*(band.name for band in BANDS), "none")
"""Names of the bands, and of having none."""


@dataclass(frozen=True, eq=False)
class CellResults:
    """The results of a block, cell by cell; all arrays have the block's shape.

    Attributes
    ----------
    actual, expected
        The two numbers that are compared.
    result
        The number in the cell: relative error, or ratio.
    places
        Index into `BAND_NAMES`, for the colour.
    left_out
        Cells without a valid result, because ±ε crosses a bend, or because they are too small.
    worst
        Row and column of the largest difference, if any is known.
    too_small
        Those of them that rounding and curvature could be all of; None when no cell can be.
    """

    actual: Array
    expected: Array
    result: Array
    places: NDArray[np.intp]
    left_out: NDArray[np.bool_]
    worst: tuple[int, int] | None
    too_small: NDArray[np.bool_] | None = None


@dataclass(frozen=True, eq=False)
class Block:
    """The results of one parameter.

    Attributes
    ----------
    symbol
        What the cells belong to: ``dW1``, or ``W1``.
    shape
        Rows and columns, in the column convention.
    results
        Cell by cell; None when nothing has been computed.
    verdict, good
        What the results mean, as text, and whether they are good; None when there is nothing to judge.
    by_direction
        Whether the columns are random directions instead of cells.
    """

    symbol: str
    shape: Shape
    results: CellResults | None
    verdict: str
    good: bool | None
    by_direction: bool = False


def gradient_blocks(snapshot: Snapshot, check: GradientCheck | None) -> tuple[Block, ...]:
    """Return the blocks of a gradient check, without results before there is one."""
    if check is None:
        return tuple(_unknown(f"d{symbol}", value) for symbol, value in snapshot.parameters.items())
    return tuple(_of_gradient(one, check.directions is not None) for one in check.parameters.values())


def update_blocks(snapshot: Snapshot, check: UpdateCheck) -> tuple[Block, ...]:
    """Return the blocks of an update check, without results where a parameter has not changed yet."""
    return tuple(
        _unknown(symbol, snapshot.before[symbol]) if one is None else _of_update(one)
        for symbol, one in check.parameters.items()
    )


def _unknown(symbol: str, like: Array) -> Block:
    rows, columns = like.shape
    return Block(symbol, (rows, columns), None, "", None)


def _of_gradient(check: ParameterCheck, by_direction: bool) -> Block:
    worst = None if check.worst is None else (check.worst.row, check.worst.column)
    results = CellResults(
        actual=check.analytic,
        expected=check.numeric,
        result=check.error,
        places=_places(check.error),
        left_out=check.crosses | check.too_small,
        worst=worst,
        too_small=check.too_small & ~check.crosses,
    )
    bad = bool(np.isnan(check.error).any())
    rows, columns = check.error.shape
    if check.maximum is None and not bad:
        verdict = "—" if check.band is None else band_text(check.band)
        return Block(check.gradient, (rows, columns), results, verdict, None, by_direction)
    verdict = f"{error_text(check.maximum)} {band_text(check.band)}"
    return Block(check.gradient, (rows, columns), results, verdict, holds(check.band), by_direction)


def _of_update(check: ParameterUpdate) -> Block:
    rows, columns = check.actual.shape
    if check.agrees:
        places = np.zeros((rows, columns), dtype=np.intp)
    else:
        largest = np.maximum(np.abs(check.actual), np.abs(check.expected))
        with np.errstate(all="ignore"):
            places = _places(np.where(check.difference == 0.0, 0.0, np.abs(check.difference) / largest))
    none = np.zeros((rows, columns), dtype=np.bool_)
    worst = None if check.agrees else (check.worst.row, check.worst.column)
    results = CellResults(check.actual, check.expected, check.ratio, places, none, worst)
    verdict = translate("ChecksPanel", "as expected") if check.agrees else translate("ChecksPanel", "not as expected")
    return Block(check.symbol, (rows, columns), results, verdict, check.agrees)


def _places(error: Array) -> NDArray[np.intp]:
    """Return the band of each error as an index into `BAND_NAMES`."""
    limits = [band.most for band in BANDS]
    places: NDArray[np.intp] = np.searchsorted(limits, error, side="left").astype(np.intp)
    return np.where(np.isnan(error), len(BANDS), places)


def cell_of(block: Block, row: int, column: int) -> Cell | None:
    """Return the cell at a row and column of a block; None for a direction."""
    return None if block.by_direction else Cell(block.symbol, row, column)
