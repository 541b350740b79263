"""What checks need of the update on the screen: that it has gradients, and to run it again on arrays of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.engine.workspace import Workspace
from nnviz.model.errors import ModelError
from nnviz.model.program.line import Line
from nnviz.model.program.training_methods import METHODS
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


def require_gradients(snapshot: Snapshot, asked: str) -> None:
    """Raise an error if the program has no gradients to check.

    Raises
    ------
    ModelError
        If it is the program of an evolution strategy.
    """
    if not snapshot.program.computes_gradients:
        method = METHODS[snapshot.program.recipe.optimiser]
        found = QT_TRANSLATE_NOOP("model", "a program that computes no gradients")
        accepted = QT_TRANSLATE_NOOP("model", "an optimiser that computes gradients")
        raise ModelError(asked, method.title, found, accepted)


def scalars_of(snapshot: Snapshot) -> dict[str, float]:
    """Return every named number of the update on the screen, those of its batch among them."""
    return {**snapshot.scalars, "m": float(len(snapshot.batch)), "n": float(len(snapshot.targets))}


def rerun(snapshot: Snapshot, lines: Sequence[Line]) -> Workspace:
    """Return the arrays of the update on the screen at its start, with its batch loaded, ready to run lines.

    A parameter that a person has set since has the value that the first line to read it has read. The session is not
    touched.

    Parameters
    ----------
    snapshot
        The snapshot; before the first line of an update has run, the next update is meant.
    lines
        The lines that the workspace can run.
    """
    state = {name: array.copy() for name, array in state_first_read(snapshot).items()}
    scalars = {name: np.array(value) for name, value in snapshot.scalars.items()}
    workspace = Workspace(snapshot.program_run, len(snapshot.batch), state, scalars, lines)
    workspace.arrays["X"][...] = snapshot.data.X[:, snapshot.batch]
    workspace.arrays["Y"][...] = snapshot.targets[:, snapshot.batch]
    # Parameters that these lines do not read have no array of their own yet.
    workspace.arrays.update({name: array for name, array in state.items() if name not in workspace.arrays})
    return workspace


def state_first_read(snapshot: Snapshot) -> Mapping[str, Array]:
    """Return parameters and optimiser state as the first lines that read them have read them, or will."""
    return {name: _first_read(snapshot, name) for name in snapshot.before} if snapshot.update_edits else snapshot.before


def _first_read(snapshot: Snapshot, symbol: str) -> Array:
    """Return a parameter, or optimiser state, as the first line reads it that does not replace it."""
    lines = enumerate(snapshot.program_run, start=1)
    first = next((number for number, line in lines if symbol in line.reads and not line.assigns), 1)
    array = snapshot.read_by(first, symbol)
    assert array is not None  # it has a value from the start
    return array
