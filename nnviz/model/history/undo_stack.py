"""The record of what was done, from which it can be undone and redone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from nnviz.model.history.branch import Branch
from nnviz.model.history.branches import ListedBranch
from nnviz.model.history.edits import ValueEdit
from nnviz.model.history.timeline import BranchExtent, Cursor
from nnviz.model.scenario.validation import Prepared

DEEPEST = 100
"""Most actions that can be undone; each holds a branch as it was."""

_Mode = Literal["new", "again", "not"]


@dataclass(frozen=True, eq=False)
class NewSettings:
    """Other settings were chosen; `kept` says whether the network was kept, else a run was begun with them."""

    prepared: Prepared
    before: Prepared
    kept: bool


@dataclass(frozen=True, eq=False)
class Restarted:
    """The run was begun again."""


@dataclass(frozen=True, eq=False)
class Discarded:
    """A branch was discarded."""

    branch: Branch


@dataclass(frozen=True, eq=False)
class Renamed:
    """A branch was renamed."""

    branch: Branch
    old: str
    new: str


Action = NewSettings | ValueEdit | Restarted | Discarded | Renamed


@dataclass(frozen=True, eq=False)
class Done:
    """One action, with what undoing it takes.

    Attributes
    ----------
    text
        What it was, as it is shown.
    action
        What it was, to redo it.
    cursor
        Where the cursor was before it.
    gone, made
        The branch that left the list by it, and the one that came into it.
    index
        Where in the list the discarded branch was; None where one came into it.
    extent
        How far the branch went that the cursor was on afterwards.
    """

    text: str
    action: Action
    cursor: Cursor
    gone: Branch | None
    made: Branch | None
    index: int | None
    extent: BranchExtent


@dataclass(frozen=True, eq=False)
class Undone:
    """One action that was undone.

    Attributes
    ----------
    done
        What was undone.
    listed
        The branches as they were before that.
    cursor
        Where the cursor was before that.
    extent
        How far the branch went that the cursor was on afterwards.
    """

    done: Done
    listed: tuple[ListedBranch, ...]
    cursor: Cursor
    extent: BranchExtent


class UndoStack:
    """What can be undone and redone, the last first."""

    def __init__(self) -> None:
        self.done: list[Done] = []
        self.undone: list[Undone] = []
        self._mode: _Mode = "new"

    @property
    def records_new(self) -> bool:
        """Whether what is done now is new, and neither undone nor redone."""
        return self._mode == "new"

    def record(self, done: Done) -> None:
        """Add what was just done, unless it is an action being undone."""
        if self._mode != "not":
            self.push(done, again=self._mode == "again")

    def push(self, done: Done, *, again: bool = False) -> None:
        """Add what was just done; what was undone before is forgotten, except when it was done `again`."""
        self.done = [*self.done[1 - DEEPEST :], done]
        if not again:
            self.undone = []

    def forget_older(self) -> bool:
        """Forget the older half of what can be undone, or else of what can be redone; return whether there was any."""
        if self.done and self.records_new:
            self.done = self.done[(len(self.done) + 1) // 2 :]
        elif self.undone and self.records_new:
            self.undone = self.undone[(len(self.undone) + 1) // 2 :]
        else:
            return False
        return True

    @contextmanager
    def undoing(self) -> Iterator[None]:
        """Record nothing of what is done in this block."""
        with self._recording("not"):
            yield

    @contextmanager
    def redoing(self) -> Iterator[None]:
        """Record what is done in this block as done again."""
        with self._recording("again"):
            yield

    @contextmanager
    def _recording(self, mode: _Mode) -> Iterator[None]:
        self._mode = mode
        try:
            yield
        finally:
            self._mode = "new"

    def gone(self) -> list[Branch]:
        """Return the branches that undoing would bring back into the list."""
        return [done.gone for done in self.done if done.gone is not None]

    def branches(self) -> list[Branch]:
        """Return all the branches that it holds, some more than once."""
        made = [done.made for done in self.done if done.made is not None]
        return [*self.gone(), *made, *(entry.branch for undone in self.undone for entry in undone.listed)]
