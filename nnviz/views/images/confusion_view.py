"""The widget of the confusion matrix."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.views.images.part_predictions import PartPredictions
from nnviz.views.plots.predictions.confusion import ConfusionPlot
from nnviz.views.plots.predictions.plot import PlotMoment
from nnviz.views.plots.predictions.viewport import Viewport
from nnviz.views.theme import Theme, draw_now_ring, metrics
from nnviz.views.widgets.place_tooltip import shows_tooltip


class ConfusionView(QWidget):
    """Draws the matrix; a click on a cell selects the next of the samples that it counts.

    Signals
    -------
    sample_requested(object)
        Select a sample by its index in the data.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    sample_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plot = ConfusionPlot(theme)
        self._moment: PlotMoment | None = None
        self._sample: int | None = None
        self.setAccessibleName(self.tr("Confusion matrix: how often each class is predicted as each"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return room for ten classes."""
        return QSize(self._theme.px(340), self._theme.px(220))

    def minimumSizeHint(self) -> QSize:
        """Return a size at which it can still be read."""
        return QSize(self._theme.px(3 * metrics.UNIT), self._theme.px(2 * metrics.UNIT))

    def show_predictions(self, snapshot: Snapshot, predicted: PartPredictions, sample: int | None) -> None:
        """Show the counts, and ring the cell of the selected sample."""
        self._moment = PlotMoment(snapshot, predicted.predictions, 0, running=False)
        self._sample = sample
        self.update()

    def counts(self) -> list[list[int]]:
        """Return the counts: a row for each class, a column for each predicted class."""
        return [] if self._moment is None else self._plot.counts(self._moment).tolist()

    def viewport(self) -> Viewport:
        """Return the place of the matrix in the widget."""
        assert self._moment is not None  # asked for when there is a matrix
        insets, px = self._plot.insets, self._theme.px
        box = QRectF(self.rect()).adjusted(px(insets.left), px(insets.top), -px(insets.right), -px(insets.bottom))
        return Viewport(self._plot.home(self._moment), box)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the matrix."""
        if self._moment is None:
            return
        painter, viewport = QPainter(self), self.viewport()
        self._plot.paint(painter, viewport, self._moment)
        box = None if self._sample is None else self._plot.box_of(viewport, self._moment, self._sample)
        if box is not None:
            draw_now_ring(painter, self._theme, box)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Select the next sample of a cell."""
        if event is None or self._moment is None or event.button() != Qt.MouseButton.LeftButton:
            return
        samples = self._plot.samples_at(self.viewport(), self._moment, event.position(), 0.0)
        if samples:
            after = [sample for sample in samples if self._sample is None or sample > self._sample]
            self.sample_requested.emit((after or samples)[0])

    def event(self, event: QEvent | None) -> bool:
        """Show what the cell under the mouse counts."""
        return shows_tooltip(self, event, self._tip_at) or super().event(event)

    def _tip_at(self, position: QPointF) -> str:
        return "" if self._moment is None else self._plot.tooltip_at(self.viewport(), self._moment, position)
