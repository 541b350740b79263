"""How a run ended: by itself, at a limit, or by an exception; and what is worth telling about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Outcome:
    """How the recording ended.

    Attributes
    ----------
    kind
        ``finished``, ``updates`` (enough of them), ``raised``, ``exit``, ``time``, ``memory``, ``input``, ``crash``
        (the process ended without a word), ``cancelled``.
    message
        What `exit`, `input` or `crash` say.
    """

    kind: str
    message: str = ""


@dataclass(frozen=True)
class Operand:
    """An operand of an expression that failed: its text, its shape (None: it is no array), its type."""

    text: str
    shape: tuple[int, ...] | None
    dtype: str


@dataclass(frozen=True)
class Raised:
    """What the code raised.

    Attributes
    ----------
    type, message
        Class and text of the exception.
    file, line, text
        Where in the person's files; None where it was nowhere in them.
    operands
        Operands of the innermost expression that failed.
    place
        That expression.
    traceback
        File, line, function and text of each call in the person's files, the outermost first.
    missing
        The module or file that is missing.
    beside
        What lies where the file was looked for.
    """

    type: str
    message: str
    file: int | None
    line: int | None
    text: str
    operands: tuple[Operand, ...] = ()
    place: int | None = None
    traceback: tuple[tuple[int, int, str, str], ...] = ()
    missing: str | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Note:
    """Something worth telling about the run.

    Attributes
    ----------
    kind
        ``plots`` (which library was not there), ``magics`` (cell, lines that were not run), ``thinned`` (events whose
        values were not kept), ``full`` (events), ``printed`` (bytes that were dropped), ``interpreter`` (its path).
    details
        As said.
    """

    kind: str
    details: tuple[Any, ...] = ()
