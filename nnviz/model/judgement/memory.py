"""What later updates show: momentum, and gradients that are never set to zero again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.absolute import AbsoluteCheck
from nnviz.model.judgement.gradients import changes, fit, group_gradient, with_shared_biases
from nnviz.model.judgement.sign_turns import adding_event
from nnviz.model.recognition.backward import BackwardFinder
from nnviz.model.recognition.network import ForwardPass, Recognition
from nnviz.model.recognition.trace import SUMS, Trace
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_LOOKING_LEAST: Final = 4


@dataclass(frozen=True)
class Remembered:
    """What a later update shows.

    Attributes
    ----------
    explained
        Whether all that follows is explained too.
    wrong
        Event at fault, symbol, names of mistakes; None where nothing is wrong.
    note
        What is to be told.
    unexplained
        Whether a parameter changes in a way that is not understood.
    """

    explained: bool = False
    wrong: tuple[int, str, tuple[str, ...]] | None = None
    note: str = ""
    unexplained: bool = False


def _momentum(share: float) -> str:
    return filled(QT_TRANSLATE_NOOP("model", "Your updates remember: momentum with μ = {share}."), share=f"{share:.4g}")


def remembers(trace: Trace, recognition: Recognition, first: AbsoluteCheck, update: int) -> Remembered:
    """Return what an update after a right first one shows."""
    moved, before = changes(recognition, update), changes(recognition, update - 1)
    groups = recognition.passes
    if not moved or any(one.Y is None for one in (*groups[update], *groups[update - 1])):
        return Remembered()
    now = with_shared_biases(recognition, group_gradient(_scope(groups[update], first), first.loss))
    last = with_shared_biases(recognition, group_gradient(_scope(groups[update - 1], first), first.loss))
    ratios, strange = {}, False
    for name, change in moved.items():
        if name not in now or name not in before:
            continue
        decay = 0.0
        if first.decay and name[0] == "W":
            decay = first.decay * first.rate if first.rate else 0.0
        base = change + decay * recognition.passes[update][0].layers[int(name[1:]) - 1].W if decay else change
        found = fit(base, now[name])
        if found is None or found.fits:
            continue
        if first.rate is None:
            continue
        # What is left beside −rate·g, as a multiple of the change before: momentum, or what was never reset.
        design = np.stack([now[name].ravel(), before[name].ravel()], axis=1)
        (own, older), *_ = np.linalg.lstsq(design, change.ravel(), rcond=None)
        left = np.linalg.norm(change.ravel() - design @ np.array([own, older]))
        if left <= 1e-6 * np.linalg.norm(change):
            ratios[name] = float(older)
        elif not _looks_ahead(change, now[name], before[name], last[name]):
            strange = True
    if not ratios or strange:
        return Remembered(unexplained=strange)
    backwards = _backwards(ratios)
    if backwards is not None:
        finder = BackwardFinder(trace, recognition, 0)
        adding = adding_event(trace, recognition, finder, backwards)
        return Remembered(True, (adding, backwards, ("buffer-sign",)))
    older = max(ratios.values())
    if abs(older - 1) < 1e-6:
        name = next(name for name, ratio in ratios.items() if abs(ratio - 1) < 1e-6)
        event = _adding_event(trace, recognition, update)
        return Remembered(True, (event[0], event[1] or f"d{name}", ("gradients-accumulated",)))
    if 0 < older < 1:
        return Remembered(True, None, _momentum(older))
    return Remembered(unexplained=True)


def _looks_ahead(change: Array, now: Array, before: Array, last: Array) -> bool:
    """Return whether a change is made of the change before and of both gradients, as Nesterov's is."""
    if change.size < _LOOKING_LEAST:
        return False  # so few cells would fit anything
    design = np.stack([now.ravel(), before.ravel(), last.ravel()], axis=1)
    shares, *_ = np.linalg.lstsq(design, change.ravel(), rcond=None)
    return bool(np.linalg.norm(change.ravel() - design @ shares) <= 1e-6 * np.linalg.norm(change))


def _backwards(ratios: Mapping[str, float]) -> str | None:
    """Return the first parameter whose velocity's share has the other sign; None where there is none."""
    sizes = {abs(ratio) for ratio in ratios.values()}
    one_size = max(sizes) - min(sizes) < 1e-6 and 0.05 < max(sizes) < 1
    return next((name for name, ratio in ratios.items() if one_size and ratio < 0), None)


def remembers_wrongly(recognition: Recognition, first: AbsoluteCheck) -> bool:
    """Return whether parameters go up their gradients, and keep a share of the change before: a velocity's sign."""
    if len(recognition.passes) < 2 or any(one.Y is None for one in recognition.passes[1]):
        return False
    moved, before = changes(recognition, 1), changes(recognition, 0)
    now = group_gradient(_scope(recognition.passes[1], first), first.loss)
    for name, change in moved.items():
        if name not in now or name not in before or change.size < 2:
            continue
        design = np.stack([now[name].ravel(), before[name].ravel()], axis=1)
        (own, older), *_ = np.linalg.lstsq(design, change.ravel(), rcond=None)
        left = np.linalg.norm(change.ravel() - design @ np.array([own, older]))
        if left > 1e-6 * np.linalg.norm(change) or not (own > 0 and 0.01 < older < 0.999999):
            return False
    return True


def _scope(group: Sequence[ForwardPass], first: AbsoluteCheck) -> Sequence[ForwardPass]:
    return group[: first.samples] if first.samples == 1 else group


def _adding_event(trace: Trace, recognition: Recognition, update: int) -> tuple[int, str]:
    """Return the first event of the update before that adds a gradient to what was there."""
    finder = BackwardFinder(trace, recognition, update - 1)
    best: tuple[int, str] | None = None
    for found in (*finder.weights.values(), *finder.biases.values()):
        raw = found.raw[0]
        for user in range(raw, len(trace)):
            if trace.operator(user) in SUMS and raw in trace.ancestors([user], raw):
                if best is None or user < best[0]:
                    best = (user, f"d{found.symbol}")
                break
    return best if best is not None else (0, "")
