"""Spirals of two and of three arms."""

from __future__ import annotations

from functools import partial

import numpy as np

from nnviz.model.data.data_set_kind import SAMPLES_RANGE, DataKind, RawData, in_turn, labels_of, shuffled
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

RADIUS = 5.0
TURNS = 1.75


def spiral(samples: int, noise: float, seed: int, *, arms: int) -> RawData:
    """Return arms that wind 1.75/arms·2 times about the centre; noise moves the points by up to that much each way."""
    rng = np.random.default_rng(seed)
    counts = in_turn(arms, samples)
    parts = []
    for arm, count in enumerate(counts):
        along = np.arange(count) / max(count, 1)
        angle = TURNS * (2 / arms) * 2 * np.pi * along + 2 * np.pi * arm / arms
        parts.append(RADIUS * along * np.stack([np.sin(angle), np.cos(angle)]))
    x = np.concatenate(parts, axis=1)
    return shuffled(x + noise * rng.uniform(-1.0, 1.0, x.shape), labels_of(counts), rng)


SPIRAL = DataKind(
    name="spiral",
    title=QT_TRANSLATE_NOOP("model", "spiral"),
    help=QT_TRANSLATE_NOOP("model", "Two arms wound about each other; noise moves the samples"),
    task="classification",
    n_inputs=2,
    n_classes=2,
    make=partial(spiral, arms=2),
    default_samples=500,
)
THREE_CLASS_SPIRAL = DataKind(
    name="three-class-spiral",
    title=QT_TRANSLATE_NOOP("model", "spiral, three classes"),
    help=QT_TRANSLATE_NOOP("model", "Three arms wound about each other; noise moves the samples"),
    task="classification",
    n_inputs=2,
    n_classes=3,
    make=partial(spiral, arms=3),
    default_samples=300,
    samples_range=(3, SAMPLES_RANGE[1]),
)
