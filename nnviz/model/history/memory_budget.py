"""The memory that the past may take: keyframes, and the branches themselves with their losses.

Keyframes can be dropped, since replay yields the same bits from any of them. What a branch holds besides, its losses
above all, cannot: where that alone is more than the budget, the oldest of what can be undone is forgotten, and the next
branch is refused. The losses of the branch that is being run do not count, they take a third of a megabyte at most, nor
do the first megabytes of the others (`FREE`), so that a small budget leaves a session whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush

from nnviz.model.errors import ModelError
from nnviz.model.history.branch import Branch
from nnviz.model.text.numbers import format_count
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

DEFAULT_BUDGET = 64 * 2**20
"""Bytes for the past, unless another number is set."""

FREE = 4 * 2**20
"""Bytes of branches besides their keyframes that do not count: a few hundred short ones."""


class MemoryBudget:
    """Keeps branches and their keyframes within a number of bytes.

    Parameters
    ----------
    held
        Returns all branches that hold keyframes, some perhaps more than once; the one that is being run first.
    listed
        Returns those in the list.
    forget
        Forgets the older half of what can be undone; returns whether there was anything.
    """

    def __init__(
        self,
        held: Callable[[], Sequence[Branch]],
        listed: Callable[[], Iterable[Branch]],
        forget: Callable[[], bool],
    ) -> None:
        self._held, self._listed, self._forget = held, listed, forget
        self._limit = DEFAULT_BUDGET
        self._full_at = DEFAULT_BUDGET
        self._used = 0  # at most too many: what several branches share may count several times

    @property
    def limit(self) -> int:
        """Bytes that the past may take; to set it may drop keyframes.

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
        self._thin()

    @property
    def used(self) -> int:
        """Bytes that the past takes."""
        held = self._held()
        return bytes_of(held) + beside_keyframes(held[1:], except_for=held[0])

    @property
    def used_about(self) -> int:
        """About the same, at no cost: as it was added up while keyframes were made, since the last thinning."""
        return self._used

    def grow(self, nbytes: int) -> None:
        """Count a new keyframe's bytes, and drop some keyframes where they are too many."""
        self._used += nbytes
        if self._used > self._full_at:
            self._thin()

    def check_room(self) -> None:
        """Refuse another branch where those in the list take all of the budget without their keyframes.

        Raises
        ------
        ModelError
            If they do.
        """
        listed = list(self._listed())
        taken = beside_keyframes(listed, except_for=self._held()[0])
        if taken > self._limit:
            found = QT_TRANSLATE_NOOP("model", "{count} branches, which take {size} MB without their keyframes")
            accepted = QT_TRANSLATE_NOOP(
                "model", "at most {size} MB, the history budget: discard some, or raise the budget in the History panel"
            )
            raise ModelError(
                QT_TRANSLATE_NOOP("model", "to begin another branch"),
                "",
                filled(found, count=format_count(len(listed)), size=_megabytes(taken)),
                filled(accepted, size=_megabytes(self._limit)),
            )

    def _thin(self) -> None:
        while True:
            held = self._held()
            beside = beside_keyframes(held[1:], except_for=held[0])
            if beside <= self._limit or not self._forget():
                break
        self._used = thin(held, self._limit, beside)
        # Where nothing more can be dropped, not each keyframe should make it search again.
        self._full_at = max(self._limit, self._used + self._used // 16)


def _megabytes(nbytes: int) -> str:
    return f"{nbytes / 2**20:.1f}"


def beside_keyframes(branches: Iterable[Branch], *, except_for: Branch) -> int:
    """Return the bytes of branches without keyframes; what several share counts once, one of them and `FREE` not."""
    distinct = {id(branch): branch for branch in branches if branch is not except_for}.values()
    shared: dict[int, int] = {}
    own = 0
    for branch in distinct:
        own += branch.own_bytes
        for array in branch.curve.shared():
            shared[id(array)] = array.nbytes
    return max(0, own + sum(shared.values()) - FREE)


def bytes_of(branches: Iterable[Branch]) -> int:
    """Return the bytes of all keyframes; what several share counts once."""
    states = {id(keyframe.state): keyframe for branch in branches for keyframe in branch.keyframes}
    return sum(keyframe.nbytes for keyframe in states.values())


def thin(branches: Iterable[Branch], budget: int, beside: int = 0) -> int:
    """Drop keyframes until the rest fits, the most closely spaced first; return the bytes of the rest.

    What is taken `beside` them counts, too.

    The places of edits go after everything else, then the tips; the start of a run stays, even where it does not fit.
    """
    everything = list({id(branch): branch for branch in branches}.values())
    holders = Counter(id(keyframe.state) for branch in everything for keyframe in branch.keyframes)
    used = bytes_of(everything) + beside
    closest = [(not branch.keyframes.has_grid, branch.keyframes.level, i) for i, branch in enumerate(everything)]
    heapify(closest)
    while used > budget and closest:
        *_, i = heappop(closest)
        keyframes = everything[i].keyframes
        before = list(keyframes)
        if not keyframes.thin():
            continue
        stay = set(map(id, keyframes))
        for keyframe in before:
            if id(keyframe) not in stay:
                state = id(keyframe.state)
                holders[state] -= 1
                if not holders[state]:
                    used -= keyframe.nbytes
        heappush(closest, (not keyframes.has_grid, keyframes.level, i))
    return used
