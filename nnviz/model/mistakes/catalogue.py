"""The catalogue of all mistakes, in the order in which they are offered and made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

from nnviz.model.mistakes.mistake import Mistake, Situation
from nnviz.model.program.line import Line
from nnviz.model.program.right_program import right_lines

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe

_FILES: Final = (
    "in_output_deltas",
    "in_deltas",
    "in_gradients",
    "in_setup",
    "in_forward",
    "in_slopes",
    "in_errors",
    "in_factors",
    "in_averages",
    "in_penalties",
    "in_updates",
    "in_optimisers",
    "own_code",
)
"""The files of this package that have rows, in the order in which these are offered and made."""


class Catalogue(Mapping[str, Mistake]):
    """Name → mistake. The rows are imported when the first of them is asked for: most starts need none."""

    @cached_property
    def _files(self) -> dict[str, str]:
        return {row.name: name for name in _FILES for row in _rows_of(name)}

    @cached_property
    def _rows(self) -> dict[str, Mistake]:
        return {row.name: row for name in _FILES for row in _rows_of(name)}

    def file_of(self, name: str) -> str:
        """Return which file of this package has the row of a mistake.

        Raises
        ------
        KeyError
            If there is no mistake of that name.
        """
        return self._files[name]

    def __getitem__(self, name: str) -> Mistake:
        """Return a mistake.

        Raises
        ------
        KeyError
            If there is none of that name.
        """
        return self._rows[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def _rows_of(file: str) -> tuple[Mistake, ...]:
    rows: tuple[Mistake, ...] = import_module(f"{__name__.rpartition('.')[0]}.{file}").ROWS
    return rows


CATALOGUE: Final = Catalogue()


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


@lru_cache(maxsize=1024)
def _changes_lines(name: str, recipe: Recipe) -> bool:
    change = CATALOGUE[name].change
    lines = _right_lines(recipe)
    return change is not None and change(lines, recipe) != lines


@lru_cache(maxsize=64)
def _right_lines(recipe: Recipe) -> tuple[Line, ...]:
    return tuple(right_lines(recipe))
