"""A report as text for a terminal, as HTML for a notebook, and as JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from html import escape
from typing import Any, Final

from nnviz.model.codecheck.call_result import CRASH, RETURNED, TIMEOUT, Failure, Misfit
from nnviz.model.codecheck.line_report import LineReport
from nnviz.model.codecheck.report import Report
from nnviz.model.codecheck.returned_values import ACCEPTED
from nnviz.model.mistakes import CATALOGUE

_SIGNS: Final = {"equal": "✓", "rounding": "≈", "missing": "·"}
_BOLD, _GOOD, _BAD, _PLAIN = "\x1b[1m", "\x1b[32m", "\x1b[31m", "\x1b[0m"


def sign_of(line: LineReport) -> str:
    """Return the mark of a line: ✓ ≈ ✗, and · where nothing came."""
    return "✗" if line.failed else _SIGNS.get(line.comparison.status, "✗")


def as_text(report: Report, coloured: bool = False) -> str:
    """Write a report as an aligned table with what there is to say about it."""
    head = [f"Your code against {report.scenario}; {report.handing}.", ""]
    if report.failure is not None:
        head += [*_failure(report), ""]
    parts = [*head, *_table(report, coloured), *(f"note: {note}" for note in report.notes)]
    return "\n".join(parts).rstrip()


def failure_text(failure: Failure) -> str:
    """Say what went wrong: ``NameError in backprop: name 'm' is not defined``."""
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
    """Say which two shapes do not go together."""
    told = f"{misfit.left} has the shape {misfit.left_shape}, {misfit.right} has {misfit.right_shape}"
    if misfit.operator == "==":
        return f"{told}: they should be alike"
    return f"{told}: they do not go together under {misfit.operator}"


def _failure(report: Report) -> Iterator[str]:
    failure, misfit = report.failure, report.misfit
    assert failure is not None  # asked for only then
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
        yield f"  read and never given: {', '.join(f'{name} (line {line})' for name, line in failure.missing)}"


def mistake_texts(line: LineReport) -> list[str]:
    """Name the mistakes of a line, one a text."""
    link = "or " if line.alternatives else "and "
    texts = [f"{link if number else ''}{CATALOGUE[name].title}" for number, name in enumerate(line.mistakes)]
    if texts and line.beyond:
        texts.append(f"and something else, on a random network, {line.beyond}")
    return texts


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
    elif report.ok:
        yield "\nAll that was returned is right."


def as_html(report: Report) -> str:
    """Write a report as an HTML table."""
    rows = []
    for line in report.lines:
        told = [escape(line.verdict()), *(f"→ <b>{escape(text)}</b>" for text in mistake_texts(line))]
        opening = "<tr style='font-weight: bold'>" if line is report.first_difference else "<tr>"
        cells = (str(line.number), sign_of(line), f"<code>{escape(line.formula)}</code>", "<br>".join(told))
        rows.append(opening + "".join(f"<td style='text-align: left'>{cell}</td>" for cell in cells) + "</tr>")
    head = f"<p>Your code against {escape(report.scenario)}; {escape(str(report.handing))}.</p>"
    failure = "" if report.failure is None else f"<pre>{escape(chr(10).join(_failure(report)))}</pre>"
    notes = "".join(f"<p>{escape(str(note))}</p>" for note in report.notes)
    return f"{head}{failure}<table>{''.join(rows)}</table>{notes}"


def as_json(report: Report) -> str:
    """Write a report as one JSON object."""
    first = report.first_difference
    whole: dict[str, Any] = {
        "ok": report.ok,
        "scenario": report.scenario,
        "samples": report.handing.samples,
        "handing": str(report.handing),
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
    assert failure is not None  # asked for only then
    return {
        **{name: getattr(failure, name) for name in ("kind", "message", "part", "file", "line", "text")},
        "advice": [text.strip() for text in list(_failure(report))[1:]],
    }


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
    }
