"""Loss, penalty and accuracy of parameters on the whole data."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.engine.cost import samples_within, work_of
from nnviz.model.engine.engine import Engine
from nnviz.model.engine.workspace import Workspace
from nnviz.model.mistakes.mistake import STALE
from nnviz.model.random.seeds import Stream, stream
from nnviz.model.scenario.validation import Prepared


@dataclass(frozen=True)
class RegressionFit:
    """How well a regression fits its samples.

    Attributes
    ----------
    r_squared
        R² = 1 − Σ(target − output)² / Σ(target − mean)², over all targets; NaN where all targets are the same.
    rmse
        √ of the mean of (target − output)², in the units of the data before scaling.
    """

    r_squared: float
    rmse: float


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
        How many samples are classified correctly; None for regression or without samples.
    train_samples, test_samples
        How many samples were measured.
    train_left_out, test_left_out
        How many more there are: of very many samples, only a fixed random part is measured.
    work
        Approximate number of multiplications that measuring took.
    train_fit, test_fit
        For regression: how well it fits the training and the test samples.
    """

    update: int
    train: float
    train_total: float
    test: float | None
    train_right: int | None
    test_right: int | None
    train_samples: int
    test_samples: int
    train_left_out: int = 0
    test_left_out: int = 0
    work: float = 0.0
    train_fit: RegressionFit | None = None
    test_fit: RegressionFit | None = None

    @property
    def train_accuracy(self) -> float | None:
        """Share of the training samples classified correctly, 0..1."""
        return None if self.train_right is None else self.train_right / self.train_samples

    @property
    def test_accuracy(self) -> float | None:
        """Share of the test samples classified correctly, 0..1."""
        return None if self.test_right is None else self.test_right / self.test_samples


