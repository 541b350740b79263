"""The loss of the run in the groove: drawn once in each colour, and copied from there while the cursor moves."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from nnviz.model.arrays.array import Array
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.plots.branch_pens import compared_by_default
from nnviz.views.plots.compared_branches import ComparedBranch, compared_of
from nnviz.views.plots.reduction import drawn_of, seen_of
from nnviz.views.plots.scale import Scale, bounds
from nnviz.views.theme import Theme, metrics

_DECADES: Final = 2.0
"""Losses that span more decades than this are drawn on a logarithmic axis: on a linear one the end would be flat."""
_MARGIN: Final = 5
"""Pixels at scale 1 between the curve and the groove's edges."""
_DASHES: Final = (4.0, 3.0)
_DIVERGED: Final = 4.0
"""Other branches may raise the axis to this many times the present branch's greatest loss."""


@dataclass(frozen=True)
class _Key:
    """What a picture was made from; compared by identity where comparing would take long."""

    curve: int
    others: tuple[tuple[str, int], ...]
    groove: tuple[float, float, float, float]
    last: int
    ratio: float


class RunCurve:
    """Pictures of the curves: what has been, what comes, and the other branches.

    Parameters
    ----------
    theme
        Colours and widths.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._key: _Key | None = None
        # The curve is held, so that no other one can get its identity.
        self._curve: object = None
        self._past, self._future = QPixmap(), QPixmap()

    def draw(
        self, painter: QPainter, snapshot: Snapshot, groove: QRectF, last: int, cursor: float, ratio: float
    ) -> None:
        """Draw the curves: of this branch blue up to the cursor and grey behind it, of others dashed.

        Parameters
        ----------
        painter
            Where.
        snapshot
            The curves.
        groove, last
            Their place, and the update at its right end.
        cursor
            The pixel of the cursor.
        ratio
            Device pixels per pixel.
        """
        others = tuple((info.name, id(info.curve)) for info in snapshot.branches if info.name != snapshot.branch)
        key = _Key(id(snapshot.curve), others, groove.getRect(), last, ratio)
        if key != self._key:
            self._key, self._curve = key, (snapshot.curve, snapshot.branches)
            self._make(snapshot, groove, last, ratio)
        at = min(max(cursor, groove.left()), groove.right())
        past = QRectF(groove.left(), groove.top(), at - groove.left(), groove.height())
        future = QRectF(at, groove.top(), groove.right() - at, groove.height())
        for picture, part in ((self._past, past), (self._future, future)):
            source = part.translated(-groove.topLeft())
            painter.drawPixmap(
                part,
                picture,
                QRectF(source.x() * ratio, source.y() * ratio, source.width() * ratio, source.height() * ratio),
            )

    def _make(self, snapshot: Snapshot, groove: QRectF, last: int, ratio: float) -> None:
        others = compared_of(snapshot, compared_by_default(snapshot)) if len(snapshot.branches) > 1 else []
        extent = AxisRange(0.0, float(last))
        columns = max(1, round(groove.width()))
        own = drawn_of(snapshot.curve.at, snapshot.curve.train, seen_of(snapshot.curve.at, extent), columns)
        drawn = [drawn_of(branch.at, branch.train, seen_of(branch.at, extent), columns) for branch in others]
        scale = groove_scale(own[1], [losses for _, losses in drawn])
        self._past = self._picture(own, drawn, others, scale, groove, last, ratio, self._theme.accent)
        self._future = self._picture(own, drawn, others, scale, groove, last, ratio, self._theme.faint)

    def _picture(
        self,
        own: tuple[Array, Array],
        drawn: Sequence[tuple[Array, Array]],
        others: Sequence[ComparedBranch],
        scale: Scale,
        groove: QRectF,
        last: int,
        ratio: float,
        colour: str,
    ) -> QPixmap:
        theme = self._theme
        picture = QPixmap(math.ceil(groove.width() * ratio), math.ceil(groove.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = theme.px(_MARGIN)
        height = groove.height() - 2 * margin

        def placed(points: tuple[Array, Array]) -> Iterator[QPolygonF]:
            x, y = points[0] / last * groove.width(), margin + (1.0 - scale.heights(points[1])) * height
            yield from _pieces(x, y)

        pen = QPen(QColor(theme.faint), theme.px(metrics.BORDER))
        pen.setDashPattern(list(_DASHES))
        painter.setPen(pen)
        for points, _ in zip(drawn, others, strict=True):
            for piece in placed(points):
                painter.drawPolyline(piece)
        painter.setPen(QPen(QColor(colour), metrics.STROKE * theme.scale))
        for piece in placed(own):
            painter.drawPolyline(piece)
        painter.end()
        return picture


def groove_scale(own: Array, others: Sequence[Array]) -> Scale:
    """Return the axis of the groove, logarithmic where the losses span decades.

    Parameters
    ----------
    own, others
        ``(n,)`` losses of this branch and of each other one; those that are not finite do not count.
    """
    least, greatest = bounds([own])
    low, high = bounds(others)
    if math.isfinite(high) and math.isfinite(greatest):
        greatest = max(greatest, min(high, _DIVERGED * abs(greatest)))
        least = min(least, low)
    elif math.isfinite(high):
        least, greatest = low, high
    if not (math.isfinite(least) and math.isfinite(greatest)):
        return Scale(AxisRange(0.0, 1.0), log=False)
    if least > 0 and math.log10(greatest) - math.log10(least) > _DECADES:
        return Scale(AxisRange(math.log10(least), math.log10(greatest)), log=True)
    low = min(0.0, least)
    return Scale(AxisRange(low, greatest if greatest > low else low + 1.0), log=False)


def _pieces(x: Array, y: Array) -> Iterator[QPolygonF]:
    """Yield a curve in pieces: it is broken where a loss is not finite. A single point is a short stroke."""
    finite = np.isfinite(y)
    begins = np.flatnonzero(finite & ~np.concatenate(([False], finite[:-1])))
    ends = np.flatnonzero(finite & ~np.concatenate((finite[1:], [False]))) + 1
    for begin, end in zip(begins, ends, strict=True):
        points = [QPointF(a, b) for a, b in zip(x[begin:end].tolist(), y[begin:end].tolist(), strict=True)]
        if len(points) == 1:
            points.append(points[0] + QPointF(1.0, 0.0))
        yield QPolygonF(points)
