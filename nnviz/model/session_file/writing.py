"""A session as the members of its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nnviz.model.engine.schedule import Stretch
from nnviz.model.history.branch import Branch
from nnviz.model.history.edits import Edit, SettingsEdit
from nnviz.model.history.history import SavedHistory
from nnviz.model.history.keyframe import Keyframe
from nnviz.model.history.memory_budget import thin
from nnviz.model.session.session import Session
from nnviz.model.session_file.archive import Member
from nnviz.model.session_file.array_pool import Pool
from nnviz.model.session_file.curves import saved_curve
from nnviz.model.session_file.scenarios import ScenarioTable
from nnviz.model.session_file.schema import (
    FORMAT,
    SavedBranch,
    SavedCell,
    SavedCursor,
    SavedEdit,
    SavedKeyframe,
    SavedKeyframes,
    SavedPosition,
    SavedSettings,
    SavedStretch,
    SessionDocument,
    to_json,
)
from nnviz.model.session_file.schema import MEMBER as DOCUMENT

STATES, CURVES, SAMPLES = "states.npy", "curves.npy", "samples.npy"

KEYFRAMES_MAX = 32 * 2**20
"""Bytes of keyframes that are written, about; where there are more, the most closely spaced are left out."""


class Writer:
    """Writes a session as members.

    Parameters
    ----------
    session
        The session; it stays as it is.
    debugger_state
        Plain data to go with it.
    version
        Of nnviz.
    """

    def __init__(self, session: Session, debugger_state: Mapping[str, object], version: str) -> None:
        self._states, self._curves, self._samples = Pool(), Pool(), Pool()
        self._scenarios = ScenarioTable(self._samples)
        saved = session.history.saved()
        branches = [self._branch(branch) for branch in _thinned(saved)]
        self._document = SessionDocument(
            format=FORMAT,
            nnviz=version,
            scenarios=self._scenarios.saved,
            branches=branches,
            cursor=self._cursor(session, saved),
            lineages=saved.lineages,
            budget=saved.budget,
            desk=dict(debugger_state),
        )

    def members(self) -> list[Member]:
        """Return the members of the file."""
        return [
            Member(DOCUMENT, to_json(self._document), compressed=True),
            Member(STATES, self._states.npy(), compressed=False),
            Member(CURVES, self._curves.npy(), compressed=True),
            Member(SAMPLES, self._samples.npy(), compressed=True),
        ]

    def _cursor(self, session: Session, saved: SavedHistory) -> SavedCursor:
        assert saved.here is not None  # a history that is running has one
        state = {name: session.history.state[name].copy() for name in session.program.state}
        return SavedCursor(
            branch=saved.branches.index(saved.cursor.branch),
            place=saved.cursor.place,
            applied=saved.cursor.applied,
            here=self._keyframe(saved.here),
            state=self._states.add(state, state.values()),
        )

    def _branch(self, branch: Branch) -> SavedBranch:
        start = branch.keyframes.pins[0]
        blocks, evaluations = saved_curve(branch.curve, self._curves)
        return SavedBranch(
            name=branch.name,
            lineage=branch.lineage,
            parent=branch.parent,
            begins=_position(branch),
            start=self._scenarios.number_of(start.prepared),
            engine=start.engine,
            place=branch.place,
            line=branch.position.line,
            edits=[self._edit(edit) for edit in branch.edits],
            keyframes=SavedKeyframes(
                stride=branch.keyframes.stride,
                pins=[self._keyframe(keyframe) for keyframe in branch.keyframes.pins],
                grid=[self._keyframe(keyframe) for keyframe in branch.keyframes.grid],
                tip=None if branch.keyframes.tip is None else self._keyframe(branch.keyframes.tip),
            ),
            blocks=blocks,
            evaluations=evaluations,
        )

    def _edit(self, edit: Edit) -> SavedEdit:
        settings = cell = None
        if isinstance(edit, SettingsEdit):
            scenario = self._scenarios.number_of(edit.prepared)
            settings = SavedSettings(scenario, _stretch(edit.stretch), edit.engine)
        else:
            cell = SavedCell(edit.symbol, edit.cell, float(edit.value), edit.old, edit.typed)
        return SavedEdit(edit.place, edit.position.line, edit.text, settings, cell)

    def _keyframe(self, keyframe: Keyframe) -> SavedKeyframe:
        begin = self._states.add(keyframe.state, keyframe.state.values())
        return keyframe.completed, keyframe.applied, keyframe.moves, begin


def _thinned(saved: SavedHistory) -> list[Branch]:
    """Return copies of the branches, with as many keyframes as are to be written."""
    branches = []
    for branch in saved.branches:
        keyframes = branch.keyframes.until(branch.place.completed, len(branch.edits))
        keyframes.forget_recent()
        keyframes.tip = branch.keyframes.tip
        branches.append(replace(branch, keyframes=keyframes))
    thin(branches, KEYFRAMES_MAX)
    return branches


def _stretch(stretch: Stretch) -> SavedStretch:
    return stretch.first_update, stretch.first_epoch, stretch.per_epoch


def _position(branch: Branch) -> SavedPosition | None:
    begins = branch.begins
    return None if begins is None else (begins.update, begins.line, begins.lines, begins.epoch)
