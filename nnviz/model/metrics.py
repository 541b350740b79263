"""How good the parameters are on the whole data: loss, penalty, accuracy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.model.binding import Array
from nnviz.model.program import Program
from nnviz.model.workspace import Scalars, Workspace


@dataclass(frozen=True)
class Metrics:
    """Losses and accuracies of one set of parameters.

    Attributes
    ----------
    update
        After how many updates.
    train, test
        Mean data loss L over the training and the test samples; `test` is None without test samples.
    train_total
        Loss and penalty, J = L + R; equal to `train` without a penalty.
    train_right, test_right
        How many samples are classified rightly; None for regression or without samples.
    train_samples, test_samples
        How many samples there are.
    """

    update: int
    train: float
    train_total: float
    test: float | None
    train_right: int | None
    test_right: int | None
    train_samples: int
    test_samples: int

    @property
    def train_accuracy(self) -> float | None:
        """Share of the training samples classified rightly, 0..1."""
        return None if self.train_right is None else self.train_right / self.train_samples

    @property
    def test_accuracy(self) -> float | None:
        """Share of the test samples classified rightly, 0..1."""
        return None if self.test_right is None else self.test_right / self.test_samples


def predicted_classes(outputs: Array, threshold: float) -> NDArray[np.int64]:
    """Give the class that each column of outputs stands for.

    Parameters
    ----------
    outputs
        ``(n_L, m)`` output activations.
    threshold
        With one output, class 1 is what lies above it: 0.5 for targets 0 and 1, 0 for targets −1 and 1.

    Returns
    -------
    ndarray
        ``(m,)``; the greatest output's index when there are several.
    """
    if len(outputs) == 1:
        return (outputs[0] > threshold).astype(np.int64)
    return np.argmax(outputs, axis=0).astype(np.int64)


class Evaluator:
    """Runs the program's own forward and loss lines on a fixed set of samples.

    Parameters
    ----------
    program, state, scalars
        As for `Workspace`.
    x, y
        Inputs ``(n_in, m)`` and targets ``(n_L, m)``.
    labels
        Classes ``(m,)``, or None for regression.
    threshold
        As for `predicted_classes`.
    """

    def __init__(
        self,
        program: Program,
        state: dict[str, Array],
        scalars: Scalars,
        x: Array,
        y: Array,
        labels: NDArray[np.int64] | None,
        threshold: float,
    ) -> None:
        lines = [line for line in program if line.stage in ("forward", "loss")]
        self._workspace = Workspace(program, x.shape[1], state, scalars, lines)
        self._workspace.load(x, y, np.arange(x.shape[1]))
        self._output = f"A{program.recipe.network.depth}"
        self._objective = program.objective
        self._labels, self._threshold = labels, threshold

    def run(self) -> tuple[float, float, int | None]:
        """Give the data loss, the loss with penalty, and how many samples are classified rightly."""
        self._workspace.run()
        arrays = self._workspace.arrays
        right = None
        if self._labels is not None:
            right = int(np.count_nonzero(predicted_classes(arrays[self._output], self._threshold) == self._labels))
        return float(arrays["L"][0, 0]), float(arrays[self._objective][0, 0]), right
