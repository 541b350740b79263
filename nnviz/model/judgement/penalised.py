"""Gradients whose penalty is not that of their loss, and gradients whose other part is wrong beside a right penalty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.flipped_error import flipped_error
from nnviz.model.judgement.gradients import changes, group_gradient
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.lines import LineJudge
from nnviz.model.judgement.scaling import agreed, names_of_factor
from nnviz.model.recognition.backward import REDUCTIONS
from nnviz.model.recognition.network import Loss, Recognition
from nnviz.model.recognition.trace import Trace

_LEFT: Final = 1e-6
_SAME: Final = 1e-4


@dataclass(frozen=True)
class _Parts:
    """How a parameter changes: by −rate times (the gradient without the penalty + twice strength times itself).

    Attributes
    ----------
    rate, strength
        Both; the strength of the loss's own penalty is 1.
    """

    rate: float
    strength: float


def penalised_entries(
    trace: Trace,
    recognition: Recognition,
    lines: LineJudge,
    entries: Sequence[LineEntry],
    rates: Sequence[float],
) -> list[LineEntry]:
    """Return the entries with the gradients struck whose penalty is not that of their loss.

    Parameters
    ----------
    trace, recognition, lines, entries
        The recording, its network and its lines, each right up to a factor.
    rates
        Numbers that may be the learning rate.
    """
    loss = lines.loss
    if not loss.penalty:
        return list(entries)
    parts = {name: found for name in recognition.parameters if (found := _parts(recognition, loss, name)) is not None}
    weights = [name for name in parts if name[0] == "W"]
    if not weights:
        return list(entries)
    output = next((entry for entry in entries if entry.symbol == f"delta{len(recognition.first.layers)}"), None)
    if output is not None and all(found.rate < 0 for found in parts.values()):
        # The gradient's sign is flipped; the penalty's may be as it should.
        if output.factor < 0 and all(parts[name].strength < 0 for name in weights):
            flipped = flipped_error(lines, output)
            return [flipped if entry is output else entry for entry in entries]
        first = min(parts, key=lambda name: recognition.parameters[name].changed[0])
        event = recognition.parameters[first].changed[0]
        return [*entries, LineEntry(event, first, "wrong", None, ("gradient-added",))]
    rate = agreed({name: found.rate for name, found in parts.items()}, rates)
    result = []
    for entry in entries:
        name = entry.symbol.removeprefix("d")
        if entry.symbol.startswith("d") and not entry.symbol.startswith("delta") and name in parts:
            names = _names(recognition, name, parts[name], rate)
            if names is not None:
                wanted = _wanted(trace, recognition, loss, entry, parts[name], rate)
                excess = parts[name].rate / rate if wanted is None else 1.0
                entry = replace(entry, verdict="wrong", mistakes=names, wanted=wanted, excess=excess)
        result.append(entry)
    return result


def penalised_biases(recognition: Recognition, loss: Loss, update: int) -> str | None:
    """Return the first bias that a penalty moves in an update, where the loss has none on it; None without one."""
    if not loss.penalty:
        return None
    for name in recognition.parameters:
        found = _parts(recognition, loss, name, update) if name[0] == "b" else None
        if found is not None and abs(found.strength) > 10 * _SAME:
            return name
    return None


def _parts(recognition: Recognition, loss: Loss, name: str, update: int = 0) -> _Parts | None:
    """Return how a parameter changes; None where it is in another way."""
    one = recognition.passes[update][0]
    layer = one.layers[int(name[1:]) - 1]
    theta = layer.W if name[0] == "W" else layer.b
    moved = changes(recognition, update).get(name)
    plain = group_gradient(recognition.passes[update], replace(loss, penalty=0.0)).get(name)
    if theta is None or moved is None or plain is None or not moved.shape == theta.shape == plain.shape:
        return None
    if not np.all(np.isfinite(moved)) or not np.any(moved):
        return None
    is_zero = not np.any(theta)
    base = np.stack([plain.ravel()] if is_zero else [plain.ravel(), theta.ravel()], axis=1)
    if base.shape[0] < base.shape[1]:
        return None
    numbers, *_ = np.linalg.lstsq(base, moved.ravel(), rcond=None)
    slope, decay = float(numbers[0]), 0.0 if is_zero else float(numbers[1])
    if np.linalg.norm(moved.ravel() - base @ numbers) > _LEFT * np.linalg.norm(moved) or slope == 0:
        return None
    if base.shape[0] == base.shape[1] and name[0] == "b":
        # Two numbers fit any two cells.
        slope, decay = float((moved * plain).sum() / (plain * plain).sum()), 0.0
    return _Parts(-slope, decay / slope / (2 * loss.penalty))


def _names(recognition: Recognition, name: str, found: _Parts, rate: float) -> tuple[str, ...] | None:
    """Return the names of the mistakes in a parameter's gradient; None where it is right."""
    one = recognition.first
    m = one.m * len(recognition.passes[0])
    times = found.rate / rate
    if name[0] == "b":
        if abs(found.strength) > 10 * _SAME:
            return ("penalty-on-biases",)
        return None if abs(times - 1) < _SAME else names_of_factor(times, recognition, name) or None
    if abs(found.strength - 1) <= _SAME:
        return None if abs(times - 1) < _SAME else names_of_factor(times, recognition, name) or None
    if abs(times - 1) > _SAME and abs(found.strength * times - 1) <= _SAME:
        # The penalty is as it should be beside the other parameters' rate.
        return names_of_factor(times, recognition, name)
    strength = found.strength
    if abs(strength) < _LEFT:
        return ("penalty-forgotten",)
    ratio = max(strength, 1 / strength) if strength > 0 else 0.0
    if any(abs(ratio - times * m) < _SAME * m for times in (1, 2)):
        return ("penalty-over-m",)
    return ("penalty-factor",)


