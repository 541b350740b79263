"""What to look for in a scenario."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nnviz.model.scenario.scenario import Scenario
from nnviz.views.setup.texts import scenario_text
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.link import Link


class About(QWidget):
    """A scenario's text, which can be folded away."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.fold = Link(self.tr("What to look for"), theme, self, opens=True)
        self.fold.setChecked(True)
        self.fold.setToolTip(self.tr("Show or hide the scenario's text"))
        self.text = QLabel(self)
        self.text.setProperty("role", "secondary")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        # A long word must not make the panel wider.
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.fold.toggled.connect(self.text.setVisible)
        head = QHBoxLayout()
        head.addWidget(self.fold)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(metrics.SMALL_GAP))
        column.addLayout(head)
        column.addWidget(self.text)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show a scenario's text; nothing where it has none."""
        text = scenario_text(scenario)
        self.text.setText(text)
        self.setVisible(bool(text))

    def tab_stops(self) -> Sequence[QWidget]:
        """Return what Tab goes through."""
        return (self.fold,)
