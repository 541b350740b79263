"""The marks of one student."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

MarkVerdict = Literal["right", "implied", "follows", "wrong", "missing"]

_SIGNS: Final = {"right": "✓", "implied": "✓", "follows": "↳", "wrong": "✗", "missing": "·"}
EARNS: Final = ("right", "implied", "follows")
"""Verdicts that earn the points of a line."""


@dataclass(frozen=True)
class LineMark:
    """The mark for one line.

    Attributes
    ----------
    symbol
        What the line gives.
    points
        What it is worth.
    verdict
        ``implied``: it did not come back, and what is made of it is right. ``follows``: right for what it was given,
        which is wrong.
    text
        Why, in words.
    """

    symbol: str
    points: float
    verdict: MarkVerdict
    text: str = ""

    @property
    def earned(self) -> float:
        """The points that it gets."""
        return self.points if self.verdict in EARNS else 0.0

    @property
    def sign(self) -> str:
        """Its verdict as a sign."""
        return _SIGNS[self.verdict]


@dataclass(frozen=True)
class StudentMarks:
    """The marks of one student; printing them writes a table.

    Attributes
    ----------
    student, file
        The file's name without and with its ending.
    kind
        ``function`` or ``script``; ``nothing`` where there is nothing to run.
    ok
        Whether all that came back is right, and everything required came back.
    marks
        Line by line.
    first_difference
        Symbol of the first line that differs; empty where none does.
    line, source
        Where it is computed in the student's file, or where the code raised; 0 and empty where that is not known.
    mistakes
        Names of the mistakes that give the student's numbers exactly.
    reason
        What is wrong first, in a sentence; empty where nothing is.
    notes
        What else was noticed.
    missing
        Required symbols that did not come back.
    report
        The whole report of the check or of the judgement.
    """

    student: str
    file: str
    kind: Literal["function", "script", "nothing"]
    ok: bool
    marks: tuple[LineMark, ...]
    first_difference: str = ""
    line: int = 0
    source: str = ""
    mistakes: tuple[str, ...] = ()
    reason: str = ""
    notes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    report: str = ""

    @property
    def points(self) -> float:
        """Points that were earned."""
        return sum(mark.earned for mark in self.marks)

    @property
    def total(self) -> float:
        """Points for code that is right."""
        return sum(mark.points for mark in self.marks)

    def __bool__(self) -> bool:
        return self.ok

    def __str__(self) -> str:
        rows = [f"{self.student}: {self.points:g} of {self.total:g} points", ""]
        rows += [f"  {m.sign} {m.symbol:8} {m.earned:g}/{m.points:g}  {m.text}".rstrip() for m in self.marks]
        rows += ["", *([self.reason] if self.reason else ["All that was asked for is right."] if self.ok else [])]
        if self.line:
            rows.append(f"  {self.file}, line {self.line}: {self.source}")
        if self.missing:
            rows.append(f"required, and did not come back: {', '.join(self.missing)}")
        return "\n".join([*rows, *(f"note: {note}" for note in self.notes)]).rstrip()
