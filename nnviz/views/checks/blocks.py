"""What is drawn of a check: a block for each parameter, the same for both kinds of check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QCoreApplication

from nnviz.model.arrays.array import Array
from nnviz.model.checks import BANDS, GradientCheck, ParameterCheck, ParameterUpdate, UpdateCheck, band_of
from nnviz.model.program.shapes import Shape
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.checks.words import band_text, error_text, holds

translate = QCoreApplication.translate

BAND_NAMES: Final = (*(band.name for band in BANDS), "none")
"""Names of the bands, and of the lack of one."""


@dataclass(frozen=True, eq=False)
class CellResults:
    """What was found of each cell; all arrays have the block's shape.

    Attributes
    ----------
    is_so, should_be
        The two numbers that are compared.
    result
        Relative error, or ratio: the number in the cell.
    places
        Index into `BAND_NAMES`, for the colour.
    left_out
        Cells that say nothing, because ±ε crosses a bend.
    worst
        Row and column of the largest disagreement, if any is known.
    """

    is_so: Array
    should_be: Array
    result: Array
    places: NDArray[np.intp]
    left_out: NDArray[np.bool_]
    worst: tuple[int, int] | None


@dataclass(frozen=True, eq=False)
class Block:
    """One parameter.

    Attributes
    ----------
    symbol
        Whose cells they are: ``dW1``, or ``W1``.
    shape
        Rows and columns, in the column convention.
    found
        None when nothing has been computed.
    verdict, good
        What it means, in words; None when there is nothing to judge.
    by_direction
        Whether the columns are random directions and not cells.
    """

    symbol: str
    shape: Shape
    found: CellResults | None
    verdict: str
    good: bool | None
    by_direction: bool = False


def gradient_blocks(snapshot: Snapshot, check: GradientCheck | None) -> tuple[Block, ...]:
    """Return the blocks of a gradient check; hatched ones before there is any."""
    if check is None:
        return tuple(_unknown(f"d{symbol}", value) for symbol, value in snapshot.parameters.items())
    return tuple(_of_gradient(one, check.directions is not None) for one in check.parameters.values())


def update_blocks(snapshot: Snapshot, check: UpdateCheck) -> tuple[Block, ...]:
    """Return the blocks of an update check; hatched where a parameter has not changed yet."""
    return tuple(
        _unknown(symbol, snapshot.before[symbol]) if one is None else _of_update(one)
        for symbol, one in check.parameters.items()
    )


def _unknown(symbol: str, like: Array) -> Block:
    rows, columns = like.shape
    return Block(symbol, (rows, columns), None, "", None)


def _of_gradient(check: ParameterCheck, by_direction: bool) -> Block:
    worst = None if check.worst is None else (check.worst.row, check.worst.column)
    found = CellResults(check.analytic, check.numeric, check.error, _places(check.error), check.crosses, worst)
    bad = bool(np.isnan(check.error).any())
    band = None if check.maximum is None or bad else band_of(check.maximum)
    rows, columns = check.error.shape
    verdict = f"{error_text(check.maximum)} {band_text(band)}"
    if check.maximum is None and not bad:
        return Block(check.gradient, (rows, columns), found, "—", None, by_direction)
    return Block(check.gradient, (rows, columns), found, verdict, holds(band), by_direction)


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
    found = CellResults(check.actual, check.expected, check.ratio, places, none, worst)
    verdict = translate("ChecksPanel", "as it should") if check.agrees else translate("ChecksPanel", "otherwise")
    return Block(check.symbol, (rows, columns), found, verdict, check.agrees)


def _places(error: Array) -> NDArray[np.intp]:
    """Return each error's band as an index into `BAND_NAMES`."""
    limits = [band.most for band in BANDS]
    places: NDArray[np.intp] = np.searchsorted(limits, error, side="left").astype(np.intp)
    return np.where(np.isnan(error), len(BANDS), places)


def cell_of(block: Block, row: int, column: int) -> Cell | None:
    """Return the cell that a place in a block stands for; None for a direction."""
    return None if block.by_direction else Cell(block.symbol, row, column)
