"""XOR: its four points, and as a cloud."""

from __future__ import annotations

import numpy as np

from nnviz.model.data.data_set_kind import DataKind, RawData
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

GAP = 0.3
"""Distance of the cloud from the axes, as in TensorFlow Playground."""


def four_points(samples: int, noise: float, seed: int) -> RawData:
    """Return (0,0), (0,1), (1,0), (1,1) with their exclusive or; noise is the standard deviation of a jitter."""
    x = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
    if noise:
        x = x + noise * np.random.default_rng(seed).standard_normal(x.shape)
    return RawData(x, np.array([0, 1, 1, 0], dtype=np.int64))


def cloud(samples: int, noise: float, seed: int) -> RawData:
    """Return points of a square; class 1 where x1·x2 ≥ 0. Noise moves a point only for its label."""
    rng = np.random.default_rng(seed)
    x = rng.uniform(-5.0, 5.0, (2, samples))
    x += np.where(x > 0, GAP, -GAP)
    moved = x + noise * rng.uniform(-5.0, 5.0, (2, samples))
    return RawData(x, (moved[0] * moved[1] >= 0).astype(np.int64))


XOR = DataKind(
    name="xor",
    title=QT_TRANSLATE_NOOP("model", "XOR, four points"),
    help=QT_TRANSLATE_NOOP("model", "The four corners of a square; noise jitters them"),
    task="classification",
    n_inputs=2,
    n_classes=2,
    make=four_points,
    default_samples=4,
    fixed_samples=True,
)
XOR_CLOUD = DataKind(
    name="xor-cloud",
    title=QT_TRANSLATE_NOOP("model", "XOR, a cloud"),
    help=QT_TRANSLATE_NOOP("model", "Four quadrants, opposite ones of one class; noise mixes the labels near the axes"),
    task="classification",
    n_inputs=2,
    n_classes=2,
    make=cloud,
)