def _wanted(
    trace: Trace, recognition: Recognition, loss: Loss, entry: LineEntry, found: _Parts, rate: float
) -> Array | None:
    """Return what the statement of a gradient should give, in their orientation; None where that is not known."""
    name = entry.symbol.removeprefix("d")
    layer = recognition.first.layers[entry.layer - 1]
    theta = layer.W if name[0] == "W" else layer.b
    step = trace.events[entry.event].step
    last = next((e for e in range(entry.event, len(trace)) if trace.events[e].step != step), len(trace)) - 1
    below = trace.dependants_within(entry.event, last)
    ends = [
        e for e in below if (value := trace.value(e)) is not None and theta is not None and value.size == theta.size
    ]
    now = trace.value(ends[-1]) if ends else None
    if theta is None or now is None or now.size != theta.size:
        return None
    plain = group_gradient(recognition.passes[0], replace(loss, penalty=0.0))[name]
    own, right = (theta, plain)
    if name[0] == "W" and layer.turned:
        own, right = theta.T, plain.T
    own, right = own.reshape(now.shape), right.reshape(now.shape)
    base = np.stack([right.ravel(), own.ravel()], axis=1)
    if not np.any(own) or base.shape[0] < 3:
        return None
    (scale, share), *_ = np.linalg.lstsq(base, now.ravel(), rcond=None)
    if np.linalg.norm(now.ravel() - base @ np.array([scale, share])) > _LEFT * np.linalg.norm(now) or scale == 0:
        return None
    scale *= rate / found.rate
    # The new value of the parameter itself, or a gradient of it.
    moves = abs(share - 1) < 0.5 and now.size == theta.size and trace.kind(ends[-1]) in ("bind", "store", "augmented")
    is_state = moves and any(ends[-1] in (e, e - 1, e + 1) for e in recognition.parameters[name].changed)
    penalty = 2 * loss.penalty * scale if name[0] == "W" else 0.0
    wanted: Array = scale * right + (penalty + (1.0 if is_state else 0.0)) * own
    return wanted


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
