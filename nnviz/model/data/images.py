"""Handwritten digits, as pictures; the files that ship with nnviz are read when the digits are first asked for."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from nnviz.assets import asset
from nnviz.model.data.data_set_kind import DataKind, Labels, RawData
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

CLASSES = 10


@cache
def _pictures(name: str) -> tuple[NDArray[np.uint8], Labels]:
    """Return pictures ``(m, rows · columns)`` and labels: the classes in turn, so that any first few are balanced."""
    with np.load(asset("data", name), allow_pickle=False) as file:
        images, labels = file["images"], file["labels"].astype(np.int64)
    turn = np.empty(len(labels), dtype=np.int64)
    for k in range(CLASSES):
        own = np.flatnonzero(labels == k)
        turn[own] = np.arange(len(own))
    order = np.lexsort((labels, turn))
    return images.reshape(len(images), -1)[order], labels[order]


def _taken(file: str, brightest: float, samples: int, noise: float, seed: int) -> RawData:
    """Return the first pictures; noise is a normal jitter of every pixel, as a share of the full brightness."""
    pictures, labels = _pictures(file)
    # A sample's pixels are adjacent in memory, so that the engine need not copy them.
    pixels = pictures[:samples].astype(np.float64)
    if noise:
        pixels += noise * brightest * np.random.default_rng(seed).standard_normal(pixels.shape)
    return RawData(pixels.T, labels[:samples].copy())


def mnist(samples: int, noise: float, seed: int) -> RawData:
    """Return images of the MNIST database, pixels 0 to 255."""
    return _taken("mnist-2500.npz", 255.0, samples, noise, seed)


def digits(samples: int, noise: float, seed: int) -> RawData:
    """Return images of the UCI optical recognition data set, pixels 0 to 16."""
    return _taken("digits-8x8.npz", 16.0, samples, noise, seed)


MNIST = DataKind(
    name="mnist",
    title=QT_TRANSLATE_NOOP("model", "MNIST digits, 28×28"),
    help=QT_TRANSLATE_NOOP(
        "model",
        "2 500 handwritten digits of the MNIST database, 250 of each, by Y. LeCun, C. Cortes and C. Burges "
        "(CC BY-SA 3.0); pixels are divided by 255, noise jitters them",
    ),
    task="classification",
    n_inputs=784,
    n_classes=CLASSES,
    make=mnist,
    default_samples=2500,
    samples_range=(2, 2500),
    image_shape=(28, 28),
    divisor=255.0,
)
DIGITS = DataKind(
    name="digits",
    title=QT_TRANSLATE_NOOP("model", "digits, 8×8"),
    help=QT_TRANSLATE_NOOP(
        "model",
        "1 797 handwritten digits by E. Alpaydin and C. Kaynak, from the UCI Machine Learning Repository "
        "(CC BY 4.0); pixels are divided by 16, noise jitters them",
    ),
    task="classification",
    n_inputs=64,
    n_classes=CLASSES,
    make=digits,
    default_samples=1797,
    samples_range=(2, 1797),
    image_shape=(8, 8),
    divisor=16.0,
)
