"""A scenario with one thing changed, to be compared with the original."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nnviz.model.data import DataSet
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.network.initialisers import InitialSpec
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.program.training_methods import METHODS
from nnviz.model.random.seeds import SEED_MAX
from nnviz.model.scenario import edit
from nnviz.model.scenario.edit.mistakes import possible_in, with_mistake
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.text.numbers import format_short
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

FASTER = 10.0
"""By how much the learning rate is multiplied in the suggested comparison."""

_DESCENT = "gradient-descent"


@dataclass(frozen=True)
class Variant:
    """A scenario that differs from another one in one thing.

    Attributes
    ----------
    scenario
        The scenario.
    name
        What it differs in, marked for translation.
    """

    scenario: Scenario
    name: str


def with_learning_rate(scenario: Scenario, rate: float) -> Variant:
    """Return a scenario with another learning rate."""
    name = filled(QT_TRANSLATE_NOOP("model", "η = {rate}"), rate=format_short(rate))
    return Variant(edit.with_learning_rate(scenario, rate), name)


def with_seed(scenario: Scenario, seed: int) -> Variant:
    """Return one with other initial parameters and other batches, drawn for the same samples.

    Where the parameters are explicit, and no seed would change them, they are drawn.
    """
    initial = scenario.initial if edit.parameters_depend_on_seed(scenario) else InitialSpec()
    data = scenario.data
    if data.seed is None and edit.data_depend_on_seed(scenario):
        data = replace(data, seed=scenario.seed)
    changed = replace(scenario, seed=seed, data=data, initial=replace(initial, seed=None))
    return Variant(changed, filled(QT_TRANSLATE_NOOP("model", "seed {seed}"), seed=seed))


def next_seed(scenario: Scenario) -> int:
    """Return another seed than the one that the initial parameters are drawn with."""
    seed = scenario.seed if scenario.initial.seed is None else scenario.initial.seed
    return seed + 1 if seed < SEED_MAX else 0


def with_method(scenario: Scenario, kind: str) -> Variant:
    """Return one that is trained with another method."""
    return Variant(edit.with_optimiser(scenario, kind), METHODS[kind].title)


def with_one_mistake(scenario: Scenario, name: str) -> Variant:
    """Return one with one more mistake; where one is hidden, it replaces that, which stays secret."""
    seen = without_mistakes(scenario).scenario if scenario.hides_mistakes else scenario
    return Variant(with_mistake(seen, name, on=True), CATALOGUE[name].title)


def without_mistakes(scenario: Scenario) -> Variant:
    """Return one without mistakes."""
    return Variant(
        replace(scenario, mistakes=(), hides_mistakes=False), QT_TRANSLATE_NOOP("model", "without the mistake")
    )


def suggested(scenario: Scenario, data: DataSet) -> tuple[Variant, ...]:
    """Return comparisons to suggest: another learning rate or method, another seed, right against wrong."""
    by_gradients = scenario.optimiser.kind in OPTIMISERS
    rate = scenario.optimiser.learning_rate
    first = with_learning_rate(scenario, FASTER * rate) if by_gradients else with_method(scenario, _DESCENT)
    variants = [first, with_seed(scenario, next_seed(scenario))]
    possible = possible_in(scenario, data)
    if scenario.mistakes:
        variants.append(without_mistakes(scenario))
    elif possible:
        variants.append(with_one_mistake(scenario, possible[0].name))
    return tuple(variants)
