"""Checking a person's functions: they are called on the trials, and their values are compared in program order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.argument_layouts import LAYOUTS
from nnviz.model.codecheck.build_report import LayoutResults
from nnviz.model.codecheck.call_function import CheckedFunctions, call_all
from nnviz.model.codecheck.call_result import Caller
from nnviz.model.codecheck.located import with_own_line
from nnviz.model.codecheck.report import Report
from nnviz.model.codecheck.run_in_process import SECONDS, FileCaller
from nnviz.model.codecheck.trial_updates import trials_of
from nnviz.model.errors import ModelError
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.text.convention import Convention

_UPDATES: Final = 2
"""How many updates are made where the optimiser remembers: the first hides what is not kept."""


def check(
    backprop: Callable[..., object],
    scenario: Scenario | str = "xor",
    convention: Convention | None = None,
    *,
    update: Callable[..., object] | None = None,
    predict: Callable[..., object] | None = None,
) -> Report:
    """Check a function ``backprop(X, Y, weights, biases)`` against the program of a scenario, line by line.

    It runs in this process, on the scenario's network and on random ones of the same kind.

    Parameters
    ----------
    backprop
        Returns a dict of any symbols (``Z1 A1 delta2 dW2 db2`` …, updated ``W1 b1`` … too), or two lists
        ``(dWs, dbs)``. A parameter ``learning_rate`` gets the scenario's.
    scenario
        Whose network, loss and data: a name, or a scenario.
    convention
        Whether samples are ``"columns"`` or ``"rows"`` of X; found out by trying when None.
    update
        ``update(weights, biases, dWs, dbs, learning_rate)`` returns two lists (weights, biases), or changes them in
        place.
    predict
        ``predict(X, weights, biases)`` returns the outputs of samples, or their classes.

    Returns
    -------
    Report
        ``report.ok``, ``report.first_difference``, ``report.mistakes``; printing it writes a table.

    Raises
    ------
    ModelError
        If there is no such scenario or convention.

    Examples
    --------
    >>> import nnviz
    >>> def backprop(X, Y, weights, biases): ...
    >>> nnviz.check(backprop, scenario="xor").ok
    False
    """
    functions = CheckedFunctions(backprop, update, predict)
    return check_by(lambda calls: call_all(functions, calls), _scenario(scenario), convention)


def check_file(
    path: str | Path,
    scenario: Scenario | str = "xor",
    convention: Convention | None = None,
    seconds: float = SECONDS,
) -> Report:
    """Check the functions of a file, in a separate process with a time limit.

    Parameters
    ----------
    path
        A Python file with ``backprop``, and ``update`` and ``predict`` if it has them.
    scenario, convention
        As for `check`.
    seconds
        How long all calls together may take.

    Raises
    ------
    ModelError
        If there is no such file, scenario or convention.
    """
    return check_by(FileCaller(Path(path), seconds), _scenario(scenario), convention)


def check_by(caller: Caller, scenario: Scenario, convention: Convention | None = None) -> Report:
    """Check the functions that a caller calls: every layout is tried, and the one that fits best is reported on.

    Raises
    ------
    ModelError
        If there is no such convention.
    """
    if convention not in (None, "columns", "rows"):
        raise ModelError("to check code", "convention", repr(convention), "'columns' or 'rows'")
    trials = trials_of(scenario)
    layouts = [layout for layout in LAYOUTS if convention in (None, layout.samples)]
    remembers = trials[0].remembers
    results = caller([replace(layout.call(trial), is_alone=remembers) for layout in layouts for trial in trials])
    of_layouts = [
        LayoutResults(layout, trials, results[number * len(trials) : (number + 1) * len(trials)])
        for number, layout in enumerate(layouts)
    ]
    best = max(of_layouts, key=lambda one: one.score)
    ties = {one.layout.samples for one in of_layouts if one.score == best.score and one is not best}
    if best.can_go_on:
        best = _called_again(caller, best)
    report = best.report(scenario, sorted(ties - {best.layout.samples}))
    return with_own_line(report, best, caller) if isinstance(caller, FileCaller) else report


def _called_again(caller: Caller, best: LayoutResults) -> LayoutResults:
    """Call the functions once more in the layout that fits: with nothing remembered, twice alike, with integers."""
    updates = _UPDATES if best.trials[0].remembers else 1
    own, *others = (replace(best.layout.call(trial), updates=updates, is_alone=True) for trial in best.trials)
    again = replace(own, updates=1, is_alone=False)
    calls = [replace(own, updates=1), again, *others]
    if updates > 1:
        calls.append(own)
    whole = _whole(own.X) and _whole(own.Y)
    if whole:
        calls.append(replace(own, updates=1, X=own.X.astype(np.int64), Y=own.Y.astype(np.int64)))
    results = list(caller(calls))
    integers = results.pop() if whole else None
    first, second, *rest = results
    if updates > 1:
        first = replace(first, later=rest.pop().later)
    return LayoutResults(best.layout, best.trials, [first, *rest], second, integers)


def _whole(array: Array) -> bool:
    return bool((array == np.rint(array)).all())


def _scenario(scenario: Scenario | str) -> Scenario:
    return find_scenario(scenario) if isinstance(scenario, str) else scenario
