"""What calling a person's functions once came to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.argument_layouts import Call

TIMEOUT: Final = "timeout"
CRASH: Final = "crash"
RETURNED: Final = "returned"
"""Kinds of failure that are no exception: it was stopped, its process ended, or what it gave cannot be read."""


@dataclass(frozen=True)
class Misfit:
    """Two operands whose shapes do not go together, in a person's own words.

    Attributes
    ----------
    operator
        ``@`` for a matrix product, ``==`` where an assertion wanted them alike, else the element-wise sign.
    left, right
        The operands as the person wrote them.
    left_shape, right_shape
        Their shapes.
    target
        The name that the statement assigns to; empty where it assigns to none.
    rearranged
        For an assertion: products of what stands where the name was assigned that would have the shape asked for.
    """

    operator: str
    left: str
    left_shape: tuple[int, ...]
    right: str
    right_shape: tuple[int, ...]
    target: str = ""
    rearranged: tuple[str, ...] = ()


@dataclass(frozen=True)
class Failure:
    """Why a call gave nothing.

    Attributes
    ----------
    kind, message
        The exception's class and text; `TIMEOUT` and after how many seconds, `CRASH` and with which status, or
        `RETURNED` and what, where it is none of the person's.
    line, text
        Where in the person's file, and what stands there; 0 and empty where that is not known.
    file
        Name of that file: theirs, or one that theirs imports.
    misfit
        The operands that do not go together, where that was it.
    part
        Which of the person's functions was called.
    missing
        Names that the file reads and never gives, with the lines that read them first; only of a NameError.
    """

    kind: str
    message: str
    line: int = 0
    text: str = ""
    misfit: Misfit | None = None
    part: str = "backprop"
    missing: tuple[tuple[str, int], ...] = ()
    file: str = ""


@dataclass(frozen=True, eq=False)
class Outcome:
    """What one call of everything gave.

    Attributes
    ----------
    values
        Symbol → array as it came back; empty where `backprop` failed.
    failure
        The first failure.
    changed
        Names of the arrays handed over that the functions changed.
    printed
        What they printed.
    """

    values: Mapping[str, Array] = field(default_factory=dict)
    failure: Failure | None = None
    changed: tuple[str, ...] = ()
    printed: str = ""


Caller = Callable[[Sequence[Call]], Sequence[Outcome]]
"""Calls a person's functions with each of some arguments."""
