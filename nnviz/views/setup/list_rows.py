"""Settings that are lists of numbers in one line of text: a learning rate for each layer, the factors of a schedule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtWidgets import QLineEdit, QWidget

from nnviz.model.limits import declared_range
from nnviz.model.program.rate_schedules import LIST
from nnviz.model.scenario.edit import with_schedule
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.model.text.numbers import format_count, parse_number
from nnviz.views.setup.row import SettingWords, SetupRow
from nnviz.views.setup.value_entry import ValueEntry
from nnviz.views.theme import Theme, mono_font

_BETWEEN: Final = re.compile(r"[\s,;，；、]+")
_COMMON: Final = "η"
"""Stands for the optimiser's rate in the list of the layers' rates."""

_MOST_TYPED: Final = 200
"""Factors that are shown to be edited; more are counted: they come from a file."""

Numbers = tuple[float | None, ...]


def rates_of(text: str) -> Numbers:
    """Read numbers from 0 on, separated by commas or blanks; ``η`` and ``-`` are None.

    Raises
    ------
    ValueError
        If one of them is neither.
    """
    numbers: list[float | None] = []
    for part in _BETWEEN.split(text.strip().strip(",;，；、")):
        if part in (_COMMON, "-", "–"):
            numbers.append(None)
        elif part:
            number = parse_number(part)
            if not declared_range(OptimiserSpec, "learning_rate").has(number):
                raise ValueError(text)
            numbers.append(number)
    return tuple(numbers)


def text_of(numbers: Numbers) -> str:
    """Return numbers as they are typed."""
    return ", ".join(_COMMON if number is None else repr(number).removesuffix(".0") for number in numbers)


class NumbersRow(SetupRow):
    """A list of numbers in one line of text."""

    def __init__(self, words: SettingWords, accepted: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(words, theme, parent, wide=True)
        self._accepted = accepted
        self.edit = QLineEdit(self)
        self.edit.setFont(mono_font(theme))
        self.edit.setAccessibleName(words.name)
        self._entry = ValueEntry(self.edit, self.parse, accepted)
        self._entry.entered.connect(self._take)
        self.column.addWidget(self.edit)
        self.column.addWidget(self._entry.error_label())

    def control(self) -> QWidget:
        """Return the line of text."""
        return self.edit

    def parse(self, text: str) -> Numbers:
        """Read the numbers, or raise `ValueError`."""
        raise NotImplementedError

    def read(self, scenario: Scenario) -> Numbers:
        """Return the numbers of a scenario."""
        raise NotImplementedError

    def write(self, scenario: Scenario, numbers: Numbers) -> Scenario:
        """Return a scenario with other numbers."""
        raise NotImplementedError

    def refresh(self, scenario: Scenario) -> None:
        """Show the numbers; of a long list how many there are."""
        numbers = self.read(scenario)
        is_long = len(numbers) > _MOST_TYPED
        many = QCoreApplication.translate("ListRows", "{number} factors").format(number=format_count(len(numbers)))
        self._entry.show_text(many if is_long else text_of(numbers))
        self.edit.setReadOnly(is_long)
        self.explain(scenario, self.write(scenario, (0.5,) * len(scenario.layers)), self._accepted + ".")

    def _take(self, numbers: Numbers) -> None:
        if numbers == self.read(self.scenario):
            self._entry.show_text(text_of(numbers))
        else:
            self.request(self.write(self.scenario, numbers), text_of(numbers) or _COMMON)


class LayerRatesRow(NumbersRow):
    """A learning rate for each layer; empty where all have the optimiser's."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        name = translate("ListRows", "η per layer")
        help_text = translate(
            "ListRows",
            "A learning rate for each layer, from the first to the last, like “0.1, η”; η is the common one.",
        )
        accepted = translate(
            "ListRows", "As many numbers from 0 on as there are layers, or η, separated by commas; empty for η in all"
        )
        super().__init__(SettingWords(name, name, help_text), accepted, theme, parent)
        self.edit.setPlaceholderText(translate("ListRows", "η in all layers"))

    def parse(self, text: str) -> Numbers:
        """Read a rate for each layer; nothing is the common one for all."""
        numbers = rates_of(text)
        if numbers and len(numbers) != len(self.scenario.layers):
            raise ValueError(text)
        return () if all(number is None for number in numbers) else numbers

    def read(self, scenario: Scenario) -> Numbers:
        """Return the layers' own rates; nothing where no layer has one."""
        rates = tuple(layer.learning_rate for layer in scenario.layers)
        return () if all(rate is None for rate in rates) else rates

    def write(self, scenario: Scenario, numbers: Numbers) -> Scenario:
        """Return the scenario with other rates of its layers."""
        rates: Sequence[float | None] = numbers or (None,) * len(scenario.layers)
        layers = tuple(replace(layer, learning_rate=n) for layer, n in zip(scenario.layers, rates, strict=True))
        return replace(scenario, layers=layers)


class FactorsRow(NumbersRow):
    """The factors of the schedule from a list."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        name = translate("ListRows", "Factors")
        help_text = translate("ListRows", "What η is multiplied by, one after the other; the last one stays.")
        accepted = translate("ListRows", "At least one number from 0 on, separated by commas, like “1, 1, 0.5”")
        super().__init__(SettingWords(name, name, help_text), accepted, theme, parent)

    def parse(self, text: str) -> Numbers:
        """Read the factors, at least one."""
        numbers = rates_of(text)
        if not numbers or None in numbers:
            raise ValueError(text)
        return numbers

    def read(self, scenario: Scenario) -> Numbers:
        """Return the scenario's factors."""
        return scenario.optimiser.schedule.factors

    def write(self, scenario: Scenario, numbers: Numbers) -> Scenario:
        """Return the scenario with other factors."""
        factors = tuple(number for number in numbers if number is not None)
        return with_schedule(scenario, replace(scenario.optimiser.schedule, kind=LIST, factors=factors))
