"""Other branches on the loss plot, each from where it parts from the current one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.curve.recorder import LossCurve
from nnviz.model.history.branch import BranchInfo
from nnviz.model.session.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class ComparedBranch:
    """Evaluations of a branch from where it parts from the current one.

    Attributes
    ----------
    name
        The branch.
    place
        Its place among all branches, which decides its pen.
    at
        After how many updates.
    train
        Mean data loss of the training samples.
    """

    name: str
    place: int
    at: NDArray[np.int64]
    train: Array

    def loss_at(self, update: int) -> float | None:
        """Return the loss after so many updates; None where it was not evaluated."""
        index = int(np.searchsorted(self.at, update))
        return float(self.train[index]) if index < len(self.at) and self.at[index] == update else None


def compared_of(snapshot: Snapshot, names: Collection[str]) -> list[ComparedBranch]:
    """Return what is drawn of other branches."""
    return [
        _compared(snapshot.curve, place, info)
        for place, info in enumerate(snapshot.branches)
        if info.name != snapshot.branch and info.name in names
    ]


def _compared(own: LossCurve, place: int, info: BranchInfo) -> ComparedBranch:
    first = _parting(own, info.curve)
    return ComparedBranch(info.name, place, info.curve.at[first:], info.curve.train[first:])


def _parting(own: LossCurve, other: LossCurve) -> int:
    """Return the index of the last evaluation that another branch shares with the current one; 0 where there is none.

    The losses show it to the last bit, even where the branch that both come from was deleted or renamed.
    """
    places = np.searchsorted(own.at, other.at)
    both = np.flatnonzero(places < len(own.at))
    both = both[own.at[places[both]] == other.at[both]]
    differ = np.flatnonzero(~np.equal(own.train[places[both]], other.train[both]))
    shared = both[: differ[0]] if len(differ) else both
    return int(shared[-1]) if len(shared) else 0
