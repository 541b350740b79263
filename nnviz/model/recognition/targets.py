# ruff: noqa: N803, N806 - the symbols of the field
"""Targets and loss: what the output is compared with, and which scalars are a known loss of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.recognition.network import ForwardPass, Loss
from nnviz.model.recognition.parameters import Root
from nnviz.model.recognition.trace import SUMS, TIMES, Trace

_MOST_SCALARS: Final = 4000


def with_targets(trace: Trace, one: ForwardPass, roots: Sequence[Root]) -> ForwardPass:
    """Return a forward pass with its targets: what the output, or what comes of it, is combined with."""
    layer = one.layers[-1]
    n, m = layer.A.shape
    last = _end_of(roots, layer.out, len(trace) - 1)
    below = trace.dependants_within(layer.out, last)
    depends = set(below)
    depending = trace.dependants(state for root in roots for state in root.states)
    best: tuple[int, int, Array] | None = None
    for number in below:
        operator, kind = trace.operator(number), trace.kind(number)
        if kind not in ("operator", "call", "augmented", "store", "subscript"):
            continue
        counted = _counted_down(trace, number, layer.out, one) if kind in ("augmented", "store") else None
        if counted is not None:
            return replace(one, Y=counted, target=number)
        for operand in trace.operands(number):
            if operand in depends or (value := trace.value(operand)) is None:
                continue
            if (value.size == 1 and n * m > 1) or _is_written(trace, number, operand):
                continue
            Y = _as_targets(value, one, n, m)
            if Y is None or depending[operand]:
                continue
            direct = any(trace.source(o, True) == trace.source(layer.out, True) for o in trace.operands(number))
            whole = value.size == n * m
            rank = (
                0 if operator in SUMS and direct and whole else 1 if operator in SUMS else 2 if operator in TIMES else 3
            )
            if best is None or rank < best[0]:
                best = (rank, trace.source(operand, True), Y)
    return one if best is None else replace(one, Y=best[2], target=best[1])


def _is_written(trace: Trace, event: int, operand: int) -> bool:
    """Return whether an operand is a number of the source, and not a target of a list that is subtracted."""
    source = trace.source(operand, True)
    if trace.kind(source) != "constant":
        return False
    return trace.spot(source) == trace.spot(event) or trace.operator(event) not in ("-", "numpy.subtract")


def _counted_down(trace: Trace, event: int, out: int, one: ForwardPass) -> Array | None:
    """Return the targets where 1 is subtracted from the outputs of the right classes: ``P[range(m), y] -= 1``."""
    after = trace.value(event)
    for operand in trace.operands(event)[:1]:
        before = trace.value(operand)
        if before is None or after is None or before.shape != after.shape or before.ndim != 2:
            continue
        if not np.array_equal(before.ravel(), _own_output(one).ravel()):
            continue
        Y = np.round(before - after, 9)
        Y = Y.T if one.samples_are == "rows" else Y
        if np.all((Y == 0) | (Y == 1)) and np.all(Y.sum(axis=0) == 1):
            return Y
    return None


def _own_output(one: ForwardPass) -> Array:
    return one.own(one.layers[-1].A)


def _end_of(roots: Sequence[Root], event: int, last: int) -> int:
    later = [state for root in roots for state in root.states[1:] if state > event]
    return max(min(later, default=last), event)


def _as_targets(value: Array, one: ForwardPass, n: int, m: int) -> Array | None:
    if value.size == n * m:
        if value.ndim == 2 and value.shape == (n, m) and one.samples_are == "rows" and n != m and min(n, m) > 1:
            return value
        return value.reshape(m, n).T if one.samples_are == "rows" else value.reshape(n, m)
    if value.size == m and n > 1 and np.all(value == np.round(value)) and value.min() >= 0 and value.max() < n:
        one_hot: Array = np.eye(n)[value.ravel().astype(int)].T
        return one_hot
    return None


def find_losses(trace: Trace, groups: Sequence[Sequence[ForwardPass]], roots: Sequence[Root]) -> tuple[Loss, ...]:
    """Return the scalars that are a known loss of some forward passes; the first of each kind."""
    starts = [root.event for root in roots]
    depends = trace.dependants(starts)
    scalars = [
        (number, float(value.ravel()[0]))
        for number in range(len(trace))
        if depends[number]
        and (value := trace.value(number)) is not None
        and value.size == 1
        and trace.kind(number) in ("operator", "call", "bind", "augmented", "return", "loop", "attribute")
    ][:_MOST_SCALARS]
    found: dict[str, Loss] = {}
    for group in groups:
        scopes = [[one] for one in (*group[:1], *group[-1:])]
        if len(group) > 1:
            scopes.append(list(group))
        for scope in scopes:
            if any(one.Y is None for one in scope):
                continue
            A = np.hstack([one.layers[-1].A for one in scope])
            Y = np.hstack([one.Y for one in scope if one.Y is not None])
            squares = sum(float((layer.W**2).sum()) for layer in scope[0].layers)
            basis = list(_basis(A, Y, scope[0].layers[-1].activation.name == "softmax"))
            n, m = A.shape
            for number, scalar in scalars:
                if number < scope[0].layers[-1].net or not np.isfinite(scalar) or scalar == 0:
                    continue
                loss = _match(scalar, basis, n, m, squares, number)
                old = found.get(loss.kind) if loss is not None else None
                if loss is None:
                    continue
                better = old is None or (loss.penalty and not old.penalty)
                same_line = old is not None and old.event is not None and trace.spot(number) == trace.spot(old.event)
                if better or (same_line and old is not None and loss.penalty == old.penalty):
                    found[loss.kind] = loss
        if found:
            break
    return tuple(found.values())


def _basis(A: Array, Y: Array, softmax: bool) -> Iterator[tuple[str, float, float]]:
    """Yield kind, sum over all cells, and tolerance."""
    with np.errstate(all="ignore"):
        yield "squared", float(((A - Y) ** 2).sum()), 1e-7
        yield "absolute", float(np.abs(A - Y).sum()), 1e-7
        if np.all((A > 0) & (A < 1)) and not softmax:
            yield "bce", float(-(Y * np.log(A) + (1 - Y) * np.log(1 - A)).sum()), 1e-5
        if np.all(A > 0) and len(A) > 1:
            yield "cce", float(-(Y * np.log(A)).sum()), 1e-5


def _match(
    value: float, basis: list[tuple[str, float, float]], n: int, m: int, squares: float, event: int
) -> Loss | None:
    factors = [c * d for c in (1.0, 0.5, 2.0) for d in dict.fromkeys((1.0, 1 / m, 1 / n, 1 / (m * n)))]
    for kind, total, tolerance in basis:
        for factor in factors:
            if total and abs(abs(value) - factor * total) <= tolerance * factor * abs(total):
                return Loss(kind, factor, 0.0, event)
    for kind, total, _ in basis:
        if kind == "absolute":
            continue
        for factor in factors:
            left = value - factor * total
            if left > 1e-9 * value and squares > 0:
                strength = left / squares
                for scale in (1.0, 2.0, float(m), 2.0 * m):
                    if _is_round(strength * scale):
                        return Loss(kind, factor, strength, event)
    return None


def _is_round(number: float) -> bool:
    return 1e-7 < number < 10 and abs(number - float(f"{number:.1g}")) <= 1e-7 * number
