"""A disc inside a ring."""

from __future__ import annotations

import numpy as np

from nnviz.model.data.data_set_kind import DataKind, RawData, in_turn, shuffled
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

RADIUS = 5.0


def circle(samples: int, noise: float, seed: int) -> RawData:
    """Return a disc of class 1 within a ring of class 0; noise moves a point only for its label, not on the plane."""
    rng = np.random.default_rng(seed)
    inner, outer = in_turn(2, samples)
    r = np.concatenate([rng.uniform(0, 0.5 * RADIUS, inner), rng.uniform(0.7 * RADIUS, RADIUS, outer)])
    angle = rng.uniform(0, 2 * np.pi, samples)
    x = np.stack([r * np.sin(angle), r * np.cos(angle)])
    moved = x + noise * rng.uniform(-RADIUS, RADIUS, x.shape)
    return shuffled(x, (np.hypot(*moved) < 0.5 * RADIUS).astype(np.int64), rng)


CIRCLE = DataKind(
    name="circle",
    title=QT_TRANSLATE_NOOP("model", "circle"),
    help=QT_TRANSLATE_NOOP("model", "A disc inside a ring; noise mixes the labels near the edge"),
    task="classification",
    n_inputs=2,
    n_classes=2,
    make=circle,
)
