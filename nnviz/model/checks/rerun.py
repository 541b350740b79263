"""The update on the screen once more, on arrays of its own: the session is not touched."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnviz.model.engine.workspace import Workspace
from nnviz.model.errors import ModelError
from nnviz.model.program.line import Line
from nnviz.model.program.training_methods import METHODS
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


def require_gradients(snapshot: Snapshot, asked: str) -> None:
    """Refuse a check of a program without gradients.

    Raises
    ------
    ModelError
        If it is an evolution strategy's.
    """
    if not snapshot.program.computes_gradients:
        method = METHODS[snapshot.program.recipe.optimiser]
        found = QT_TRANSLATE_NOOP("model", "a program that computes no gradients")
        accepted = QT_TRANSLATE_NOOP("model", "an optimiser that computes gradients")
        raise ModelError(asked, method.title, found, accepted)


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
