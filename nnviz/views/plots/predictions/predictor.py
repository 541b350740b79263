"""The predictions of the network, with its current parameters, for the samples that are drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.data import DataSet
from nnviz.model.engine.cost import samples_within
from nnviz.model.engine.metrics import predicted_classes
from nnviz.model.prediction.forward import ForwardPass
from nnviz.model.session.snapshot import Snapshot

MOST_SAMPLES = 5000
"""Most samples that are drawn: more could not be told apart, and would take longer than a frame."""

_FEWEST_SAMPLES = 100
_WORK_OF_A_FRAME = 4e6
_WORK_OF_A_PAUSE = 1e8


@dataclass(frozen=True, eq=False)
class Predictions:
    """The drawn samples and the network's outputs for them.

    Attributes
    ----------
    samples
        ``(k,)`` indices into the data, ascending.
    of
        How many samples there are; `samples` are taken evenly from them.
    is_test
        ``(k,)`` whether a sample is a test sample.
    outputs
        ``(n_L, k)``.
    wrong
        ``(k,)`` whether a sample is misclassified; all False for regression.
    """

    samples: NDArray[np.intp]
    of: int
    is_test: NDArray[np.bool_]
    outputs: Array
    wrong: NDArray[np.bool_]

    @property
    def is_partial(self) -> bool:
        """Whether not all samples are drawn."""
        return len(self.samples) < self.of

    def place_of(self, sample: int) -> int | None:
        """Return the index of a sample in `samples`, or None when it is not drawn."""
        place = int(np.searchsorted(self.samples, sample))
        return place if place < len(self.samples) and self.samples[place] == sample else None

    def neighbour(self, sample: int | None, step: int) -> int:
        """Return the drawn sample `step` places after a sample, around the ends; the first one after none."""
        if sample is None:
            return int(self.samples[0])
        place = int(np.searchsorted(self.samples, sample))
        if self.place_of(sample) is None and step > 0:
            place -= 1
        return int(self.samples[(place + step) % len(self.samples)])


class Predictor:
    """Computes `Predictions`, in arrays that are reused from snapshot to snapshot."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._samples: NDArray[np.intp] = np.zeros(0, np.intp)
        self._is_test: NDArray[np.bool_] = np.zeros(0, np.bool_)
        self._of = 0

    def run(self, snapshot: Snapshot, with_test: bool, running: bool, chosen: int | None) -> Predictions:
        """Run as many samples as the time of a frame (longer while paused) allows, and the chosen one."""
        data, network = snapshot.data, snapshot.network
        affordable = samples_within(network, _WORK_OF_A_FRAME if running else _WORK_OF_A_PAUSE)
        most = min(max(affordable, _FEWEST_SAMPLES), MOST_SAMPLES)
        # The key holds the data and the program themselves, not their ids: an id may be reused.
        key = (data, snapshot.program_run, with_test, most, chosen if data.n_samples > most else None)
        if self._key[2:] != key[2:] or any(old is not new for old, new in zip(self._key[:2], key[:2], strict=True)):
            self._choose(data, with_test, most, chosen)
            self._forward = ForwardPass(snapshot.program_run, len(self._samples))
            self._x = data.X[:, self._samples]
            self._key = key
        with np.errstate(all="ignore"):
            outputs = self._forward.run(snapshot.values, self._x)[f"A{network.depth}"].copy()
        if data.labels is None:
            wrong = np.zeros(len(self._samples), np.bool_)
        else:
            no_answer = np.isnan(outputs).any(axis=0)
            wrong = no_answer | (predicted_classes(outputs, snapshot.threshold) != data.labels[self._samples])
        return Predictions(self._samples, self._of, self._is_test, outputs, wrong)

    def _choose(self, data: DataSet, with_test: bool, most: int, chosen: int | None) -> None:
        is_test = np.zeros(data.X.shape[1], np.bool_)
        is_test[data.test] = True
        there = np.arange(len(is_test)) if with_test else np.flatnonzero(~is_test)
        self._of = len(there)
        if self._of > most:
            taken = np.zeros(len(is_test), np.bool_)
            taken[there[np.linspace(0, self._of - 1, most).astype(np.intp)]] = True
            if chosen is not None:
                taken[chosen] = with_test or not is_test[chosen]
            there = np.flatnonzero(taken)
        self._samples, self._is_test = there, is_test[there]
