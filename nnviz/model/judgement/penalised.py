"""Gradients whose penalty is not that of their loss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from nnviz.model.judgement.gradients import changes, group_gradient
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.recognition.backward import REDUCTIONS
from nnviz.model.recognition.network import Loss, Recognition
from nnviz.model.recognition.trace import Trace

_LEFT = 1e-6
_SAME = 1e-4


def penalised_entries(recognition: Recognition, entries: Sequence[LineEntry], loss: Loss) -> list[LineEntry]:
    """Return the entries with the gradients struck whose penalty is not that of their loss."""
    if not loss.penalty:
        return list(entries)
    one = recognition.first
    plain = group_gradient([one], replace(loss, penalty=0.0))
    moved = changes(recognition, 0)
    found = []
    for entry in entries:
        name = entry.symbol.removeprefix("d")
        layer = one.layers[entry.layer - 1]
        if entry.symbol != f"dW{entry.layer}" or name not in moved or moved[name].shape != layer.W.shape:
            found.append(entry)
            continue
        base = np.stack([plain[name].ravel(), layer.W.ravel()], axis=1)
        (rate, decay), *_ = np.linalg.lstsq(base, moved[name].ravel(), rcond=None)
        left = np.linalg.norm(moved[name].ravel() - base @ np.array([rate, decay]))
        if left > _LEFT * np.linalg.norm(moved[name]) or rate >= 0:
            found.append(entry)
            continue
        strength = float(decay / rate / (2 * loss.penalty))
        wrong = abs(strength - 1) > 10 * _LEFT
        found.append(replace(entry, verdict="wrong", mistakes=_names(strength, one.m)) if wrong else entry)
    return found


def squares_weights(trace: Trace, recognition: Recognition) -> bool:
    """Return whether weights, or some of them, are squared and summed: a penalty in the loss."""
    weights = {
        state
        for symbol, parameter in recognition.parameters.items()
        for state in (parameter.root, *parameter.changed)
        if symbol[0] == "W"
    }

    def is_weights(event: int) -> bool:
        source = trace.source(event, True)
        operands = trace.operands(source)
        return source in weights or (trace.kind(source) == "subscript" and trace.source(operands[0], True) in weights)

    squares = {
        event
        for event in range(len(trace))
        if trace.operator(event) in ("**", "numpy.square", "numpy.power")
        and trace.operands(event)
        and is_weights(trace.operands(event)[0])
    }
    return any(trace.operator(user) in REDUCTIONS for event in squares for user in trace.users[event] if user > event)


def _names(strength: float, m: int) -> tuple[str, ...]:
    """Return the names of the mistake that makes a penalty so many times as strong."""
    if abs(strength) < _LEFT:
        return ("penalty-forgotten",)
    ratio = max(strength, 1 / strength) if strength > 0 else 0.0
    if any(abs(ratio - times * m) < _SAME * m for times in (1, 2)):
        return ("penalty-over-m",)
    return ("penalty-factor",)
