"""A condition that a person writes as an expression."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.breakpoints.condition import Condition, ConditionMoment, Hit, hit
from nnviz.model.errors import ModelError
from nnviz.model.evaluator.evaluator import Computation, compiled
from nnviz.model.explain.sentence import Sentence
from nnviz.model.history.position import Position
from nnviz.model.program.program import Program
from nnviz.model.program.shapes import Shape
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

POSITION_NAMES: Final = ("update", "epoch")
"""What an expression may name besides the program's symbols: where the run is, counted from 1."""


def names_for(shapes: Mapping[str, Shape]) -> dict[str, Shape]:
    """Return what a condition may name, with its shapes: the symbols of a program, and the position in the run."""
    return {**shapes, **dict.fromkeys(POSITION_NAMES, (1, 1))}


def position_value(name: str, position: Position) -> Array | None:
    """Return one of `POSITION_NAMES` as an array of one number; None for any other name."""
    if name not in POSITION_NAMES:
        return None
    return np.array([[float(position.update if name == "update" else position.epoch)]])


@dataclass(frozen=True)
class ExpressionHolds(Condition):
    """An expression over symbols and the position holds: ``abs(delta1).max() < 1e-6``, ``update == 100``.

    `nnviz.model.evaluator.evaluator.parse_expression` reports what is wrong with a text; in a program that lacks one of
    its symbols the condition never holds.
    """

    text: str

    def lines(self, program: Program) -> frozenset[int]:
        """Return the lines that write a symbol of the expression, from where all of them have a value."""
        computation = self._computation(program)
        if computation is None:
            return frozenset()
        ready = max((_first_known(program, name) for name in computation.reads), default=1)
        writers = {program.line_of[name] for name in computation.reads if name in program.line_of}
        return frozenset({ready, *(line for line in writers if line > ready)})

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Evaluate the expression; where a symbol has not been computed it does not hold."""
        computation = self._computation(moment.program)
        if computation is None or computation.holds(moment) is not True:
            return None
        text = QT_TRANSLATE_NOOP("model", "{expression} holds")
        return hit(moment, Sentence(text, {"expression": self.text}))

    def track(self, line: int) -> Hashable:
        """Return the same key for all lines: it is one condition, whichever of its symbols was written last."""
        return self

    def _computation(self, program: Program) -> Computation | None:
        try:
            computation = compiled(self.text, (*program.symbols, *POSITION_NAMES))
        except ModelError:
            return None
        return computation if computation.is_condition else None


def _first_known(program: Program, name: str) -> int:
    """Return the line after which a name has a value in every update; state, batch and position always have one."""
    always = name in program.state or name in program.given or name in POSITION_NAMES
    return 1 if always else program.line_of[name]
