"""Marks as CSV, JUnit XML and feedback for each student."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final
from xml.etree import ElementTree

from nnviz.model.grading.marks import EARNS, StudentMarks

_FORMULAS: Final = ("=", "+", "-", "@")
"""What a table's program would run where a cell begins with it."""


def csv_text(every: Sequence[StudentMarks]) -> str:
    """Return one row a student: points, what differs first and its name, then the mark of every line."""
    symbols = list(dict.fromkeys(mark.symbol for one in every for mark in one.marks))
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    head = [
        "student",
        "ok",
        "points",
        "of",
        "first_difference",
        "mistakes",
        "line",
        "reason",
        "missing",
        "kind",
        "notes",
    ]
    table.writerow([*head, *symbols])
    for one in every:
        earned = {mark.symbol: f"{mark.earned:g}" for mark in one.marks}
        row = [one.student, str(one.ok).lower(), f"{one.points:g}", f"{one.total:g}", one.first_difference]
        row += [" ".join(one.mistakes), str(one.line or ""), one.reason, " ".join(one.missing), one.kind]
        row += ["; ".join(one.notes), *(earned.get(symbol, "") for symbol in symbols)]
        table.writerow([_plain(cell) for cell in row])
    return out.getvalue()


def _plain(cell: str) -> str:
    # A student chooses the names of files and errors; a table's program must not take them for formulas.
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell


def junit_text(every: Sequence[StudentMarks]) -> str:
    """Return the marks as JUnit XML: a suite for each student, a test for each line and one for all of it."""
    root = ElementTree.Element("testsuites", name="nnviz grade")
    for one in every:
        wrong = [mark for mark in one.marks if mark.verdict not in EARNS]
        suite = ElementTree.SubElement(root, "testsuite", name=_allowed(one.student))
        suite.set("tests", str(len(one.marks) + 1))
        suite.set("failures", str(len(wrong) + (not one.ok)))
        whole = ElementTree.SubElement(suite, "testcase", classname=_allowed(one.student), name="all that is required")
        if not one.ok:
            failure = ElementTree.SubElement(whole, "failure", message=_allowed(_why(one)))
            failure.text = _allowed(str(one))
        for mark in one.marks:
            case = ElementTree.SubElement(suite, "testcase", classname=_allowed(one.student), name=mark.symbol)
            if mark in wrong:
                ElementTree.SubElement(case, "failure", message=_allowed(mark.text))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _allowed(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return "".join(
        c for c in text if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )


def feedback_text(marks: StudentMarks) -> str:
    """Return what a student gets back, as Markdown: points, every line with its reason, and the whole report."""
    rows = [f"| {m.symbol} | {m.sign} {m.earned:g} / {m.points:g} | {_cell(m.text)} |" for m in marks.marks]
    text = [f"# {marks.file}: {marks.points:g} of {marks.total:g} points", ""]
    text += [_why(marks) if not marks.ok else "All that was asked for is right.", ""]
    if marks.line:
        text += [f"Line {marks.line}:", "", f"    {marks.source}", ""]
    text += ["| line | points | |", "|---|---|---|", *rows, ""]
    text += [f"- {note}" for note in marks.notes] + ([""] if marks.notes else [])
    if marks.report:
        text += ["````", marks.report, "````"]
    return "\n".join(text).rstrip() + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _why(marks: StudentMarks) -> str:
    missing = f"required, and did not come back: {', '.join(marks.missing)}" if marks.missing else ""
    return "; ".join(filter(None, (marks.reason, missing))) or "not all of it is right"


def summary_text(every: Sequence[StudentMarks]) -> str:
    """Return a table for a terminal: points and reason, a row a student."""
    width = max(len(one.student) for one in every)
    points = [f"{one.points:g}/{one.total:g}" for one in every]
    wide = max(map(len, points))
    rows = [
        f"{'✓' if one.ok else '✗'} {one.student:{width}}  {text:>{wide}}  {'' if one.ok else _why(one)}".rstrip()
        for one, text in zip(every, points, strict=True)
    ]
    mean = sum(one.points for one in every) / len(every)
    right = sum(one.ok for one in every)
    return "\n".join([*rows, "", f"{right} of {len(every)} are right; {mean:.3g} points on average"])
