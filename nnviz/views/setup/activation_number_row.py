"""The number of an activation: a leak's slope, ELU's α."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from PyQt6.QtWidgets import QWidget

from nnviz.model.limits import Range
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.activations_with_number import FAMILIES, named_with
from nnviz.model.network.network import Layer
from nnviz.model.scenario.edit import with_hidden_activation, with_output_activation
from nnviz.model.scenario.scenario import Scenario
from nnviz.views.setup.row import NumberRow, NumberSetting, SettingWords
from nnviz.views.theme import Theme
from nnviz.views.translation import translate_model

_STEP: Final = 0.05


class ActivationNumberRow(NumberRow):
    """A number whose name and range the activation determines.

    Parameters
    ----------
    part
        Whether it is of the hidden layers, which all have the same then, or of the output.
    name
        Translated name for Undo.
    help_text
        What it is, translated.
    """

    def __init__(
        self, part: Literal["hidden", "output"], name: str, help_text: str, theme: Theme, parent: QWidget
    ) -> None:
        self._part = part
        words = SettingWords(name, name, help_text)
        super().__init__(NumberSetting(words, self._read, self._with, self._range, _STEP), theme, parent)

    def has_number(self, scenario: Scenario) -> bool:
        """Return whether the activation has a number, and all layers of the part have the same."""
        names = {layer.activation for layer in self._layers(scenario)}
        return len(names) == 1 and ACTIVATIONS[names.pop()].number is not None

    def refresh(self, scenario: Scenario) -> None:
        """Show the number under its own name."""
        self.label.setText(translate_model(FAMILIES[self._family(scenario)].label))
        super().refresh(scenario)

    def _layers(self, scenario: Scenario) -> Sequence[Layer]:
        return scenario.layers[:-1] if self._part == "hidden" else scenario.layers[-1:]

    def _family(self, scenario: Scenario) -> str:
        return self._layers(scenario)[0].function.family

    def _read(self, scenario: Scenario) -> float:
        number = self._layers(scenario)[0].function.number
        assert number is not None  # it is not shown without one
        return number

    def _with(self, scenario: Scenario, number: float) -> Scenario:
        name = named_with(self._family(scenario), number)
        change = with_hidden_activation if self._part == "hidden" else with_output_activation
        return change(scenario, name)

    def _range(self, scenario: Scenario) -> Range:
        return FAMILIES[self._family(scenario)].accepted
