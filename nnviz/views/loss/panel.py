"""The panel of the losses over the run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QEvent, QObject, Qt
from PyQt6.QtGui import QShowEvent
from PyQt6.QtWidgets import QCheckBox, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.views.loss import texts
from nnviz.views.loss.plot import LossPlot
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, metrics, mono_small_font
from nnviz.views.widgets import ElidedLabel, SegmentedControl


@dataclass(frozen=True)
class LossChoices:
    """What the person chose to see of the losses; it holds for every run.

    Attributes
    ----------
    log
        Whether the axis of losses is logarithmic.
    accuracy
        Whether the accuracy is drawn where the data have classes.
    """

    log: bool
    accuracy: bool


class _LossBody(QWidget):
    """Plot and summary; it takes the keyboard focus."""

    def __init__(self, theme: Theme, which: QWidget, plot: LossPlot, summary: QWidget) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        padding = theme.px(metrics.PADDING)
        column.setContentsMargins(0, 0, 0, theme.px(metrics.SMALL_GAP))
        column.setSpacing(theme.px(metrics.SMALL_GAP))
        column.addWidget(which)
        column.addWidget(plot, 1)
        column.addWidget(summary)
        for row in (which, summary):
            row.setContentsMargins(padding, 0, padding, 0)
        plot.navigation.take_keys(self)


class LossPanel(Panel):
    """Draws the losses of the training and the test data over the run, and the cursor.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("loss", "", theme, parent)
        self.set_title(self.tr("Loss"))
        self._snapshot: Snapshot | None = None
        self._note = ""
        self._plot, self._summary = LossPlot(theme), ElidedLabel()
        self._summary.setProperty("role", "hint")
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._summary.setFont(mono_small_font(theme))
        self._which = ElidedLabel()
        self._which.setProperty("role", "hint")
        self._which.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._canvas = _LossBody(theme, self._which, self._plot, self._summary)
        self._canvas.setAccessibleName(self.tr("Loss over the updates; + and − zoom, ← and → pan, 0 follows the run"))
        self._follow, self._accuracy, self._ways = QToolButton(), QCheckBox(), SegmentedControl(theme)
        self._set_up_controls()
        self.set_body(self._canvas)
        self._summary.installEventFilter(self)

    def _set_up_controls(self) -> None:
        self._follow.setObjectName("follow")
        self._follow.setText(self.tr("follow"))
        self._follow.setToolTip(self.tr("Show the whole run and follow it (0, or double-click the plot)"))
        self._follow.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._follow.hide()
        self._accuracy.setObjectName("accuracy")
        self._accuracy.setText(self.tr("accuracy"))
        self._accuracy.setToolTip(self.tr("Draw the share of training samples that are classified correctly"))
        self._accuracy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._accuracy.hide()
        self._ways.set_choices([("linear", self.tr("linear")), ("log", self.tr("log"))])
        for control in (self._follow, self._accuracy, self._ways):
            self.add_control(control)
        self._follow.clicked.connect(self._plot.navigation.show_whole)
        self._accuracy.toggled.connect(self._show_accuracy)
        self._ways.chosen.connect(self._choose_way)
        self._plot.following_changed.connect(self._show_following)
        self._plot.coarseness_changed.connect(self._show_coarseness)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state."""
        self._snapshot = snapshot
        self._plot.show_snapshot(snapshot)
        if self.isVisible():
            self._show_numbers(snapshot)

    def show_compared(self, names: Sequence[str]) -> None:
        """Draw the training losses of these branches beside the current one's; by default, of the newest branches."""
        self._plot.show_compared(names)

    def choices(self) -> LossChoices:
        """Return what the person chose to see."""
        return LossChoices(log=self._ways.chosen_key() == "log", accuracy=self._accuracy.isChecked())

    def choose(self, choices: LossChoices) -> None:
        """Choose what was chosen in another window."""
        way = "log" if choices.log else "linear"
        self._ways.choose(way)
        self._choose_way(way)
        self._accuracy.setChecked(choices.accuracy)

    def showEvent(self, event: QShowEvent | None) -> None:
        """Show what arrived while the panel was hidden."""
        super().showEvent(event)
        if self._snapshot is not None:
            self._show_numbers(self._snapshot)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Write the tooltip with exact numbers when it is asked for, not in every frame."""
        is_tooltip = event is not None and event.type() == QEvent.Type.ToolTip
        if watched is self._summary and is_tooltip and self._snapshot is not None:
            self._summary.setToolTip(texts.details(self._snapshot))
        return super().eventFilter(watched, event)

    def _show_numbers(self, snapshot: Snapshot) -> None:
        self._accuracy.setVisible(snapshot.metrics.train_right is not None)
        self._show_accuracy()
        self._summary.setText(texts.summary(snapshot))
        self._which.setText(texts.which(snapshot))
        self._show_coarseness()

    def _show_coarseness(self) -> None:
        if self._snapshot is None:
            return
        thinning = texts.thinning(*self._plot.coarseness, whole_data=self._snapshot.per_epoch == 1)
        note = " · ".join(filter(None, (texts.heading(self._snapshot), thinning)))
        if note != self._note:
            self._note = note
            self.set_note(note)

    def _show_accuracy(self) -> None:
        has_classes = self._snapshot is not None and self._snapshot.metrics.train_right is not None
        shown = self._accuracy.isChecked() and has_classes
        if shown != self._plot.is_accuracy_shown:
            self._plot.show_accuracy(shown)

    def _choose_way(self, key: str) -> None:
        self._plot.show_log(key == "log")

    def _show_following(self, following: bool) -> None:
        self._follow.setVisible(not following)
