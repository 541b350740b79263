"""The memory that keyframes may take."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from nnviz.model.errors import ModelError
from nnviz.model.history.branch import Branch
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

DEFAULT_BUDGET = 64 * 2**20
"""Bytes for keyframes, unless another number is set."""


class MemoryBudget:
    """Keeps the keyframes of branches within a number of bytes.

    Parameters
    ----------
    held
        Returns all branches that hold keyframes, some perhaps more than once.
    """

    def __init__(self, held: Callable[[], Iterable[Branch]]) -> None:
        self._held = held
        self._limit = DEFAULT_BUDGET
        self._used = 0  # at most too many: what several branches share may count several times

    @property
    def limit(self) -> int:
        """Bytes that keyframes may take; to set it may drop some.

        Raises
        ------
        ModelError
            If it is set to fewer than none.
        """
        return self._limit

    @limit.setter
    def limit(self, limit: int) -> None:
        if limit < 0:
            asked = QT_TRANSLATE_NOOP("model", "the history budget")
            raise ModelError(asked, "", str(limit), QT_TRANSLATE_NOOP("model", "a number of bytes, 0 or more"))
        self._limit = limit
        self._used = thin(self._held(), limit)

    @property
    def used(self) -> int:
        """Bytes that keyframes take."""
        return bytes_of(self._held())

    @property
    def used_about(self) -> int:
        """About the same, at no cost: as it was added up while keyframes were made, since the last thinning."""
        return self._used

    def grow(self, nbytes: int) -> None:
        """Count a new keyframe's bytes, and drop some keyframes where they are too many."""
        self._used += nbytes
        if self._used > self._limit:
            self._used = thin(self._held(), self._limit)


def bytes_of(branches: Iterable[Branch]) -> int:
    """Return the bytes of all keyframes; what several share counts once."""
    states = {id(keyframe.state): keyframe for branch in branches for keyframe in branch.keyframes}
    return sum(keyframe.nbytes for keyframe in states.values())


def thin(branches: Iterable[Branch], budget: int) -> int:
    """Drop keyframes until the rest fits, the most closely spaced first; return the bytes of the rest.

    The places of edits go after everything else, then the tips; the start of a run stays, even where it does not fit.
    """
    thinnable = {id(branch): branch for branch in branches}
    everything = list(thinnable.values())
    used = bytes_of(everything)
    while used > budget and thinnable:
        closest = min(thinnable.values(), key=lambda branch: (not branch.keyframes.has_grid, branch.keyframes.level))
        if closest.keyframes.thin():
            used = bytes_of(everything)
        else:
            del thinnable[id(closest)]
    return used
