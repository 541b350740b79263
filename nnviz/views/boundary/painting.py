"""Drawing the plot: its background, the samples, the notices and the text."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QColor, QPainter

from nnviz.views.boundary.gesture import Gesture
from nnviz.views.boundary.notices import PlotNotices
from nnviz.views.boundary.scene import PlotScene
from nnviz.views.boundary.text_block import TextBlock
from nnviz.views.painter_state import saved
from nnviz.views.plots.predictions.plot import PlotMoment, PredictionPlot
from nnviz.views.plots.predictions.spots import TRAIN, Spots, diameter, draw_ring, draw_spot, kinds_of
from nnviz.views.plots.predictions.viewport import Viewport
from nnviz.views.theme import Theme, class_colour, draw_now_disc, draw_now_ring, hatch_brush, metrics


class ScenePainter:
    """Draws a scene, and on it what is being edited.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._spots = Spots(theme)
        self._text = TextBlock(theme)
        self._notices = PlotNotices(theme)

    def draw(self, painter: QPainter, scene: PlotScene, gesture: Gesture) -> None:
        """Draw everything; nothing before the first state."""
        moment, plot = scene.moment(), scene.plot()
        if moment is None or plot is None:
            return
        where, ringed = scene.arrangement(), scene.ringed_sample()
        viewport = scene.viewport(where)
        plot.paint(painter, viewport, moment)
        if plot.finite(moment) == "none":
            fault = replace(self._theme, hatching=self._theme.fault)
            painter.fillRect(where.plot, hatch_brush(fault))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_samples(painter, plot, viewport, moment, gesture, ringed)
        self._draw_box(painter, plot, viewport, moment, ringed)
        self._notices.draw(painter, plot, viewport, moment, is_home=scene.is_home)
        if where.place != "none":
            self._text.draw(painter, where, scene.paragraphs(brief=where.place == "below"))

    def _draw_samples(
        self,
        painter: QPainter,
        plot: PredictionPlot,
        viewport: Viewport,
        moment: PlotMoment,
        gesture: Gesture,
        ringed: int | None,
    ) -> None:
        predictions = moment.predictions
        positions = viewport.positions(plot.places(moment))
        if gesture.moved is not None:
            moved = predictions.place_of(gesture.moved[0])
            if moved is not None:
                shown = viewport.position(*gesture.moved[1])
                positions[:, moved] = shown.x(), shown.y()
        with saved(painter):
            painter.setClipRect(viewport.area)
            fills, fill_of = plot.fills(moment)
            kinds, style = kinds_of(predictions.is_test, predictions.wrong), plot.style(moment)
            self._spots.draw(painter, positions, fills, fill_of, kinds, style)
            size = diameter(self._theme, len(predictions.samples))
            if gesture.stroke is not None and gesture.brush is not None:
                fill = class_colour(self._theme, gesture.brush)
                for place in gesture.stroke.places:
                    draw_spot(painter, style, viewport.position(*place), size, fill, TRAIN)
            plot.paint_over(painter, viewport, moment)
            for sample, is_now in ((gesture.hovered, False), (ringed, True)):
                column = None if sample is None else predictions.place_of(sample)
                if column is not None and np.isfinite(positions[:, column]).all():
                    centre = QPointF(float(positions[0, column]), float(positions[1, column]))
                    around = size + self._theme.px(metrics.SAMPLE)
                    # On a strong colour of the plane the ring needs a lighter background to be seen.
                    if is_now:
                        draw_now_disc(painter, self._theme, centre, around - self._theme.px(metrics.RING))
                        continue
                    draw_ring(painter, centre, around, QColor(self._theme.panel), self._theme.px(2 * metrics.RING))
                    draw_ring(painter, centre, around, QColor(self._theme.accent), self._theme.px(metrics.RING))

    def _draw_box(
        self, painter: QPainter, plot: PredictionPlot, viewport: Viewport, moment: PlotMoment, ringed: int | None
    ) -> None:
        """Outline the ringed sample's cell, where samples are not drawn one by one."""
        box = None if ringed is None else plot.box_of(viewport, moment, ringed)
        if box is not None:
            draw_now_ring(painter, self._theme, box)
