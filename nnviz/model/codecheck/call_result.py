"""The result of calling a person's functions once: the values, or why there are none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.argument_layouts import Call

TIMEOUT: Final = "timeout"
CRASH: Final = "crash"
RETURNED: Final = "returned"
"""Kinds of failure that are not exceptions: the time was over, the process ended, what was returned is unreadable."""


@dataclass(frozen=True)
class Misfit:
    """Two operands whose shapes do not fit together, as the person wrote them.

    Attributes
    ----------
    operator
        ``@`` for a matrix product, ``==`` where an assertion required equal shapes, else the element-wise sign.
    left, right
        The operands as Python text.
    left_shape, right_shape
        Their shapes.
    target
        The name that the statement assigns to; empty without one.
    rearranged
        For an assertion: products of the operands in the last assignment to `left` that have the required shape.
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
    """Why a call has no result.

    Attributes
    ----------
    kind, message
        The exception's class and text. Without an exception: `TIMEOUT` and after how many seconds, `CRASH` and with
        which status, or `RETURNED` and a description of what was returned.
    line, text
        Line number in the person's file, and its text; 0 and empty where that is not known.
    file
        Name of that file: the one checked, or one that it imports.
    misfit
        The operands whose shapes do not fit together, if that was the reason.
    part
        Which of the person's functions was called.
    missing
        Names that the file reads but never defines, each with the line that reads it first; only for a NameError.
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
class CallResult:
    """The result of calling all functions once, on the same arguments.

    Attributes
    ----------
    values
        Symbol → array as it was returned; empty where `backprop` failed.
    failure
        The first failure.
    changed
        Names of the arguments that the functions changed in place.
    printed
        What they printed.
    same
        Pairs of symbols that were returned as one and the same array.
    later
        The results of the updates after the first, where more than one was asked for.
    """

    values: Mapping[str, Array] = field(default_factory=dict)
    failure: Failure | None = None
    changed: tuple[str, ...] = ()
    printed: str = ""
    same: tuple[tuple[str, str], ...] = ()
    later: tuple[CallResult, ...] = ()


Caller = Callable[[Sequence[Call]], Sequence[CallResult]]
"""Calls a person's functions, once for each set of arguments."""
