"""Verdicts on a person's values line by line, each against what the program makes of the person's values before it.

So one wrong line is reported once: what follows from it correctly is right, and a second mistake is seen separately.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.array_comparison import ArrayComparison, compare, compare_changes
from nnviz.model.codecheck.trial_updates import Trial
from nnviz.model.engine.metrics import predicted_classes
from nnviz.model.mistakes import CATALOGUE, Mistake, Situation
from nnviz.model.mistakes.build import build_program
from nnviz.model.mistakes.catalogue import is_possible
from nnviz.model.mistakes.mistake import CLASS_NUMBERS, PER_SAMPLE

_KINKED: Final = ("relu", "leaky-relu")
_ABOVE_ZERO: Final = 1e-290
"""Small enough to be 0 in everything but its sign."""


def expected_values(
    trial: Trial,
    theirs: Mapping[str, Array],
    mistakes: tuple[str, ...] = (),
    *,
    kinks_are_above: bool = False,
    until: str | None = None,
) -> dict[str, Array]:
    """Return what each line computes from the person's values before it, and from the right ones where none is there.

    Parameters
    ----------
    trial
        The update.
    theirs
        The person's values, samples as columns.
    mistakes
        The mistakes that are made in the lines.
    kinks_are_above
        Whether the derivative at a kink is the one above it: ReLU′(0) = 1.
    until
        The last symbol that is wanted; all of them when None.

    Returns
    -------
    dict
        Symbol → value, in the order of the lines.
    """
    if PER_SAMPLE in mistakes:
        return _after_each_sample(trial)
    if CLASS_NUMBERS in mistakes:
        trial = replace(trial, Y=np.repeat(trial.Y.argmax(axis=0)[None, :], len(trial.Y), axis=0).astype(np.float64))
    in_lines = tuple(name for name in mistakes if CATALOGUE[name].change is not None)
    program = build_program(replace(trial.program.recipe, mistakes=in_lines))
    count = program.line_of.get(until or "", len(program))
    workspace = trial.workspace(program, program.lines[:count])
    if trial.previous is not None:
        for name, array in _state_after(*trial.previous, in_lines).items():
            if name in workspace.arrays:  # the lines until a symbol need not read all of the state
                workspace.arrays[name][...] = array
    kinked = {f"Z{n}" for n, layer in enumerate(trial.program.recipe.network.layers, 1) if layer.activation in _KINKED}
    expected = {}
    with np.errstate(all="ignore"):
        for number, line in enumerate(program.lines[:count], start=1):
            workspace.run_line(number)
            array = workspace.arrays[line.writes]
            expected[line.writes] = array.copy()
            value = theirs.get(line.writes)
            if value is not None and value.shape == array.shape:
                array[...] = value
            if kinks_are_above and line.writes in kinked:
                array[array == 0.0] = _ABOVE_ZERO
    # A parameter that a mistake does not update stays as it was.
    expected |= {name: trial.parameters[name] for name in program.parameters if name not in expected}
    return expected


def _state_after(trial: Trial, theirs: Mapping[str, Array], mistakes: tuple[str, ...]) -> dict[str, Array]:
    """Return the optimiser's state after an update, which the person's code has not returned."""
    expected = expected_values(trial, theirs, mistakes)
    return {name: expected[name] for name in trial.state if name in expected and name not in trial.parameters}


def _after_each_sample(trial: Trial) -> dict[str, Array]:
    """Return the parameters after one update for each sample, in their order."""
    one = trial
    for place in range(trial.X.shape[1]):
        part = slice(place, place + 1)
        one = replace(one, X=trial.X[:, part], Y=trial.Y[:, part])
        after = expected_values(one, {})
        left = {name: after[name] for name in trial.parameters}
        one = replace(one, parameters=left, state={**one.state, **left})
    return dict(one.parameters)


def compare_symbol(trial: Trial, symbol: str, theirs: Array, ours: Array) -> ArrayComparison:
    """Compare a person's value with the expected one; parameters by how much they were changed."""
    before = trial.state.get(symbol)
    return compare(theirs, ours, trial.terms.get(symbol)) if before is None else compare_changes(theirs, ours, before)


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
    found = [row for row in in_lines if is_possible(row, situation)]
    if len(trial.Y) > 1 and set(np.unique(trial.Y)) <= {0.0, 1.0} and (trial.Y.sum(axis=0) == 1.0).all():
        found.append(CATALOGUE[CLASS_NUMBERS])
    if samples > 1 and not trial.remembers and trial.previous is None:
        found.append(CATALOGUE[PER_SAMPLE])
    return tuple(found)
