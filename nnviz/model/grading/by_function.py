"""Marks from the check of a function."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from nnviz.model.codecheck.line_report import LineReport
from nnviz.model.codecheck.report import Report, failure_text, misfit_text, mistake_texts
from nnviz.model.grading.implied import implied
from nnviz.model.grading.marks import EARNS, LineMark, StudentMarks
from nnviz.model.grading.points import Points
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.mistakes.build import build_program
from nnviz.model.program.program import Program

_SINGLE_DIGITS: Final = 6
"""To so many digits numbers agree that were computed in single precision."""


def function_marks(
    path: Path, program: Program, points: Points, report: Report, seen: Report | None = None, note: str = ""
) -> StudentMarks:
    """Return the marks for a function.

    Parameters
    ----------
    path
        The student's file.
    program, points
        The right program, and what its lines are worth.
    report
        On what the function returned.
    seen
        On the arrays that it had when it raised, or returned nothing; None where it returned.
    note
        How it was called, where that was not the usual way.
    """
    shown = report if seen is None else seen
    lines = {line.symbol: line for line in sorted(shown.lines, key=lambda line: line.differs)}
    came = {name for name, line in lines.items() if line.comparison.status != "missing"}
    rounded = _rounded(lines)
    right = {name for name in came if not lines[name].differs} | rounded
    readings = [(line.writes, line.reads) for line in program]
    shown_right = implied(readings, right, came)
    blamed = _blamed(program, lines, came | shown_right)
    made_wrong = {other for others in blamed.values() for other in others}
    marks = []
    for symbol, worth in points.of.items():
        mark = LineMark(symbol, worth, "missing", "not returned")
        if symbol in came:
            line = lines[symbol]
            text = "; ".join([line.verdict(), *mistake_texts(line)])
            mark = replace(mark, verdict="right" if symbol in right else "wrong", text=text)
            if symbol in rounded:
                mark = replace(mark, text=f"right but for rounding (float32?): {line.verdict()}")
            if symbol in made_wrong:
                mark = replace(mark, verdict="follows", text="right for what it was given, which is wrong")
        elif symbol in shown_right:
            mark = replace(mark, verdict="implied", text="not returned; what is made of it is right")
        elif symbol in blamed:
            mark = replace(mark, verdict="wrong", text="what is made of it shows: " + _title(lines, blamed[symbol]))
        marks.append(mark)
    wrong = [line for line in shown.lines if line.differs and line.symbol not in rounded]
    first = next(iter(wrong), None)
    back = {line.symbol for line in report.lines if line.comparison.status != "missing"} | shown_right
    missing = points.required if seen is not None else tuple(name for name in points.required if name not in back)
    return StudentMarks(
        student=path.stem,
        file=path.name,
        kind="function",
        ok=report.failure is None
        and bool(came)
        and not wrong
        and not missing
        and all(mark.verdict in EARNS for mark in marks),
        marks=tuple(marks),
        first_difference="" if first is None else first.symbol,
        line=_place(report, first)[0],
        source=_place(report, first)[1],
        mistakes=shown.mistakes,
        reason=_reason(report, first),
        notes=(*([note] if note else []), *map(str, report.notes)),
        missing=missing,
        report=str(report),
    )


def _rounded(lines: Mapping[str, LineReport]) -> set[str]:
    """Return the lines that are made of single-precision numbers, and agree as far as these can."""
    if all(line.comparison.status != "rounding" for line in lines.values()):
        return set()
    return {name for name, line in lines.items() if line.differs and line.comparison.digits >= _SINGLE_DIGITS}


def _blamed(program: Program, lines: Mapping[str, LineReport], known: set[str]) -> dict[str, list[str]]:
    """Return lines that did not come back and have a mistake → those that came back and are wrong because of it."""
    found: dict[str, list[str]] = {}
    for name, line in lines.items():
        rows = [one for one in line.mistakes if one in CATALOGUE and CATALOGUE[one].change is not None]
        if not line.differs or not rows or (line.alternatives and len(rows) > 1):
            continue
        wrong = build_program(replace(program.recipe, mistakes=tuple(rows)))
        was = {one.writes: one.expression for one in program}
        changed = [one.writes for one in wrong if one.expression != was.get(one.writes)]
        if changed and known.isdisjoint(changed):
            for symbol in changed:
                found.setdefault(symbol, []).append(name)
    return found


def _title(lines: Mapping[str, LineReport], symbols: list[str]) -> str:
    names = dict.fromkeys(name for symbol in symbols for name in lines[symbol].mistakes)
    return ", ".join(CATALOGUE[name].title for name in names)


def _reason(report: Report, first: LineReport | None) -> str:
    if report.failure is not None:
        text = failure_text(report.failure)
        return text if report.misfit is None else f"{text}; {misfit_text(report.misfit)}"
    if first is None:
        return ""
    return "; ".join([f"{first.formula}: {first.verdict()}", *mistake_texts(first)])


def _place(report: Report, first: LineReport | None) -> tuple[int, str]:
    if report.failure is not None:
        return report.failure.line, report.failure.text
    own = None if first is None else first.own
    return (0, "") if own is None else (own.line, own.source)
