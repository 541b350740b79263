"""What the check of a person's code found, line by line, and how it is written: as text, HTML and JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any, Final

from nnviz.model.codecheck.argument_layouts import ArgumentLayout
from nnviz.model.codecheck.call_result import CRASH, RETURNED, TIMEOUT, Failure, Misfit
from nnviz.model.codecheck.fitting_products import fitting_products
from nnviz.model.codecheck.line_report import LineReport
from nnviz.model.codecheck.notes import CheckNote
from nnviz.model.codecheck.own_line import OwnLine
from nnviz.model.codecheck.returned_values import ACCEPTED
from nnviz.model.mistakes import CATALOGUE

_SIGNS: Final = {"equal": "✓", "rounding": "≈", "scaled": "✓", "missing": "·"}
_BOLD, _GOOD, _BAD, _PLAIN = "\x1b[1m", "\x1b[32m", "\x1b[31m", "\x1b[0m"


@dataclass(frozen=True, eq=False, repr=False)
class Report:
    """The whole check; printing it writes a table.

    Attributes
    ----------
    scenario
        Title of the scenario.
    layout
        The layout of the arguments that fitted best.
    lines
        Every line of the program, in its order, and then the prediction, if there is one; empty where nothing was
        returned.
    failure
        The first failure, on the scenario's network or on all.
    wanted
        The shape that the failed statement's result should have; None where that is not known.
    notes
        What else was noticed.
    printed
        What the functions printed.
    """

    scenario: str
    layout: ArgumentLayout
    lines: tuple[LineReport, ...] = ()
    failure: Failure | None = None
    wanted: tuple[int, ...] | None = None
    notes: tuple[CheckNote, ...] = field(default=())
    printed: str = ""

    @property
    def ok(self) -> bool:
        """Whether the functions returned something and all of it is right."""
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
        """Names of the mistakes that explain what was found, in the order of the lines."""
        found = [name for line in self.differences for name in line.mistakes]
        if self.failure is not None and self.failure.part == "update":
            # An update without gradients for the biases never changes them.
            found += ["biases-kept" for note in self.notes if note.kind == "no-bias-gradients"]
        return tuple(dict.fromkeys(found))

    @property
    def misfit(self) -> Misfit | None:
        """The operands whose shapes made it fail, if that was the reason."""
        return None if self.failure is None else self.failure.misfit

    @property
    def products(self) -> tuple[str, ...]:
        """The products of these operands that would fit, as Python text with the resulting shape."""
        if self.misfit is None:
            return ()
        if self.misfit.operator == "==":
            return self.misfit.rearranged[:4]
        wanted = None if self.wanted is None or len(self.wanted) != 2 else (self.wanted[0], self.wanted[1])
        return fitting_products(self.misfit, wanted)[:4]

    def __bool__(self) -> bool:
        """Whether all is right, so that ``assert report`` says what is not."""
        return self.ok

    def __str__(self) -> str:
        return as_text(self)

    def __repr__(self) -> str:
        return as_text(self)

    def _repr_html_(self) -> str:
        """Return a table for notebooks."""
        return as_html(self)

    def as_json(self) -> str:
        """Return the report as one JSON object."""
        return as_json(self)


# The texts ----------------------------------------------------------------------------------------------------------


def sign_of(line: LineReport) -> str:
    """Return the mark of a line: ✓ ≈ ✗, and · where nothing was returned."""
    return "✗" if line.failed else _SIGNS.get(line.comparison.status, "✗")


def as_text(report: Report, coloured: bool = False) -> str:
    """Write a report as an aligned table, with the failure above it and the notes below."""
    head = [f"Your code against {report.scenario}; {report.layout}.", ""]
    if report.failure is not None:
        head += [*_failure(report), ""]
    parts = [*head, *_table(report, coloured), *(f"note: {note}" for note in report.notes)]
    return "\n".join(parts).rstrip()


def failure_text(failure: Failure) -> str:
    """Return text that says what went wrong: ``NameError in backprop: name 'm' is not defined``."""
    if failure.kind == TIMEOUT:
        return f"it was stopped after {failure.message} s; is there an endless loop?"
    if failure.kind == CRASH:
        return f"the process ended before it was done, with status {failure.message}"
    if failure.kind == RETURNED and failure.part == "import":
        return f"{failure.message} has no function backprop(X, Y, weights, biases)"
    if failure.kind == RETURNED:
        return f"{failure.part} returned {failure.message}; accepted: {ACCEPTED[failure.part]}"
    where = "" if failure.part == "import" else f" in {failure.part}"
    return f"{failure.kind}{where}: {failure.message}" if failure.message else f"{failure.kind}{where}"


def misfit_text(misfit: Misfit) -> str:
    """Return text that says which two shapes do not fit together."""
    shapes = f"{misfit.left} has the shape {misfit.left_shape}, {misfit.right} has {misfit.right_shape}"
    if misfit.operator == "==":
        return f"{shapes}: they should be equal"
    return f"{shapes}: they do not fit together under {misfit.operator}"


def _failure(report: Report) -> Iterator[str]:
    failure, misfit = report.failure, report.misfit
    assert failure is not None  # called only with one
    yield failure_text(failure)
    if failure.line:
        yield f"  {failure.file}, line {failure.line}: {failure.text}"
    if misfit is not None:
        yield f"  {misfit_text(misfit)}"
        if report.wanted is not None:
            yield f"  {misfit.target} should have the shape {report.wanted}"
        if report.products:
            yield f"  these would fit: {'; '.join(report.products)}"
    if failure.missing:
        yield f"  read but never defined: {', '.join(f'{name} (line {line})' for name, line in failure.missing)}"


def mistake_texts(line: LineReport) -> list[str]:
    """Say what the mistakes of a line are, one a text."""
    link = "or " if line.alternatives else "and "
    texts = [f"{link if number else ''}{CATALOGUE[name].title}" for number, name in enumerate(line.mistakes)]
    texts = [line.reason] if line.reason else texts
    if texts and line.beyond:
        texts.append(f"and something else, on a random network, {line.beyond}")
    return texts


def own_texts(line: LineReport) -> Iterator[str]:
    """Yield what computes a value in the person's file, and how it should be."""
    if line.own is not None:
        yield f"It is computed in {line.own.file}, line {line.own.line}: `{line.own.source}`."
        if line.own.mended is not None:
            yield f"It should be `{line.own.mended}`."


