"""What a data set of the registry is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
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


@dataclass(frozen=True)
class DataKind:
    """One data set that can be made.

    Attributes
    ----------
    name
        Identifier in scenario files.
    title, help
        For people; the help says what the noise does.
    task
        What is asked of the network.
    n_inputs, n_classes
        Inputs per sample; classes (0 for regression).
    make
        ``make(samples, noise, seed)``, a pure function of the three.
    default_samples, fixed_samples
        How many samples there are by default, and whether that cannot be changed.
    default_noise
        Noise where the scenario says none, as the generator takes it.
    samples_range, noise_range
        Smallest and largest that are accepted.
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

    @property
    def feature_names(self) -> tuple[str, ...]:
        """Names of the inputs."""
        return ("x",) if self.n_inputs == 1 else tuple(f"x{number}" for number in range(1, self.n_inputs + 1))


def in_turn(classes: int, samples: int) -> list[int]:
    """Share samples out over classes, the first ones getting what is left over."""
    return [samples // classes + (k < samples % classes) for k in range(classes)]


def labels_of(counts: list[int]) -> Labels:
    """Give the labels of samples that stand class after class."""
    return np.repeat(np.arange(len(counts)), counts).astype(np.int64)


def shuffled(x: Array, labels: Labels, rng: Rng) -> RawData:
    """Mix samples that stand class after class, so that batches in a fixed order see all classes."""
    order = rng.permutation(len(labels))
    return RawData(x[:, order], labels[order])
