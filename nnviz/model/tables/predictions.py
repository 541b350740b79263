"""The network's answer for every sample as CSV, and how often each class is taken for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.engine.metrics import predicted_classes
from nnviz.model.errors import ModelError
from nnviz.model.prediction.forward import ForwardPass
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.tables.csv_text import csv_text
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_MOST: Final = 4096
"""Samples that are computed at a time."""


def predictions_csv(snapshot: Snapshot) -> str:
    """Return a row for each sample: its part, its inputs before scaling, what it is, and what the network answers."""
    data, outputs = snapshot.data, _outputs(snapshot)
    names = [f"output {number + 1}" for number in range(len(outputs))]
    in_test = np.zeros(data.n_samples, dtype=bool)
    in_test[data.test] = True
    columns: dict[str, list[Any]] = {
        "sample": list(range(1, data.n_samples + 1)),
        "part": np.where(in_test, "test", "training").tolist(),
    }
    columns |= {name: row.tolist() for name, row in zip(data.place_names, data.raw, strict=True)}
    if data.labels is not None:
        answers = predicted_classes(outputs, snapshot.threshold)
        columns["class"] = [_class(snapshot, number) for number in data.labels]
        columns["answer"] = [_class(snapshot, number) for number in answers]
        columns["right"] = (answers == data.labels).astype(int).tolist()
    else:
        columns |= {f"target {number + 1}": row.tolist() for number, row in enumerate(snapshot.targets)}
    columns |= {name: row.tolist() for name, row in zip(names, outputs, strict=True)}
    return csv_text(list(columns), zip(*columns.values(), strict=True))


def confusion_csv(snapshot: Snapshot) -> str:
    """Return how often each class (rows) is taken for each (columns), over all samples.

    Raises
    ------
    ModelError
        If the samples have no classes.
    """
    data = snapshot.data
    if data.labels is None:
        asked = QT_TRANSLATE_NOOP("model", "a confusion table")
        found = QT_TRANSLATE_NOOP("model", "samples with numbers as targets")
        raise ModelError(asked, "", found, QT_TRANSLATE_NOOP("model", "samples with classes"))
    answers = predicted_classes(_outputs(snapshot), snapshot.threshold)
    counts = np.zeros((data.n_classes, data.n_classes), dtype=int)
    np.add.at(counts, (data.labels, answers), 1)
    names = [_class(snapshot, number) for number in range(data.n_classes)]
    return csv_text(["class", *names], ([name, *row] for name, row in zip(names, counts.tolist(), strict=True)))


def _outputs(snapshot: Snapshot) -> Array:
    """Return the outputs for all samples, (n_L, m)."""
    x, last = snapshot.data.X, f"A{snapshot.network.depth}"
    parts = [np.array(arrays[last]) for arrays in _passes(snapshot, x)]
    return np.concatenate(parts, axis=1)


def _passes(snapshot: Snapshot, x: Array) -> Iterator[Mapping[str, Array]]:
    for begin in range(0, x.shape[1], _MOST):
        part = x[:, begin : begin + _MOST]
        yield ForwardPass(snapshot.program_run, part.shape[1]).run(snapshot.values, part)


def _class(snapshot: Snapshot, number: int) -> str:
    names = snapshot.data.class_names
    return names[number] if number < len(names) else str(number)
