"""The settings of the learning rate's schedule: which, what it counts, and its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, get_args

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtWidgets import QWidget

from nnviz.model.limits import Range
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.optimisers import Setting
from nnviz.model.program.rate_schedules import CONSTANT, LIST, SCHEDULES, Counted
from nnviz.model.program.symbols import SCALAR_LABELS
from nnviz.model.scenario.edit import with_schedule
from nnviz.model.scenario.scenario import Scenario
from nnviz.views.setup.list_rows import FactorsRow
from nnviz.views.setup.row import ChoiceRow, NumberRow, NumberSetting, SettingWords, SetupChoice, SetupRow
from nnviz.views.theme import Theme
from nnviz.views.translation import translate_model
from nnviz.views.widgets.choice_combo import Option

_STEPS: Final = {"period": (1.0, False), "kappa": (2.0, True)}
_SHARE_STEP: Final = (0.01, False)


class ScheduleNumberRow(NumberRow):
    """One of a schedule's own numbers."""

    def __init__(self, setting: Setting, theme: Theme, parent: QWidget) -> None:
        self.setting = setting
        symbol = SCALAR_LABELS[setting.name]
        step, by_factor = _STEPS.get(setting.name, _SHARE_STEP)
        help_text = QCoreApplication.translate("ScheduleRows", "A number in the formula of the learning rate.")
        words = SettingWords(symbol, symbol, help_text)
        super().__init__(NumberSetting(words, self._read, self._with, self._range, step, by_factor), theme, parent)

    def _read(self, scenario: Scenario) -> float:
        return scenario.optimiser.schedule.numbers()[self.setting.name]

    def _with(self, scenario: Scenario, value: float) -> Scenario:
        schedule = scenario.optimiser.schedule
        return with_schedule(scenario, replace(schedule, settings={**schedule.settings, self.setting.name: value}))

    def _range(self, scenario: Scenario) -> Range:
        return Range(self.setting.low, self.setting.high, self.setting.whole)


class ScheduleRows:
    """The rows, for a section to add."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.schedule = ChoiceRow(_schedule(), theme, parent)
        self.counts = ChoiceRow(_counts(), theme, parent)
        settings = {setting.name: setting for row in SCHEDULES.values() for setting in row.settings}
        self.numbers = [ScheduleNumberRow(setting, theme, parent) for setting in settings.values()]
        self.factors = FactorsRow(theme, parent)

    def rows(self) -> tuple[SetupRow, ...]:
        """Return them, in order."""
        return self.schedule, self.counts, *self.numbers, self.factors

    def has_use_for(self, row: SetupRow, scenario: Scenario) -> bool:
        """Leave out all of them for a search without a rate, and the numbers of other schedules."""
        if row not in self.rows():
            return True
        if scenario.optimiser.kind in STRATEGIES:
            return False
        kind = scenario.optimiser.schedule.kind
        if isinstance(row, ScheduleNumberRow):
            return row.setting in SCHEDULES[kind].settings
        if row is self.factors:
            return kind == LIST
        return row is self.schedule or kind != CONSTANT


def schedule_options(scenario: Scenario) -> Sequence[Option]:
    """Return the schedules."""
    return [Option(name, translate_model(row.title), help=row.formula) for name, row in SCHEDULES.items()]


def counts_options(scenario: Scenario) -> Sequence[Option]:
    """Return what a schedule may count."""
    translate = QCoreApplication.translate
    return [Option("epoch", translate("Setup", "epochs")), Option("update", translate("Setup", "updates"))]


def _schedule() -> SetupChoice:
    translate = QCoreApplication.translate
    help_text = translate("ScheduleRows", "How the learning rate changes during a run.")
    words = SettingWords(
        translate("ScheduleRows", "Schedule of η"), translate("ScheduleRows", "Schedule of η"), help_text
    )
    return SetupChoice(words, lambda scenario: scenario.optimiser.schedule.kind, _with_kind, schedule_options)


def _counts() -> SetupChoice:
    translate = QCoreApplication.translate
    help_text = translate("ScheduleRows", "Whether the schedule's t counts epochs or updates.")
    words = SettingWords(translate("ScheduleRows", "t counts"), translate("ScheduleRows", "t counts"), help_text)
    return SetupChoice(words, lambda scenario: scenario.optimiser.schedule.counts, _with_counts, counts_options)


def _with_kind(scenario: Scenario, name: str) -> Scenario:
    schedule, known = scenario.optimiser.schedule, {setting.name for setting in SCHEDULES[name].settings}
    kept = {setting: value for setting, value in schedule.settings.items() if setting in known}
    # A list begins with η as it is; its row is there to write it.
    factors = (schedule.factors or (1.0,)) if name == LIST else ()
    return with_schedule(scenario, replace(schedule, kind=name, settings=kept, factors=factors))


def _with_counts(scenario: Scenario, name: str) -> Scenario:
    counts = next(each for each in get_args(Counted) if each == name)
    return with_schedule(scenario, replace(scenario.optimiser.schedule, counts=counts))
