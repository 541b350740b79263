"""The settings that a map can vary, one row each, in the order in which a cell's scenario is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from nnviz.model.data import DATA_SETS
from nnviz.model.data.batches import BatchSpec
from nnviz.model.limits import Range
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.initialisers import INITIALISERS, InitialSpec, Method
from nnviz.model.network.network import LAYERS_MAX, UNITS_MAX
from nnviz.model.program.training_methods import METHODS
from nnviz.model.random.seeds import SEED_MAX
from nnviz.model.scenario.edit import (
    with_hidden_activation,
    with_hidden_units,
    with_learning_rate,
    with_method,
    with_noise,
    with_optimiser,
)
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

Value = float | str
"""A number, or the name of a choice."""

HIDDEN_MAX = LAYERS_MAX - 1
"""Hidden layers of a map's network, at most."""

NO_MISTAKE = "none"
_FIRST_UNITS = 4
"""Units of hidden layers if the scenario has no hidden layer to copy."""


@dataclass(frozen=True)
class Spread:
    """The default values of an axis: from, to, how many, and whether by factors."""

    low: float
    high: float
    steps: int
    log: bool = False


@dataclass(frozen=True)
class NumericSetting:
    """A setting that is a number.

    Attributes
    ----------
    name
        Name on the command line and in tables.
    title
        Name for people.
    sign
        What is written before a value: ``η``, or a word marked for translation.
    write
        Returns the scenario with another value.
    accepted
        Returns the range that a scenario accepts; None if the setting does not apply to it.
    usual
        The default values of an axis.
    whole
        Whether it takes whole numbers only.
    """

    name: str
    title: str
    sign: str
    write: Callable[[Scenario, float], Scenario]
    accepted: Callable[[Scenario], Range | None]
    usual: Spread
    whole: bool = False


@dataclass(frozen=True)
class ChoiceSetting:
    """A setting that is one of a list; attributes as those of `NumericSetting`.

    Attributes
    ----------
    offered
        Name → title of everything that can be chosen.
    """

    name: str
    title: str
    sign: str
    write: Callable[[Scenario, str], Scenario]
    offered: Mapping[str, str]


Setting = NumericSetting | ChoiceSetting


def _any(low: float, high: float = float("inf"), *, whole: bool = False) -> Callable[[Scenario], Range | None]:
    return lambda scenario: Range(low, high, whole)


def _with_seed(scenario: Scenario, seed: float) -> Scenario:
    """Draw the initial parameters, and whatever has no seed of its own, from another seed."""
    initial: InitialSpec = scenario.initial
    if initial.seed is not None:
        initial = replace(initial, seed=int(seed))
    return replace(scenario, seed=int(seed), initial=initial)


def _hidden(scenario: Scenario) -> list[int]:
    return [layer.units for layer in scenario.layers[:-1]]


def _with_layers(scenario: Scenario, layers: float) -> Scenario:
    """Return the scenario with that many hidden layers; new ones are as wide as the last."""
    units = _hidden(scenario) or [_FIRST_UNITS]
    return with_hidden_units(scenario, (units + [units[-1]] * int(layers))[: int(layers)])


def _with_units(scenario: Scenario, units: float) -> Scenario:
    """Make all hidden layers that wide; there is at least one."""
    return with_hidden_units(scenario, [int(units)] * max(1, len(_hidden(scenario))))


def _with_batch(scenario: Scenario, size: float) -> Scenario:
    return replace(scenario, batch=BatchSpec(int(size), scenario.batch.order))


def _with_penalty(scenario: Scenario, rate: float) -> Scenario:
    """Return the scenario with another rate of the penalty; an L2 penalty if there is none."""
    kind = "l2" if scenario.penalty.kind == "none" else scenario.penalty.kind
    return replace(scenario, penalty=replace(scenario.penalty, kind=kind, rate=rate))


def _noise_range(scenario: Scenario) -> Range | None:
    kind = DATA_SETS.get(scenario.data.kind)
    return None if kind is None or kind.noise_range[0] == kind.noise_range[1] else Range(*kind.noise_range)


