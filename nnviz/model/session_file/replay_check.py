"""Going on where a session was saved, and telling whether replay gives the bits that were stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.history.saved_history import Kept
from nnviz.model.session.session import Session

UPDATES_MAX = 1024
"""Most updates that are replayed to compare: 20 ms of xor."""

WORK_MAX = 5e7
"""Most multiplications that are made for it, counted roughly: a tenth of a second of a wide network."""


def resumed(kept: Kept, stored: Mapping[str, Array]) -> tuple[Session, float]:
    """Return a session that stands where one was saved.

    Parameters
    ----------
    kept
        What was saved.
    stored
        Parameters and optimiser state at the cursor.

    Returns
    -------
    Session
        It stands there, replayed from what the update on the screen began with.
    float
        The largest difference from `stored` when the keyframe before that is replayed instead, if it is near enough.
    """
    session = Session(kept.branch.keyframes.pins[0].prepared.scenario)
    tip = kept.branch.keyframes.tip
    kept.branch.keyframes.tip = None
    if _is_far(kept, stored):
        session.history.resume(kept)
        difference = _difference(session, stored)
    else:
        session.history.resume(replace(kept, here=None))
        difference = _difference(session, stored)
        if difference:
            session.history.resume(kept)
    kept.branch.keyframes.tip = tip
    session.history_budget = kept.budget
    return session, difference


def _is_far(kept: Kept, stored: Mapping[str, Array]) -> bool:
    branch = kept.branch
    keyframe = branch.keyframes.nearest(*branch.latest_start(kept.place, kept.applied))
    updates = kept.place.completed - keyframe.completed
    batch = keyframe.prepared.n_train / keyframe.stretch.per_epoch
    return updates > UPDATES_MAX or updates * batch * sum(array.size for array in stored.values()) > WORK_MAX


def _difference(session: Session, stored: Mapping[str, Array]) -> float:
    """Return the largest difference; infinite where one is a number and the other is not."""
    largest = 0.0
    for name, array in stored.items():
        here = session.value(name)
        if here.tobytes() != array.tobytes():
            with np.errstate(all="ignore"):
                apart = np.abs(here - array)
            # Equal ones may be infinite, and their difference not a number.
            apart[(here == array) | (np.isnan(here) & np.isnan(array))] = 0.0
            largest = max(largest, float(np.nan_to_num(apart, nan=np.inf, posinf=np.inf).max()))
    return largest
