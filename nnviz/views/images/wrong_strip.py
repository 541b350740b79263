"""The misclassified samples, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PyQt6.QtCore import QCoreApplication, pyqtSignal
from PyQt6.QtGui import QImage
from PyQt6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from nnviz.model.data import DataSet
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_count
from nnviz.views.images.part_predictions import PartPredictions
from nnviz.views.plots.predictions.text import class_name
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets import ElidedLabel, SegmentedControl
from nnviz.views.widgets.image_tiles import ImageTile, ImageTiles
from nnviz.views.widgets.sample_images import picture_of

_SIDE: Final = 40
"""Side of a picture at scale 1."""


class WrongStrip(QWidget):
    """A row of images below their number; a click selects the sample.

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
        self._snapshot: Snapshot | None = None
        self._predicted: PartPredictions | None = None
        self._limits = (0.0, 1.0)
        self._chosen: int | None = None
        self._images: dict[int, QImage] = {}
        self._first = 0
        self.summary, self.page = ElidedLabel("", self), ElidedLabel("", self)
        self.tiles = ImageTiles(theme, _SIDE, self, grows=False)
        self.set_single_row(True)
        self.back, self.on = self._button("‹", self.tr("Previous page")), self._button("›", self.tr("Next page"))
        self.parts = SegmentedControl(theme, self)
        self.parts.setToolTip(self.tr("Which samples are counted"))
        for label in (self.summary, self.page):
            label.setProperty("role", "label")
        self._lay_out()
        self.tiles.clicked.connect(self.sample_requested)
        self.tiles.room_changed.connect(self._fill)
        self.back.clicked.connect(self._turn_back)
        self.on.clicked.connect(self._turn_on)

    def show_predictions(
        self, snapshot: Snapshot, predicted: PartPredictions, limits: tuple[float, float], chosen: int | None
    ) -> None:
        """Show which samples are misclassified."""
        if self._snapshot is None or self._snapshot.data is not snapshot.data:
            self._images = {}
        self._snapshot, self._predicted, self._limits, self._chosen = snapshot, predicted, limits, chosen
        self.summary.setText(wrong_text(predicted))
        self._fill()

    def set_single_row(self, single: bool) -> None:
        """Limit the height to one row of images, or all the height there is."""
        self.tiles.set_single_row(single)

    def shown(self) -> Sequence[int]:
        """Return the samples on the page, by their indices in the data."""
        return [tile.key for tile in self.tiles.tiles()]

    # Inside ------------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        if self._snapshot is None or self._predicted is None:
            return
        wrong, room = self._predicted.wrong, self.tiles.capacity()
        self._first = max(0, min(self._first, len(wrong) - 1) // room * room)
        page = [int(sample) for sample in wrong[self._first : self._first + room]]
        self._images = {sample: image for sample, image in self._images.items() if sample in page}
        self.tiles.show_tiles([self._tile(sample) for sample in page], self._chosen)
        paged = len(wrong) > room
        for part in (self.page, self.back, self.on):
            part.setVisible(paged)
        self.back.setEnabled(self._first > 0)
        self.on.setEnabled(self._first + room < len(wrong))
        text = self.tr("%1–%2").replace("%1", format_count(self._first + 1))
        self.page.setText(text.replace("%2", format_count(self._first + len(page))))

    def _tile(self, sample: int) -> ImageTile:
        assert self._snapshot is not None  # the callers have both
        assert self._predicted is not None
        data = self._snapshot.data
        assert data.image_shape is not None  # shown for images only
        image = self._images.get(sample)
        if image is None:
            image = self._images[sample] = picture_of(self._theme, data.raw[:, sample], data.image_shape, self._limits)
        text = mistaken_text(data, sample, self._predicted.class_of(sample))
        tip = self.tr("sample %1: %2; click to select it").replace("%1", format_count(sample + 1))
        return ImageTile(sample, image, text, tip.replace("%2", text))

    def _turn_back(self) -> None:
        self._first = max(0, self._first - self.tiles.capacity())
        self._fill()

    def _turn_on(self) -> None:
        self._first += self.tiles.capacity()
        self._fill()

    def _lay_out(self) -> None:
        gap = self._theme.px(metrics.SMALL_GAP)
        row = QHBoxLayout()
        row.setSpacing(gap)
        row.addWidget(self.parts)
        row.addWidget(self.summary, 1)
        for widget in (self.page, self.back, self.on):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addLayout(row)
        column.addWidget(self.tiles)

    def _button(self, sign: str, help_text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(help_text)
        button.setAccessibleName(help_text)
        button.setProperty("bare", True)
        return button


def mistaken_text(data: DataSet, sample: int, predicted: int | None) -> str:
    """Return the class of a sample and its predicted class: ``4 → 9``."""
    assert data.labels is not None  # only classes can be mistaken
    own = class_name(data, int(data.labels[sample]))
    return own if predicted is None else f"{own} → {class_name(data, predicted)}"


def wrong_text(predicted: PartPredictions) -> str:
    """Return a text on how many samples are misclassified, and of how many."""
    wrong, run, of = len(predicted.wrong), len(predicted.predictions.samples), predicted.predictions.of
    text = QCoreApplication.translate("Images", "%1 of %2 wrong")
    text = text.replace("%1", format_count(wrong)).replace("%2", format_count(run))
    if run < of:
        left_out = QCoreApplication.translate("Images", "%1 (of %2 in all)")
        text = left_out.replace("%2", format_count(of)).replace("%1", text)
    return text