def _with_scale(scenario: Scenario, scale: float) -> Scenario:
    """Draw the weights with another scale or ±ε if the method has one, else from a normal distribution."""
    method = scenario.initial.weights.method
    return with_method(scenario, "weights", Method(method if method in ("normal", "uniform") else "normal", scale))


def _with_mistake(scenario: Scenario, name: str) -> Scenario:
    return replace(scenario, mistakes=() if name == NO_MISTAKE else (name,))


def _titles(table: Mapping[str, object]) -> dict[str, str]:
    return {name: str(getattr(row, "title", name)) for name, row in table.items()}


_SCALE = INITIALISERS["normal"]

_IN_PROGRAMS = {name: row for name, row in CATALOGUE.items() if not row.is_own_code}

_ROWS: tuple[Setting, ...] = (
    NumericSetting(
        name="seed",
        title=QT_TRANSLATE_NOOP("model", "Seed"),
        sign=QT_TRANSLATE_NOOP("model", "seed"),
        write=_with_seed,
        accepted=_any(0, SEED_MAX, whole=True),
        usual=Spread(0, 9, 10),
        whole=True,
    ),
    NumericSetting(
        name="hidden-layers",
        title=QT_TRANSLATE_NOOP("model", "Hidden layers"),
        sign=QT_TRANSLATE_NOOP("model", "hidden layers"),
        write=_with_layers,
        accepted=_any(0, HIDDEN_MAX, whole=True),
        usual=Spread(0, 4, 5),
        whole=True,
    ),
    NumericSetting(
        name="hidden-units",
        title=QT_TRANSLATE_NOOP("model", "Hidden units"),
        sign=QT_TRANSLATE_NOOP("model", "hidden units"),
        write=_with_units,
        accepted=_any(1, UNITS_MAX, whole=True),
        usual=Spread(1, 8, 8),
        whole=True,
    ),
    ChoiceSetting(
        name="activation",
        title=QT_TRANSLATE_NOOP("model", "Hidden activation"),
        sign="",
        write=with_hidden_activation,
        offered=_titles({name: row for name, row in ACTIVATIONS.items() if not row.couples_units}),
    ),
    ChoiceSetting(
        name="optimiser",
        title=QT_TRANSLATE_NOOP("model", "Optimiser"),
        sign="",
        write=with_optimiser,
        offered=_titles(METHODS),
    ),
    NumericSetting(
        name="learning-rate",
        title=QT_TRANSLATE_NOOP("model", "Learning rate"),
        sign="η",
        write=with_learning_rate,
        accepted=_any(0),
        usual=Spread(0.01, 10, 7, log=True),
    ),
    NumericSetting(
        name="batch-size",
        title=QT_TRANSLATE_NOOP("model", "Batch size"),
        sign=QT_TRANSLATE_NOOP("model", "batch"),
        write=_with_batch,
        accepted=_any(1, whole=True),
        usual=Spread(1, 64, 7, log=True),
        whole=True,
    ),
    NumericSetting(
        name="penalty-rate",
        title=QT_TRANSLATE_NOOP("model", "Penalty rate"),
        sign="λ",
        write=_with_penalty,
        accepted=_any(0),
        usual=Spread(0.0001, 1, 5, log=True),
    ),
    NumericSetting(
        name="noise",
        title=QT_TRANSLATE_NOOP("model", "Noise"),
        sign=QT_TRANSLATE_NOOP("model", "noise"),
        write=with_noise,
        accepted=_noise_range,
        usual=Spread(0, 0.5, 6),
    ),
    NumericSetting(
        name="initial-scale",
        title=QT_TRANSLATE_NOOP("model", "Initial scale"),
        sign=QT_TRANSLATE_NOOP("model", "initial scale"),
        write=_with_scale,
        accepted=_any(_SCALE.low, _SCALE.high),
        usual=Spread(0.01, 10, 7, log=True),
    ),
    ChoiceSetting(
        name="mistakes",
        title=QT_TRANSLATE_NOOP("model", "Mistakes"),
        sign="",
        write=_with_mistake,
        offered={NO_MISTAKE: QT_TRANSLATE_NOOP("model", "no mistake"), **_titles(_IN_PROGRAMS)},
    ),
)

SETTINGS: Mapping[str, Setting] = MappingProxyType({row.name: row for row in _ROWS})
