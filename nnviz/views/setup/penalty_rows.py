"""The settings of the penalty: which, its rate, what it is divided by, and what it is on."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtWidgets import QWidget

from nnviz.model.limits import Range, declared_range
from nnviz.model.program.penalties import Divisor
from nnviz.model.program.symbols import SCALAR_LABELS
from nnviz.model.scenario.scenario import PenaltySpec, Scenario
from nnviz.views.setup.check_row import CheckRow, SetupCheck
from nnviz.views.setup.options import divisor_options, penalty_options
from nnviz.views.setup.row import ChoiceRow, NumberRow, NumberSetting, SettingWords, SetupChoice, SetupRow
from nnviz.views.theme import Theme

_STEP = 0.001


class PenaltyRows:
    """The rows, for a section to add."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.penalty = ChoiceRow(_penalty(), theme, parent)
        self.penalty.starts_line = True  # λ is beside it
        self.rate = NumberRow(_rate(), theme, parent)
        self.divisor = ChoiceRow(_divisor(), theme, parent)
        self.divisor.starts_line = True
        self.on_biases = CheckRow(_on_biases(), theme, parent)

    def rows(self) -> tuple[SetupRow, ...]:
        """Return them, in order."""
        return self.penalty, self.rate, self.divisor, self.on_biases

    def has_use_for(self, row: SetupRow, scenario: Scenario) -> bool:
        """Leave out what a penalty is divided by, and whether it is on the biases, where there is none."""
        if row is self.divisor:
            return scenario.penalty.kind != "none"
        if row is self.on_biases:
            return scenario.penalty.kind != "none" and any(layer.biases for layer in scenario.layers)
        return True

    def show(self, scenario: Scenario) -> None:
        """Enable the rate where there is a penalty."""
        self.rate.control().setEnabled(scenario.penalty.kind != "none")


def _penalty() -> SetupChoice:
    help_text = QCoreApplication.translate(
        "PenaltyRows", "What is added to the loss for large weights (regularisation)."
    )
    title = QCoreApplication.translate("TrainingSection", "Penalty")
    return SetupChoice(SettingWords(title, title, help_text), _read_penalty, _with_penalty, penalty_options)


def _rate() -> NumberSetting:
    help_text = QCoreApplication.translate("TrainingSection", "How strong the penalty is.")
    words = SettingWords(SCALAR_LABELS["lambda"], SCALAR_LABELS["lambda"], help_text)
    return NumberSetting(words, _read_rate, _with_rate, _rate_range, _STEP)


def _divisor() -> SetupChoice:
    translate = QCoreApplication.translate
    help_text = translate("PenaltyRows", "Whether λ is divided by a number of samples, as λ/m in many courses.")
    words = SettingWords(translate("PenaltyRows", "λ over"), translate("PenaltyRows", "λ is divided by"), help_text)
    return SetupChoice(words, lambda scenario: scenario.penalty.divided_by, _with_divisor, divisor_options)


def _on_biases() -> SetupCheck:
    translate = QCoreApplication.translate
    words = SettingWords(
        "",
        translate("PenaltyRows", "Penalise the biases"),
        translate("PenaltyRows", "Whether large biases cost as well."),
    )
    return SetupCheck(
        words,
        lambda scenario: scenario.penalty.on_biases,
        lambda scenario, on: replace(scenario, penalty=replace(scenario.penalty, on_biases=on)),
        translate("PenaltyRows", "Penalise the biases"),
        translate("PenaltyRows", "Stop penalising the biases"),
    )


def _read_penalty(scenario: Scenario) -> str:
    return scenario.penalty.kind


def _with_penalty(scenario: Scenario, name: str) -> Scenario:
    return replace(scenario, penalty=replace(scenario.penalty, kind=name))


def _read_rate(scenario: Scenario) -> float:
    return scenario.penalty.rate


def _with_rate(scenario: Scenario, rate: float) -> Scenario:
    return replace(scenario, penalty=replace(scenario.penalty, rate=rate))


def _rate_range(scenario: Scenario) -> Range:
    return declared_range(PenaltySpec, "rate")


def _with_divisor(scenario: Scenario, name: str) -> Scenario:
    divisor = next(each for each in get_args(Divisor) if each == name)
    return replace(scenario, penalty=replace(scenario.penalty, divided_by=divisor))
