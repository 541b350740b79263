"""The Setup panel: what is being run, and its settings."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Final

from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtWidgets import QFrame, QWidget

from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.panel import Panel
from nnviz.views.setup.about import About
from nnviz.views.setup.data_section import DataSection
from nnviz.views.setup.network_section import NetworkSection
from nnviz.views.setup.objective_section import ObjectiveSection
from nnviz.views.setup.row import SetupRow
from nnviz.views.setup.training_section import TrainingSection
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.scroll_column import ScrollColumn

_MARGIN: Final = 60
"""Pixels at scale 1 that are seen above and below a setting that is revealed."""


class SetupPanel(Panel):
    """Data, network and training settings of the scenario.

    A field shows what a snapshot's scenario says. When a person changes one, the whole scenario that they asked for is
    requested; the next snapshot shows whether they got it.

    Signals
    -------
    scenario_requested(Scenario, str)
        A person asked for other settings; the text says what they changed, for Undo.

    Parameters
    ----------
    theme
        Colours and sizes.
    parent
        The window.
    """

    scenario_requested = pyqtSignal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("setup", "", theme, parent)
        self.set_title(self.tr("Setup"))
        self._scenario: Scenario | None = None
        scroll = self._scroll = ScrollColumn(theme, self)
        content = scroll.widget()
        assert content is not None  # a scroll column has one
        self.about = About(theme, content)
        self.data = DataSection(theme, content)
        self.network = NetworkSection(theme, content)
        self.training = TrainingSection(theme, content)
        self.objective = ObjectiveSection(theme, content)
        # What is changed most often is at the top.
        for section in (self.training, self.network, self.objective, self.data):
            scroll.column.addWidget(section)
            section.scenario_requested.connect(self._ask)
            rule = QFrame(content)
            rule.setProperty("role", "rule")
            scroll.column.addWidget(rule)
        scroll.column.addWidget(self.about)
        scroll.column.addStretch(1)
        # Rows take any width, so that both columns get the same: at this width their fields would be cut off.
        scroll.setMinimumWidth(theme.px(2 * metrics.NUMBER_FIELD_W + metrics.GAP + 2 * metrics.PADDING))
        self.set_body(scroll)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot's scenario; nothing is done while it is the one that is shown."""
        if snapshot.scenario is self._scenario:
            return
        self._scenario = snapshot.scenario
        self.about.show_scenario(snapshot.scenario)
        for section in (self.data, self.network, self.objective, self.training):
            section.show_snapshot(snapshot)
        self._chain()

    def reveal(self, name: str) -> None:
        """Bring a setting into view, and give it the keyboard.

        Parameters
        ----------
        name
            ``network``, ``learning_rate``, ``batch`` or ``optimiser``.
        """
        rows: dict[str, SetupRow] = {
            "network": self.network.hidden,
            "learning_rate": self.training.learning_rate,
            "batch": self.training.batch,
            "optimiser": self.training.optimiser,
        }
        row = rows[name]
        row.control().setFocus(Qt.FocusReason.ShortcutFocusReason)
        # Only once the panel is laid out it is known where the row is.
        QTimer.singleShot(0, partial(self._scroll.ensureWidgetVisible, row, 0, self.theme.px(_MARGIN)))

    def _ask(self, scenario: Scenario, text: str) -> None:
        # Whatever comes back is shown: where the request is refused, the fields fall back.
        self._scenario = None
        self.scenario_requested.emit(scenario, text)

    def _chain(self) -> None:
        """Make Tab go from top to bottom, whatever rows are shown."""
        parts = (self.training, self.network, self.objective, self.data, self.about)
        for before, after in pairwise(stop for part in parts for stop in part.tab_stops()):
            QWidget.setTabOrder(before, after)
