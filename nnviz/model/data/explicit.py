"""Samples that are written out in a scenario."""

from __future__ import annotations

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.data.files.table import Table
from nnviz.model.data.spec import ASKED, DataSpec
from nnviz.model.errors import ModelError


def explicit_table(spec: DataSpec) -> Table:
    """Return the samples that a spec writes out.

    Raises
    ------
    ModelError
        If its parts do not fit together.
    """
    m = len(spec.inputs)
    if m == 0:
        raise ModelError(ASKED, "inputs", "no samples", "a row of numbers for each sample")
    rows = _table("inputs", spec.inputs)
    n_inputs = rows.shape[1]
    if (spec.labels is None) == (spec.targets is None):
        found = "both" if spec.labels is not None else "neither"
        raise ModelError(ASKED, "labels, targets", found, "one of the two")
    labels = targets = None
    classes: tuple[str, ...] = ()
    if spec.labels is not None:
        _same_length("labels", len(spec.labels), m)
        _check_classes(spec.labels, spec.n_classes)
        labels = np.array(spec.labels, dtype=np.int64)
        classes = _class_names(spec, spec.n_classes or max(2, int(labels.max()) + 1))
    else:
        assert spec.targets is not None  # one of the two is there
        _same_length("targets", len(spec.targets), m)
        targets = np.ascontiguousarray(_table("targets", spec.targets).T)
        if spec.class_names is not None:
            raise ModelError(ASKED, "class_names", "given, together with targets", "labels, or nothing")
    names = spec.feature_names or ()
    if names and len(names) != n_inputs:
        raise ModelError(ASKED, "feature_names", f"{len(names)} names", f"{n_inputs}, one for each input")
    if spec.image_shape is not None and spec.image_shape[0] * spec.image_shape[1] != n_inputs:
        found = "×".join(map(str, spec.image_shape))
        raise ModelError(ASKED, "image_shape", found, f"rows × columns = {n_inputs}, a cell for each input")
    if spec.test is not None and spec.test_share:
        raise ModelError(
            ASKED, "test_share", f"{spec.test_share} together with the test samples' indices", "one of the two"
        )
    return Table(rows, labels, targets, names, classes, spec.image_shape)


def _class_names(spec: DataSpec, n_classes: int) -> tuple[str, ...]:
    """Return a name for each class; a class that was added later has its number."""
    names = spec.class_names or ()
    if len(names) > n_classes:
        raise ModelError(ASKED, "class_names", f"{len(names)} names", f"{n_classes}, one for each class")
    return (*names, *map(str, range(len(names), n_classes)))


def _table(field: str, rows: tuple[tuple[float, ...], ...]) -> Array:
    """Return rows of equal length as an array."""
    for number, row in enumerate(rows):
        if len(row) != len(rows[0]) or not row:
            accepted = f"{max(len(rows[0]), 1)}, as in the first row"
            raise ModelError(ASKED, f"{field}[{number}]", f"{len(row)} numbers", accepted)
    table = np.array(rows, dtype=np.float64)
    if not np.isfinite(table).all():
        number, column = np.argwhere(~np.isfinite(table))[0]
        raise ModelError(ASKED, f"{field}[{number}][{column}]", str(table[number, column]), "finite numbers")
    return table


def _check_classes(labels: tuple[int, ...], n_classes: int | None) -> None:
    for number, label in enumerate(labels):
        if label < 0 or (n_classes is not None and label >= n_classes):
            accepted = "classes from 0" + ("" if n_classes is None else f" to {n_classes - 1}")
            raise ModelError(ASKED, f"labels[{number}]", str(label), accepted)


def _same_length(field: str, found: int, accepted: int) -> None:
    if found != accepted:
        raise ModelError(ASKED, field, f"{found} of them", f"{accepted}, one for each sample")
