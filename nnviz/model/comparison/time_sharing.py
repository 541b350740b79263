"""Sharing time out between sessions."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from time import perf_counter

from nnviz.model.comparison.compared_session import Rival

_behind = attrgetter("behind")


def take_turns(rivals: Iterable[Rival], seconds: float) -> bool:
    """Move rivals towards their targets for about so long in all, each for as long; tell whether any is still behind.

    Those that are furthest behind come first: where an update takes longer than there is time for, the others have
    their turn the next time.
    """
    end = perf_counter() + seconds
    waiting = sorted((rival for rival in rivals if rival.behind), key=_behind, reverse=True)
    for index, rival in enumerate(waiting):
        left = end - perf_counter()
        if left <= 0:
            break
        # What one does not use, the others have.
        rival.move(left / (len(waiting) - index))
    return any(rival.behind for rival in waiting)
