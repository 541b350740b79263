"""The program of a recipe, with the mistakes that are made on purpose; what is wrong in it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.mistakes.hiding import in_places_of
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.line import Line
from nnviz.model.program.program import Program
from nnviz.model.program.recipe import Recipe
from nnviz.model.program.right_program import backward_lines, forward_lines, loss_lines, update_lines


def build_program(recipe: Recipe) -> Program:
    """Write the update's lines for a recipe: forward, loss, backward, update; with its mistakes, if it has any."""
    lines: tuple[Line, ...] = (*forward_lines(recipe), *loss_lines(recipe))
    if recipe.optimiser in STRATEGIES:
        right = Program(recipe, lines)
        return replace(right, lines=tuple(STRATEGIES[recipe.optimiser].lines(lines, right.trained, right.objective)))
    lines = right_lines = (*lines, *backward_lines(recipe), *update_lines(recipe))
    for name, mistake in CATALOGUE.items():
        if name in recipe.mistakes and mistake.change is not None:
            lines = mistake.change(lines, recipe)
    return Program(recipe, in_places_of(right_lines, lines) if recipe.hides_mistakes else lines)


def right_program(program: Program) -> Program:
    """Return the program as it would be without mistakes."""
    return _right_program(program.recipe) if program.recipe.mistakes else program


def corrections(program: Program) -> dict[str, Line | None]:
    """Return symbol → the right line, for each line that is wrong or missing.

    The value is None for a right line in a wrong place.
    """
    return _corrections(program.recipe) if program.recipe.mistakes else {}


@lru_cache(maxsize=64)
def _right_program(recipe: Recipe) -> Program:
    return build_program(replace(recipe, mistakes=(), hides_mistakes=False))


@lru_cache(maxsize=64)
def _corrections(recipe: Recipe) -> dict[str, Line | None]:
    program, right_lines = build_program(recipe), _right_program(recipe)
    right = {line.writes: line for line in right_lines}
    here = {line.writes: line for line in program}
    wrong: dict[str, Line | None] = {name: line for name, line in right.items() if here.get(name) != line}
    order = [line.writes for line in right_lines if line.writes in here]
    if order != [line.writes for line in program]:
        early = [line.writes for line in program if line.assigns and _reads_later(program, line.writes)]
        wrong |= {name: None for name in early if name not in wrong}
    return wrong


def _reads_later(program: Program, symbol: str) -> bool:
    """Return whether a line after the one that assigns a symbol still reads it to compute a gradient."""
    after = program.lines[program.line_of[symbol] :]
    return any(symbol in line.reads for line in after if not line.assigns)