def predicted_classes(outputs: Array, threshold: float) -> NDArray[np.int64]:
    """Return the class that each column of outputs predicts.

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
    classes = outputs[0] > threshold if len(outputs) == 1 else np.argmax(outputs, axis=0)
    return np.asarray(classes, dtype=np.int64)


class Evaluator:
    """Runs the program's own forward and loss lines on a fixed set of samples, with an engine's parameters.

    Parameters
    ----------
    engine
        Whose program, parameters and named numbers.
    x, y
        Inputs ``(n_in, m)`` and targets ``(n_L, m)``.
    labels
        Classes ``(m,)``, or None for regression.
    threshold
        As for `predicted_classes`.
    factor
        ``(n_L, 1)``: what targets were multiplied by when they were scaled.
    """

    def __init__(
        self,
        engine: Engine,
        x: Array,
        y: Array,
        labels: NDArray[np.int64] | None,
        threshold: float,
        factor: Array | None = None,
    ) -> None:
        program = engine.program
        self._workspace = Workspace(program, x.shape[1], engine.state, engine.scalars, program.evaluation)
        self._workspace.arrays["X"][...] = x
        self._workspace.arrays["Y"][...] = y
        self._output = self._workspace.arrays[f"A{program.recipe.network.depth}"]
        self._objective = program.objective
        self._labels, self._threshold = labels, threshold
        self._stale = STALE in program.recipe.mistakes
        self._targets, self._factor = y, factor
        self._spread = float(np.square(y - y.mean(axis=1, keepdims=True)).sum()) if labels is None else 0.0

    def run(self) -> tuple[float, float, int | None]:
        """Return the data loss, the loss with penalty, and how many samples are classified correctly."""
        self._workspace.run()
        arrays = self._workspace.arrays
        loss, total = float(arrays["L"][0, 0]), float(arrays[self._objective][0, 0])
        return loss, total, None if self._labels is None else self._right(self._labels)

    def fit(self) -> RegressionFit | None:
        """Return how well a regression fits, as run last; None for classes."""
        if self._labels is not None:
            return None
        with np.errstate(all="ignore"):
            misses = self._output - self._targets
            r_squared = 1.0 - float(np.square(misses).sum()) / self._spread if self._spread else math.nan
            raw = misses if self._factor is None else misses / self._factor
            return RegressionFit(r_squared, math.sqrt(float(np.square(raw).mean())))

    def _right(self, labels: NDArray[np.int64]) -> int:
        # With the mistake `STALE`, the prediction for every sample is that for the last one.
        output = self._output[:, -1:] if self._stale else self._output
        right = predicted_classes(output, self._threshold) == labels
        # An output that is not a number predicts nothing, and must not be right by chance.
        if math.isnan(float(np.add.reduce(self._output, axis=None))):
            right &= ~np.isnan(self._output).any(axis=0)
        return int(np.count_nonzero(right))


WORK = 1e8
"""Multiplications that measuring may take: about 10 ms, as every frame of a run measures."""


COSTLY_WORK = 1e7
"""Multiplications from which measuring is costly: 0.5 to 1 ms."""


class Meter:
    """Measures an engine's parameters on the training and test samples, or on a part of very many.

    Parameters
    ----------
    prepared
        Whose samples.
    engine
        Whose parameters.

    Attributes
    ----------
    last
        The last measurement since the engine began to run, or since `forget`; None when there is none.
    """

    def __init__(self, prepared: Prepared, engine: Engine) -> None:
        self.last: Metrics | None = None
        self._known: tuple[Metrics, dict[str, Array]] | None = None
        self._state = engine.state
        data = prepared.data
        parts = measured_parts(prepared, samples_within(engine.program.recipe.network, WORK))

        def evaluator(part: NDArray[np.intp]) -> Evaluator:
            labels = None if data.labels is None else data.labels[part]
            factor = None if data.scaled_targets is None else data.scaled_targets.factor
            return Evaluator(engine, data.X[:, part], prepared.targets[:, part], labels, prepared.threshold, factor)

        self._train = evaluator(parts[0])
        self._test = evaluator(parts[1]) if len(parts[1]) else None
        counts = len(parts[0]), len(parts[1])
        self._samples = *counts, len(data.train) - counts[0], len(data.test) - counts[1]
        self._work = work_of(engine.program.recipe.network, sum(counts))

    def measure(self, update: int) -> Metrics:
        """Return the losses and accuracies of the present parameters, after `update` updates.

        Where measuring is costly, the last results are returned again for the same parameters: going back by lines of
        an update asks for them at every line, and on `mnist` each measurement takes 3.9 ms.
        """
        if self._known is not None and self._is_present(self._known[1]):
            self.last = replace(self._known[0], update=update)
            return self.last
        train, train_total, train_right = self._train.run()
        test, _, test_right = self._test.run() if self._test is not None else (None, None, None)
        fits = self._train.fit(), None if self._test is None else self._test.fit()
        self.last = Metrics(
            update, train, train_total, test, train_right, test_right, *self._samples, self._work, *fits
        )
        if self._work >= COSTLY_WORK:
            self._known = self.last, {name: array.copy() for name, array in self._state.items()}
        return self.last

    def _is_present(self, state: Mapping[str, Array]) -> bool:
        """Return whether the engine's state equals an earlier one; one that is not finite never does."""
        return all(np.array_equal(array, self._state[name]) for name, array in state.items())

    def forget(self) -> None:
        """Forget the last measurement: the parameters have been changed other than by running on."""
        self.last = None


def measured_parts(prepared: Prepared, most: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the training and the test samples that are measured, ascending: all of them, or about `most`.

    The choice depends only on the samples and the scenario's seed, so that measurements can be compared.
    """
    data = prepared.data
    share = min(1.0, max(most, 1) / data.n_samples)
    rng = stream(prepared.scenario.seed, Stream.MEASURED)
    train, test = (
        part if share == 1.0 else np.sort(rng.permutation(part)[: math.ceil(share * len(part))])
        for part in (data.train, data.test)
    )
    return train, test
