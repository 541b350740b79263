"""The memory that keyframes may take."""

from __future__ import annotations

from collections.abc import Iterable

from nnviz.model.history.branch import Branch

DEFAULT_BUDGET = 64 * 2**20
"""Bytes for keyframes, unless somebody sets another number."""


def bytes_of(branches: Iterable[Branch]) -> int:
    """Return the bytes of all keyframes; what several share counts once."""
    states = {id(keyframe.state): keyframe for branch in branches for keyframe in branch.keyframes}
    return sum(keyframe.nbytes for keyframe in states.values())


def thin(branches: Iterable[Branch], budget: int) -> int:
    """Drop keyframes until the rest fits, the most closely spaced first; give the bytes of the rest.

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
