"""Two crescents."""

from __future__ import annotations

import numpy as np

from nnviz.model.data.data_set_kind import DataKind, RawData, in_turn, labels_of, shuffled
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

RADIUS = 3.5
"""Fills the plane of ±6 that the other planar sets share."""


def moons(samples: int, noise: float, seed: int) -> RawData:
    """Return two interlocked half circles about the origin; noise is the deviation of a jitter, in radii."""
    rng = np.random.default_rng(seed)
    counts = in_turn(2, samples)
    upper, lower = (np.linspace(0.0, np.pi, count) for count in counts)
    first = np.stack([np.cos(upper), np.sin(upper)])
    second = np.stack([1.0 - np.cos(lower), 0.5 - np.sin(lower)])
    middle = np.array([[0.5], [0.25]])
    x = np.concatenate([first, second], axis=1) - middle
    return shuffled(RADIUS * (x + noise * rng.standard_normal(x.shape)), labels_of(counts), rng)


MOONS = DataKind(
    name="moons",
    title=QT_TRANSLATE_NOOP("model", "two moons"),
    help=QT_TRANSLATE_NOOP("model", "Two interlocked crescents; noise blurs them"),
    task="classification",
    n_inputs=2,
    n_classes=2,
    make=moons,
    default_noise=0.1,
)
