"""Updates of Adam or RMSprop in which one thing is changed, or whose sign is: which line that is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.gradients import canonical_parameter, group_gradient
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.moment_rules import MomentRule, changed_rules, right_rules
from nnviz.model.judgement.numbers_in_source import literals
from nnviz.model.recognition.network import Loss, Recognition
from nnviz.model.recognition.trace import SUMS, Trace

_FITS: Final = 1e-5
_CELLS: Final = 60
"""A sample of cells is enough to tell the rules apart."""

History = tuple[str, list[Array], list[Array], list[Array]]
"""A parameter's symbol; its states, gradients and changes in each update."""


def histories_of(recognition: Recognition, loss: Loss) -> list[History]:
    """Return the histories of the parameters, in the order in which they move."""
    parameters = recognition.parameters
    groups = [group for group in recognition.passes if all(one.Y is not None for one in group)]
    updates = min(len(groups), *(len(p.states) - 1 for p in parameters.values()))
    slopes = [group_gradient(group, loss) for group in groups[:updates]]
    found = []
    for symbol in sorted(parameters, key=lambda name: parameters[name].changed[:1]):
        states = [canonical_parameter(recognition, symbol, s) for s in parameters[symbol].states[: updates + 1]]
        gradients = [slope[symbol] for slope in slopes if symbol in slope]
        if len(gradients) == updates and all(s.shape == gradients[0].shape for s in states) and updates:
            changes = [after - before for before, after in pairwise(states)]
            found.append((symbol, states[:-1], gradients, changes))
    return found


def changed_step(
    trace: Trace, recognition: Recognition, histories: Sequence[History], between: Sequence[int]
) -> LineEntry | None:
    """Return the line that is changed in the steps of an optimiser; None where that is not seen.

    Parameters
    ----------
    trace, recognition
        The recording and its network.
    histories
        Of all parameters.
    between
        Events of the first update from the gradients to the parameters.
    """
    if not histories or len(histories[0][2]) < 2:
        return None
    gradients = [np.concatenate([h[2][u].ravel() for h in histories]) for u in range(len(histories[0][2]))]
    moved = [np.concatenate([h[3][u].ravel() for h in histories]) for u in range(len(histories[0][2]))]
    some = np.unique(np.linspace(0, len(gradients[0]) - 1, _CELLS).astype(int))
    few, steps = [g[some] for g in gradients], np.concatenate([m[some] for m in moved])
    first = min(recognition.parameters, key=lambda name: recognition.parameters[name].changed[0])
    last = recognition.parameters[first].changed[0]
    numbers = literals(trace.recording)
    rights = list(right_rules(numbers))
    for rule in rights:
        if _fits(rule, few, steps, -1.0):
            return LineEntry(last, first, "wrong", None, ("gradient-added",))
    for right in rights:
        for rule in changed_rules(right):
            if _fits(rule, few, steps, 1.0):
                found = _line(trace, rule, right, histories, between)
                if found is not None:
                    return found
    return None


def _fits(rule: MomentRule, gradients: Sequence[Array], moved: Array, sign: float) -> bool:
    """Return whether changes are a multiple, of a sign, of a rule's steps."""
    with np.errstate(all="ignore"):
        steps = np.concatenate([parts["step"] for parts in rule.parts(gradients)])
    square, size = float(steps @ steps), float(np.linalg.norm(moved))
    if not np.isfinite(square) or square == 0 or size == 0 or not np.isfinite(size):
        return False
    rate = float(moved @ steps) / square
    return rate * sign > 0 and float(np.linalg.norm(moved - rate * steps)) <= _FITS * size


def _line(
    trace: Trace, rule: MomentRule, right: MomentRule, histories: Sequence[History], between: Sequence[int]
) -> LineEntry | None:
    """Return the line in which a rule is changed: that whose value is the changed part's; None if there is none."""
    first, _, gradients, _ = histories[0]
    with np.errstate(all="ignore"):
        now, should = rule.parts(gradients)[0][rule.part], right.parts(gradients)[0][rule.part]
    wanted = None if np.allclose(now, should, rtol=1e-9, atol=0) else should
    for event in between:
        value = trace.value(event)
        adds = rule.part not in ("first", "second", "root") or trace.operator(event) in SUMS
        if value is None or value.size != now.size or not adds:
            continue
        turned = value.ndim == 2 and value.T.shape == now.shape and np.allclose(value.T, now, rtol=1e-9, atol=0)
        if turned or np.allclose(value.ravel(), now.ravel(), rtol=1e-9, atol=0):
            own = None
            if wanted is not None:
                own = wanted.T if turned and wanted.ndim == 2 else wanted.reshape(value.shape)
            return LineEntry(event, first, "wrong", None, rule.mistakes, wanted=own)
    return None
