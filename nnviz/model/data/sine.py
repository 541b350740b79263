"""A sine to be fitted: regression in one dimension."""

from __future__ import annotations

import numpy as np

from nnviz.model.data.data_set_kind import DataKind, RawData
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


def sine(samples: int, noise: float, seed: int) -> RawData:
    """Return sin(x) at evenly spaced x in ±π; noise is the standard deviation of what is added to it."""
    rng = np.random.default_rng(seed)
    x = np.linspace(-np.pi, np.pi, samples)[np.newaxis, :]
    return RawData(x, targets=np.sin(x) + noise * rng.standard_normal(x.shape))


SINE = DataKind(
    name="sine",
    title=QT_TRANSLATE_NOOP("model", "sine"),
    help=QT_TRANSLATE_NOOP("model", "One period of a sine, to be fitted; noise is added to the targets"),
    task="regression",
    n_inputs=1,
    n_classes=0,
    make=sine,
    default_samples=60,
    default_noise=0.1,
)
