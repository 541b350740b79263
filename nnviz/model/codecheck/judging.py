"""Judging a person's values line by line, each against what the program makes of the person's own values before it.

So one wrong line is one wrong line: what follows from it rightly is right, and a second mistake is seen for itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from nnviz.model.binding import Array
from nnviz.model.codecheck.trials import Trial
from nnviz.model.mistakes import CATALOGUE, Mistake, Situation
from nnviz.model.program import build_program
from nnviz.model.workspace import Workspace


def judged(trial: Trial, theirs: Mapping[str, Array], mistakes: tuple[str, ...] = ()) -> dict[str, Array]:
    """Give what each line makes of the person's values before it, where there are any, and of its own elsewhere.

    Parameters
    ----------
    trial
        The update.
    theirs
        The person's values, samples as columns.
    mistakes
        The mistakes that are made in the lines.

    Returns
    -------
    dict
        Symbol → value, in the order of the lines.
    """
    program = build_program(replace(trial.program.recipe, mistakes=mistakes))
    samples = trial.X.shape[1]
    shapes = program.shapes(samples)
    state = {name: np.broadcast_to(array, shapes[name]).copy() for name, array in trial.state.items()}
    scalars = {name: np.array(value) for name, value in trial.scalars.items()}
    workspace = Workspace(program, samples, state, scalars)
    workspace.arrays["X"][...] = trial.X
    workspace.arrays["Y"][...] = trial.Y
    made = {}
    with np.errstate(all="ignore"):
        for number, line in enumerate(program, start=1):
            workspace.run_line(number)
            array = workspace.arrays[line.writes]
            made[line.writes] = array.copy()
            given = theirs.get(line.writes)
            if given is not None and given.shape == array.shape:
                array[...] = given
    return made


def mistakes_for(trial: Trial) -> tuple[Mistake, ...]:
    """Give the mistakes of the catalogue that could be in a person's function, on a trial."""
    samples = trial.X.shape[1]
    situation = Situation(trial.program.recipe, samples, samples, samples)
    in_lines = (row for row in CATALOGUE.values() if row.change is not None and row.kind != "batches")
    return tuple(row for row in in_lines if row.possible(situation))
