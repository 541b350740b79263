"""A session from its file."""

from __future__ import annotations

from collections.abc import Mapping

from nnviz.model.arrays.array import Array
from nnviz.model.history.branch_position import Place
from nnviz.model.history.saved_history import Kept
from nnviz.model.session.session import Session
from nnviz.model.session_file.archive import unpacked
from nnviz.model.session_file.array_pool import Pooled
from nnviz.model.session_file.branches import BranchReader
from nnviz.model.session_file.errors import check
from nnviz.model.session_file.read_branch import Course
from nnviz.model.session_file.replay_check import resumed
from nnviz.model.session_file.scenarios import ScenarioReader
from nnviz.model.session_file.schema import MEMBER as DOCUMENT
from nnviz.model.session_file.schema import Document, from_json
from nnviz.model.session_file.writing import CURVES, SAMPLES, STATES


def read_session(data: bytes) -> tuple[Session, Mapping[str, object], float]:
    """Return a session, what was saved with it, and how far replay differs.

    Raises
    ------
    SessionFileError
        If the file does not hold a session.
    """
    members = unpacked(data, (DOCUMENT, STATES, CURVES, SAMPLES))
    document = from_json(members[DOCUMENT])
    states, curves, samples = (Pooled(name, members[name]) for name in (STATES, CURVES, SAMPLES))
    reader = ScenarioReader(samples)
    scenarios = [reader.read(saved, f"scenarios[{i}]") for i, saved in enumerate(document.scenarios)]
    branches = BranchReader(scenarios, states, curves)
    courses = [branches.read(saved, f"branches[{i}]") for i, saved in enumerate(document.branches)]
    _check_list(document)
    kept, stored = _at_cursor(document, courses, branches)
    session, difference = resumed(kept, stored)
    return session, document.desk, difference


def _check_list(document: Document) -> None:
    branches = document.branches
    names, lineages = ({branch.name for branch in branches}, {branch.lineage for branch in branches})
    differ = len(names) == len(lineages) == len(branches) and all(name.strip() for name in names)
    check(differ, "branches", "two that are alike", "names and lineages that differ")
    check(max(lineages, default=0) <= document.lineages, "lineages", document.lineages, "the largest of a branch")


def _at_cursor(document: Document, courses: list[Course], reader: BranchReader) -> tuple[Kept, Mapping[str, Array]]:
    """Return where one stands, and the state there."""
    saved = document.cursor
    check(saved.branch < len(courses), "cursor.branch", saved.branch, f"a number below {len(courses)}")
    course = courses[saved.branch]
    place, applied = Place(*saved.place), saved.applied
    course.check_applied(place, applied, "cursor")
    there = course.settings[applied]
    check(place.line < there.lines, "cursor.place", f"line {place.line}", f"below {there.lines}")
    here = reader.keyframe(saved.here, course, "cursor.here")
    high = course.branch.latest_start(place, applied)
    near = place.completed - 1 <= here.completed and here.key <= high
    check(near, "cursor.here", here.key, f"at most {high}, one update before")
    branches = tuple(course.branch for course in courses)
    kept = Kept(branches, course.branch, place, applied, here, document.lineages, document.budget)
    return kept, reader.state(saved.state, there.scenario, "cursor.state")
