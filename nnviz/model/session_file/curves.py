"""A branch's losses, to and from a session file."""

from __future__ import annotations

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.curve.blocks import BLOCKS, Blocks
from nnviz.model.curve.evaluations import COLUMNS, Evaluations
from nnviz.model.curve.recorder import CurveRecorder
from nnviz.model.session_file.array_pool import Pool, Pooled
from nnviz.model.session_file.errors import check
from nnviz.model.session_file.schema import SavedBlocks, SavedEvaluations

_THINNED_MAX = 42
"""How often a record is thinned at most: by then it has 2**53 updates."""

_COUNTS_MAX = 2.0**53


def saved_curve(recorder: CurveRecorder, curves: Pool) -> tuple[SavedBlocks, SavedEvaluations]:
    """Add a curve's arrays to `curves`, and return what the document says of them."""
    blocks, evaluations = recorder.blocks, recorder.evaluations
    pairs = [(curves.add(least, [least]), curves.add(greatest, [greatest])) for least, greatest in blocks.earlier]
    # What is behind the blocks and rows in use was never written.
    least, greatest = (curves.add(part, [part[: blocks.count]]) for part in (blocks.least, blocks.greatest))
    rows = curves.add(evaluations.rows, [evaluations.rows[:, : evaluations.kept]])
    thinned = [(at, curves.add(earlier, [_full(earlier, at)])) for at, earlier in evaluations.earlier]
    return (
        SavedBlocks(blocks.updates, blocks.fault, (least, greatest), pairs),
        SavedEvaluations(evaluations.offered, evaluations.kept, evaluations.fault, rows, thinned),
    )


def read_curve(blocks: SavedBlocks, evaluations: SavedEvaluations, curves: Pooled, where: str) -> CurveRecorder:
    """Read a curve.

    Raises
    ------
    SessionFileError
        If it is not one.
    """
    return CurveRecorder(
        _blocks(blocks, curves, f"{where}.blocks"), _evaluations(evaluations, curves, f"{where}.evaluations")
    )


def _blocks(saved: SavedBlocks, curves: Pooled, where: str) -> Blocks:
    thinned = len(saved.earlier)
    check(thinned <= _THINNED_MAX, f"{where}.earlier", f"{thinned} of them", f"at most {_THINNED_MAX}")
    made = Blocks(stride=1 << thinned, updates=saved.updates, fault=saved.fault)
    check(made.count <= BLOCKS, f"{where}.updates", saved.updates, f"at most {BLOCKS << thinned}")
    made.reserve(made.count)
    for part, begin in zip((made.least, made.greatest), saved.now, strict=True):
        part[: made.count] = curves.take(begin, (made.count,), where)
    made.earlier = tuple(
        (curves.take(least, (BLOCKS,), where), curves.take(greatest, (BLOCKS,), where))
        for least, greatest in saved.earlier
    )
    return made


def _evaluations(saved: SavedEvaluations, curves: Pooled, where: str) -> Evaluations:
    thinned = len(saved.earlier)
    check(thinned <= _THINNED_MAX, f"{where}.earlier", f"{thinned} of them", f"at most {_THINNED_MAX}")
    check(saved.kept <= BLOCKS, f"{where}.kept", saved.kept, f"at most {BLOCKS}")
    made = Evaluations(1 << thinned, saved.offered, saved.kept, saved.fault)
    made.reserve(saved.kept)
    made.rows[:, : saved.kept] = _rows(saved.now, saved.kept, curves, where)
    made.earlier = tuple((at, _rows(begin, BLOCKS, curves, where)) for at, begin in saved.earlier)
    return made


def _full(rows: Array, at: int) -> Array:
    """Return rows in the length that a file has; what follows is of when they were thinned."""
    return np.pad(rows, ((0, 0), (0, BLOCKS - rows.shape[1])), constant_values=at)


def _rows(begin: int, kept: int, curves: Pooled, where: str) -> Array:
    rows = curves.take(begin, (len(COLUMNS), kept), where)
    counts = rows[:2]
    # Not finite is legal for a loss, but not for when it was measured.
    whole = bool(np.all((counts >= 0) & (counts <= _COUNTS_MAX))) and bool(np.all(np.diff(rows[0]) >= 0))
    check(whole, where, "updates or epochs out of order", "whole numbers that rise")
    return rows
