"""The program of a recipe with its mistakes, and the corrections of its wrong lines."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.mistakes.mistake import Lines
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.expression import Node, Symbol, with_each
from nnviz.model.program.line import Line
from nnviz.model.program.program import Program
from nnviz.model.program.recipe import Recipe
from nnviz.model.program.right_program import forward_lines, loss_lines, right_lines


def build_program(recipe: Recipe) -> Program:
    """Return the program of a recipe: forward, loss, backward and update lines, with its mistakes, if it has any."""
    if recipe.optimiser in STRATEGIES:
        evaluation = (*forward_lines(recipe), *loss_lines(recipe))
        whole, strategy = Program(recipe, evaluation), STRATEGIES[recipe.optimiser]
        return replace(whole, lines=tuple(strategy.lines(evaluation, whole.trained, whole.objective)))
    lines = right = tuple(right_lines(recipe))
    if recipe.mistakes:
        for name, mistake in CATALOGUE.items():
            if name in recipe.mistakes and mistake.change is not None:
                lines = mistake.change(lines, recipe)
    return Program(recipe, _in_places_of(right, lines) if recipe.hides_mistakes else lines)


def right_program(program: Program) -> Program:
    """Return the same program without mistakes."""
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


def _in_places_of(right: Lines, wrong: Lines) -> Lines:
    """Return lines that compute the same bits as the wrong ones, one in the place of each right line.

    A missing line becomes one that changes nothing (``b ← b``). A line that, in the wrong order, reads a value that has
    been assigned already computes that value itself.
    """
    written = {line.writes: line for line in _reading_for_themselves(right, wrong)}
    return tuple(written.get(line.writes, replace(line, expression=Symbol(line.writes))) for line in right)


def _reading_for_themselves(right: Lines, wrong: Lines) -> Lines:
    places = {line.writes: number for number, line in enumerate(right)}
    assigned: dict[str, Node] = {}
    lines = []
    for line in wrong:
        early = {name: node for name, node in assigned.items() if places[name] > places[line.writes]}
        lines.append(replace(line, expression=_with_values(line.expression, early)))
        if line.assigns:
            assigned[line.writes] = _with_values(line.expression, assigned)
    return tuple(lines)


def _with_values(node: Node, values: dict[str, Node]) -> Node:
    return with_each(node, lambda found: values.get(found.name) if isinstance(found, Symbol) else None)
