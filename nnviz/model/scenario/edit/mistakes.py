"""Switching mistakes on and off, and finding the lines that they change."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from nnviz.model.data import DataSet
from nnviz.model.mistakes.build import build_program, corrections
from nnviz.model.mistakes.catalogue import CATALOGUE, is_possible, possible_mistakes
from nnviz.model.mistakes.fitting import conflicts
from nnviz.model.mistakes.in_setup import INITIALS
from nnviz.model.mistakes.mistake import PER_SAMPLE, Mistake, Situation
from nnviz.model.program.program import Program
from nnviz.model.program.recipe import Recipe
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.validation import situation_of


def possible_in(scenario: Scenario, data: DataSet) -> tuple[Mistake, ...]:
    """Return the mistakes that are possible in a scenario and would change something, beside those that it has."""
    situation = situation_of(scenario, data)
    possible = possible_mistakes(situation)
    if scenario.hides_mistakes:
        return possible  # what does not go with the hidden mistake would reveal it
    return tuple(row for row in possible if not _conflicts(situation, row.name))


def possible_alone(scenario: Scenario, data: DataSet) -> tuple[Mistake, ...]:
    """Return the mistakes that are possible in a scenario once those that it has are switched off."""
    return possible_mistakes(situation_of(scenario, data))


def conflicts_in(scenario: Scenario, data: DataSet, name: str) -> tuple[Mistake, ...]:
    """Return those of a scenario's mistakes with which another one cannot be made."""
    if scenario.hides_mistakes:
        return ()
    return tuple(CATALOGUE[other] for other in _conflicts(situation_of(scenario, data), name))


def _conflicts(situation: Situation, name: str) -> tuple[str, ...]:
    if name == PER_SAMPLE:
        single = replace(situation, batch=1)
        return tuple(made for made in situation.recipe.mistakes if not is_possible(CATALOGUE[made], single))
    found = (conflicts(situation.recipe, samples, name) for samples in situation.batches)
    return next((names for names in found if names), ())


def wrong_program(recipe: Recipe, name: str) -> Program:
    """Return the program with a single mistake."""
    return _program(replace(recipe, mistakes=(name,), hides_mistakes=False))


@lru_cache(maxsize=64)
def _program(recipe: Recipe) -> Program:
    return build_program(recipe)


def mistakes_at(program: Program, symbol: str) -> tuple[Mistake, ...]:
    """Return the mistakes in the line that writes a symbol."""
    made = [name for name in CATALOGUE if name in program.recipe.mistakes]
    return tuple(CATALOGUE[name] for name in made if symbol in corrections(wrong_program(program.recipe, name)))


def with_mistake(scenario: Scenario, name: str, *, on: bool) -> Scenario:
    """Switch a mistake on or off; only one of those that set the initial parameters can be on."""
    others = [other for other in scenario.mistakes if other != name]
    if on and name in INITIALS:
        others = [other for other in others if other not in INITIALS]
    return replace(scenario, mistakes=(*others, name) if on else tuple(others))


def without_mistakes(scenario: Scenario) -> Scenario:
    """Switch all mistakes off."""
    return replace(scenario, mistakes=())
