"""Whether the lines of a program with mistakes can be run: each must have the shape of the symbol that it writes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from nnviz.model.mistakes.build import build_program
from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.program.line import Line
from nnviz.model.program.program import Program
from nnviz.model.program.recipe import Recipe
from nnviz.model.program.shapes import shape_of, shape_text


@dataclass(frozen=True)
class UnfitLine:
    """A line that cannot be run.

    Attributes
    ----------
    line
        The line.
    found
        The shape of its expression, or the shapes in it that do not go together.
    wanted
        The shape of the symbol that it writes.
    """

    line: Line
    found: str
    wanted: str


@lru_cache(maxsize=1024)
def unfit_line(recipe: Recipe, samples: int) -> UnfitLine | None:
    """Return the first line that cannot be run with the recipe's mistakes; None where all can.

    Parameters
    ----------
    recipe
        What the program is made from.
    samples
        How many samples a batch has.
    """
    return _first_unfit(build_program(replace(recipe, hides_mistakes=False)), samples)


def conflicts(recipe: Recipe, samples: int, name: str) -> tuple[str, ...]:
    """Return those of the recipe's mistakes with which another one cannot be made: its lines would not fit theirs."""
    others = [other for other in recipe.mistakes if other != name and CATALOGUE[other].change is not None]
    if CATALOGUE[name].change is None or not others:
        return ()
    for count in range(1, len(others) + 1):
        for some in combinations(others, count):
            if unfit_line(replace(recipe, mistakes=(*some, name)), samples) is not None:
                return some
    return ()


def _first_unfit(program: Program, samples: int) -> UnfitLine | None:
    shapes = program.shapes(samples)
    for line in program:
        wanted = shapes[line.writes]
        try:
            found = shape_of(line.expression, shapes)
        except ValueError as error:
            return UnfitLine(line, str(error), shape_text(wanted))
        if found != wanted:
            return UnfitLine(line, shape_text(found), shape_text(wanted))
    return None
