"""Changing how an update is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nnviz.model.mistakes import CATALOGUE
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.training_methods import METHODS
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario


def with_optimiser(scenario: Scenario, kind: str) -> Scenario:
    """Take another optimiser; the learning rate stays, and the settings that both have.

    An evolution strategy takes all samples into each update, and makes no mistakes with gradients.
    """
    settings = {setting.name for setting in METHODS[kind].settings}
    kept = {name: value for name, value in scenario.optimiser.settings.items() if name in settings}
    scenario = replace(scenario, optimiser=OptimiserSpec(kind, scenario.optimiser.learning_rate, kept))
    if kind not in STRATEGIES:
        return scenario
    mistakes = tuple(name for name in scenario.mistakes if not CATALOGUE[name].needs_gradients)
    return replace(scenario, batch=replace(scenario.batch, size="full"), mistakes=mistakes)


def with_setting(scenario: Scenario, name: str, value: float) -> Scenario:
    """Take another value of one of the optimiser's own numbers."""
    settings: Mapping[str, float] = {**scenario.optimiser.settings, name: value}
    return replace(scenario, optimiser=replace(scenario.optimiser, settings=settings))


def with_learning_rate(scenario: Scenario, rate: float) -> Scenario:
    """Take another learning rate."""
    return replace(scenario, optimiser=replace(scenario.optimiser, learning_rate=rate))
