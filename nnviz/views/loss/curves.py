"""The curves of the loss plot as items of pyqtgraph, each made once."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QColor, QPen

from nnviz.model.binding import Array
from nnviz.views.theme import Theme, metrics

_SMOOTH = 500
"""Points up to which a curve is drawn smooth; longer ones cost too much, and look the same."""
_BAND_OPACITY = 0.3
_DASHES = [4.0, 3.0]
_DOTS = [1.0, 2.5]


def _pen(colour: QColor, width: float, dashes: list[float] | None = None) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    if dashes:
        pen.setDashPattern(dashes)
    return pen


class Curve(pg.PlotCurveItem):
    """One line; where it is long it is drawn thin and unsmoothed."""

    def __init__(self, colour: QColor, width: float, dashes: list[float] | None = None) -> None:
        super().__init__(connect="finite", skipFiniteCheck=False)
        self._thick, self._thin = _pen(colour, width, dashes), _pen(colour, min(width, 1), dashes)
        if dashes is None:
            # Qt strokes a long path wider than a pixel hundreds of times slower than its segments.
            self.setSegmentedLineMode("on")

    def show_points(self, x: Array, y: Array) -> None:
        """Draw a line through points; it is broken where they are NaN."""
        smooth = len(x) <= _SMOOTH
        self.setData(x, y, antialias=smooth, pen=self._thick if smooth else self._thin)

    def clear_points(self) -> None:
        """Draw nothing."""
        if self.xData is not None and len(self.xData):
            self.setData(np.empty(0), np.empty(0))


class Curves:
    """All lines of the plot, from the back to the front.

    Attributes
    ----------
    grid, band, total, accuracy, test, train
        Hairlines, batch losses, J, accuracy, and the losses over the test and the training data.
    """

    def __init__(self, theme: Theme) -> None:
        stroke, hair = metrics.STROKE * theme.scale, float(theme.px(metrics.BORDER))
        faint = QColor(theme.accent)
        faint.setAlphaF(_BAND_OPACITY)
        self.grid = pg.PlotCurveItem(pen=_pen(QColor(theme.border), hair), connect="pairs", antialias=False)
        self.band = pg.PlotCurveItem(pen=_pen(faint, 1), connect="finite", antialias=False)
        self.total = Curve(QColor(theme.secondary), hair)
        self.accuracy = Curve(QColor(theme.holds), stroke, _DOTS)
        self.test = Curve(QColor(theme.text), stroke, _DASHES)
        self.train = Curve(QColor(theme.accent), stroke)

    def add_to(self, item: pg.PlotItem) -> None:
        """Put them on a plot."""
        for z, curve in enumerate((self.grid, self.band, self.total, self.accuracy, self.test, self.train)):
            curve.setZValue(z)
            curve.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            item.addItem(curve, ignoreBounds=True)
