"""The recognised network in the words of ``nnviz debug --json``."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.model.judgement.absolute import AbsoluteCheck
from nnviz.model.judgement.judgement import FoundNetwork
from nnviz.model.recognition.network import Loss, Recognition


def described_network(
    recognition: Recognition, check: AbsoluteCheck | None, rates: Sequence[float], loss: Loss | None = None
) -> FoundNetwork:
    """Return what was found; the learning rate is the number that stands in the code."""
    one = recognition.first
    loss = check.loss if check is not None else loss
    m = one.m * (check.samples if check is not None else len(recognition.passes[0]))
    n = one.layers[-1].A.shape[0]
    own = next((found for found in recognition.losses if loss is not None and found.kind == loss.kind), None)
    name, base, mean_of_own = _named(own or loss, m, n)
    scaling, rate = None, None
    if check is not None and check.rate is not None and loss is not None:
        total = check.rate * loss.factor / base  # of the sum over samples
        mean = total * m
        options = (
            [("mean", mean), ("sum", total)] if mean_of_own and own is not None else [("sum", total), ("mean", mean)]
        )
        scaling, rate = next(
            ((way, value) for way, value in options if any(abs(value - r) <= 1e-6 * r for r in rates)), options[0]
        )
        rate = float(f"{rate:.9g}")
    return FoundNetwork(
        tuple(recognition.sizes),
        tuple(layer.activation.name for layer in one.layers),
        name,
        scaling,
        one.samples_are,
        m,
        rate,
        None,
        None if loss is None else (loss.penalty or None),
    )


def _named(loss: Loss | None, m: int, n: int) -> tuple[str | None, float, bool]:
    """Return the row's name, its factor for one sample, and whether the loss is averaged."""
    if loss is None:
        return None, 1.0, False
    names = {"bce": "binary-cross-entropy", "cce": "categorical-cross-entropy", "absolute": "absolute"}
    if loss.kind in names:
        return names[loss.kind], 1.0, abs(loss.factor * m - 1) < 1e-6 or abs(loss.factor * m * n - 1) < 1e-6
    for name, base in (("half-squared", 0.5), ("squared", 1.0), ("mean-squared", 1.0 / n)):
        if abs(loss.factor * m - base) < 1e-9:
            return name, base, True
        if abs(loss.factor - base) < 1e-9:
            return name, base, False
    return "squared", 1.0, True
