"""The bar of the code check: the file, and what it is checked against."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from nnviz.views.theme import Theme, icon, metrics
from nnviz.views.widgets.choice_combo import ChoiceCombo, Option
from nnviz.views.widgets.elided_label import ElidedLabel

_WIDE: Final = 12 * metrics.CELL_W
"""From this width on there is one row."""


class CodeBar(QWidget):
    """Chooses a file, a scenario and a convention.

    Signals
    -------
    file_requested()
        Let the person choose a file.
    run_requested()
        Check the file again.
    scenario_requested(str)
        Check against another scenario: its name, or empty for the one in the window.
    convention_requested(str)
        ``columns``, ``rows``, or empty for whichever fits.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    file_requested = pyqtSignal()
    run_requested = pyqtSignal()
    scenario_requested = pyqtSignal(str)
    convention_requested = pyqtSignal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.choose = QPushButton(icon("open", theme), self.tr("Choose file…"), self)
        self.choose.setToolTip(self.tr("A Python file with backprop(X, Y, weights, biases)"))
        self.choose.clicked.connect(self._ask_file)
        self.file = ElidedLabel("", self, Qt.TextElideMode.ElideMiddle)
        self.again = QPushButton(icon("restart", theme), self.tr("Run again"), self)
        self.again.setToolTip(self.tr("It also runs again whenever the file is saved"))
        self.again.setEnabled(False)
        self.again.clicked.connect(self._run_again)
        self.scenarios = ChoiceCombo(theme, self)
        self.scenarios.setAccessibleName(self.tr("Scenario to check against"))
        self.scenarios.chosen.connect(self.scenario_requested)
        self.show_scenarios(())
        self.conventions = ChoiceCombo(theme, self)
        self.conventions.setAccessibleName(self.tr("Layout of samples"))
        self.conventions.set_options(
            [
                Option("", self.tr("samples: whichever fits")),
                Option("columns", self.tr("samples are columns")),
                Option("rows", self.tr("samples are rows")),
            ]
        )
        self.conventions.choose("")
        self.conventions.chosen.connect(self.convention_requested)
        self._grid, self._below = QGridLayout(self), QHBoxLayout()
        self._in_one_row = False
        self._lay_out()

    def _lay_out(self) -> None:
        padding, gap = self._theme.px(metrics.PADDING), self._theme.px(metrics.GAP)
        self._grid.setContentsMargins(padding, 0, padding, gap)
        self._grid.setSpacing(gap)
        self._grid.addWidget(self.choose, 0, 0)
        self._grid.addWidget(self.file, 0, 1)
        self._grid.addWidget(self.again, 0, 4)
        self._place_choices(in_one_row=False)

    def _place_choices(self, *, in_one_row: bool) -> None:
        """Place the choices between file and button, or below them where there is no room."""
        self._in_one_row = in_one_row
        if in_one_row:
            self._below.removeWidget(self.scenarios)
            self._below.removeWidget(self.conventions)
            self._grid.removeItem(self._below)
            self._grid.addWidget(self.scenarios, 0, 2)
            self._grid.addWidget(self.conventions, 0, 3)
        else:
            self._grid.removeWidget(self.scenarios)
            self._grid.removeWidget(self.conventions)
            self._below.addWidget(self.scenarios, 1)
            self._below.addWidget(self.conventions, 1)
            self._grid.addLayout(self._below, 1, 0, 1, 5)
        for column, stretch in enumerate((0, 3, 4 * in_one_row, 4 * in_one_row, 0)):
            self._grid.setColumnStretch(column, stretch)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Use one row where there is room for it."""
        super().resizeEvent(event)
        in_one_row = self.width() >= self._theme.px(_WIDE)
        if in_one_row != self._in_one_row:
            self._place_choices(in_one_row=in_one_row)

    def show_scenarios(self, titles: Sequence[tuple[str, str]]) -> None:
        """List scenarios by name and translated title; the first choice is the one in the window."""
        here = Option("", self.tr("the scenario in the window"), self.tr("this scenario"))
        self.scenarios.set_options([here, *(Option(name, title) for name, title in titles)])
        self.scenarios.choose("")

    def show_file(self, path: Path) -> None:
        """Show which file is checked."""
        self.file.setText(path.name)
        self.file.setToolTip(str(path))
        self.again.setEnabled(True)

    def _ask_file(self) -> None:
        self.file_requested.emit()

    def _run_again(self) -> None:
        self.run_requested.emit()
