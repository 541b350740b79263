"""A person's own expression over the symbols of an update: ``abs(delta1).max() < 1e-6``.

The text is parsed into Python's syntax tree, and only nodes that `reader` knows become calls; the tree itself is never
run, so nothing else of Python can be reached from it, whatever is written.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.errors import ModelError
from nnviz.model.evaluator.reader import (
    A_COMPARISON,
    ACCEPTED,
    AT_MOST,
    NotThereError,
    Part,
    Reader,
    Values,
    refusal,
)
from nnviz.model.program.shapes import Shape
from nnviz.model.text.numbers import format_count
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

LONGEST: Final = 400
"""Characters of the longest accepted expression."""

_UNREADABLE: Final = QT_TRANSLATE_NOOP("model", "a text that cannot be read from there on")


@dataclass(frozen=True)
class Computation:
    """A parsed expression.

    Attributes
    ----------
    text
        As it was written.
    reads
        The symbols in it.
    is_condition
        Whether its value is yes or no rather than a number.
    """

    text: str
    reads: tuple[str, ...]
    is_condition: bool
    _part: Part

    def number(self, values: Values) -> float | None:
        """Return the value, a condition's as 0 or 1; None when a symbol that it reads has not been computed.

        Raises
        ------
        ModelError
            If it has several values.
        """
        with np.errstate(all="ignore"):
            try:
                result = self._part(values)
            except NotThereError:
                return None
        if np.size(result) != 1:
            found = filled(QT_TRANSLATE_NOOP("model", "{count} values"), count=format_count(np.size(result)))
            accepted = QT_TRANSLATE_NOOP("model", "a single value, as .max(), .any() and norm(…) return")
            raise refusal(self.text, None, found, accepted)
        return float(np.asarray(result).item())

    def holds(self, values: Values) -> bool | None:
        """Return whether a condition holds; None when a symbol that it reads has not been computed."""
        number = self.number(values)
        return None if number is None else number == 1.0


def parse_expression(text: str, shapes: Mapping[str, Shape], condition: bool | None = None) -> Computation:
    """Parse an expression, and try it on arrays of the right shapes.

    Parameters
    ----------
    text
        The expression as a person writes it.
    shapes
        Symbol → shape: the names that may be read, and the arrays that indices are tried on.
    condition
        Whether it must be a condition (True) or must be a number (False).

    Raises
    ------
    ModelError
        If anything in it is not accepted, with the column (from 1).
    """
    computation = compiled(text, tuple(shapes))
    if condition is not None and computation.is_condition != condition:
        a_number = QT_TRANSLATE_NOOP("model", "a number")
        if condition:
            raise refusal(text, 1, a_number, A_COMPARISON)
        raise refusal(text, 1, QT_TRANSLATE_NOOP("model", "a comparison"), a_number)
    try:
        if computation.number(_Tried(shapes)) is None:
            found = QT_TRANSLATE_NOOP("model", "an index out of range")
            raise refusal(text, None, found, QT_TRANSLATE_NOOP("model", "indices within the shape, from 0"))
    except ValueError as error:
        if isinstance(error, ModelError):
            raise
        found = QT_TRANSLATE_NOOP("model", "arrays whose shapes do not fit together")
        raise refusal(text, None, found, QT_TRANSLATE_NOOP("model", "shapes that fit together")) from error
    return computation


@dataclass(frozen=True)
class _Tried:
    """Arrays of ones, which take no memory, for trying an expression before it is used."""

    shapes: Mapping[str, Shape]

    def value(self, symbol: str) -> Array:
        return np.broadcast_to(np.float64(1.0), self.shapes[symbol])


@lru_cache(maxsize=256)
def compiled(text: str, symbols: tuple[str, ...]) -> Computation:
    """Parse an expression over symbols whose shapes are not known, without trying it.

    Raises
    ------
    ModelError
        As for `parse_expression`.
    """
    if len(text) > LONGEST:
        found = filled(QT_TRANSLATE_NOOP("model", "{count} characters"), count=len(text))
        raise refusal(text[:20] + "…", LONGEST + 1, found, filled(AT_MOST, most=LONGEST))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python's warnings about odd literals are of no use to a person here
            tree = ast.parse(text.strip(), mode="eval")
    except SyntaxError as error:
        raise refusal(text, error.offset, _UNREADABLE, ACCEPTED) from error
    except (ValueError, MemoryError, RecursionError) as error:
        raise refusal(text, 1, _UNREADABLE, ACCEPTED) from error
    reader = Reader(text, frozenset(symbols))
    part, is_condition = reader.read(tree.body, 0)
    return Computation(text, tuple(dict.fromkeys(reader.reads)), is_condition, part)
