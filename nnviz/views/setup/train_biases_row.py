"""Whether the biases are trained: a setting that is on or off."""

from __future__ import annotations

from dataclasses import replace

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QWidget

from nnviz.model.scenario.scenario import Scenario
from nnviz.views.setup.row import SettingWords, SetupRow
from nnviz.views.theme import Theme
from nnviz.views.widgets.tab_buttons import TabCheckBox


class TrainBiasesRow(SetupRow):
    """Whether updates move the biases."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        words = SettingWords(
            "",
            self.tr("Train biases"),
            self.tr(
                "Whether updates move the biases. When off, they stay as they are and have no lines in the update."
            ),
        )
        super().__init__(words, theme, parent, wide=True)
        self.column.removeItem(self.head)
        self.label.setVisible(False)
        self.check = TabCheckBox(words.name, self)
        self.check.clicked.connect(self._take)
        self.column.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)

    def control(self) -> QWidget:
        """Return the check box."""
        return self.check

    def refresh(self, scenario: Scenario) -> None:
        """Show whether the biases are trained."""
        self.check.setChecked(scenario.train_biases)
        self.explain(scenario, replace(scenario, train_biases=not scenario.train_biases))

    def _take(self, on: bool) -> None:
        self.ask(
            replace(self.scenario, train_biases=on),
            self.tr("Train the biases") if on else self.tr("Stop training the biases"),
        )
