"""Updates that are no plain gradient descent: which optimiser moves the parameters, or which mistake is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.cell_steps import CLIPPING, goes_down_by_cells
from nnviz.model.judgement.changed_steps import changed_step, histories_of
from nnviz.model.judgement.flipped_error import flipped_error
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.lines import LineJudge
from nnviz.model.judgement.numbers_in_source import literals
from nnviz.model.judgement.optimiser_steps import Rule, rules
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.recognition.network import Loss, Recognition
from nnviz.model.recognition.trace import TIMES, Trace
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_FITS = 1e-5
"""Relative: changes that are closer than this to a rule's are made by it."""

_EXACT = 1e-11
"""No other rule is closer than this."""

_ROOTS = frozenset(["numpy.sqrt", "math.sqrt", "**", "numpy.power"])
_UNKNOWN = QT_TRANSLATE_NOOP(
    "model", "Every gradient that was recognised is right; how the updates use them was not recognised."
)
_MOST_CELLS = 20_000


@dataclass(frozen=True)
class UpdatesFound:
    """How the parameters move.

    Attributes
    ----------
    right
        Whether they move as an optimiser says.
    wrong
        The line where they do not.
    note
        What is to be told.
    is_unknown
        Whether the gradients are right, and it is not known what the updates make of them.
    """

    right: bool = False
    wrong: LineEntry | None = None
    note: str = ""
    is_unknown: bool = False


def judge_updates(
    trace: Trace, recognition: Recognition, lines: LineJudge, entries: Sequence[LineEntry]
) -> UpdatesFound:
    """Return which optimiser moves the parameters, where every gradient is right."""
    operators = {trace.operator(event) for event in _between(trace, recognition, lines)}
    takes_roots = bool(operators & _ROOTS)
    if not takes_roots and not operators & CLIPPING:
        return UpdatesFound()
    if not takes_roots:
        return _cell_by_cell(recognition, lines.loss)
    found = _best(trace, recognition, lines.loss)
    if found is None:
        wrong = changed_step(
            trace, recognition, histories_of(recognition, lines.loss), _between(trace, recognition, lines)
        )
        output = next((entry for entry in entries if entry.symbol == f"delta{len(recognition.first.layers)}"), None)
        if wrong is not None and wrong.mistakes == ("gradient-added",) and output is not None and output.factor < 0:
            wrong = flipped_error(lines, output)
        if wrong is not None:
            return UpdatesFound(False, wrong)
        return UpdatesFound(True, None, _UNKNOWN, True)
    if not found.mistake:
        text = QT_TRANSLATE_NOOP("model", "Your updates are those of {optimiser}.")
        return UpdatesFound(True, None, filled(text, optimiser=OPTIMISERS[found.optimiser].title))
    if found.mistake == "moment-weight-forgotten":
        # Both moments, or one of them, give the same steps at another rate.
        histories = histories_of(recognition, lines.loss)
        wrong = changed_step(trace, recognition, histories, _between(trace, recognition, lines))
        if wrong is not None and wrong.mistakes == (found.mistake,):
            return UpdatesFound(False, wrong)
    symbol = min(recognition.parameters, key=lambda name: recognition.parameters[name].changed[0])
    event = _fault(trace, recognition, lines, found, symbol)
    wanted = _corrected(trace, found, event) if found.mistake == "no-bias-correction" else None
    return UpdatesFound(False, LineEntry(event, symbol, "wrong", None, (found.mistake,), wanted=wanted))


def _corrected(trace: Trace, rule: Rule, event: int) -> Array | None:
    """Return what a second moment, or its root, is with the bias correction of the first update."""
    value = trace.value(event)
    if value is None or rule.corrected[1]:
        return None
    times = 1 - rule.settings["beta2"]
    return value / (np.sqrt(times) if trace.operator(event) in _ROOTS else times)


def _between(trace: Trace, recognition: Recognition, lines: LineJudge) -> list[int]:
    """Return the events of the first update that depend on gradients, in order."""
    ends = [p.changed[0] for p in recognition.parameters.values() if p.changed]
    starts = [event for found in lines.finder.weights.values() for event in found.raw]
    reached = trace.dependants(starts)
    return sorted(event for event in trace.ancestors(ends, min(starts, default=0)) if reached[event])


