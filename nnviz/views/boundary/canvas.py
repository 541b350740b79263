"""The widget on which the plot is drawn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PyQt6.QtCore import QPointF, QSize, Qt
from PyQt6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QSizePolicy, QWidget

from nnviz.model.session.selection import Selection, shown_sample
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.boundary.arrangement import PlotArrangement, arrange
from nnviz.views.boundary.edits import Place
from nnviz.views.boundary.notices import PlotNotices
from nnviz.views.boundary.stroke import Stroke
from nnviz.views.boundary.text_block import TextBlock
from nnviz.views.boundary.words import words_of
from nnviz.views.plots.predictions.plot import PlotMoment, PredictionPlot
from nnviz.views.plots.predictions.predictor import Predictor
from nnviz.views.plots.predictions.spots import TRAIN, Spots, diameter, draw_ring, draw_spot, kinds_of
from nnviz.views.plots.predictions.view_state import ViewState
from nnviz.views.plots.predictions.viewport import Viewport
from nnviz.views.theme import Theme, class_colour, hatch_brush, metrics


class Canvas(QWidget):
    """Draws a plot, the samples on it, and the words beside it; `PlotCanvas` adds the mouse and the keyboard.

    Everything that follows from a snapshot is computed when it is painted, so a hidden canvas costs nothing.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self._selection = Selection()
        self._plot: PredictionPlot | None = None
        self._running = False
        self._with_test = True
        self._moment: PlotMoment | None = None
        self._predictor = Predictor()
        self._view = ViewState()
        self._spots = Spots(theme)
        self._text = TextBlock(theme)
        self._notices = PlotNotices(theme)
        self._hovered: int | None = None
        self._preview: tuple[int, Place] | None = None
        self._brush: int | None = None
        self._stroke: Stroke | None = None
        # Everything is painted over, so that what lies behind need not be.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the size in the first layout."""
        return QSize(self._theme.px(360), self._theme.px(250))

    def minimumSizeHint(self) -> QSize:
        """Return a size at which the picture can still be read."""
        side = self._theme.px(2 * metrics.UNIT)
        return QSize(side, side)

    # What is shown -----------------------------------------------------------------------------------------------

    def show_moment(
        self, snapshot: Snapshot, selection: Selection, plot: PredictionPlot, running: bool, with_test: bool
    ) -> None:
        """Show a state in a way of drawing; nothing is computed before it is painted."""
        self._snapshot, self._selection, self._plot = snapshot, selection, plot
        self._running, self._with_test = running, with_test
        self._moment = None
        self.update()

    def moment(self) -> PlotMoment | None:
        """Return what is drawn: the newest snapshot and the samples' predictions."""
        if self._moment is None and self._snapshot is not None and self._plot is not None:
            chosen = self._selection.sample
            predictions = self._predictor.run(self._snapshot, self._with_test, self._running, chosen)
            self._moment = PlotMoment(self._snapshot, predictions, self.shown_output(), self._running)
            self._view.follow(self._plot, self._moment)
        return self._moment

    def plot(self) -> PredictionPlot | None:
        """Return the way of drawing."""
        return self._plot

    def arrangement(self) -> PlotArrangement:
        """Return where the plot and the text stand."""
        assert self._plot is not None  # asked for only when there is something to draw
        return arrange(self._theme, self._plot, self.width(), self._free_height())

    def viewport(self) -> Viewport:
        """Return what part of the plot is shown where."""
        self.moment()  # new data may have moved the view
        return self._view.viewport(self.arrangement().plot)

    def ringed_sample(self) -> int | None:
        """Return the sample that is ringed: the selected one, else the batch's first unless it changes every frame."""
        if self._snapshot is None:
            return None
        changes = self._running and len(self._snapshot.batch) < len(self._snapshot.data.train)
        return None if self._selection.sample is None and changes else shown_sample(self._snapshot, self._selection)

    def reset_view(self) -> None:
        """Show all of the plot."""
        self.moment()
        self._view.go_home()
        self.update()

    def spot_reach(self) -> float:
        """Return how near to a sample a click counts as on it, in pixels."""
        moment = self.moment()
        count = 0 if moment is None else len(moment.predictions.samples)
        return diameter(self._theme, count) / 2 + self._theme.px(metrics.SMALL_GAP)

    def text(self) -> str:
        """Return the words about the ringed sample, for those who do not see the plot."""
        moment = self.moment()
        if moment is None:
            return ""
        paragraphs = words_of(moment, self.ringed_sample(), brief=False)
        return "; ".join(", ".join(words.text for words in paragraph) for paragraph in paragraphs)

    def _free_height(self) -> int:
        return self.height()

    def shown_output(self) -> int:
        """Return the output that is drawn where only one can be: the selected unit's, else the first."""
        assert self._snapshot is not None  # asked for only when there is a snapshot
        unit = self._selection.unit
        return unit[1] if unit is not None and unit[0] == self._snapshot.network.depth else 0

    # Painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw everything."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        moment = self.moment()
        if moment is None or self._plot is None:
            return
        where = self.arrangement()
        viewport = self._view.viewport(where.plot)
        self._plot.paint(painter, viewport, moment)
        if self._plot.finite(moment) == "none":
            fault = replace(self._theme, hatching=self._theme.fault)
            painter.fillRect(where.plot, hatch_brush(fault))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_samples(painter, viewport, moment)
        self._notices.draw(painter, self._plot, viewport, moment, is_home=self._view.is_home)
        if where.place != "none":
            self._text.draw(painter, where, words_of(moment, self.ringed_sample(), brief=where.place == "below"))

    def _draw_stroke(self, painter: QPainter, viewport: Viewport, moment: PlotMoment) -> None:
        """Draw the samples that are being painted."""
        if self._stroke is None or self._brush is None or self._plot is None:
            return
        style, fill = self._plot.style(moment), class_colour(self._theme, self._brush)
        size = diameter(self._theme, len(moment.predictions.samples))
        for place in self._stroke.places:
            draw_spot(painter, style, viewport.position(*place), size, fill, TRAIN)

    def _draw_samples(self, painter: QPainter, viewport: Viewport, moment: PlotMoment) -> None:
        assert self._plot is not None  # the caller has one
        predictions = moment.predictions
        positions = viewport.positions(self._plot.places(moment))
        if self._preview is not None:
            moved = predictions.place_of(self._preview[0])
            if moved is not None:
                shown = viewport.position(*self._preview[1])
                positions[:, moved] = shown.x(), shown.y()
        painter.save()
        painter.setClipRect(viewport.area)
        fills, fill_of = self._plot.fills(moment)
        kinds, style = kinds_of(predictions.is_test, predictions.wrong), self._plot.style(moment)
        self._spots.draw(painter, positions, fills, fill_of, kinds, style)
        self._draw_stroke(painter, viewport, moment)
        self._plot.paint_over(painter, viewport, moment)
        size = diameter(self._theme, len(predictions.samples))
        for sample, colour in ((self._hovered, self._theme.accent), (self.ringed_sample(), self._theme.now_mark)):
            column = None if sample is None else predictions.place_of(sample)
            if column is not None and np.isfinite(positions[:, column]).all():
                centre = QPointF(float(positions[0, column]), float(positions[1, column]))
                around = size + self._theme.px(metrics.SAMPLE)
                # On a strong colour of the plane the ring needs a lighter ground to be seen.
                draw_ring(painter, centre, around, QColor(self._theme.panel), self._theme.px(2 * metrics.RING))
                draw_ring(painter, centre, around, QColor(colour), self._theme.px(metrics.RING))
        painter.restore()
        ringed = self.ringed_sample()
        box = None if ringed is None else self._plot.box_of(viewport, moment, ringed)
        if box is not None:
            painter.setPen(QPen(QColor(self._theme.now_mark), self._theme.px(metrics.RING)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
