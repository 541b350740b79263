"""A row of the list of breakpoints."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.controller.breakpoint_hits import BreakpointHits
from nnviz.model.breakpoints import Breakpoint
from nnviz.views.breakpoints.texts import hits_text
from nnviz.views.theme import Theme, icon, metrics
from nnviz.views.widgets.elided_label import ElidedLabel
from nnviz.views.widgets.link import Link
from nnviz.views.widgets.tab_buttons import TabCheckBox, TabToolButton


class BreakpointRow(QWidget):
    """A breakpoint: whether it is enabled, what it stops on, a button that removes it, and where it last stopped a run.

    Signals
    -------
    switch_requested(Condition), removal_requested(Condition)
        As the panel's.
    seek_requested(object, object)
        Go to where it last stopped a run: an update and a line.

    Parameters
    ----------
    breakpoint
        What is listed.
    title
        What it stops on, translated.
    theme
        Colours and scale.
    is_removable
        Whether it can be removed.
    """

    switch_requested = pyqtSignal(object)
    removal_requested = pyqtSignal(object)
    seek_requested = pyqtSignal(object, object)

    def __init__(self, breakpoint: Breakpoint, title: str, theme: Theme, *, is_removable: bool = True) -> None:
        super().__init__()
        self.condition = breakpoint.condition
        self.title = title
        self._hits: BreakpointHits | None = None
        self.check = TabCheckBox("", self)
        self.check.setChecked(breakpoint.enabled)
        self.check.setAccessibleName(self.title)
        self.check.setToolTip(self.tr("Whether runs stop here"))
        self.check.clicked.connect(self._ask_switch)
        self.remove = TabToolButton(self)
        self.remove.setIcon(icon("close", theme, "secondary"))
        self.remove.setToolTip(self.tr("Remove this breakpoint"))
        self.remove.setAccessibleName(self.remove.toolTip())
        self.remove.clicked.connect(self._ask_removal)
        self.remove.setVisible(is_removable)
        self.last = _Link("", theme, self)
        self.last.setToolTip(self.tr("Go to where it last stopped a run"))
        self.last.clicked.connect(self._ask_seek)
        self.last.setVisible(False)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(self.title, self))
        words.addWidget(self.last, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(metrics.GAP))
        row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def show_enabled(self, on: bool) -> None:
        """Show whether it is enabled."""
        self.check.setChecked(on)

    def show_hits(self, hits: BreakpointHits | None) -> None:
        """Show where it last stopped a run; None where it has not."""
        self._hits = hits
        self.last.setText("" if hits is None else hits_text(hits))
        self.last.setAccessibleName(self.last.text())
        self.last.updateGeometry()
        self.last.setVisible(hits is not None)

    def _ask_switch(self) -> None:
        self.switch_requested.emit(self.condition)

    def _ask_removal(self) -> None:
        self.removal_requested.emit(self.condition)

    def _ask_seek(self) -> None:
        assert self._hits is not None  # the link is shown only then
        self.seek_requested.emit(self._hits.last.update, self._hits.last.line)


class _Link(Link):
    """A link that Enter presses as well."""

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
