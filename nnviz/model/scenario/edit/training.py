"""Changing where the parameters start, and how an update is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from nnviz.model.mistakes import CATALOGUE
from nnviz.model.network.initialisers import InitialSpec, Method, initial_parameters
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.training_methods import METHODS
from nnviz.model.scenario.scenario import Scenario, sizes_of
from nnviz.model.scenario.schedule_spec import ScheduleSpec

Part = Literal["weights", "biases"]


# The initial parameters ---------------------------------------------------------------------------------------------


def with_method(scenario: Scenario, part: Part, method: Method) -> Scenario:
    """Draw the weights or the biases in another way; their explicit numbers are dropped."""
    others = {name: rows for name, rows in scenario.initial.values.items() if not _is_of(name, part)}
    initial = replace(scenario.initial, values=others)
    changed = replace(initial, weights=method) if part == "weights" else replace(initial, biases=method)
    return replace(scenario, initial=changed)


def is_explicit(scenario: Scenario, part: Part) -> bool:
    """Return whether any of the weights or of the biases has explicit initial numbers."""
    return any(_is_of(name, part) for name in scenario.initial.values)


def parameters_depend_on_seed(scenario: Scenario) -> bool:
    """Return whether another seed would lead to other initial parameters."""
    sizes, biases = sizes_of(scenario), [layer.biases for layer in scenario.layers]
    drawn = [initial_parameters(replace(scenario.initial, seed=seed), sizes, 0, biases) for seed in (0, 1)]
    return any(not np.array_equal(drawn[0][name], drawn[1][name]) for name in drawn[0])


def _is_of(symbol: str, part: Part) -> bool:
    return symbol.startswith("W" if part == "weights" else "b")


def fitted(scenario: Scenario) -> Scenario:
    """Drop explicit initial numbers, and entries in the order of drawing, that do not fit the network."""
    initial, shapes = scenario.initial, scenario.network(sizes_of(scenario)[0]).shapes
    values = {name: rows for name, rows in initial.values.items() if _has_shape(rows, shapes.get(name))}
    order = None if initial.order is None else tuple(name for name in initial.order if name in shapes)
    fitted: InitialSpec = replace(initial, values=values, order=order)
    state = {name: rows for name, rows in scenario.optimiser.state.items() if _has_shape(rows, shapes.get(name[1:]))}
    if (fitted, state) == (initial, scenario.optimiser.state):
        return scenario
    return replace(scenario, initial=fitted, optimiser=replace(scenario.optimiser, state=state))


def _has_shape(rows: Sequence[Sequence[float]], shape: tuple[int, int] | None) -> bool:
    if shape is None:
        return False
    return len(rows) == shape[0] and all(len(row) == shape[1] for row in rows)


# An update ----------------------------------------------------------------------------------------------------------


def with_optimiser(scenario: Scenario, kind: str) -> Scenario:
    """Return the scenario with another optimiser; keep the learning rate, and the settings that both have.

    With an evolution strategy, every update uses all samples, and mistakes that need gradients are switched off.
    """
    names = {setting.name for setting in METHODS[kind].settings}
    settings = {name: value for name, value in scenario.optimiser.settings.items() if name in names}
    # The state that another optimiser starts from is not this one's.
    optimiser = replace(scenario.optimiser, kind=kind, settings=settings, state={}, steps=0)
    scenario = replace(scenario, optimiser=optimiser)
    if kind not in STRATEGIES:
        return scenario
    mistakes = tuple(name for name in scenario.mistakes if not CATALOGUE[name].needs_gradients)
    return replace(scenario, batch=replace(scenario.batch, size="full"), mistakes=mistakes)


def with_setting(scenario: Scenario, name: str, value: float) -> Scenario:
    """Return the scenario with another value of one of the optimiser's settings."""
    settings: Mapping[str, float] = {**scenario.optimiser.settings, name: value}
    return replace(scenario, optimiser=replace(scenario.optimiser, settings=settings))


def with_learning_rate(scenario: Scenario, rate: float) -> Scenario:
    """Return the scenario with another learning rate."""
    return replace(scenario, optimiser=replace(scenario.optimiser, learning_rate=rate))


def with_schedule(scenario: Scenario, schedule: ScheduleSpec) -> Scenario:
    """Return the scenario with another schedule of the learning rate."""
    return replace(scenario, optimiser=replace(scenario.optimiser, schedule=schedule))
