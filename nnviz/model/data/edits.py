"""Changing samples by hand: each edit gives the samples written out, ready for a scenario."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np

from nnviz.model.data.dataset import DataSet
from nnviz.model.data.spec import ASKED, DataSpec
from nnviz.model.errors import ModelError
from nnviz.model.words import QT_TRANSLATE_NOOP

T = TypeVar("T")


def as_explicit(data: DataSet) -> DataSpec:
    """Write all samples out; building the result gives them back to the last bit."""
    return DataSpec(
        kind="explicit",
        inputs=_rows(data.X),
        labels=None if data.labels is None else tuple(int(label) for label in data.labels),
        targets=None if data.targets is None else _rows(data.targets),
        n_classes=None if data.labels is None else data.n_classes,
        test=tuple(int(index) for index in data.test),
        feature_names=data.feature_names,
    )


def with_sample_added(data: DataSet, x: Sequence[float], answer: int | Sequence[float]) -> DataSpec:
    """Add a training sample at the end; `answer` is its class, or its targets."""
    spec = as_explicit(data)
    spec = replace(spec, inputs=(*spec.inputs, _row(data, x)))
    if isinstance(answer, int | np.integer):
        return _with_labels(spec, (*_labels(spec), int(answer)))
    return replace(spec, targets=(*_targets(spec), tuple(map(float, answer))))


def with_sample_moved(data: DataSet, index: int, x: Sequence[float]) -> DataSpec:
    """Move a sample to other inputs."""
    spec = as_explicit(data)
    return replace(spec, inputs=_with(spec.inputs, _checked(data, index), _row(data, x)))


def with_sample_relabelled(data: DataSet, index: int, answer: int | Sequence[float]) -> DataSpec:
    """Give a sample another class, or other targets."""
    spec = as_explicit(data)
    _checked(data, index)
    if isinstance(answer, int | np.integer):
        return _with_labels(spec, _with(_labels(spec), index, int(answer)))
    return replace(spec, targets=_with(_targets(spec), index, tuple(map(float, answer))))


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
        raise ModelError("removing the sample", "", found, "a sample beside which others remain")
    test = () if spec.test is None else tuple(i - (i > index) for i in spec.test if i != index)
    return replace(
        spec,
        inputs=_without(spec.inputs, index),
        labels=None if spec.labels is None else _without(spec.labels, index),
        targets=None if spec.targets is None else _without(spec.targets, index),
        test=test,
    )


def _rows(columns: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(row) for row in columns.T.tolist())


def _checked(data: DataSet, index: int) -> int:
    if not 0 <= index < data.n_samples:
        raise ModelError(ASKED, "", f"sample {index}", f"0 to {data.n_samples - 1}")
    return index


def _row(data: DataSet, x: Sequence[float]) -> tuple[float, ...]:
    if len(x) != len(data.X):
        raise ModelError(ASKED, "inputs", f"{len(x)} numbers", f"{len(data.X)}, one for each input")
    return tuple(map(float, x))


def _with_labels(spec: DataSpec, labels: tuple[int, ...]) -> DataSpec:
    """Put labels in; a class that was not there before makes one more, and none goes away with its last sample."""
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
