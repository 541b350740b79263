"""Two round clouds."""

from __future__ import annotations

import numpy as np

from nnviz.model.data.data_set_kind import DataKind, RawData, in_turn, labels_of, shuffled
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


def two_gaussians(samples: int, noise: float, seed: int) -> RawData:
    """Return normal clouds about (−2, −2), class 0, and (2, 2), class 1; the variance is 0.5 + 7·noise."""
    rng = np.random.default_rng(seed)
    labels = labels_of(in_turn(2, samples))
    centre = np.where(labels == 1, 2.0, -2.0)
    return shuffled(centre + np.sqrt(0.5 + 7.0 * noise) * rng.standard_normal((2, samples)), labels, rng)


TWO_GAUSSIANS = DataKind(
    name="two-gaussians",
    title=QT_TRANSLATE_NOOP("model", "two gaussians"),
    help=QT_TRANSLATE_NOOP("model", "Two round clouds; noise spreads them into each other"),
    task="classification",
    n_inputs=2,
    n_classes=2,
    make=two_gaussians,
)
