"""The update on the screen once more, on arrays of its own: the session is not touched."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnviz.model.engine.workspace import Workspace
from nnviz.model.program.line import Line
from nnviz.model.session.snapshot import Snapshot


def scalars_of(snapshot: Snapshot) -> dict[str, float]:
    """Return every named number of the update on the screen, those of its batch among them."""
    return {**snapshot.scalars, "m": float(len(snapshot.batch)), "n": float(len(snapshot.targets))}


def rerun(snapshot: Snapshot, lines: Sequence[Line]) -> Workspace:
    """Return arrays of the update on the screen as it began, with its batch loaded, ready to run some of its lines.

    Parameters
    ----------
    snapshot
        The moment; before the first line of an update has run, it is the update to come that is meant.
    lines
        The lines that the workspace can run.
    """
    state = {name: array.copy() for name, array in snapshot.before.items()}
    scalars = {name: np.array(value) for name, value in snapshot.scalars.items()}
    workspace = Workspace(snapshot.program_run, len(snapshot.batch), state, scalars, lines)
    workspace.arrays["X"][...] = snapshot.data.X[:, snapshot.batch]
    workspace.arrays["Y"][...] = snapshot.targets[:, snapshot.batch]
    # Parameters that these lines do not read have no array of their own yet.
    workspace.arrays.update({name: array for name, array in state.items() if name not in workspace.arrays})
    return workspace
