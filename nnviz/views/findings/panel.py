"""The panel with what was found in a person's own code."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from nnviz.model.recorded_run.recorded_run import Moment, RecordedRun
from nnviz.views.error_text import not_drawn_text
from nnviz.views.findings.network_form import NetworkForm
from nnviz.views.findings.words import rows_of
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, metrics
from nnviz.views.translation import translate_model
from nnviz.views.widgets.link import Link
from nnviz.views.widgets.scroll_column import ScrollColumn


class FindingsPanel(Panel):
    """Shows the network that was found, what is right and wrong of it, and where that can be set.

    Signals
    -------
    network_requested(str)
        Judge the code again with another network.
    scenario_requested()
        Open the network that was found as a scenario.
    """

    network_requested = pyqtSignal(str)
    scenario_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("findings", "", theme, parent)
        self.set_title(self.tr("Found in your code"))
        # The tab beside that of Setup is narrow.
        self.setWindowTitle(self.tr("Found"))
        toggle = self.toggleViewAction()
        assert toggle is not None
        toggle.setText(self.tr("Found in your code"))
        self._run: RecordedRun | None = None
        self._labels: list[QLabel] = []
        scroll = ScrollColumn(theme, self)
        content = scroll.widget()
        assert content is not None  # a scroll column has one
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(metrics.GAP))
        self._grid.setVerticalSpacing(theme.px(metrics.GAP))
        self._grid.setColumnStretch(1, 1)
        self._missing = QLabel()
        self._missing.setWordWrap(True)
        self._missing.setTextFormat(Qt.TextFormat.PlainText)
        self.change = Link(self.tr("change"), theme, opens=True)
        self.change.setToolTip(self.tr("Say what the network is, where it was not found or is another"))
        self.scenario = Link(self.tr("Open as scenario"), theme)
        self.scenario.setToolTip(
            self.tr("Train it right from your initial parameters: your data, sizes, activations, loss and rate")
        )
        self.form = NetworkForm(theme)
        self.form.setVisible(False)
        self.form.network_requested.connect(self.network_requested)
        self.change.toggled.connect(self.form.setVisible)
        self.scenario.clicked.connect(self.scenario_requested)
        column: QVBoxLayout = scroll.column
        column.addWidget(self._missing)
        column.addLayout(self._grid)
        column.addWidget(self.scenario)
        column.addWidget(self.change)
        column.addWidget(self.form)
        column.addStretch(1)
        self.set_body(scroll)
        self.show_moment(None)

    def texts(self) -> list[str]:
        """Return what is written, row by row."""
        return [label.text() for label in self._labels]

    def show_moment(self, moment: Moment | None) -> None:
        """Show what was found in the code; nothing is done while it is the run that is shown."""
        run = None if moment is None else moment.run
        if run is not None and run is self._run:
            return
        self._run = run
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        if run is None:
            self._missing.setText(self.tr("Drop a .py or .ipynb file on the window to see what is in it."))
        else:
            self._missing.setText(self._missing_text(run))
            for row, (name, text, is_right) in enumerate(rows_of(run)):
                self._add_row(row, name, text, is_right)
            self.form.show_network(run.findings.network)
        self._missing.setVisible(bool(self._missing.text()))
        self.change.setVisible(run is not None)
        self.scenario.setVisible(run is not None and run.network is not None)
        self.change.setChecked(run is not None and run.findings.network is None)

    def _missing_text(self, run: RecordedRun) -> str:
        if run.findings.network is not None and run.network is not None:
            return ""
        if run.problem is not None:
            return not_drawn_text(run.problem)
        # What was raised stands above the source.
        return self.tr("No network was recognised.") if run.findings.raised else translate_model(run.findings.sentence)

    def _add_row(self, row: int, label: str, text: str, is_right: bool) -> None:
        name, value = QLabel(label), QLabel(text)
        name.setProperty("role", "secondary")
        value.setProperty("role", "" if is_right else "fault")
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, row, 0, top)
        self._grid.addWidget(value, row, 1, top)
        self._labels += [name, value]
