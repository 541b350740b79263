"""From a student's file to the marks, whatever the file does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from nnviz.model.codecheck.call_result import CRASH, TIMEOUT
from nnviz.model.codecheck.check_code import check_by
from nnviz.model.codecheck.check_code import check_file as check_path
from nnviz.model.codecheck.report import Report
from nnviz.model.codecheck.run_in_process import FileCaller
from nnviz.model.codecheck.trial_updates import trials_of
from nnviz.model.grading.by_function import function_marks
from nnviz.model.grading.by_script import script_marks
from nnviz.model.grading.marks import LineMark, StudentMarks
from nnviz.model.grading.points import Points, points_for
from nnviz.model.grading.submission import Submission, read_submission, without_statement
from nnviz.model.judgement.debug_file import debug_file
from nnviz.model.program.program import Program
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.text.convention import Convention

SECONDS: Final = 4.0
"""How long a student's code may run by default."""
_IMPORTING: Final = 5
"""How many times as long, where a library is being imported when the time is over."""


@dataclass(frozen=True)
class Assignment:
    """What is asked of every student.

    Attributes
    ----------
    scenario
        Whose network, loss and data.
    points, require
        As `points_for` reads them.
    seconds
        How long a student's code may run.
    convention
        What samples are; found out by trying when None.
    """

    scenario: Scenario
    points: str = ""
    require: str = ""
    seconds: float = SECONDS
    convention: Convention | None = None

    def worth(self) -> tuple[Program, Points]:
        """Return the right program, and what its lines are worth.

        Raises
        ------
        ModelError
            If the points cannot be read.
        """
        program = trials_of(self.scenario)[0].program
        return program, points_for(program, self.points, self.require)


def grade_file(path: Path, assignment: Assignment) -> StudentMarks:
    """Return the marks for a student's file; one that cannot be marked has none, and says why.

    Raises
    ------
    ModelError
        If the points of the assignment cannot be read.
    """
    program, points = assignment.worth()
    try:
        return _graded(path, assignment, program, points)
    except Exception as error:  # noqa: BLE001 - one student's file must not cost the others their marks
        return _without(path, points, f"it could not be marked: {type(error).__name__}: {error}")


def _graded(path: Path, assignment: Assignment, program: Program, points: Points) -> StudentMarks:
    submission = read_submission(path)
    if submission.kind == "nothing":
        return _without(path, points, "it has no function backprop(X, Y, weights, biases), and nothing in it runs")
    if submission.kind == "script":
        return script_marks(path, points, debug_file(path, seconds=assignment.seconds)[2])
    report = _checked(path, submission.text, assignment)
    note = submission.note
    if report.failure is not None and report.failure.part == "import" and report.failure.line:
        report, submission, note = _without_what_raised(path, submission, assignment, report)
    failure = report.failure
    if failure is not None and failure.kind == TIMEOUT and failure.text.startswith(("import ", "from ")):
        # A large library was being imported: that is not the student's loop.
        report = _checked(path, submission.text, replace(assignment, seconds=_IMPORTING * assignment.seconds))
        failure = report.failure
    ended = failure is not None and failure.kind not in (TIMEOUT, CRASH) and failure.part != "import"
    seen = None
    if ended and not report.lines and submission.watching is not None:
        seen = _checked(path, submission.watching, assignment)
    return function_marks(path, program, points, report, seen, note)


def _checked(path: Path, text: str | None, assignment: Assignment) -> Report:
    if text is None:
        return check_path(path, assignment.scenario, assignment.convention, assignment.seconds)
    caller = FileCaller(path, assignment.seconds, text)
    # Called by a function, the line of the file is not looked for: there is another text in its place.
    return check_by(lambda calls: caller(calls), assignment.scenario, assignment.convention)


def _without_what_raised(
    path: Path, submission: Submission, assignment: Assignment, report: Report
) -> tuple[Report, Submission, str]:
    """Check again without the statement outside of the function that raised; without one, return the report."""
    failure = report.failure
    kept = report, submission, submission.note
    if failure is None or failure.kind == "SyntaxError" or failure.file not in ("", path.name):
        return kept
    text = without_statement(submission.text or path.read_text(encoding="utf-8"), failure.line)
    if text is None:
        return kept
    again = _checked(path, text, assignment)
    if again.failure is not None and again.failure.part == "import":
        return kept
    note = f"line {failure.line} was left out, outside of the function it raised {failure.kind}: {failure.text}"
    return again, replace(submission, watching=None), "; ".join(filter(None, (submission.note, note)))


def _without(path: Path, points: Points, reason: str) -> StudentMarks:
    marks = tuple(LineMark(symbol, worth, "missing", "not returned") for symbol, worth in points.of.items())
    return StudentMarks(path.stem, path.name, "nothing", False, marks, reason=reason, missing=points.required)
