"""The optimiser's state to start from: whether a scenario's own is used, and how many updates it has seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtWidgets import QWidget

from nnviz.model.limits import Range, declared_range
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.program.rate_schedules import CONSTANT
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.views.setup.row import ChoiceRow, NumberRow, NumberSetting, SettingWords, SetupChoice, SetupRow
from nnviz.views.theme import Theme
from nnviz.views.widgets.choice_combo import Option

_ZERO, _GIVEN = "zero", "given"


class StateRows:
    """The rows, for a section to add."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.state = ChoiceRow(_state(), theme, parent)
        self.steps = NumberRow(_steps(), theme, parent)

    def rows(self) -> tuple[SetupRow, ...]:
        """Return them, in order."""
        return self.state, self.steps

    def has_use_for(self, row: SetupRow, scenario: Scenario) -> bool:
        """Leave out the state where it begins with zeros anyhow, and the count where nothing depends on it."""
        optimiser = scenario.optimiser
        if row is self.state:
            return bool(optimiser.state)
        if row is self.steps:
            counts = "beta1" in optimiser.scalars() or optimiser.schedule.kind != CONSTANT
            return optimiser.kind in OPTIMISERS and (counts or optimiser.steps > 0)
        return True


def state_options(scenario: Scenario) -> Sequence[Option]:
    """Return what the state may begin with; numbers of its own come with a scenario."""
    translate = QCoreApplication.translate
    given = translate("StateRows", "Numbers that the scenario brings, as a file or one's own code has them.")
    return [
        Option(_ZERO, translate("StateRows", "zeros")),
        Option(_GIVEN, translate("StateRows", "as given"), enabled=bool(scenario.optimiser.state), help=given),
    ]


def _state() -> SetupChoice:
    translate = QCoreApplication.translate
    name = translate("StateRows", "Optimiser’s state at the start")
    help_text = translate("StateRows", "What the optimiser remembers when a run begins: velocities, mean squares.")
    words = SettingWords(translate("StateRows", "State at the start"), name, help_text)
    return SetupChoice(words, _read_state, _with_state, state_options)


def _read_state(scenario: Scenario) -> str:
    return _GIVEN if scenario.optimiser.state else _ZERO


def _with_state(scenario: Scenario, name: str) -> Scenario:
    state = scenario.optimiser.state if name == _GIVEN else {}
    return replace(scenario, optimiser=replace(scenario.optimiser, state=state))


def _steps() -> NumberSetting:
    translate = QCoreApplication.translate
    name = translate("StateRows", "Updates before the start")
    help_text = translate(
        "StateRows", "How many updates the optimiser has seen before: for Adam’s corrections, and the schedule of η."
    )
    words = SettingWords(translate("StateRows", "Updates before"), name, help_text)
    return NumberSetting(words, _read_steps, _with_steps, _steps_range)


def _read_steps(scenario: Scenario) -> float:
    return scenario.optimiser.steps


def _with_steps(scenario: Scenario, steps: float) -> Scenario:
    return replace(scenario, optimiser=replace(scenario.optimiser, steps=int(steps)))


def _steps_range(scenario: Scenario) -> Range:
    return declared_range(OptimiserSpec, "steps")
