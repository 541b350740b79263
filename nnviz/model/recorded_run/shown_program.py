"""The program of the network that was found, with its lines in the order in which the person's code computes them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final

from nnviz.model.program.program import Program

_BETWEEN: Final = 1e-6
"""Places a line directly behind another."""


@dataclass(frozen=True)
class ShownProgram:
    """The lines that are shown.

    Attributes
    ----------
    program
        All of them in order.
    filled
        What their code does not compute by itself, and is computed from their values: as the gradient in
        ``W -= rate * X.T @ d``.
    """

    program: Program
    filled: frozenset[str]


def shown_program(program: Program, order: Mapping[str, int]) -> ShownProgram:
    """Return the lines that the person's code computes, with those that they read, the forward lines and the loss.

    Parameters
    ----------
    program
        Of the network that was found.
    order
        Symbol → when the person's code computes it.
    """
    places: dict[str, float] = {name: float(at) for name, at in order.items()}
    filled = _needed(program, places) - places.keys()
    kept = [line for line in program if line.writes in places or line.writes in filled]
    computed = {line.writes for line in kept if not line.assigns}
    for line in kept:
        # Directly behind what it reads: before an update changes the parameters that it reads too.
        inputs = [places[name] for name in line.reads if name in computed]
        places.setdefault(line.writes, max(inputs, default=-1.0) + _BETWEEN)
    lines = tuple(sorted(kept, key=lambda line: places[line.writes]))
    return ShownProgram(replace(program, lines=lines), frozenset(filled))


def _needed(program: Program, present: Collection[str]) -> set[str]:
    """Return what the lines of some symbols read, directly or not, with all forward lines and the loss."""
    needed = {line.writes for line in program if line.stage in ("forward", "loss")}
    for line in reversed(program.lines):
        if line.writes in present or line.writes in needed:
            written = (program[program.line_of[name]] for name in line.reads if name in program.line_of)
            needed |= {read.writes for read in written if not read.assigns}
    return needed