def _cell_by_cell(recognition: Recognition, loss: Loss) -> UpdatesFound:
    """Return whether every cell goes down by a growing function of its gradient: clipped, or its sign alone."""
    histories = histories_of(recognition, loss)
    gradients = [gradient.ravel() for history in histories for gradient in history[2]]
    moved = [change.ravel() for history in histories for change in history[3]]
    if not gradients or not goes_down_by_cells(np.concatenate(gradients), np.concatenate(moved)):
        return UpdatesFound(True, None, _UNKNOWN, True)
    told = QT_TRANSLATE_NOOP(
        "model", "Your updates clip the gradient, or take its sign: each number goes down its own."
    )
    return UpdatesFound(True, None, told)


def _best(trace: Trace, recognition: Recognition, loss: Loss) -> Rule | None:
    """Return the rule whose steps are the changes; a right one before a wrong one."""
    histories = histories_of(recognition, loss)
    if not histories or len(histories[0][2]) < 2 or sum(h[1][0].size for h in histories) > _MOST_CELLS:
        return None
    moved = np.concatenate([change.ravel() for *_, changes in histories for change in changes])
    size = float(np.linalg.norm(moved))
    if size == 0 or not np.isfinite(size):
        return None
    best: tuple[float, Rule] | None = None
    for rule in rules(literals(trace.recording)):
        with np.errstate(all="ignore"):
            steps = [
                step
                for index, (_, states, gradients, _) in enumerate(histories)
                for step in rule.steps(states, gradients, index, len(histories))
            ]
        error = _error(moved, size, np.concatenate([step.ravel() for step in steps]))
        # A wrong rule must be ten times closer than a right one.
        if error <= _FITS and (best is None or error < best[0] * (0.1 if rule.mistake and not best[1].mistake else 1)):
            best = error, rule
            if error <= _EXACT:
                break
    return None if best is None else best[1]


def _error(moved: Array, size: float, steps: Array) -> float:
    """Return how far changes are from a positive multiple of steps, relative to the changes."""
    square = float(steps @ steps)
    if not np.isfinite(square) or square == 0:
        return np.inf
    rate = float(moved @ steps) / square
    return float(np.linalg.norm(moved - rate * steps)) / size if rate > 0 else np.inf


def _fault(trace: Trace, recognition: Recognition, lines: LineJudge, rule: Rule, symbol: str) -> int:
    """Return the event that is at fault for a mistake in an optimiser."""
    between = _between(trace, recognition, lines)
    last = recognition.parameters[symbol].changed[0]
    if rule.mistake == "time-off-by-one":
        return _counting(trace, recognition, last)
    if rule.mistake == "no-bias-correction":
        corrected = rule.corrected != (False, False)
        root = next((e for e in between if trace.operator(e) in ("numpy.sqrt", "math.sqrt")), last)
        return _renaming(trace, root) if corrected and not rule.corrected[1] else root
    raw = {event for found in lines.finder.weights.values() for event in found.raw}
    spots = {trace.spot(event) for event in raw}
    after = (e for e in between if trace.spot(e) not in spots and trace.operator(e) in (*TIMES, "+", "**"))
    return next(after, last)


def _counting(trace: Trace, recognition: Recognition, last: int) -> int:
    """Return the event that counts the time of the bias correction, or else takes it."""
    start = recognition.first.layers[0].product
    for event in sorted(trace.ancestors([last], start)):
        operands = trace.operands(event)
        if trace.operator(event) in ("**", "numpy.power") and len(operands) == 2:
            exponent, base = trace.value(operands[1]), trace.value(operands[0])
            if exponent is not None and base is not None and exponent.size == base.size == 1 and 0.5 <= base < 1:
                source = trace.source(operands[1])
                counted = trace.operator(source) in ("+", "+=") and source > start
                return source if counted else event
    return last


def _renaming(trace: Trace, root: int) -> int:
    """Return the event that names what a root is taken of, where that stands on a line of its own; else the root."""
    operands = trace.operands(root)
    if not operands:
        return root
    source = trace.source(operands[0])
    names = [
        number
        for number in range(source + 1, root)
        if trace.kind(number) == "bind"
        and trace.source(number) == source
        and trace.spot(number) not in (trace.spot(source), trace.spot(root))
    ]
    return names[-1] if names else root