def _table(report: Report, coloured: bool) -> Iterator[str]:
    width = max((len(line.formula) for line in report.lines), default=0)
    first = report.first_difference
    for line in report.lines:
        mark = sign_of(line)
        tinted = f"{_GOOD if mark in '✓≈' else _BAD}{mark}{_PLAIN}" if coloured and mark != "·" else mark
        row = f"{line.number:3}  {tinted} {line.formula:{width}}  {line.verdict()}".rstrip()
        yield f"{_BOLD}{row.replace(_PLAIN, _PLAIN + _BOLD)}{_PLAIN}" if coloured and line is first else row
        for text in mistake_texts(line):
            yield f"{'':{width + 9}}→ {text}"
    if first is not None:
        yield f"\nThe first line that differs is line {first.number}: {first.formula}"
        yield from own_texts(first)
    elif report.ok:
        yield "\nAll that was returned is right."


def as_html(report: Report) -> str:
    """Write a report as an HTML table."""
    rows = []
    for line in report.lines:
        verdict = [escape(line.verdict()), *(f"→ <b>{escape(text)}</b>" for text in mistake_texts(line))]
        opening = "<tr style='font-weight: bold'>" if line is report.first_difference else "<tr>"
        cells = (str(line.number), sign_of(line), f"<code>{escape(line.formula)}</code>", "<br>".join(verdict))
        rows.append(opening + "".join(f"<td style='text-align: left'>{cell}</td>" for cell in cells) + "</tr>")
    head = f"<p>Your code against {escape(report.scenario)}; {escape(str(report.layout))}.</p>"
    failure = "" if report.failure is None else f"<pre>{escape(chr(10).join(_failure(report)))}</pre>"
    notes = "".join(f"<p>{escape(str(note))}</p>" for note in report.notes)
    first = report.first_difference
    notes += "" if first is None else "".join(f"<p>{escape(text)}</p>" for text in own_texts(first))
    return f"{head}{failure}<table>{''.join(rows)}</table>{notes}"


def as_json(report: Report) -> str:
    """Write a report as one JSON object."""
    first = report.first_difference
    whole: dict[str, Any] = {
        "ok": report.ok,
        "scenario": report.scenario,
        "samples": report.layout.samples,
        # The key is part of the command line's output, which scripts read.
        "handing": str(report.layout),
        "first_difference": None if first is None else first.symbol,
        "mistakes": list(report.mistakes),
        "failure": None if report.failure is None else _plain_failure(report),
        "notes": [{"kind": note.kind, "names": list(note.names), "text": str(note)} for note in report.notes],
        "lines": [_plain_line(line) for line in report.lines],
        "printed": report.printed,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False)


def _plain_failure(report: Report) -> dict[str, Any]:
    failure = report.failure
    assert failure is not None  # called only with one
    return {
        **{name: getattr(failure, name) for name in ("kind", "message", "part", "file", "line", "text")},
        "advice": [text.strip() for text in list(_failure(report))[1:]],
    }


def _plain_own(own: OwnLine) -> dict[str, Any]:
    return {name: getattr(own, name) for name in ("file", "line", "source", "mended")}


def _plain_line(line: LineReport) -> dict[str, Any]:
    found = line.comparison
    return {
        "line": line.number,
        "symbol": line.symbol,
        "formula": line.formula,
        "status": found.status,
        "verdict": line.verdict(),
        "factor": found.factor,
        "cell": None if line.cell is None else list(line.cell),
        "theirs": found.theirs if math.isfinite(found.theirs) else None,
        "ours": found.ours if math.isfinite(found.ours) else None,
        "mistakes": list(line.mistakes),
        "on": line.where or "scenario",
        "own": None if line.own is None else _plain_own(line.own),
    }
