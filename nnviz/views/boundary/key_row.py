"""The row under the plot: what its colours mean, what its marks mean, and how many samples are classified correctly."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication, Qt
from PyQt6.QtGui import QFontMetrics, QResizeEvent
from PyQt6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.views.boundary.class_key import ClassKey
from nnviz.views.boundary.texts import accuracy_text
from nnviz.views.plots.predictions.plane import half_range
from nnviz.views.plots.predictions.text import class_name
from nnviz.views.theme import Theme, heading_font, metrics
from nnviz.views.widgets import Legend
from nnviz.views.widgets.elided_label import ElidedLabel


class KeyRow(QWidget):
    """The key to the plot.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._legend, self._classes, self._marks = Legend(theme), ClassKey(theme), QToolButton()
        self._accuracy = ElidedLabel("", self)
        self._accuracy.setFont(heading_font(theme))
        self._accuracy.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # It takes what room is left: another text in each frame then lays nothing out.
        self._accuracy.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._measure = QFontMetrics(self._accuracy.font())
        self._marks.setText("?")
        self._marks.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._marks.setProperty("bare", True)
        self._marks.setAccessibleName(self.tr("What the marks mean"))
        self._marks.setToolTip(_marks_text())
        self._marks.setAccessibleDescription(self._marks.toolTip())
        self._row = QHBoxLayout(self)
        padding = theme.px(metrics.PADDING)
        self._row.setContentsMargins(padding, 0, padding, theme.px(metrics.SMALL_GAP))
        self._row.setSpacing(theme.px(metrics.GAP))
        for widget in (self._legend, self._classes, self._marks):
            self._row.addWidget(widget)
        self._row.addWidget(self._accuracy, 1)
        # What has no room is hidden, and must not keep the panel from becoming narrow.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._has_legend = self._has_classes = False

    def show_colours(self, snapshot: Snapshot) -> None:
        """Show what the colours of the plot mean: they follow from the data and the network."""
        data, axes = snapshot.data, len(snapshot.data.places)
        self._has_classes = axes <= 2 and data.labels is not None and snapshot.network.output.units > 1
        self._has_legend = axes == 2 and not self._has_classes
        if self._has_classes:
            self._classes.show_classes([class_name(data, index) for index in range(snapshot.network.output.units)])
        elif data.labels is not None and snapshot.threshold:
            self._legend.show_probability()
        else:
            self._legend.show_signed(half_range(snapshot))
        self._arrange()

    def show_accuracy(self, snapshot: Snapshot) -> None:
        """Show how many samples are classified correctly; called for each frame."""
        text = accuracy_text(snapshot)
        if text != self._accuracy.text():
            self._accuracy.setText(text)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Hide the key where the accuracy needs its room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        margins = self._row.contentsMargins()
        words = self._measure.horizontalAdvance(self._accuracy.text()) + 1  # a part of a pixel more elides it
        taken = margins.left() + margins.right() + words
        room = self.width() - taken - self._marks.sizeHint().width() - 2 * self._row.spacing()
        self._legend.setVisible(self._has_legend and self._legend.sizeHint().width() <= room)
        self._classes.set_room(room)
        self._classes.setVisible(self._has_classes and self._classes.sizeHint().width() <= room)


def _marks_text() -> str:
    translate = QCoreApplication.translate
    return "\n".join(
        (
            translate("KeyRow", "● a training sample, in the colour of its class or target"),
            translate("KeyRow", "○ hollow: a test sample, which is not used for training"),
            translate("KeyRow", "× misclassified"),
            translate("KeyRow", "amber ring: the sample whose numbers are shown"),
            translate("KeyRow", "blue ring: the sample under the mouse"),
        )
    )
