"""What an update minimises: the loss, the penalty, and what is derived of it."""

from __future__ import annotations

from dataclasses import replace

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtWidgets import QWidget

from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.scenario.edit import with_loss
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.setup.check_row import CheckRow, SetupCheck
from nnviz.views.setup.options import loss_options, reduction_options
from nnviz.views.setup.penalty_rows import PenaltyRows
from nnviz.views.setup.row import ChoiceRow, SettingWords, SetupChoice, SetupRow
from nnviz.views.setup.section import Section
from nnviz.views.theme import Theme


class ObjectiveSection(Section):
    """Loss, penalty, and which parameters and derivatives an update has lines for."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("ObjectiveSection", "Loss and penalty"), theme, parent)
        self.loss = ChoiceRow(_loss(), theme, self, wide=True)
        self.reduction = ChoiceRow(_reduction(), theme, self)
        self.penalties = PenaltyRows(theme, self)
        self.penalty, self.rate = self.penalties.penalty, self.penalties.rate
        self.train_biases = CheckRow(_train_biases(), theme, self)
        self.derivatives = CheckRow(_derivatives(), theme, self)
        self.any_targets = CheckRow(_any_targets(), theme, self)
        for row in (
            self.loss,
            self.reduction,
            *self.penalties.rows(),
            self.train_biases,
            self.derivatives,
            self.any_targets,
        ):
            self.add(row)

    def has_use_for(self, row: SetupRow, scenario: Scenario) -> bool:
        """Leave out what means nothing for the scenario."""
        if row is self.any_targets:  # to take it back where targets need it would leave a scenario that cannot be run
            return scenario.any_targets
        if row is self.derivatives:
            return scenario.optimiser.kind not in STRATEGIES
        if row is self.train_biases:
            return any(layer.biases for layer in scenario.layers)
        return self.penalties.has_use_for(row, scenario)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what a scenario minimises."""
        super().show_snapshot(snapshot)
        self.penalties.show(snapshot.scenario)


def _loss() -> SetupChoice:
    translate = QCoreApplication.translate
    help_text = translate("TrainingSection", "What training minimises. An output that does not suit it is changed too.")
    words = SettingWords(translate("TrainingSection", "Loss"), translate("TrainingSection", "Loss"), help_text)
    return SetupChoice(words, _read_loss, with_loss, loss_options, frozenset({"loss"}))


def _reduction() -> SetupChoice:
    translate = QCoreApplication.translate
    help_text = translate(
        "TrainingSection", "Whether the losses of a batch's samples are averaged or added up, and their gradients."
    )
    words = SettingWords(
        translate("TrainingSection", "Over the batch"), translate("TrainingSection", "Loss over the batch"), help_text
    )
    return SetupChoice(words, _read_reduction, _with_reduction, reduction_options)


def _read_loss(scenario: Scenario) -> str:
    return scenario.loss


def _read_reduction(scenario: Scenario) -> str:
    return scenario.reduction


def _with_reduction(scenario: Scenario, name: str) -> Scenario:
    return replace(scenario, reduction="sum" if name == "sum" else "mean")


def _train_biases() -> SetupCheck:
    translate = QCoreApplication.translate
    help_text = translate(
        "TrainBiasesRow",
        "Whether updates move the biases. When off, they stay as they are and have no lines in the update.",
    )
    return SetupCheck(
        SettingWords("", translate("TrainBiasesRow", "Train biases"), help_text),
        lambda scenario: scenario.train_biases,
        lambda scenario, on: replace(scenario, train_biases=on),
        translate("TrainBiasesRow", "Train the biases"),
        translate("TrainBiasesRow", "Stop training the biases"),
    )


def _derivatives() -> SetupCheck:
    translate = QCoreApplication.translate
    words = SettingWords(
        "",
        translate("TrainingSection", "∂L/∂A and ∂L/∂X"),
        translate("TrainingSection", "Whether an update has lines for the derivatives by the activations and inputs."),
    )
    return SetupCheck(
        words,
        lambda scenario: scenario.derivatives,
        lambda scenario, on: replace(scenario, derivatives=on),
        translate("TrainingSection", "Compute ∂L/∂A and ∂L/∂X"),
        translate("TrainingSection", "Leave ∂L/∂A and ∂L/∂X out"),
    )


def _any_targets() -> SetupCheck:
    translate = QCoreApplication.translate
    words = SettingWords(
        "",
        translate("TrainingSection", "Any targets"),
        translate("TrainingSection", "The loss takes targets that it is not made for; its δ has them in it."),
    )
    return SetupCheck(
        words,
        lambda scenario: scenario.any_targets,
        lambda scenario, on: replace(scenario, any_targets=on),
        translate("TrainingSection", "Allow any targets"),
        translate("TrainingSection", "Allow only the loss's own targets"),
    )
