"""Notices on the plot: what is left out of it, or cannot be drawn."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QPainter

from nnviz.model.text.numbers import format_count
from nnviz.views.plots.predictions.plot import PlotMoment, PredictionPlot
from nnviz.views.plots.predictions.viewport import Viewport
from nnviz.views.theme import Theme, hint_font, metrics, ui_font


def notices_of(plot: PredictionPlot, viewport: Viewport, moment: PlotMoment, *, is_home: bool) -> list[str]:
    """Return what is left out of the plot, or cannot be drawn."""
    notices = []
    predictions = moment.predictions
    if plot.finite(moment) == "some":
        notices.append(QCoreApplication.translate("Boundary", "hatched: not a number"))
    if predictions.is_partial:
        text = QCoreApplication.translate("Boundary", "%1 of %2 samples drawn")
        text = text.replace("%1", format_count(len(predictions.samples)))
        notices.append(text.replace("%2", format_count(predictions.of)))
    outside = plot.outside(viewport, moment)
    if outside and outside == len(predictions.samples):
        notices.append(QCoreApplication.translate("Boundary", "no samples in view · press 0 to show all"))
    elif outside and is_home:
        text = QCoreApplication.translate("Boundary", "samples outside: %1")
        notices.append(text.replace("%1", format_count(outside)))
    return notices


class PlotNotices:
    """Draws notices on plates of the panel's colour, so that they can be read on any plane.

    Parameters
    ----------
    theme
        Colours and fonts.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._small, self._large = hint_font(theme), ui_font(theme, bold=True)

    def draw(
        self, painter: QPainter, plot: PredictionPlot, viewport: Viewport, moment: PlotMoment, *, is_home: bool
    ) -> None:
        """Draw the notices at the bottom; where nothing at all can be drawn, say so in the middle."""
        area, gap = viewport.area, self._theme.px(metrics.SMALL_GAP)
        if plot.finite(moment) == "none":
            painter.setFont(self._large)
            text = QCoreApplication.translate("Boundary", "not a number")
            box = _box(QFontMetrics(self._large), text, gap)
            box.moveCenter(area.center())
            self._plate(painter, box, text, self._theme.fault)
            return
        notices = notices_of(plot, viewport, moment, is_home=is_home)
        if notices:
            painter.setFont(self._small)
            measure = QFontMetrics(self._small)
            room = max(0, int(area.width() - 4 * gap))
            text = measure.elidedText(" · ".join(notices), Qt.TextElideMode.ElideRight, room)
            box = _box(measure, text, gap)
            box.moveBottomLeft(area.bottomLeft())
            self._plate(painter, box.translated(gap, -gap), text, self._theme.secondary)

    def _plate(self, painter: QPainter, box: QRectF, text: str, colour: str) -> None:
        corner = self._theme.px(metrics.SMALL_GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.panel))
        painter.drawRoundedRect(box, corner, corner)
        painter.setPen(QColor(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _box(measure: QFontMetrics, text: str, gap: int) -> QRectF:
    return QRectF(0, 0, measure.horizontalAdvance(text) + 2 * gap, measure.height() + gap)
