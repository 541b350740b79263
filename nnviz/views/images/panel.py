"""The panel of samples that are images."""

from __future__ import annotations

from typing import Final, cast

import numpy as np
from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QResizeEvent, QShowEvent
from PyQt6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from nnviz.model.data import DataSet
from nnviz.model.session.selection import Selection, shown_sample
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_count
from nnviz.views.images.confusion_view import ConfusionView
from nnviz.views.images.part_predictions import Part, PartPredictions, PartPredictor
from nnviz.views.images.sample_view import SampleView
from nnviz.views.images.wrong_strip import WrongStrip
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets import SegmentedControl
from nnviz.views.widgets.image_tiles import ImageTile, ImageTiles
from nnviz.views.widgets.sample_images import limits_of, weights_picture

SAMPLE, WEIGHTS, TABLE = "sample", "weights", "table"

_PAUSE: Final = 300
"""Milliseconds between two drawings while running: pictures cannot be compared faster."""
_WIDE: Final = 660
_HIGH: Final = 460
"""From this size at scale 1 on, all parts are shown at once."""
_LOW: Final = 230
"""Below this height at scale 1 there is no room for the wrong samples under the sample or the weights."""
_LEAST_WEIGHTS: Final = 24
_MOST_UNITS: Final = 100


class ImagesPanel(Panel):
    """Shows the selected sample with its outputs, the first layer's weights, and the misclassified samples.

    Signals
    -------
    sample_requested(object)
        Select a sample by its index in the data.
    unit_requested(int, int)
        Select a unit by its layer, and its number from 0.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    sample_requested = pyqtSignal(object)
    unit_requested = pyqtSignal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("images", "", theme, parent)
        self.set_title(self.tr("Images"))
        self._snapshot: Snapshot | None = None
        self._selection = Selection()
        self._running = False
        self._limits: tuple[float, float] = (0.0, 1.0)
        self._limits_of: DataSet | None = None
        self._predictor = PartPredictor()
        self._predicted: PartPredictions | None = None
        self._shown: tuple[PartPredictions, int | None] | None = None
        self.ways = SegmentedControl(theme)
        self.sample, self.confusion, self.wrong = SampleView(theme), ConfusionView(theme), WrongStrip(theme)
        self.weights = ImageTiles(theme, _LEAST_WEIGHTS)
        self.explanation = QLabel()
        self.drawing, self.clearing = QToolButton(), QToolButton()
        self._grid = QGridLayout()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._refresh)
        self._add_controls()
        self.set_body(self._make_body())

    # What comes in -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state; while running, only the newest one, a few times a second."""
        self._snapshot = snapshot
        if self._running:
            if not self._timer.isActive() and self.isVisible():
                self._timer.start()
        else:
            self._refresh()

    def show_selection(self, selection: Selection) -> None:
        """Show another sample, and ring the selected unit."""
        if selection != self._selection:
            self._selection = selection
            if not self._running:
                self._refresh()

    def show_running(self, running: bool) -> None:
        """Follow a run a few times a second, and show its end exactly."""
        if running != self._running:
            self._running = running
            if not running:
                self._timer.stop()
                self._refresh()

    def part(self) -> Part:
        """Return which samples are counted."""
        return cast(Part, self.wrong.parts.chosen_key())

    def predicted(self) -> PartPredictions | None:
        """Return the predictions that are counted; None when there are none."""
        return self._predicted

    def showEvent(self, event: QShowEvent | None) -> None:
        """Show what arrived while the panel was hidden."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Show all parts at once where there is room."""
        super().resizeEvent(event)
        self._arrange()

    # Drawing -----------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or not self.isVisible():
            return
        shape = snapshot.data.image_shape
        self._arrange()
        if shape is None:
            return
        if self._limits_of is not snapshot.data:
            self._limits_of, self._limits = snapshot.data, limits_of(snapshot.data)
            self._offer_parts(snapshot.data)
        sample = shown_sample(snapshot, self._selection)
        if not self.sample.isHidden():
            self.sample.show_sample(snapshot, sample, self._limits)
        if not self.weights.isHidden():
            self._show_weights(snapshot, shape)
        if not self.wrong.isHidden() or not self.confusion.isHidden():
            self._show_predictions(snapshot)

    def _show_predictions(self, snapshot: Snapshot) -> None:
        chosen = self._selection.sample
        self._predicted = self._predictor.run(snapshot, self.part(), running=self._running)
        if (self._predicted, chosen) != self._shown:
            self._shown = self._predicted, chosen
            self.wrong.show_predictions(snapshot, self._predicted, self._limits, chosen)
            self.confusion.show_predictions(snapshot, self._predicted, chosen)

    def _show_weights(self, snapshot: Snapshot, shape: tuple[int, int]) -> None:
        weights = snapshot.values["W1"][:_MOST_UNITS]
        finite = np.abs(weights[np.isfinite(weights)])
        scale = float(finite.max(initial=0.0)) or 1.0
        unit = self._selection.unit
        tip = self.tr("weights of unit %1 of layer 1; click to select it")
        tiles = [
            ImageTile(n, weights_picture(self.theme, row, shape, scale), str(n + 1), tip.replace("%1", str(n + 1)))
            for n, row in enumerate(weights)
        ]
        self.weights.show_tiles(tiles, unit[1] if unit is not None and unit[0] == 1 else None)
        units = len(snapshot.values["W1"])
        text = self.tr("first %1 of %2 units").replace("%1", format_count(_MOST_UNITS))
        self.set_note(text.replace("%2", format_count(units)) if units > _MOST_UNITS else "")

    # Arranging ---------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Show the parts that fit and that make sense for the data."""
        snapshot = self._snapshot
        has_images = snapshot is not None and snapshot.data.image_shape is not None
        has_classes = has_images and snapshot is not None and snapshot.data.labels is not None
        px = self.theme.px
        everything = has_images and self.width() >= px(_WIDE) and self.height() >= px(_HIGH)
        way = self.ways.chosen_key()
        self.explanation.setVisible(not has_images)
        self.ways.setVisible(has_images and not everything)
        self.drawing.setVisible(has_images)
        self.clearing.setVisible(has_images and self.drawing.isChecked())
        self.wrong.set_single_row(not everything)
        shown = {
            self.sample: everything or way == SAMPLE,
            self.weights: everything or way == WEIGHTS,
            self.confusion: has_classes and (everything or way == TABLE),
            self.wrong: has_classes and (everything or (way != WEIGHTS and self.height() >= px(_LOW))),
        }
        if not has_images:
            self.set_note("")
        places = {self.sample: (0, 0), self.confusion: (0, 1), self.weights: (1, 0), self.wrong: (1, 1)}
        for widget, (row, column) in places.items():
            if everything:
                self._grid.addWidget(widget, row, column)
            else:
                self._grid.addWidget(widget, 3 if widget is self.wrong else 0, 0)
        # Added to the layout first: a widget without a parent would be shown as a window of its own.
        for widget, wanted in shown.items():
            widget.setVisible(has_images and wanted)
        self._grid.setColumnStretch(1, 1 if everything else 0)
        self._grid.setRowStretch(1, 1 if everything else 0)

    def _offer_parts(self, data: DataSet) -> None:
        choices = [("test", self.tr("test")), ("train", self.tr("training"))]
        self.wrong.parts.set_choices(choices if len(data.test) else choices[1:])
        self.wrong.parts.choose("test" if len(data.test) else "train")
        table = [] if data.labels is None else [(TABLE, self.tr("table"))]
        self.ways.set_choices([(SAMPLE, self.tr("sample")), (WEIGHTS, self.tr("weights")), *table])

    def _choose(self, key: str) -> None:
        self._refresh()

    def _draw(self, drawing: bool) -> None:
        """Let the person draw, or show the sample again."""
        if drawing:
            self.ways.choose(SAMPLE)
            self._refresh()
            self.sample.begin_drawing()
        else:
            self.sample.end_drawing()
        self._arrange()

    def _select_unit(self, unit: int) -> None:
        self.unit_requested.emit(1, unit)

    # Making ------------------------------------------------------------------------------------------------------

    def _add_controls(self) -> None:
        self.ways.set_choices([(SAMPLE, self.tr("sample")), (WEIGHTS, self.tr("weights"))])
        self.ways.hide()
        self.add_control(self.ways)
        self.drawing.setText(self.tr("Draw"))
        self.drawing.setCheckable(True)
        self.drawing.setToolTip(self.tr("Draw a picture with the mouse, and see what the network answers"))
        self.drawing.toggled.connect(self._draw)
        self.clearing.setText(self.tr("Clear"))
        self.clearing.setToolTip(self.tr("Take what was drawn away"))
        self.clearing.clicked.connect(self.sample.clear_drawing)
        for button in (self.drawing, self.clearing):
            button.hide()
            self.add_control(button)
        for control in (self.ways, self.wrong.parts):
            control.chosen.connect(self._choose)
        self.sample.setAccessibleName(self.tr("The selected sample"))
        self.weights.setAccessibleName(self.tr("The first layer's weights"))
        self.wrong.sample_requested.connect(self.sample_requested)
        self.confusion.sample_requested.connect(self.sample_requested)
        self.weights.clicked.connect(self._select_unit)

    def _make_body(self) -> QWidget:
        body = QWidget()
        padding, gap = self.theme.px(metrics.PADDING), self.theme.px(metrics.GAP)
        self._grid.setContentsMargins(padding, 0, padding, gap)
        self._grid.setSpacing(2 * gap)
        body.setLayout(self._grid)
        # Not what the parts of the moment need: a low window leaves some out.
        body.setMinimumHeight(self.theme.px(metrics.UNIT))
        self.explanation.setText(self.tr("These samples are not images. Those of the handwritten-digit scenarios are."))
        self.explanation.setWordWrap(True)
        self.explanation.setProperty("role", "secondary")
        self.explanation.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.explanation, 0, 0)
        self._grid.setRowStretch(0, 1)
        return body
