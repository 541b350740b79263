"""The confusion matrix: how often each class is predicted as each."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QPainter

from nnviz.model.arrays.array import Array
from nnviz.model.engine.metrics import predicted_classes
from nnviz.model.prediction.grid import Extent
from nnviz.model.text.numbers import format_count
from nnviz.views.painter_state import saved
from nnviz.views.plots.predictions.plot import Insets, PlotMoment, PredictionPlot
from nnviz.views.plots.predictions.text import class_name
from nnviz.views.plots.predictions.viewport import Viewport
from nnviz.views.theme import Theme, class_rgba, hint_font, label_font, metrics, mono_small_font, text_on

_ELIDE: Final = Qt.TextElideMode.ElideRight

_STRONGEST: Final = 0.85
"""Share of the full colour that the fullest cell has, so that its number stays readable."""


class ConfusionPlot(PredictionPlot):
    """A row for each class, a column for each predicted class; the diagonal is in the classes' colours."""

    insets = Insets(left=38, top=4, right=2, bottom=34)
    zooms = False
    has_spots = False

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._numbers, self._labels, self._names = mono_small_font(theme), hint_font(theme), label_font(theme)

    def home(self, moment: PlotMoment) -> Extent:
        """Return a cell for each pair of classes."""
        count = _classes(moment)
        return Extent(0.0, count, 0.0, count)

    def places(self, moment: PlotMoment) -> Array:
        """Return no places: samples are counted and not drawn."""
        return np.full((2, len(moment.predictions.samples)), np.nan)

    def counts(self, moment: PlotMoment) -> NDArray[np.intp]:
        """Return ``(classes, classes)`` counts: a row for each class, a column for each predicted class."""
        count = _classes(moment)
        _, actual, answered = _pairs(moment)
        return np.bincount(actual * count + answered, minlength=count * count).reshape(count, count)

    def samples_at(self, viewport: Viewport, moment: PlotMoment, position: QPointF, reach: float) -> list[int]:
        """Return the samples that the cell at a pixel counts."""
        if not viewport.area.contains(position):
            return []
        across, up = viewport.place(position)
        samples, actual, answered = _pairs(moment)
        row = _classes(moment) - 1 - int(up)
        return [int(sample) for sample in samples[(actual == row) & (answered == int(across))]]

    def box_of(self, viewport: Viewport, moment: PlotMoment, sample: int) -> QRectF | None:
        """Return the cell that counts a sample."""
        samples, actual, answered = _pairs(moment)
        place = np.flatnonzero(samples == sample)
        return _cell(viewport, moment, int(actual[place[0]]), int(answered[place[0]])) if len(place) else None

    def tooltip_at(self, viewport: Viewport, moment: PlotMoment, position: QPointF) -> str:
        """Return a text on what the cell at a pixel counts."""
        if not viewport.area.contains(position):
            return ""
        across, up = viewport.place(position)
        count = len(self.samples_at(viewport, moment, position, 0.0))
        row = _classes(moment) - 1 - int(up)
        text = QCoreApplication.translate(
            "Boundary", "class %1, predicted %2: %3 samples; click to select the next one"
        )
        names = _names(moment)
        return text.replace("%3", format_count(count)).replace("%1", names[row]).replace("%2", names[int(across)])

    def paint(self, painter: QPainter, viewport: Viewport, moment: PlotMoment) -> None:
        """Draw the cells with their counts, and the classes at their edges."""
        counts = self.counts(moment)
        count = len(counts)
        share = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1) * _STRONGEST
        colours = class_rgba(self.theme, np.repeat(np.arange(count)[:, np.newaxis], count, axis=1), share)
        for row in range(count):
            for column in range(count):
                box = _cell(viewport, moment, row, column)
                fill = QColor(*colours[row, column].tolist())
                painter.fillRect(box.adjusted(0.5, 0.5, -0.5, -0.5), fill)
                text = format_count(int(counts[row, column]))
                painter.setFont(self._numbers)
                painter.setPen(text_on(self.theme, fill))
                if QFontMetrics(self._numbers).horizontalAdvance(text) <= box.width():
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        self._draw_labels(painter, viewport, _names(moment))

    def _draw_labels(self, painter: QPainter, viewport: Viewport, names: list[str]) -> None:
        area, gap, count = viewport.area, self.theme.px(metrics.SMALL_GAP), len(names)
        fonts = QFontMetrics(self._labels)
        height = fonts.height()
        painter.setPen(QColor(self.theme.secondary))
        painter.setFont(self._labels)
        for index, name in enumerate(names):
            left = QRectF(0, area.top() + index * area.height() / count, area.left() - gap, area.height() / count)
            below = QRectF(area.left() + index * area.width() / count, area.bottom() + 2, area.width() / count, height)
            # Beside the upright word at the very left.
            room = int(left.width()) - height
            painter.drawText(
                left, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, fonts.elidedText(name, _ELIDE, room)
            )
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, fonts.elidedText(name, _ELIDE, int(below.width())))
        painter.setFont(self._names)
        below = QRectF(area.left(), area.bottom() + height, area.width(), height + gap)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, QCoreApplication.translate("Boundary", "predicted"))
        with saved(painter):
            painter.translate(area.left() - self.theme.px(self.insets.left), area.center().y())
            painter.rotate(-90)
            beside = QRectF(-area.height() / 2, 0, area.height(), height + gap)
            painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, QCoreApplication.translate("Boundary", "class"))


def _classes(moment: PlotMoment) -> int:
    return max(moment.snapshot.data.n_classes, moment.snapshot.network.output.units, 2)


def _names(moment: PlotMoment) -> list[str]:
    """Return the names of the classes; the numbers of those that have none."""
    return [class_name(moment.snapshot.data, label) for label in range(_classes(moment))]


def _cell(viewport: Viewport, moment: PlotMoment, row: int, column: int) -> QRectF:
    """Return the rectangle of the cell of a class and a predicted class."""
    count, area = _classes(moment), viewport.area
    width, height = area.width() / count, area.height() / count
    return QRectF(area.left() + column * width, area.top() + row * height, width, height)


def _pairs(moment: PlotMoment) -> tuple[NDArray[np.intp], NDArray[np.int64], NDArray[np.int64]]:
    """Return the drawn samples that have a prediction, their classes, and their predicted classes."""
    labels, predictions = moment.snapshot.data.labels, moment.predictions
    assert labels is not None  # the table is offered for classification only
    there = ~np.isnan(predictions.outputs).any(axis=0)
    samples = predictions.samples[there]
    return samples, labels[samples], predicted_classes(predictions.outputs[:, there], moment.snapshot.threshold)
