"""The planar flower of the deep-learning course that many a first network is written for."""

from __future__ import annotations

import numpy as np

from nnviz.model.data.data_set_kind import DataKind, RawData, in_turn, labels_of
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


def flower(samples: int, noise: float, seed: int) -> RawData:
    """Return petals of two classes; noise is the standard deviation along the petal and in its angle.

    With 400 samples, noise 0.2 and seed 1 this is exactly the ``load_planar_dataset`` of the course: drawn from the
    legacy generator, angles before radii, class after class.
    """
    rng = np.random.RandomState(seed)
    counts = in_turn(2, samples)
    parts = []
    for label, count in enumerate(counts):
        t = np.linspace(label * 3.12, (label + 1) * 3.12, count) + rng.randn(count) * noise
        r = 4.0 * np.sin(4.0 * t) + rng.randn(count) * noise
        parts.append(np.stack([r * np.sin(t), r * np.cos(t)]))
    return RawData(np.concatenate(parts, axis=1), labels_of(counts))


FLOWER = DataKind(
    name="planar-flower",
    title=QT_TRANSLATE_NOOP("model", "planar flower"),
    help=QT_TRANSLATE_NOOP("model", "Petals of two classes that no straight line separates; noise blurs them"),
    task="classification",
    n_inputs=2,
    n_classes=2,
    make=flower,
    default_samples=400,
    default_noise=0.2,
)
