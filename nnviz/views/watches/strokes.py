"""A watch's curve as it is drawn: strokes, and spans that are hatched or left out."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.curve.decimate import bin_width, merged
from nnviz.model.watches.watch import WatchCurve
from nnviz.views.plots.axis_range import AxisRange

Spans = list[tuple[float, float]]


@dataclass(frozen=True, eq=False)
class Strokes:
    """A curve as it is drawn.

    Attributes
    ----------
    updates, values
        The points of a line, which is broken where they are NaN; it goes through both extremes of the updates that a
        stroke covers.
    sampled_updates, sampled_values
        The continuation of the line, through samples.
    not_computed, not_finite
        Spans, in updates.
    """

    updates: Array
    values: Array
    sampled_updates: Array
    sampled_values: Array
    not_computed: Spans
    not_finite: Spans


def updates_per_stroke(curve: WatchCurve, columns: int, seen: AxisRange | None = None) -> int:
    """Return how many updates a stroke covers on so many pixel columns."""
    blocks = _blocks(curve, seen)
    return curve.stride * bin_width(blocks.stop - blocks.start, max(columns, 1))


def seen_of_watch(curve: WatchCurve, seen: AxisRange | None, columns: int = 1) -> tuple[WatchCurve, int]:
    """Return the part of a curve that is seen, all of it when None, and the update at which that begins.

    It begins at a whole stroke on so many pixel columns, so that panning does not change shapes.
    """
    if seen is None:
        return curve, 0
    blocks, width = _blocks(curve, seen), updates_per_stroke(curve, columns, seen) // curve.stride
    part = slice(blocks.start // width * width, blocks.stop)
    begin, length = part.start * curve.stride, max(0, part.stop - part.start) * curve.stride
    cut = replace(
        curve,
        least=curve.least[part],
        greatest=curve.greatest[part],
        computed=curve.computed[part],
        finite=curve.finite[part],
        complete=min(max(curve.complete - begin, 0), length),
        reach=min(max(curve.reach - begin, 0), length),
    )
    return cut, begin


def strokes_of(curve: WatchCurve, columns: int, seen: AxisRange | None = None) -> Strokes:
    """Return the strokes of a curve on so many pixel columns: of what is seen, or all of it."""
    span = updates_per_stroke(curve, columns, seen)
    curve, first = seen_of_watch(curve, seen, columns)
    least, greatest = merged(curve.least, curve.greatest, span // curve.stride)
    begins = first + np.arange(len(least), dtype=np.float64) * span
    empty = np.isnan(curve.least)
    # The last block may be incomplete: what there is of it is included.
    complete = -(-curve.complete // span) if curve.complete >= curve.reach else curve.complete // span
    taken = np.flatnonzero(~np.isnan(least[complete:])) + complete
    if len(taken) and complete and not np.isnan(least[complete - 1]):
        taken = np.concatenate(([complete - 1], taken))
    exact = np.arange(complete)
    return Strokes(
        *_zigzag(begins[exact], span - 1, least[exact], greatest[exact]),
        *_zigzag(begins[taken], span - 1, least[taken], greatest[taken]),
        not_computed=_spans(~curve.computed & empty, curve.stride, first),
        not_finite=_spans(~curve.finite, curve.stride, first),
    )


def _blocks(curve: WatchCurve, seen: AxisRange | None) -> slice:
    """Return the blocks that are seen, and one more on either side, where the lines continue."""
    if seen is None:
        return slice(0, len(curve.least))
    first = min(max(math.floor(seen.low / curve.stride) - 1, 0), len(curve.least))
    return slice(first, max(first, min(math.floor(seen.high / curve.stride) + 2, len(curve.least))))


def _zigzag(begins: Array, length: int, least: Array, greatest: Array) -> tuple[Array, Array]:
    """Return points through both extremes, in the order in which a rising or falling curve reaches them."""
    if not length:
        return begins, least
    middle = least / 2 + greatest / 2
    falls = np.diff(middle, prepend=middle[:1]) < 0
    if len(falls) > 1:
        falls[0] = falls[1]
    values = np.empty(2 * len(begins))
    values[::2] = np.where(falls, greatest, least)
    values[1::2] = np.where(falls, least, greatest)
    return np.stack((begins, begins + length), axis=1).ravel(), values


def _spans(holds: NDArray[np.bool_], stride: int, first: int) -> Spans:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], holds, [False])).astype(np.int8)))
    return [
        (first + begin * float(stride) - 0.5, first + end * float(stride) - 0.5)
        for begin, end in zip(edges[::2], edges[1::2], strict=True)
    ]
