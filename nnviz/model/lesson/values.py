"""What the expressions of a lesson may read, and texts with their numbers filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.breakpoints.expression_condition import names_for, position_value
from nnviz.model.checks.gradient import GradientCheck, gradient_check
from nnviz.model.errors import ModelError
from nnviz.model.evaluator.evaluator import compiled
from nnviz.model.program.shapes import Shape
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import exact, format_number
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_METRICS: Final = ("loss", "accuracy")
_ERROR: Final = "error_"
_NUMBER: Final = re.compile(r"\{([^{}:]+)(:exact)?\}")
_ONE: Final[Shape] = (1, 1)


class LessonValues:
    """The numbers of a moment, by the names that a lesson may use.

    They are the symbols of the program, `update` and `epoch`, `loss` and `accuracy` over all training samples, and
    ``error_dW1``: the largest relative error of a gradient in the gradient check.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    @property
    def shapes(self) -> dict[str, Shape]:
        """Name → shape, for trying an expression."""
        errors = [
            _ERROR + symbol for symbol in self._snapshot.shapes if symbol[1:] in self._snapshot.program.parameters
        ]
        return {**names_for(self._snapshot.shapes), **dict.fromkeys((*_METRICS, *errors), _ONE)}

    @property
    def lines(self) -> int:
        """How many lines the program has."""
        return len(self._snapshot.program)

    def value(self, symbol: str) -> Array | None:
        """Return the value of a name; None when it has not been computed."""
        if symbol == "loss":
            return _one(self._snapshot.metrics.train)
        if symbol == "accuracy":
            return _one(self._snapshot.metrics.train_accuracy)
        if symbol.startswith(_ERROR):
            return _one(self._check.parameters[symbol.removeprefix(_ERROR)[1:]].maximum)
        position = position_value(symbol, self._snapshot.position)
        return self._snapshot.value(symbol) if position is None else position

    def number(self, expression: str) -> float:
        """Return the value of an expression.

        Raises
        ------
        ModelError
            If it is not accepted, has several values, or reads what has not been computed.
        """
        number = compiled(expression, tuple(self.shapes)).number(self)
        if number is None:
            raise ModelError(
                asked=expression,
                where="",
                found=QT_TRANSLATE_NOOP("model", "a value that no line has computed yet"),
                accepted=QT_TRANSLATE_NOOP("model", "values of lines that have run"),
            )
        return number

    def fill(self, text: str) -> str:
        """Return a text with the numbers that stand in it, in the digits of the screen or, with ``:exact``, all."""
        return _NUMBER.sub(lambda found: self._written(found[1], exactly=bool(found[2])), text)

    def _written(self, expression: str, *, exactly: bool) -> str:
        number = self.number(expression)
        return exact(number) if exactly else format_number(number)

    @cached_property
    def _check(self) -> GradientCheck:
        return gradient_check(self._snapshot)


def expressions_in(texts: Mapping[str, str]) -> Iterator[str]:
    """Yield the expressions that stand in a text, in each of its languages."""
    for text in texts.values():
        for found in _NUMBER.finditer(text):
            yield found[1]


def _one(number: float | None) -> Array | None:
    return None if number is None else np.array([[number]])
