"""Reading a session from its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from nnviz.model.arrays.array import Array
from nnviz.model.engine.engines import COMPILED, usable
from nnviz.model.history.history import SavedHistory
from nnviz.model.history.position import Place
from nnviz.model.history.timeline import Cursor
from nnviz.model.session.session import Session
from nnviz.model.session_file.archive import unpacked
from nnviz.model.session_file.array_pool import Pooled
from nnviz.model.session_file.branch_reader import BranchReader
from nnviz.model.session_file.errors import check
from nnviz.model.session_file.long_names import with_short_names
from nnviz.model.session_file.read_branch import ReadBranch
from nnviz.model.session_file.replay_check import resumed
from nnviz.model.session_file.scenarios import ScenarioReader
from nnviz.model.session_file.schema import MEMBER as DOCUMENT
from nnviz.model.session_file.schema import SessionDocument, from_json
from nnviz.model.session_file.writing import CURVES, SAMPLES, STATES


@dataclass(frozen=True, eq=False)
class ReadSession:
    """A session that was read; the attributes are those of `Opened`."""

    session: Session
    debugger_state: Mapping[str, object]
    difference: float
    lacks_compiled: bool
    shortened: int


def read_session(data: bytes) -> ReadSession:
    """Read a session; what ran the branch that the cursor is on goes on running it, where that works here.

    Raises
    ------
    SessionFileError
        If the file does not hold a session.
    """
    members = unpacked(data, (DOCUMENT, STATES, CURVES, SAMPLES))
    document = from_json(members[DOCUMENT])
    named, shortened = with_short_names(document.branches)
    document = replace(document, branches=named)
    states, curves, samples = (Pooled(name, members[name]) for name in (STATES, CURVES, SAMPLES))
    reader = ScenarioReader(samples)
    scenarios = [reader.read(saved, f"scenarios[{i}]") for i, saved in enumerate(document.scenarios)]
    branch_reader = BranchReader(scenarios, states, curves)
    branches = [branch_reader.read(saved, f"branches[{i}]") for i, saved in enumerate(document.branches)]
    _check_list(document)
    history, stored = _at_cursor(document, branches, branch_reader)
    session, difference = resumed(history, stored)
    if branches[document.cursor.branch].settings[-1].engine == COMPILED:
        session.choose_engine("compiled")
    lacks_compiled = COMPILED in _engines(document) and usable(COMPILED) != COMPILED
    return ReadSession(session, document.desk, difference, lacks_compiled, shortened)


def _engines(document: SessionDocument) -> set[str]:
    """Return which engines have run parts of a session."""
    of_edits = (edit.settings.engine for branch in document.branches for edit in branch.edits if edit.settings)
    return {*(branch.engine for branch in document.branches), *of_edits}


def _check_list(document: SessionDocument) -> None:
    branches = document.branches
    names, lineages = ({branch.name for branch in branches}, {branch.lineage for branch in branches})
    differ = len(names) == len(lineages) == len(branches) and all(name.strip() for name in names)
    check(differ, "branches", "two that are alike", "names and lineages that differ")
    check(max(lineages, default=0) <= document.lineages, "lineages", document.lineages, "the largest of a branch")


def _at_cursor(
    document: SessionDocument, branches: list[ReadBranch], reader: BranchReader
) -> tuple[SavedHistory, Mapping[str, Array]]:
    """Return the history, and the state at its cursor."""
    saved = document.cursor
    check(saved.branch < len(branches), "cursor.branch", saved.branch, f"a number below {len(branches)}")
    current = branches[saved.branch]
    place, applied = Place(*saved.place), saved.applied
    current.check_applied(place, applied, "cursor")
    there = current.settings[applied]
    check(place.line < there.lines, "cursor.place", f"line {place.line}", f"below {there.lines}")
    here = reader.keyframe(saved.here, current, "cursor.here")
    high = current.branch.latest_start(place, applied)
    near = place.completed - 1 <= here.completed and here.key <= high
    check(near, "cursor.here", here.key, f"at most {high}, one update before")
    history = SavedHistory(
        branches=tuple(read.branch for read in branches),
        cursor=Cursor(current.branch, place, applied),
        here=here,
        lineages=document.lineages,
        budget=document.budget,
    )
    return history, reader.state(saved.state, there.scenario, "cursor.state")
