"""A setting that is on or off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QWidget

from nnviz.model.scenario.scenario import Scenario
from nnviz.views.setup.row import SettingWords, SetupRow
from nnviz.views.theme import Theme
from nnviz.views.widgets.tab_buttons import TabCheckBox


@dataclass(frozen=True)
class SetupCheck:
    """What is on or off.

    Attributes
    ----------
    words
        Translated; its name is beside the box.
    read, write
        Whether it is on in a scenario, and a scenario in which it is on or off.
    on, off
        What switching it on or off is called in Undo.
    """

    words: SettingWords
    read: Callable[[Scenario], bool]
    write: Callable[[Scenario, bool], Scenario]
    on: str
    off: str


class CheckRow(SetupRow):
    """A box to check, in the panel's whole width."""

    def __init__(self, setting: SetupCheck, theme: Theme, parent: QWidget) -> None:
        super().__init__(setting.words, theme, parent, wide=True)
        self._setting = setting
        self.column.removeItem(self.head)
        self.label.setVisible(False)
        self.check = TabCheckBox(setting.words.name, self)
        self.check.clicked.connect(self._take)
        self.column.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)

    def control(self) -> QWidget:
        """Return the check box."""
        return self.check

    def refresh(self, scenario: Scenario) -> None:
        """Show whether it is on."""
        is_on = self._setting.read(scenario)
        self.check.setChecked(is_on)
        self.explain(scenario, self._setting.write(scenario, not is_on))

    def _take(self, on: bool) -> None:
        self.ask(self._setting.write(self.scenario, on), self._setting.on if on else self._setting.off)
