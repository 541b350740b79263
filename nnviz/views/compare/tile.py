"""The predictions of one session as a small picture: its decision boundary, fitted curve, or accuracy as a bar."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PyQt6.QtCore import QCoreApplication, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter

from nnviz.model.comparison import ComparedSnapshot
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_number, format_percent
from nnviz.views.painter_state import saved
from nnviz.views.plots.predictions.curve import CurvePlot
from nnviz.views.plots.predictions.plane import PlanePlot
from nnviz.views.plots.predictions.plot import PlotMoment, PredictionPlot
from nnviz.views.plots.predictions.predictor import Predictor
from nnviz.views.plots.predictions.spots import Spots, kinds_of
from nnviz.views.plots.predictions.view_state import ViewState
from nnviz.views.theme import Theme, hatch_brush, heading_font, hint_font, metrics

_PLOTS: Final = (CurvePlot, PlanePlot)
"""The plots for one input and for two."""
_FULL: Final = 260.0
"""Side at scale 1 of a picture on which samples are as large as on the boundary panel."""
_STEPS, _LEAST = 10, 0.6
"""Steps in which samples become smaller with the picture, and their least size, as shares of the full size."""


def is_numbers(entry: ComparedSnapshot) -> bool:
    """Return whether predictions are shown as numbers: samples with more than two inputs have no place on a plane."""
    return entry.snapshot.network.n_inputs > len(_PLOTS)


class SessionTile:
    """Draws one session's picture, and keeps what it needs for that from snapshot to snapshot.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._plots: list[PredictionPlot] = [kind(theme) for kind in _PLOTS]
        self._predictor, self._view = Predictor(), ViewState()
        self._spots: dict[float, Spots] = {}
        self._shown: tuple[Snapshot, bool] | None = None
        self._moment: PlotMoment | None = None

    def draw(self, painter: QPainter, entry: ComparedSnapshot, area: QRectF, *, running: bool) -> QRectF:
        """Draw a session's predictions in an area; return the part of it that they take."""
        if is_numbers(entry):
            return self._draw_numbers(painter, entry.snapshot, area)
        plot = self._plots[entry.snapshot.network.n_inputs - 1]
        self._draw_plot(painter, plot, entry.snapshot, area, running=running)
        return area

    def _draw_plot(
        self, painter: QPainter, plot: PredictionPlot, snapshot: Snapshot, area: QRectF, *, running: bool
    ) -> None:
        if self._shown != (snapshot, running) or self._moment is None:
            predictions = self._predictor.run(snapshot, with_test=False, running=running, chosen=None)
            self._moment = PlotMoment(snapshot, predictions, 0, running)
            self._shown = snapshot, running
        moment = self._moment
        self._view.follow(plot, moment)
        viewport = self._view.viewport(area)
        with saved(painter):
            # The axes' numbers are outside; on so small a picture they would leave no room for the plot.
            painter.setClipRect(area)
            plot.paint(painter, viewport, moment)
            if plot.finite(moment) == "none":
                painter.fillRect(viewport.area, hatch_brush(replace(self._theme, hatching=self._theme.fault)))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            kinds = kinds_of(moment.predictions.is_test, moment.predictions.wrong)
            fills, fill_of = plot.fills(moment)
            positions = viewport.positions(plot.places(moment))
            self._spots_for(area).draw(painter, positions, fills, fill_of, kinds, plot.style(moment))
            plot.paint_over(painter, viewport, moment)

    def _spots_for(self, area: QRectF) -> Spots:
        share = area.width() / (_FULL * self._theme.scale)
        size = max(_LEAST, min(1.0, round(_STEPS * share) / _STEPS))
        if size not in self._spots:
            self._spots = {size: Spots(self._theme.scaled(size * self._theme.scale))}
        return self._spots[size]

    def _draw_numbers(self, painter: QPainter, snapshot: Snapshot, area: QRectF) -> QRectF:
        """Draw accuracies with bars, or losses; return the area that they take."""
        translate, now = QCoreApplication.translate, snapshot.metrics
        rows = [(translate("Compare", "train"), now.train_accuracy, now.train)]
        if now.test is not None:
            rows.append((translate("Compare", "test"), now.test_accuracy, now.test))
        theme, small, large = self._theme, hint_font(self._theme), heading_font(self._theme)
        gap, bar = theme.px(metrics.GAP), theme.px(metrics.TRACK)
        height = QFontMetricsF(large).height()
        top = area.top() + gap
        for name, accuracy, loss in rows:
            box = QRectF(area.left() + gap, top, area.width() - 2 * gap, height)
            painter.setFont(small)
            painter.setPen(QColor(theme.secondary))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
            painter.setFont(large)
            painter.setPen(QColor(theme.text))
            text = format_number(loss) if accuracy is None else f"{format_percent(accuracy)} %"
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            if accuracy is not None:
                track = QRectF(box.left(), box.bottom() + gap / 2, box.width(), bar)
                painter.fillRect(track, QColor(theme.border))
                painter.fillRect(QRectF(track.left(), track.top(), accuracy * track.width(), bar), QColor(theme.holds))
                top = track.bottom() + gap
            else:
                top = box.bottom() + gap
        return QRectF(area.left(), area.top(), area.width(), top - area.top())
