"""Resuming a saved session, and comparing what replay yields with the bits that were stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.history.history import SavedHistory
from nnviz.model.session.session import Session

UPDATES_MAX = 1024
"""Most updates that are replayed to compare: 20 ms of xor."""

WORK_MAX = 5e7
"""Most multiplications that are made for it, counted roughly: a tenth of a second of a wide network."""


def resumed(saved: SavedHistory, stored: Mapping[str, Array]) -> tuple[Session, float]:
    """Return a session whose cursor is where one was saved.

    Parameters
    ----------
    saved
        The history that was saved.
    stored
        Parameters and optimiser state at the cursor.

    Returns
    -------
    Session
        It is there, replayed from what the update on the screen began with.
    float
        The largest difference from `stored` when the keyframe before that is replayed instead, if it is near enough.
    """
    keyframes = saved.cursor.branch.keyframes
    session = Session(keyframes.pins[0].prepared.scenario)
    tip, keyframes.tip = keyframes.tip, None
    if _is_far(saved, stored):
        session.history.resume(saved)
        difference = _difference(session, stored)
    else:
        session.history.resume(replace(saved, here=None))
        difference = _difference(session, stored)
        if difference:
            session.history.resume(saved)
    keyframes.tip = tip
    session.history_budget = saved.budget
    return session, difference


def _is_far(saved: SavedHistory, stored: Mapping[str, Array]) -> bool:
    branch, cursor = saved.cursor.branch, saved.cursor
    keyframe = branch.keyframes.nearest(*branch.latest_start(cursor.place, cursor.applied))
    updates = cursor.place.completed - keyframe.completed
    batch = keyframe.prepared.n_train / keyframe.stretch.per_epoch
    return updates > UPDATES_MAX or updates * batch * sum(array.size for array in stored.values()) > WORK_MAX


def _difference(session: Session, stored: Mapping[str, Array]) -> float:
    """Return the largest difference; infinite where one is a number and the other is not."""
    largest = 0.0
    for name, array in stored.items():
        here = session.history.state[name]
        if here.tobytes() != array.tobytes():
            with np.errstate(all="ignore"):
                apart = np.abs(here - array)
            # Equal ones may be infinite, and their difference not a number.
            apart[(here == array) | (np.isnan(here) & np.isnan(array))] = 0.0
            largest = max(largest, float(np.nan_to_num(apart, nan=np.inf, posinf=np.inf).max()))
    return largest
