"""The number of the method by which weights or biases are drawn: a scale, an ε, a constant."""

from __future__ import annotations

from PyQt6.QtWidgets import QWidget

from nnviz.model.limits import Range
from nnviz.model.network.initialisers import INITIALISERS, Initialiser, Method
from nnviz.model.scenario.edit import Part, is_explicit, with_method
from nnviz.model.scenario.scenario import Scenario
from nnviz.views.setup.row import NumberRow, NumberSetting, SettingWords
from nnviz.views.theme import Theme
from nnviz.views.translation import translate_model

_STEP = 0.1


class MethodNumberRow(NumberRow):
    """A number whose name and range the method determines.

    Parameters
    ----------
    part
        Whether it is for the weights or the biases.
    name
        Translated name for Undo.
    theme
        Colours and sizes.
    """

    def __init__(self, part: Part, name: str, theme: Theme, parent: QWidget) -> None:
        self._part = part
        super().__init__(
            NumberSetting(SettingWords("", name, ""), self._read, self._with, self._range, _STEP), theme, parent
        )

    def has_number(self, scenario: Scenario) -> bool:
        """Return whether the scenario's method has a number."""
        return not is_explicit(scenario, self._part) and bool(self._row(scenario).parameter)

    def refresh(self, scenario: Scenario) -> None:
        """Show the number under the method's own name for it."""
        row = self._row(scenario)
        self.label.setText(translate_model(row.parameter))
        self.words = SettingWords(
            translate_model(row.parameter), self.words.name, f"{translate_model(row.help)} · {row.formula}"
        )
        super().refresh(scenario)

    def _method(self, scenario: Scenario) -> Method:
        return scenario.initial.weights if self._part == "weights" else scenario.initial.biases

    def _row(self, scenario: Scenario) -> Initialiser:
        return INITIALISERS[self._method(scenario).method]

    def _read(self, scenario: Scenario) -> float:
        number = self._method(scenario).parameter
        return self._row(scenario).default if number is None else number

    def _with(self, scenario: Scenario, number: float) -> Scenario:
        return with_method(scenario, self._part, Method(self._method(scenario).method, number))

    def _range(self, scenario: Scenario) -> Range:
        row = self._row(scenario)
        return Range(row.low, row.high)
