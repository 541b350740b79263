"""How an update is made: learning rate, batch and optimiser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtWidgets import QWidget

from nnviz.model.limits import Range, declared_range
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.optimisers import Setting
from nnviz.model.program.symbols import SCALAR_LABELS
from nnviz.model.program.training_methods import METHODS
from nnviz.model.scenario.edit import with_learning_rate, with_optimiser, with_setting
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.views.setup.batch_row import BatchRow
from nnviz.views.setup.list_rows import LayerRatesRow
from nnviz.views.setup.options import optimiser_options, order_options
from nnviz.views.setup.row import ChoiceRow, NumberRow, NumberSetting, SettingWords, SetupChoice, SetupRow
from nnviz.views.setup.schedule_rows import ScheduleRows
from nnviz.views.setup.section import Section
from nnviz.views.setup.state_rows import StateRows
from nnviz.views.theme import Theme

_RATE_FACTOR = 2.0
# By their factor where they are tiny, in hundredths where they are shares.
_SETTING_STEPS: Mapping[str, tuple[float, bool]] = {
    "epsilon": (10.0, True),
    "reach": (2.0, True),
    "sigma": (2.0, True),
    "population": (1.0, False),
}
_SHARE_STEP = (0.01, False)


class OptimiserNumberRow(NumberRow):
    """One of the optimiser's own numbers."""

    def __init__(self, setting: Setting, help_text: str, theme: Theme, parent: QWidget) -> None:
        self.setting = setting
        symbol = SCALAR_LABELS[setting.name]
        step, by_factor = _SETTING_STEPS.get(setting.name, _SHARE_STEP)
        words = SettingWords(symbol, symbol, help_text)
        super().__init__(NumberSetting(words, self._read, self._with, self._range, step, by_factor), theme, parent)

    def _read(self, scenario: Scenario) -> float:
        return scenario.optimiser.settings.get(self.setting.name, self.setting.default)

    def _with(self, scenario: Scenario, value: float) -> Scenario:
        return with_setting(scenario, self.setting.name, value)

    def _range(self, scenario: Scenario) -> Range:
        return Range(self.setting.low, self.setting.high, self.setting.whole)


class TrainingSection(Section):
    """Learning rate, batch, optimiser and its numbers."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("TrainingSection", "Training"), theme, parent)
        self.learning_rate = NumberRow(self._learning_rate(), theme, self)
        self.batch = BatchRow(theme, self)
        self.order = ChoiceRow(self._order(), theme, self)
        self.optimiser = ChoiceRow(self._optimiser(), theme, self, wide=True)
        helps = self._helps()
        known = {setting.name: setting for row in METHODS.values() for setting in row.settings}
        self.settings = {name: OptimiserNumberRow(known[name], text, theme, self) for name, text in helps.items()}
        self.state = StateRows(theme, self)
        self.layer_rates = LayerRatesRow(theme, self)
        self.schedule = ScheduleRows(theme, self)
        # What is changed most often is at the top.
        for row in (
            self.learning_rate,
            self.batch,
            self.order,
            self.optimiser,
            *self.settings.values(),
            *self.state.rows(),
            self.layer_rates,
            *self.schedule.rows(),
        ):
            self.add(row)

    def has_use_for(self, row: SetupRow, scenario: Scenario) -> bool:
        """Leave out the numbers of other optimisers, and the order of the samples where a batch has all of them.

        An evolution strategy has no learning rate, and takes all samples into each update.
        """
        if isinstance(row, OptimiserNumberRow):
            return row.setting in METHODS[scenario.optimiser.kind].settings
        if not all(rows.has_use_for(row, scenario) for rows in (self.schedule, self.state)):
            return False
        if scenario.optimiser.kind in STRATEGIES and row in (self.learning_rate, self.layer_rates, self.batch):
            return False
        return row is not self.order or scenario.batch.size != "full"

    def _optimiser(self) -> SetupChoice:
        help_text = self.tr(
            "How the gradients move the parameters, or a search without gradients. "
            "Choosing another one resets the optimiser's state."
        )
        words = SettingWords(self.tr("Optimiser"), self.tr("Optimiser"), help_text)
        return SetupChoice(words, _read_optimiser, with_optimiser, optimiser_options)

    def _learning_rate(self) -> NumberSetting:
        help_text = self.tr("How far an update goes along the gradient. Up and Down double and halve it.")
        words = SettingWords(self.tr("Learning rate η"), self.tr("Learning rate"), help_text)
        return NumberSetting(
            words, _read_learning_rate, with_learning_rate, _learning_rate_range, _RATE_FACTOR, by_factor=True
        )

    def _helps(self) -> Mapping[str, str]:
        return {
            "mu": self.tr("Momentum: how much of its velocity a parameter keeps from update to update."),
            "dampening": self.tr("How much of each gradient is left out of the velocity."),
            "decay": self.tr("How much of itself a parameter loses in each update, times η."),
            "rho": self.tr("How much of the mean of squared gradients is kept from update to update."),
            "beta1": self.tr("How much of the mean of gradients is kept from update to update."),
            "beta2": self.tr("How much of the mean of squared gradients is kept from update to update."),
            "epsilon": self.tr("Keeps the division by the root of the mean of squares finite."),
            "reach": self.tr(
                "How far a candidate goes, at most, from the parameters kept so far: uniformly from −ε to ε."
            ),
            "sigma": self.tr("How far a candidate goes from its parent: the standard deviation of its steps."),
            "population": self.tr("How many candidates a generation tries; the best is the next one's parent."),
        }

    def _order(self) -> SetupChoice:
        help_text = self.tr("In which order an epoch takes the samples.")
        words = SettingWords(self.tr("Order"), self.tr("Order of the samples"), help_text)
        return SetupChoice(words, _read_order, _with_order, order_options)


def _read_optimiser(scenario: Scenario) -> str:
    return scenario.optimiser.kind


def _read_learning_rate(scenario: Scenario) -> float:
    return scenario.optimiser.learning_rate


def _learning_rate_range(scenario: Scenario) -> Range:
    return declared_range(OptimiserSpec, "learning_rate")


def _read_order(scenario: Scenario) -> str:
    return scenario.batch.order


def _with_order(scenario: Scenario, name: str) -> Scenario:
    return replace(scenario, batch=replace(scenario.batch, order="shuffled" if name == "shuffled" else "fixed"))
