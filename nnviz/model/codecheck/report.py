"""What the check of a person's code found, line by line, and how it is written on a terminal."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from nnviz.model.binding import Array
from nnviz.model.codecheck.comparing import Comparison
from nnviz.model.codecheck.outcome import Failure
from nnviz.model.formula import Shape
from nnviz.model.mistakes import CATALOGUE

_SIGNS = {"equal": "✓", "rounding": "≈", "missing": "·"}


@dataclass(frozen=True, eq=False)
class LineReport:
    """One line of the program against what the person has for it.

    Attributes
    ----------
    number, symbol, formula
        The line, its symbol, and how it is written.
    comparison
        The person's value against what the line makes of the person's own values before it.
    mistakes
        Names of the catalogue's mistakes that give the person's numbers exactly.
    where
        ``""`` for the scenario's own network, else the sizes of the random one that shows the difference.
    theirs
        The person's value on the scenario's network, samples as columns; None where none came.
    found, expected
        Shapes, as the person hands arrays over; for a wrong one.
    """

    number: int
    symbol: str
    formula: str
    comparison: Comparison
    mistakes: tuple[str, ...] = ()
    where: str = ""
    theirs: Array | None = None
    found: tuple[int, ...] = ()
    expected: tuple[int, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the person's value is there and is not right."""
        return self.comparison.status != "missing" and not self.comparison.holds

    def verdict(self) -> str:
        """Say in a few words what was found."""
        c = self.comparison
        match c.status:
            case "equal":
                text = "equal"
            case "rounding":
                text = "equal but for rounding (float32?)"
            case "missing":
                text = "not returned"
            case "transpose":
                text = "transposed"
            case "sign":
                text = "the sign is flipped"
            case "factor":
                text = f"{c.factor:g} times too large" if abs(c.factor) > 1 else f"{c.factor:g} of what it should be"
            case "shape":
                text = f"has the shape {_shape(self.found)}, should have {_shape(self.expected)}"
            case _:
                ratio = f", {c.theirs / c.ours:.4g} times" if c.ours else ""
                cell = "" if c.worst is None else f"[{c.worst[0]}, {c.worst[1]}]"
                text = f"different: {self.symbol}{cell} is {c.theirs!r}, should be {c.ours!r}{ratio}"
        return f"{text} (on a random network, {self.where})" if self.where and self.differs else text


@dataclass(frozen=True, eq=False)
class Report:
    """The whole check.

    Attributes
    ----------
    scenario
        Title of the scenario.
    handing
        How arrays were handed over, in words.
    lines
        Every line of the program, in its order.
    failure
        Why there is nothing to compare, where the function did not return.
    advice
        What would help against the failure.
    notes
        What else was noticed.
    printed
        What the function printed.
    """

    scenario: str
    handing: str
    lines: tuple[LineReport, ...] = ()
    failure: Failure | None = None
    advice: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    printed: str = ""
    shapes: dict[str, Shape] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether the function returned something and all of it is right."""
        returned = any(line.comparison.status != "missing" for line in self.lines)
        return self.failure is None and returned and self.first_difference is None

    @property
    def differences(self) -> tuple[LineReport, ...]:
        """The lines that differ, in program order."""
        return tuple(line for line in self.lines if line.differs)

    @property
    def first_difference(self) -> LineReport | None:
        """The first line that differs; None where none does."""
        return next(iter(self.differences), None)

    @property
    def mistakes(self) -> tuple[str, ...]:
        """Names of the mistakes that explain differences, in the order of the lines."""
        return tuple(dict.fromkeys(name for line in self.differences for name in line.mistakes))

    def __str__(self) -> str:
        head = f"Your code against {self.scenario}; {self.handing}."
        body = [*self._failure_lines(), *self._table()] if self.failure else self._table()
        return "\n".join([head, "", *body, *(f"note: {note}" for note in self.notes)])

    def as_json(self) -> str:
        """Give all of it as one JSON object."""
        lines = [
            {
                "line": line.number,
                "symbol": line.symbol,
                "formula": line.formula,
                "status": line.comparison.status,
                "verdict": line.verdict(),
                "factor": line.comparison.factor,
                "worst": line.comparison.worst,
                "mistakes": list(line.mistakes),
                "on": line.where or "scenario",
            }
            for line in self.lines
        ]
        first = self.first_difference
        whole: dict[str, Any] = {
            "ok": self.ok,
            "scenario": self.scenario,
            "handing": self.handing,
            "first_difference": None if first is None else first.symbol,
            "mistakes": list(self.mistakes),
            "failure": None,
            "advice": list(self.advice),
            "notes": list(self.notes),
            "lines": lines,
        }
        if self.failure is not None:
            whole["failure"] = {name: getattr(self.failure, name) for name in ("kind", "message", "line", "text")}
        return json.dumps(whole, ensure_ascii=False, indent=2)

    def _failure_lines(self) -> list[str]:
        failure = self.failure
        assert failure is not None  # asked for only then
        lines = [f"{failure.kind}: {failure.message}"]
        if failure.line:
            lines.append(f"  line {failure.line}: {failure.text}")
        return [*lines, *(f"  {advice}" for advice in self.advice), ""]

    def _table(self) -> list[str]:
        width = max((len(line.formula) for line in self.lines), default=0)
        rows = []
        first = self.first_difference
        for line in self.lines:
            sign = _SIGNS.get(line.comparison.status, "✗")
            rows.append(f"{line.number:3}  {sign} {line.formula:{width}}  {line.verdict()}")
            rows += [f"     {'':{width + 3}}{'→ ' + CATALOGUE[name].title}" for name in line.mistakes]
        if first is not None:
            rows += ["", f"The first line that differs is line {first.number}, {first.formula}"]
        elif self.ok:
            rows += ["", "All that was returned is right."]
        return rows


def _shape(shape: tuple[int, ...]) -> str:
    return "a number" if shape == () else str(shape)
