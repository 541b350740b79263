"""The branches of a session, in the order in which they were made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from nnviz.model.errors import ModelError
from nnviz.model.history.branch import Branch
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

NAME_MAX = 300
"""Characters of the longest name."""

NAME_WHY = QT_TRANSLATE_NOOP("model", "at most {most} characters: a name is written in one line of a list")


@dataclass(frozen=True, eq=False)
class ListedBranch:
    """A branch, with the name and the lineage that it had at some moment."""

    branch: Branch
    name: str
    lineage: int


class Branches:
    """A list of branches with names that differ.

    Parameters
    ----------
    reserved
        Returns branches that may come back into the list, so that theirs are no names for new ones.

    Attributes
    ----------
    lineages
        How many lineages there have been.
    changes
        Counts what changes the list and names in it.
    """

    def __init__(self, reserved: Callable[[], Iterable[Branch]]) -> None:
        self.lineages, self.changes = 0, 0
        self._list: list[Branch] = []
        self._reserved = reserved

    def __iter__(self) -> Iterator[Branch]:
        return iter(self._list)

    def __len__(self) -> int:
        return len(self._list)

    def __contains__(self, branch: Branch | None) -> bool:
        return any(other is branch for other in self._list)

    def index(self, branch: Branch) -> int:
        """Return the index of a branch in the list."""
        return self._list.index(branch)

    def named(self, name: str) -> Branch:
        """Return the branch of a name.

        Raises
        ------
        ModelError
            If there is none.
        """
        found = self.find(name)
        if found is None:
            raise ModelError(
                QT_TRANSLATE_NOOP("model", "a branch"), "", repr(name), ", ".join(branch.name for branch in self._list)
            )
        return found

    def find(self, name: str | None) -> Branch | None:
        """Return the branch of a name, or None."""
        return next((branch for branch in self._list if branch.name == name), None)

    def heir_of(self, branch: Branch) -> Branch | None:
        """Return a branch, or the one that has replaced it; None when neither is in the list."""
        return next((other for other in self._list if other.lineage == branch.lineage), None)

    def new_name(self) -> str:
        """Return a name that no branch has: ``branch 2``."""
        names = {branch.name for branch in (*self._list, *self._reserved())}
        return next(name for number in count(len(self._list) + 1) if (name := f"branch {number}") not in names)

    def new_lineage(self) -> int:
        """Return a lineage that no branch has had."""
        self.lineages += 1
        return self.lineages

    def check_new(self, name: str) -> None:
        """Check a new name of a branch.

        Raises
        ------
        ModelError
            If it is empty, taken or too long.
        """
        if len(name) > NAME_MAX:
            found = filled(QT_TRANSLATE_NOOP("model", "{count} characters"), count=len(name))
            raise ModelError(QT_TRANSLATE_NOOP("model", "a branch's name"), "", found, filled(NAME_WHY, most=NAME_MAX))
        if not name.strip() or self.find(name) is not None:
            asked = QT_TRANSLATE_NOOP("model", "a branch's name")
            raise ModelError(asked, "", repr(name), QT_TRANSLATE_NOOP("model", "a name that no other branch has"))

    def rename(self, branch: Branch, new: str) -> None:
        """Rename a branch, also where others name it as their parent."""
        self.changes += 1
        for other in self._list:
            if other.parent == branch.name:
                other.parent = new
        branch.name = new

    def exchange(self, gone: Branch | None, made: Branch | None, index: int | None = None) -> None:
        """Remove one branch from the list, and insert another; either may be None.

        It is inserted where the other was, or else at `index`, or at the end. Where its name is taken by now, it gets
        the name of the one that is gone, or else a new one.
        """
        self.changes += 1
        if gone is not None:
            index = self.index(gone)
            self._list.remove(gone)
        if made is not None:
            if self.find(made.name) is not None:
                made.name = self.new_name() if gone is None else gone.name
            self._list.insert(len(self._list) if index is None else index, made)

    def listed(self) -> tuple[ListedBranch, ...]:
        """Return the list as it is now, for `set`."""
        return tuple(ListedBranch(branch, branch.name, branch.lineage) for branch in self._list)

    def set(self, listed: tuple[ListedBranch, ...]) -> None:
        """Restore the list, as `listed` returned it."""
        self.changes += 1
        names: dict[str | None, str] = {entry.branch.name: entry.name for entry in listed}
        self._list = [entry.branch for entry in listed]
        for entry in listed:
            entry.branch.name, entry.branch.lineage = entry.name, entry.lineage
            entry.branch.parent = names.get(entry.branch.parent, entry.branch.parent)
