"""Judging a person's values line by line, each against what the program makes of the person's own values before it.

So one wrong line is one wrong line: what follows from it rightly is right, and a second mistake is seen for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.array_comparison import Comparison, compare, compare_changes
from nnviz.model.codecheck.trial_updates import Trial
from nnviz.model.engine.metrics import predicted_classes
from nnviz.model.mistakes import CATALOGUE, Mistake, Situation
from nnviz.model.mistakes.build import build_program


def judged(trial: Trial, theirs: Mapping[str, Array], mistakes: tuple[str, ...] = ()) -> dict[str, Array]:
    """Return what each line makes of the person's values before it, where there are any, and of its own elsewhere.

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
    workspace = trial.workspace(program)
    made = {}
    with np.errstate(all="ignore"):
        for number, line in enumerate(program, start=1):
            workspace.run_line(number)
            array = workspace.arrays[line.writes]
            made[line.writes] = array.copy()
            given = theirs.get(line.writes)
            if given is not None and given.shape == array.shape:
                array[...] = given
    # What a mistake keeps from being updated stays as it was.
    made |= {name: trial.parameters[name] for name in program.parameters if name not in made}
    return made


def compared(trial: Trial, symbol: str, theirs: Array, ours: Array) -> Comparison:
    """Compare a person's value with what a line makes; parameters by how much they were changed."""
    before = trial.state.get(symbol)
    return compare(theirs, ours) if before is None else compare_changes(theirs, ours, before)


def judged_prediction(trial: Trial, theirs: Array, mistakes: Iterable[str] = ()) -> Comparison:
    """Compare what `predict` gave with the outputs of all samples, or with the classes that they stand for.

    Parameters
    ----------
    trial
        The update, before which it is predicted.
    theirs
        What it gave, samples as columns.
    mistakes
        Those that the person's forward lines have: a prediction follows from these lines.
    """
    outputs = trial.outputs(build_program(replace(trial.program.recipe, mistakes=tuple(mistakes))))
    comparison = compare(theirs, outputs)
    if comparison.holds:
        return comparison
    classes = predicted_classes(outputs, trial.threshold)
    written = [classes[None, :].astype(np.float64), (outputs > trial.threshold).astype(np.float64)]
    if len(outputs) == 1:
        written.append(np.where(classes == 1, 1.0, -1.0)[None, :])
    else:
        written.append(np.eye(len(outputs))[:, classes])
    # Classes may come back flat.
    given = theirs[None, :] if theirs.ndim == 1 else theirs
    right = (compare(given, way) for way in written if way.shape == given.shape)
    return next((found for found in right if found.holds), comparison)


def is_stale(trial: Trial, theirs: Array) -> bool:
    """Return whether all samples got the answer for one and the same of them."""
    outputs = trial.outputs(trial.program)
    if theirs.shape != outputs.shape or np.ptp(outputs, axis=1).max() == 0.0:
        return False
    first = theirs[:, :1]
    alike = compare(theirs, np.broadcast_to(first, theirs.shape)).holds
    return alike and any(compare(first, outputs[:, place : place + 1]).holds for place in range(outputs.shape[1]))


def mistakes_for(trial: Trial) -> tuple[Mistake, ...]:
    """Return the mistakes of the catalogue that could be in a person's function, on a trial."""
    samples = trial.X.shape[1]
    situation = Situation(trial.program.recipe, samples, samples, samples)
    in_lines = (row for row in CATALOGUE.values() if row.change is not None and row.kind != "batches")
    return tuple(row for row in in_lines if row.possible(situation))
