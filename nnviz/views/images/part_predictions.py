"""The predictions of the network, with its current parameters, for the training or the test samples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.data import DataSet
from nnviz.model.engine.cost import samples_within
from nnviz.model.engine.metrics import predicted_classes
from nnviz.model.prediction.forward import ForwardPass
from nnviz.model.program.program import Program
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.plots.predictions.predictor import Predictions

Part = Literal["test", "train"]

_WORK_WHILE_RUNNING: Final = 5e7
_WORK_OF_A_PAUSE: Final = 3e8
_FEWEST: Final = 200
_CHUNK: Final = 1000
"""Samples that are run together: more would only take more memory."""


@dataclass(frozen=True, eq=False)
class PartPredictions:
    """The network's predictions for one part of the data.

    Attributes
    ----------
    part
        Which samples.
    predictions
        The samples that were run, taken evenly from the part, and their outputs.
    classes
        ``(k,)`` the predicted class of each; empty for regression.
    """

    part: Part
    predictions: Predictions
    classes: NDArray[np.int64]

    @property
    def wrong(self) -> NDArray[np.intp]:
        """Indices into the data of the misclassified samples."""
        return self.predictions.samples[self.predictions.wrong]

    def class_of(self, sample: int) -> int | None:
        """Return the predicted class of a sample; None when it was not run."""
        place = self.predictions.place_of(sample)
        return None if place is None or not len(self.classes) else int(self.classes[place])


class PartPredictor:
    """Computes `PartPredictions`, in arrays that are reused; returns the same object while nothing has changed."""

    def __init__(self) -> None:
        self._program: Program | None = None
        self._passes: dict[int, ForwardPass] = {}
        self._of: tuple[DataSet, Part, int, dict[str, Array]] | None = None
        self._predicted: PartPredictions | None = None

    def run(self, snapshot: Snapshot, part: Part, *, running: bool) -> PartPredictions:
        """Run as many samples as time allows."""
        data, program = snapshot.data, snapshot.program_run
        if self._program is not program:
            self._program, self._passes, self._predicted = program, {}, None
        of = data.test if part == "test" else data.train
        work = _WORK_WHILE_RUNNING if running else _WORK_OF_A_PAUSE
        most = max(samples_within(snapshot.network, work), _FEWEST)
        if self._predicted is not None and self._holds(snapshot, part, most):
            return self._predicted
        self._of = data, part, most, dict(snapshot.parameters)
        samples = of if len(of) <= most else of[np.linspace(0, len(of) - 1, most).astype(np.intp)]
        outputs = self._outputs(snapshot, samples)
        wrong = np.zeros(len(samples), np.bool_)
        classes = np.zeros(0, np.int64)
        if data.labels is not None:
            classes = predicted_classes(outputs, snapshot.threshold)
            wrong = np.isnan(outputs).any(axis=0) | (classes != data.labels[samples])
        is_test = np.full(len(samples), part == "test")
        self._predicted = PartPredictions(part, Predictions(samples, len(of), is_test, outputs, wrong), classes)
        return self._predicted

    def _holds(self, snapshot: Snapshot, part: Part, most: int) -> bool:
        """Return whether the last predictions are still valid: most lines of an update change no parameter."""
        assert self._of is not None  # set with the predictions
        data, *asked, parameters = self._of
        same = data is snapshot.data and asked == [part, most]
        return same and all(np.array_equal(parameters[name], now) for name, now in snapshot.parameters.items())

    def _outputs(self, snapshot: Snapshot, samples: NDArray[np.intp]) -> Array:
        name = f"A{snapshot.network.depth}"
        outputs = np.empty((snapshot.network.output.units, len(samples)))
        for begin in range(0, len(samples), _CHUNK):
            chunk = samples[begin : begin + _CHUNK]
            forward = self._passes.get(len(chunk))
            if forward is None:
                forward = self._passes[len(chunk)] = ForwardPass(snapshot.program_run, len(chunk))
            outputs[:, begin : begin + len(chunk)] = forward.run(snapshot.values, snapshot.data.X[:, chunk])[name]
        return outputs
