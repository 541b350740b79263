"""The catalogue of all mistakes, in the order in which they are offered and made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from nnviz.model.mistakes import (
    in_averages,
    in_deltas,
    in_errors,
    in_factors,
    in_forward,
    in_gradients,
    in_optimisers,
    in_output_deltas,
    in_penalties,
    in_setup,
    in_slopes,
    in_updates,
    own_code,
)
from nnviz.model.mistakes.mistake import Mistake, Situation
from nnviz.model.program.line import Line
from nnviz.model.program.right_program import right_lines

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe

_KINDS = (
    in_output_deltas,
    in_deltas,
    in_gradients,
    in_setup,
    in_forward,
    in_slopes,
    in_errors,
    in_factors,
    in_averages,
    in_penalties,
    in_updates,
    in_optimisers,
    own_code,
)

CATALOGUE: Mapping[str, Mistake] = MappingProxyType({row.name: row for kind in _KINDS for row in kind.ROWS})


def possible_mistakes(situation: Situation) -> tuple[Mistake, ...]:
    """Return the mistakes that can be made in a situation."""
    return tuple(row for row in CATALOGUE.values() if is_possible(row, situation))


def is_possible(mistake: Mistake, situation: Situation) -> bool:
    """Return whether a mistake can be made in a situation, and changes something."""
    if mistake.is_own_code or not mistake.possible(situation):
        return False
    if mistake.needs_gradients and not situation.recipe.computes_gradients:
        return False
    return mistake.change is None or _changes_lines(mistake.name, replace(situation.recipe, mistakes=()))


@lru_cache(maxsize=4096)
def _changes_lines(name: str, recipe: Recipe) -> bool:
    change = CATALOGUE[name].change
    lines = _right_lines(recipe)
    return change is not None and change(lines, recipe) != lines


@lru_cache(maxsize=64)
def _right_lines(recipe: Recipe) -> tuple[Line, ...]:
    return tuple(right_lines(recipe))
