"""The curves of the loss plot as items of pyqtgraph, each created once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QColor, QPen

from nnviz.model.arrays.array import Array
from nnviz.views.plots.branch_pens import compared_pen
from nnviz.views.plots.compared_branches import ComparedBranch
from nnviz.views.theme import Theme, metrics

_BAND_SHARE = 0.32
"""Share of the accent colour in the band behind the curves."""
_DASHES = [4.0, 3.0]
_DOTS = [1.0, 2.5]


def _pen(colour: QColor, width: float, dashes: list[float] | None = None) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    if dashes:
        pen.setDashPattern(dashes)
    return pen


def _mixed(ground: QColor, colour: QColor, share: float) -> QColor:
    """Return an opaque colour between two: lines of a translucent one would be darker where they cross."""
    pairs = zip(ground.getRgb()[:3], colour.getRgb()[:3], strict=True)
    return QColor(*(round((below or 0) + share * ((above or 0) - (below or 0))) for below, above in pairs))


class LineItem(pg.PlotCurveItem):
    """Lines of the plot; what they cover is set from outside: computing it in every frame costs as much as drawing."""

    def __init__(self, pen: QPen, connect: str, *, antialias: bool) -> None:
        self._covered = QRectF()
        super().__init__(pen=pen, connect=connect, antialias=antialias)
        if pen.style() == Qt.PenStyle.SolidLine:
            # Qt strokes a long path many times slower than its segments.
            self.setSegmentedLineMode("on")

    def cover(self, rect: QRectF) -> None:
        """Set the part of the plane that is on the screen."""
        if rect != self._covered:
            self.prepareGeometryChange()
            self._covered = rect

    def boundingRect(self) -> QRectF:
        """Return the part of the plane that is on the screen."""
        return self._covered


class CurveItem(LineItem):
    """One smooth line of a few hundred points."""

    def __init__(self, colour: QColor, width: float, dashes: list[float] | None = None) -> None:
        super().__init__(_pen(colour, width, dashes), "finite", antialias=True)

    def show_points(self, x: Array, y: Array) -> None:
        """Draw a line through points; it is broken where they are NaN."""
        self.setVisible(True)
        self.setData(x, y)

    def draw_as(self, pen: QPen) -> None:
        """Use another pen."""
        if pen != self.opts["pen"]:
            self.setPen(pen)
            self.setSegmentedLineMode("on" if pen.style() == Qt.PenStyle.SolidLine else "auto")

    def clear_points(self) -> None:
        """Draw nothing."""
        if self.isVisible():
            self.setVisible(False)
            self.setData(np.empty(0), np.empty(0))


class Curves:
    """All lines of the plot, from the back to the front.

    Attributes
    ----------
    grid, band, later, total, accuracy, test, train
        Hairlines, batch losses, what came after a cursor in the past, J, accuracy, and the losses over the test and the
        training data.
    compared
        Training losses of other branches: as many items as were ever needed at once.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        stroke, hair = metrics.STROKE * theme.scale, float(theme.px(metrics.BORDER))
        faint = _mixed(QColor(theme.panel), QColor(theme.accent), _BAND_SHARE)
        self.grid = LineItem(_pen(QColor(theme.border), hair), "pairs", antialias=False)
        self.band = LineItem(_pen(faint, 1), "finite", antialias=False)
        self.later = CurveItem(QColor(theme.faint), hair)
        self.total = CurveItem(QColor(theme.secondary), hair)
        self.accuracy = CurveItem(QColor(theme.holds), stroke, _DOTS)
        self.test = CurveItem(QColor(theme.text), stroke, _DASHES)
        self.train = CurveItem(QColor(theme.accent), stroke)
        self.compared: list[CurveItem] = []
        self._item: pg.PlotItem | None = None
        self._lines: list[LineItem] = [
            self.grid,
            self.band,
            self.later,
            self.total,
            self.accuracy,
            self.test,
            self.train,
        ]

    def add_to(self, item: pg.PlotItem) -> None:
        """Add the lines to a plot."""
        self._item = item
        for z, curve in enumerate(self._lines):
            self._add(curve, z)

    def _add(self, line: LineItem, z: float) -> None:
        assert self._item is not None  # the lines are added to a plot before anything is drawn
        line.setZValue(z)
        line.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._item.addItem(line, ignoreBounds=True)

    def compared_for(self, branches: Sequence[ComparedBranch]) -> list[CurveItem]:
        """Return a curve for each other branch, with its pen; curves that are not needed are cleared."""
        while len(self.compared) < len(branches):
            curve = CurveItem(QColor(self._theme.secondary), 1.0)
            curve.cover(self.grid.boundingRect())
            self._add(curve, self._lines.index(self.later) + 0.5)
            self.compared.append(curve)
            self._lines.append(curve)
        for curve, branch in zip(self.compared, branches, strict=False):
            # Thin lines: Qt strokes wider ones many times slower.
            curve.draw_as(compared_pen(self._theme, branch.place, float(self._theme.px(metrics.BORDER))))
        for curve in self.compared[len(branches) :]:
            curve.clear_points()
        return self.compared[: len(branches)]

    def cover(self, rect: QRectF) -> None:
        """Set the part of the plane that is on the screen."""
        for line in self._lines:
            line.cover(rect)
