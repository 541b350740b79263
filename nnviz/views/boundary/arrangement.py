"""The layout of the plot and its text: beside it, below it, or left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PyQt6.QtCore import QRectF

from nnviz.views.plots.predictions.plot import PredictionPlot
from nnviz.views.theme import Theme, metrics

SIDE_WIDTH: Final = 122
SIDE_HEIGHT: Final = 40
"""Room for the text beside the plot, and for the two lines below it, in pixels at scale 1."""

_WORTH: Final = 0.74
"""The text goes where the plot keeps at least this share of its size."""
_LEAST: Final = 150
"""A plot smaller than this takes all the room."""

Place = Literal["beside", "below", "none"]


@dataclass(frozen=True)
class PlotArrangement:
    """Rectangles in the widget's pixels.

    Attributes
    ----------
    plot
        The plot without its axes.
    text
        Room for the text.
    place
        On which side of the plot it is.
    """

    plot: QRectF
    text: QRectF
    place: Place


def arrange(theme: Theme, plot: PredictionPlot, width: float, height: float) -> PlotArrangement:
    """Divide a widget between a plot and its text."""
    gap, padding = theme.px(metrics.GAP + metrics.SMALL_GAP), theme.px(metrics.PADDING)
    room = QRectF(padding, 0, max(width - 2 * padding, 1.0), max(height - theme.px(metrics.SMALL_GAP), 1.0))
    beside = room.adjusted(0, 0, -min(theme.px(SIDE_WIDTH) + gap, room.width() - 1), 0)
    below = room.adjusted(0, 0, 0, -min(theme.px(SIDE_HEIGHT) + gap, room.height() - 1))
    whole = _fitted(theme, plot, room)
    candidates: tuple[tuple[Place, QRectF], ...] = (("beside", beside), ("below", below))
    for place, rest in candidates:
        fitted = _fitted(theme, plot, rest)
        worth = min(fitted.width() / whole.width(), fitted.height() / whole.height())
        if worth >= _WORTH and min(fitted.width(), fitted.height()) >= theme.px(_LEAST):
            bottom = fitted.bottom() + theme.px(plot.insets.bottom) + gap
            text = (
                QRectF(fitted.right() + gap, room.top(), room.right() - fitted.right() - gap, room.height())
                if place == "beside"
                else QRectF(room.left(), bottom, room.width(), room.bottom() - bottom)
            )
            return PlotArrangement(fitted, text, place)
    free = room.right() - theme.px(plot.insets.right) - whole.right()
    centred = whole.translated(free // 2, 0) if plot.square else whole
    return PlotArrangement(centred, QRectF(), "none")


def _fitted(theme: Theme, plot: PredictionPlot, room: QRectF) -> QRectF:
    """Return the rectangle of the plot within some room: without its axes, square if required, on whole pixels."""
    insets = plot.insets
    inner = room.adjusted(
        theme.px(insets.left), theme.px(insets.top), -theme.px(insets.right), -theme.px(insets.bottom)
    )
    width, height = max(inner.width(), 1.0), max(inner.height(), 1.0)
    if plot.square:
        width = height = min(width, height)
    return QRectF(int(inner.left()), int(inner.top()), int(width), int(height))
