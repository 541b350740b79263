"""A data set of the registry, and helpers for making samples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array

Labels = NDArray[np.int64]
Rng = np.random.Generator
Task = Literal["classification", "regression"]

SAMPLES_RANGE = (2, 100_000)
NOISE_RANGE = (0.0, 1.0)


@dataclass(frozen=True, eq=False)
class RawData:
    """Samples as a generator makes them; the arrays become read-only.

    Attributes
    ----------
    X
        ``(n_in, m)`` inputs, a column a sample.
    labels
        ``(m,)`` classes from 0, for classification.
    targets
        ``(n_out, m)``, for regression.
    """

    X: Array
    labels: Labels | None = None
    targets: Array | None = None

    def __post_init__(self) -> None:
        for array in (self.X, self.labels, self.targets):
            if array is not None:
                array.flags.writeable = False


@dataclass(frozen=True, kw_only=True)
class DataKind:
    """One data set that can be made.

    Attributes
    ----------
    name
        Identifier in scenario files.
    title, help
        For people; the help explains what the noise does.
    task
        The task of the network.
    n_inputs, n_classes
        Inputs per sample; classes (0 for regression).
    make
        ``make(samples, noise, seed)``, a pure function of the three.
    default_samples, fixed_samples
        How many samples there are by default, and whether that cannot be changed.
    default_noise
        Noise where the scenario has none.
    samples_range, noise_range
        Smallest and largest that are accepted.
    image_shape
        Rows and columns of the picture that a sample's inputs are; None where they are none.
    divisor
        What the inputs are divided by where the scenario asks for no other scaling; 1 leaves them as they are.
    first_train
        Whether the first samples are for training and the last for testing, instead of a random split: they are
        shuffled already.
    """

    name: str
    title: str
    help: str
    task: Task
    n_inputs: int
    n_classes: int
    make: Callable[[int, float, int], RawData]
    default_samples: int = 200
    fixed_samples: bool = False
    default_noise: float = 0.0
    samples_range: tuple[int, int] = SAMPLES_RANGE
    noise_range: tuple[float, float] = NOISE_RANGE
    image_shape: tuple[int, int] | None = None
    divisor: float = 1.0
    first_train: bool = False

    @property
    def feature_names(self) -> tuple[str, ...]:
        """Names of the inputs."""
        return names_of_inputs(self.n_inputs, self.image_shape)


def names_of_inputs(n_inputs: int, image_shape: tuple[int, int] | None = None) -> tuple[str, ...]:
    """Return names for inputs that have none: x1, x2 …; of a picture x[row, column], both from 1."""
    if image_shape is not None:
        rows, columns = image_shape
        return tuple(f"x[{row},{column}]" for row in range(1, rows + 1) for column in range(1, columns + 1))
    return ("x",) if n_inputs == 1 else tuple(f"x{number}" for number in range(1, n_inputs + 1))


def in_turn(classes: int, samples: int) -> list[int]:
    """Distribute samples over classes; the first classes have the remainder."""
    return [samples // classes + (k < samples % classes) for k in range(classes)]


def labels_of(counts: list[int]) -> Labels:
    """Return the labels of samples in order of their classes."""
    return np.repeat(np.arange(len(counts)), counts).astype(np.int64)


def shuffled(x: Array, labels: Labels, rng: Rng) -> RawData:
    """Shuffle samples that are in order of their classes, so that batches in a fixed order have all classes."""
    order = rng.permutation(len(labels))
    return RawData(x[:, order], labels[order])
