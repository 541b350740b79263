"""The network's outputs for many samples at once, or for inputs that are no sample, and the answers that these are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.data import DataSet
from nnviz.model.data.scaling import scaled
from nnviz.model.engine.metrics import predicted_classes
from nnviz.model.errors import ModelError
from nnviz.model.prediction.forward import ForwardPass
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_CHUNK = 1000
"""Samples that are run together: more would only take more memory."""


def outputs_of(snapshot: Snapshot, x: NDArray[np.floating]) -> Array:
    """Return the outputs ``(n_L, m)`` for inputs ``(n_in, m)``, with the present parameters."""
    outputs = np.empty((snapshot.network.output.units, x.shape[1]))
    name = f"A{snapshot.network.depth}"
    forward: ForwardPass | None = None
    for begin in range(0, x.shape[1], _CHUNK):
        part = x[:, begin : begin + _CHUNK]
        if forward is None or forward.m != part.shape[1]:
            forward = ForwardPass(snapshot.program_run, part.shape[1])
        outputs[:, begin : begin + part.shape[1]] = forward.run(snapshot.values, part)[name]
    return outputs


def answers_of(snapshot: Snapshot, outputs: Array) -> NDArray[np.int64]:
    """Return the class that each column of outputs ``(n_L, m)`` predicts; −1 where one is not a number."""
    classes = predicted_classes(outputs, snapshot.threshold)
    classes[np.isnan(outputs).any(axis=0)] = -1
    return classes


def raw_outputs(data: DataSet, outputs: Array) -> Array:
    """Return outputs of a regression in the units of the targets before scaling."""
    return outputs if data.scaled_targets is None else data.scaled_targets.undone(outputs)


def inputs_of(data: DataSet, raw: NDArray[np.floating]) -> Array:
    """Return the network's inputs ``(n_in, m)`` for values as they are before scaling.

    Parameters
    ----------
    data
        Whose scaling and features are used.
    raw
        ``(n, m)``.

    Raises
    ------
    ModelError
        If there are more or fewer values than a sample has.
    """
    if len(raw) != len(data.raw):
        found = filled(QT_TRANSLATE_NOOP("model", "{count} numbers"), count=len(raw))
        accepted = filled(QT_TRANSLATE_NOOP("model", "{count}, one for each input"), count=len(data.raw))
        raise ModelError(QT_TRANSLATE_NOOP("model", "an input for the network"), "", found, accepted)
    how = data.scaled
    places = raw if how is None else scaled(raw, how.offset, how.factor)
    return np.asarray(data.inputs_at(places), dtype=np.float64)
