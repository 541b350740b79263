"""What was done, to take it back and to do it again."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.model.history.branch import Branch
from nnviz.model.history.branch_position import Place
from nnviz.model.history.branches import Listed
from nnviz.model.history.edits import ValueEdit
from nnviz.model.scenario.validation import Prepared

DEEPEST = 100
"""Most things that can be taken back; each holds a branch as it was."""


@dataclass(frozen=True, eq=False)
class Cursor:
    """Where one stood: on which branch, where, after how many of its edits."""

    branch: Branch
    place: Place
    applied: int


@dataclass(frozen=True)
class Stamp:
    """How far a branch went at some moment, and with how many edits: equal when nothing was run on it since."""

    branch: Branch
    until: Place
    edits: int


@dataclass(frozen=True, eq=False)
class NewSettings:
    """Other settings were chosen; `kept` tells whether the network was kept, else a run was begun with them."""

    prepared: Prepared
    before: Prepared
    kept: bool


@dataclass(frozen=True, eq=False)
class Restarted:
    """The run was begun anew."""


@dataclass(frozen=True, eq=False)
class Discarded:
    """A branch was discarded."""

    branch: Branch


@dataclass(frozen=True, eq=False)
class Renamed:
    """A branch was given another name."""

    branch: Branch
    old: str
    new: str


Deed = NewSettings | ValueEdit | Restarted | Discarded | Renamed


@dataclass(frozen=True, eq=False)
class Done:
    """One thing done.

    Attributes
    ----------
    text
        What it was, for people.
    deed
        What it was, to do it again.
    cursor
        Where one stood before it.
    gone, made
        The branch that left the list by it, and the one that came into it.
    index
        Where in the list the discarded branch was; None where one came into it.
    stamp
        How the branch was on which one stood afterwards.
    """

    text: str
    deed: Deed
    cursor: Cursor
    gone: Branch | None
    made: Branch | None
    index: int | None
    stamp: Stamp


@dataclass(frozen=True, eq=False)
class Undone:
    """One thing taken back.

    Attributes
    ----------
    done
        What was taken back.
    listed
        The branches as they were before that.
    cursor
        Where one stood before that.
    stamp
        How the branch was on which one stood afterwards.
    """

    done: Done
    listed: tuple[Listed, ...]
    cursor: Cursor
    stamp: Stamp


class UndoStack:
    """What can be undone and redone, the last first."""

    def __init__(self) -> None:
        self.done: list[Done] = []
        self.undone: list[Undone] = []

    def push(self, done: Done, *, again: bool = False) -> None:
        """Add what was just done; what was undone before is forgotten, but when it was done `again`."""
        self.done = [*self.done[1 - DEEPEST :], done]
        if not again:
            self.undone = []

    def gone(self) -> list[Branch]:
        """Return the branches that undoing would bring back into the list."""
        return [done.gone for done in self.done if done.gone is not None]

    def branches(self) -> list[Branch]:
        """Return all the branches that it holds, some more than once."""
        made = [done.made for done in self.done if done.made is not None]
        return [*self.gone(), *made, *(entry.branch for undone in self.undone for entry in undone.listed)]
