"""The strip at the bottom of the window: the run, and under it the lines of the update on the screen."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.theme import Theme, metrics
from nnviz.views.timeline.bar import TimelineBar
from nnviz.views.timeline.run_slider import RunSlider


class TimelineStrip(QWidget):
    """The run's groove over the update's lines.

    Signals
    -------
    seek_requested(object)
        The update (an int, from 0) to go to.
    newest_requested()
        Go to the end of the run.
    line_run_requested(int)
        Run to that line.

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    seek_requested = pyqtSignal(object)
    newest_requested = pyqtSignal()
    line_run_requested = pyqtSignal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run = RunSlider(theme)
        self.bar = TimelineBar(theme)
        self.run.seek_requested.connect(self.seek_requested)
        self.run.newest_requested.connect(self.newest_requested)
        self.bar.update_requested.connect(self.seek_requested)
        self.bar.line_run_requested.connect(self.line_run_requested)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(metrics.SMALL_GAP))
        rows.addWidget(self.run)
        rows.addWidget(self.bar)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the position of a snapshot."""
        self.run.show_snapshot(snapshot)
        self.bar.show_snapshot(snapshot)

    def ask_update(self) -> None:
        """Open the field in which the person types the update to go to."""
        self.bar.ask_update()

    def show_convention(self, convention: Convention) -> None:
        """Write formulas in a convention."""
        self.bar.show_convention(convention)
