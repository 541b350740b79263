"""Verdicts on a person's values line by line, each against what the program makes of the person's values before it.

So one wrong line is reported once: what follows from it correctly is right, and a second mistake is seen separately.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.array_comparison import ArrayComparison, compare, compare_changes
from nnviz.model.codecheck.trial_updates import Trial
from nnviz.model.engine.metrics import predicted_classes
from nnviz.model.mistakes import CATALOGUE, Mistake, Situation
from nnviz.model.mistakes.build import build_program
from nnviz.model.mistakes.catalogue import is_possible


def expected_values(trial: Trial, theirs: Mapping[str, Array], mistakes: tuple[str, ...] = ()) -> dict[str, Array]:
    """Return what each line computes from the person's values before it, and from the right ones where none is there.

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
    expected = {}
    with np.errstate(all="ignore"):
        for number, line in enumerate(program, start=1):
            workspace.run_line(number)
            array = workspace.arrays[line.writes]
            expected[line.writes] = array.copy()
            value = theirs.get(line.writes)
            if value is not None and value.shape == array.shape:
                array[...] = value
    # A parameter that a mistake does not update stays as it was.
    expected |= {name: trial.parameters[name] for name in program.parameters if name not in expected}
    return expected


def compare_symbol(trial: Trial, symbol: str, theirs: Array, ours: Array) -> ArrayComparison:
    """Compare a person's value with the expected one; parameters by how much they were changed."""
    before = trial.state.get(symbol)
    return compare(theirs, ours) if before is None else compare_changes(theirs, ours, before)


def compare_prediction(trial: Trial, theirs: Array, mistakes: Iterable[str] = ()) -> ArrayComparison:
    """Compare what `predict` returned with the outputs of all samples, or with their predicted classes.

    Parameters
    ----------
    trial
        The update; the prediction is made before it.
    theirs
        What `predict` returned, samples as columns.
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
    # Classes may be returned flat.
    flat_or_not = theirs[None, :] if theirs.ndim == 1 else theirs
    comparisons = (compare(flat_or_not, way) for way in written if way.shape == flat_or_not.shape)
    return next((found for found in comparisons if found.holds), comparison)


def is_stale(trial: Trial, theirs: Array) -> bool:
    """Return whether every sample got the answer for the same one of them."""
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
    return tuple(row for row in in_lines if is_possible(row, situation))
