"""Parameters, optimiser state and gradients side by side in memory, so that one call covers all of them.

An optimiser works cell by cell: its lines for ``W1``, ``b1``, ``W2`` … are the same few calls on other arrays. Where
these arrays are parts of one row, running a whole update makes the calls once, for the row: 2 instead of 8 for XOR, 12
instead of 78 for a spiral with Adam, and every cell has the same bits as from its own line. A single line works on its
own arrays, which are the same memory.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import DTypeLike

from nnviz.model.arrays.array import Array
from nnviz.model.engine.numpy_calls import WIDE, Binder, Call
from nnviz.model.program.expression import Binary, Scalar, Symbol
from nnviz.model.program.line import Line
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.program.program import Program
from nnviz.model.program.right_program import SAMPLES
from nnviz.model.program.shapes import Shape

ALL = "θ"
"""The name, in an optimiser's lines, for all trained parameters at once."""

GRADIENT = "d"


@dataclass(frozen=True)
class Joined:
    """Arrays that are parts of rows.

    Attributes
    ----------
    arrays
        Symbol → its array.
    rows
        Kind of symbol (``""`` for the parameters, ``v``, ``s``, ``d``) → ``(1, cells)`` of the trained parameters.
    whole
        The same of all parameters.
    """

    arrays: Mapping[str, Array]
    rows: Mapping[str, Array]
    whole: Mapping[str, Array]

    @staticmethod
    def of(program: Program, shapes: Mapping[str, Shape], kinds: tuple[str, ...], dtype: DTypeLike) -> Joined:
        """Make the arrays of some kinds of symbols; their cells are uninitialised."""
        trained = program.trained
        names = (*trained, *(name for name in program.parameters if name not in trained))
        arrays: dict[str, Array] = {}
        rows: dict[str, Array] = {}
        whole: dict[str, Array] = {}
        for kind in kinds:
            present = [kind + name for name in names if kind + name in shapes]
            room = whole[kind] = np.empty((1, sum(math.prod(shapes[name]) for name in present)), dtype)
            end = 0
            for name in present:
                begin, end = end, end + math.prod(shapes[name])
                arrays[name] = _matrix(room[0, begin:end], shapes[name])
                if name == kind + trained[-1]:
                    rows[kind] = room[:, :end]
        return Joined(arrays, rows, whole)


def joined_state(program: Program, shapes: Mapping[str, Shape]) -> Joined:
    """Make the arrays of a program's state; where its parameters do not all move alike, there are no rows."""
    if not moves_alike(program):
        return Joined({name: np.empty(shapes[name]) for name in program.state}, {}, {})
    return Joined.of(program, shapes, ("", *OPTIMISERS[program.recipe.optimiser].state), np.float64)


def moves_alike(program: Program) -> bool:
    """Return whether an update ends with the optimiser's lines for all trained parameters, and assigns nothing else."""
    if not program.computes_gradients or program.widens_biases:
        return False
    moves = _moves(program)
    assigned = [(line.writes, line.expression) for line in program if line.assigns]
    return assigned == moves and all(line.assigns for line in program.lines[-len(moves) :])


def move_calls(program: Program, rows: Mapping[str, Array], scalars: Mapping[str, Array]) -> list[Call]:
    """Return the calls that run an optimiser's lines for all parameters at once."""
    binder = Binder({kind + ALL: row for kind, row in rows.items()}, scalars)
    lines = OPTIMISERS[program.recipe.optimiser].lines(ALL)
    return [call for writes, expression in lines for call in binder.bind(expression, writes)]


def undivided(program: Program) -> dict[Line, Line]:
    """Return the gradients' lines with what they are before they are divided by m, where it can be done to all at once.

    That is where each gradient is a quotient by m, and nothing but the optimiser reads one.
    """
    names = {GRADIENT + name for name in program.parameters}
    found: dict[Line, Line] = {}
    for line in program:
        if line.writes in names:
            match line.expression:
                case Binary("/", sum_, Scalar() as divisor) if divisor == SAMPLES:
                    found[line] = Line(line.writes, sum_, line.stage, line.layer)
        if not line.assigns and names.intersection(line.reads):
            return {}
    return found if {line.writes for line in found} == names else {}


def division_calls(row: Array, samples: float) -> list[Call]:
    """Return the calls that divide all gradients by m."""
    return Binder({ALL: row}, {}, fixed={SAMPLES.name: samples}).bind(Binary("/", Symbol(ALL), SAMPLES), ALL)


def _matrix(cells: Array, shape: Shape) -> Array:
    """Return cells of a row as a matrix; a wide one by columns, as `numpy_calls` computes its gradient."""
    rows, columns = shape
    return cells.reshape(columns, rows).T if columns >= WIDE else cells.reshape(rows, columns)


def _moves(program: Program) -> list[tuple[str, object]]:
    lines = OPTIMISERS[program.recipe.optimiser].lines
    return [move for name in program.trained for move in lines(name)]
