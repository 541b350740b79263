"""Edits of samples: each returns the samples written out, ready for a scenario."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from nnviz.model.data.dataset import DataSet
from nnviz.model.data.spec import ASKED, EXPLICIT, DataSpec
from nnviz.model.errors import ModelError
from nnviz.model.text.numbers import format_count
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

T = TypeVar("T")


MOST = 200_000
"""Most numbers that are written out: a scenario with more of them would be slow to read and to write."""


def as_explicit(data: DataSet) -> DataSpec:
    """Write all samples out; building the result restores them bit by bit.

    Inputs and targets that were scaled are written as they were before, with the numbers that they were scaled by, so
    that changing one sample moves no other.

    Raises
    ------
    ModelError
        If there are too many.
    """
    if data.X.size > MOST:
        found = filled(QT_TRANSLATE_NOOP("model", "{count} numbers"), count=format_count(data.X.size))
        accepted = filled(QT_TRANSLATE_NOOP("model", "at most {count}"), count=format_count(MOST))
        raise ModelError(QT_TRANSLATE_NOOP("model", "to write the samples out one by one"), "", found, accepted)
    how, of_targets = data.scaled, data.scaled_targets
    numbered = data.class_names == tuple(map(str, range(data.n_classes)))
    return DataSpec(
        kind=EXPLICIT,
        inputs=_rows(data.raw),
        labels=None if data.labels is None else tuple(int(label) for label in data.labels),
        targets=None if data.targets is None else _rows(data.targets if of_targets is None else of_targets.raw),
        n_classes=None if data.labels is None else data.n_classes,
        test=tuple(int(index) for index in data.test),
        feature_names=data.place_names,
        class_names=None if numbered else data.class_names,
        image_shape=data.image_shape,
        scaling=None if how is None else "given",
        offset=None if how is None else tuple(how.offset[:, 0].tolist()),
        factor=None if how is None else tuple(how.factor[:, 0].tolist()),
        features=data.features,
        target_scaling=None if of_targets is None else "given",
        target_offset=None if of_targets is None else tuple(of_targets.offset[:, 0].tolist()),
        target_factor=None if of_targets is None else tuple(of_targets.factor[:, 0].tolist()),
    )


def with_sample_added(data: DataSet, x: Sequence[float], answer: int | Sequence[float]) -> DataSpec:
    """Add a training sample at the end; `answer` is its class or its targets, `x` its place."""
    spec = as_explicit(data)
    spec = replace(spec, inputs=(*spec.inputs, _row(data, x)))
    if isinstance(answer, int | np.integer):
        return _with_labels(spec, (*_labels(spec), int(answer)))
    return replace(spec, targets=(*_targets(spec), _target_row(data, answer)))


def with_samples_added(data: DataSet, places: Sequence[Sequence[float]], label: int) -> DataSpec:
    """Add training samples of one class at the end."""
    spec = as_explicit(data)
    spec = replace(spec, inputs=(*spec.inputs, *(_row(data, place) for place in places)))
    return _with_labels(spec, (*_labels(spec), *(int(label) for _ in places)))


def with_sample_moved(data: DataSet, index: int, x: Sequence[float]) -> DataSpec:
    """Move a sample to another place."""
    spec = as_explicit(data)
    return replace(spec, inputs=_with(spec.inputs, _checked(data, index), _row(data, x)))


def with_sample_relabelled(data: DataSet, index: int, answer: int | Sequence[float]) -> DataSpec:
    """Change a sample's class, or its targets."""
    spec = as_explicit(data)
    _checked(data, index)
    if isinstance(answer, int | np.integer):
        return _with_labels(spec, _with(_labels(spec), index, int(answer)))
    return replace(spec, targets=_with(_targets(spec), index, _target_row(data, answer)))


def with_cell_changed(data: DataSet, index: int, column: int, value: float) -> DataSpec:
    """Change one input of a sample, or one target, which come after the inputs; both as they are before scaling."""
    spec, n_inputs = as_explicit(data), len(data.raw)
    _checked(data, index)
    if column < n_inputs:
        row = _with(spec.inputs[index], column, float(value))
        return replace(spec, inputs=_with(spec.inputs, index, row))
    targets = _targets(spec)
    return replace(spec, targets=_with(targets, index, _with(targets[index], column - n_inputs, float(value))))


def with_sample_removed(data: DataSet, index: int) -> DataSpec:
    """Remove a sample.

    Raises
    ------
    ModelError
        If it is the last training sample.
    """
    spec = as_explicit(data)
    if _checked(data, index) in data.train and len(data.train) == 1:
        found = QT_TRANSLATE_NOOP("model", "the last training sample")
        raise ModelError("removing the sample", "", found, "a sample while other training samples remain")
    test = () if spec.test is None else tuple(i - (i > index) for i in spec.test if i != index)
    return replace(
        spec,
        inputs=_without(spec.inputs, index),
        labels=None if spec.labels is None else _without(spec.labels, index),
        targets=None if spec.targets is None else _without(spec.targets, index),
        test=test,
    )


def _rows(columns: NDArray[Any]) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(row) for row in columns.T.astype(np.float64).tolist())


def _checked(data: DataSet, index: int) -> int:
    if not 0 <= index < data.n_samples:
        raise ModelError(ASKED, "", f"sample {index}", f"0 to {data.n_samples - 1}")
    return index


def _row(data: DataSet, x: Sequence[float]) -> tuple[float, ...]:
    if len(x) != len(data.places):
        raise ModelError(ASKED, "inputs", f"{len(x)} numbers", f"{len(data.places)}, one for each input")
    raw = x if data.scaled is None else data.scaled.undone(np.array(x, dtype=np.float64)[:, np.newaxis])[:, 0]
    return tuple(map(float, raw))


def _target_row(data: DataSet, targets: Sequence[float]) -> tuple[float, ...]:
    how = data.scaled_targets
    raw = targets if how is None else how.undone(np.array(targets, dtype=np.float64)[:, np.newaxis])[:, 0]
    return tuple(map(float, raw))


def _with_labels(spec: DataSpec, labels: tuple[int, ...]) -> DataSpec:
    """Set the labels; a new class raises the number of classes, and none disappears with its last sample."""
    return replace(spec, labels=labels, n_classes=max(spec.n_classes or 2, max(labels) + 1))


def _labels(spec: DataSpec) -> tuple[int, ...]:
    if spec.labels is None:
        raise ModelError(ASKED, "labels", "a class, for samples that have targets", "targets")
    return spec.labels


def _targets(spec: DataSpec) -> tuple[tuple[float, ...], ...]:
    if spec.targets is None:
        raise ModelError(ASKED, "targets", "targets, for samples that have classes", "a class")
    return spec.targets


def _with(items: tuple[T, ...], index: int, item: T) -> tuple[T, ...]:
    return (*items[:index], item, *items[index + 1 :])


def _without(items: tuple[T, ...], index: int) -> tuple[T, ...]:
    return (*items[:index], *items[index + 1 :])
