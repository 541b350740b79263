"""Which samples a scenario has: made by a data set of the registry, or written out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Annotated, ClassVar

import numpy as np
from annotated_types import Ge, Le
from numpy.typing import NDArray

from nnviz.model.data.dataset import DataSet, parted, split
from nnviz.model.data.kind import NOISE_RANGE, SAMPLES_RANGE, Array, DataKind, Labels
from nnviz.model.data.registry import DATA_SETS
from nnviz.model.errors import ModelError
from nnviz.model.seeds import Seed, checked_seed

ASKED = "the data"
TEST_SHARE_RANGE = (0.0, 0.9)

EXPLICIT = ("inputs", "labels", "targets", "n_classes", "test", "feature_names")
"""The fields that only samples written out have."""


@dataclass(frozen=True)
class DataSpec:
    """A scenario's samples.

    Attributes
    ----------
    kind
        A name of `DATA_SETS`, or ``"explicit"``.
    samples, noise
        How many, and how noisy; the data set's own defaults when None.
    test_share
        Share of the samples that is kept for testing.
    seed
        Seed of the samples and of the split; the scenario's when None.
    inputs
        For explicit data: a row per sample, as people write them.
    labels, targets
        For explicit data: the class of each sample, or a row of targets per sample; one of the two.
    n_classes
        For explicit data: how many classes there are; as many as the labels need (two at least) when None.
    test
        For explicit data: indices of the test samples, instead of `test_share`.
    feature_names
        For explicit data: names of the inputs.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = {"extra": "forbid", "allow_inf_nan": False}

    kind: str = "xor"
    samples: Annotated[int, Ge(SAMPLES_RANGE[0]), Le(SAMPLES_RANGE[1])] | None = None
    noise: Annotated[float, Ge(NOISE_RANGE[0]), Le(NOISE_RANGE[1])] | None = None
    test_share: Annotated[float, Ge(TEST_SHARE_RANGE[0]), Le(TEST_SHARE_RANGE[1])] = 0.0
    seed: Seed | None = None
    inputs: tuple[tuple[float, ...], ...] = ()
    labels: tuple[Annotated[int, Ge(0)], ...] | None = None
    targets: tuple[tuple[float, ...], ...] | None = None
    n_classes: Annotated[int, Ge(2)] | None = None
    test: tuple[Annotated[int, Ge(0)], ...] | None = None
    feature_names: tuple[str, ...] | None = None


def build(spec: DataSpec, default_seed: int) -> DataSet:
    """Make the samples.

    Raises
    ------
    ModelError
        If the spec's parts do not fit together; `where` is the field.
    """
    seed = checked_seed(ASKED, default_seed if spec.seed is None else spec.seed)
    _within("test_share", spec.test_share, TEST_SHARE_RANGE)
    if spec.kind == "explicit":
        return _explicit(spec, seed)
    if spec.kind not in DATA_SETS:
        raise ModelError(ASKED, "kind", repr(spec.kind), ", ".join([*DATA_SETS, "explicit"]))
    _only(spec, ("kind", "samples", "noise", "test_share", "seed"))
    return _made(DATA_SETS[spec.kind], spec, seed)


def _made(kind: DataKind, spec: DataSpec, seed: int) -> DataSet:
    samples = kind.default_samples if spec.samples is None else spec.samples
    noise = kind.default_noise if spec.noise is None else spec.noise
    if kind.fixed_samples and samples != kind.default_samples:
        raise ModelError(ASKED, "samples", str(samples), f"{kind.default_samples}, or nothing")
    _within("samples", samples, kind.samples_range)
    _within("noise", noise, kind.noise_range)
    raw = kind.make(samples, noise, seed)
    parts = split(samples, spec.test_share, seed)
    return _data_set(raw.X, raw.labels, raw.targets, kind.n_classes, kind.feature_names, parts)


def _explicit(spec: DataSpec, seed: int) -> DataSet:
    _only(spec, ("kind", "test_share", "seed", *EXPLICIT))
    m = len(spec.inputs)
    if m == 0:
        raise ModelError(ASKED, "inputs", "no samples", "a row of numbers for each sample")
    x = _table("inputs", spec.inputs)
    if (spec.labels is None) == (spec.targets is None):
        found = "both" if spec.labels is not None else "neither"
        raise ModelError(ASKED, "labels, targets", found, "one of the two")
    labels = targets = None
    if spec.labels is not None:
        _same_length("labels", len(spec.labels), m)
        _classes(spec.labels, spec.n_classes)
        labels = np.array(spec.labels, dtype=np.int64)
    else:
        assert spec.targets is not None  # one of the two is there
        _same_length("targets", len(spec.targets), m)
        targets = _table("targets", spec.targets)
    names = spec.feature_names or tuple(f"x{i + 1}" for i in range(len(x)))
    if len(names) != len(x):
        raise ModelError(ASKED, "feature_names", f"{len(names)} names", f"{len(x)}, one for each input")
    n_classes = 0 if labels is None else spec.n_classes or max(2, int(labels.max()) + 1)
    if spec.test is not None and spec.test_share:
        raise ModelError(ASKED, "test_share", f"{spec.test_share} beside the test samples' indices", "one of the two")
    parts = split(m, spec.test_share, seed) if spec.test is None else _parts(spec.test, m)
    return _data_set(x, labels, targets, n_classes, names, parts)


def _parts(test: tuple[int, ...], m: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    outside = [index for index in test if not 0 <= index < m]
    if outside or len(set(test)) >= m:
        found = f"sample {outside[0]}" if outside else "all samples"
        raise ModelError(ASKED, "test", found, f"indices below {m}, leaving one sample for training")
    return parted(m, np.array(test, dtype=np.intp))


def _table(field: str, rows: tuple[tuple[float, ...], ...]) -> Array:
    """Give rows of equal length as columns."""
    for number, row in enumerate(rows):
        if len(row) != len(rows[0]) or not row:
            accepted = f"{max(len(rows[0]), 1)}, as in the first row"
            raise ModelError(ASKED, f"{field}[{number}]", f"{len(row)} numbers", accepted)
    table = np.array(rows, dtype=np.float64)
    if not np.isfinite(table).all():
        number, column = np.argwhere(~np.isfinite(table))[0]
        raise ModelError(ASKED, f"{field}[{number}][{column}]", str(table[number, column]), "finite numbers")
    return table.T.copy()


def _classes(labels: tuple[int, ...], n_classes: int | None) -> None:
    for number, label in enumerate(labels):
        if label < 0 or (n_classes is not None and label >= n_classes):
            accepted = "classes from 0" + ("" if n_classes is None else f" to {n_classes - 1}")
            raise ModelError(ASKED, f"labels[{number}]", str(label), accepted)


def _within(field: str, value: float, accepted: tuple[float, float]) -> None:
    low, high = accepted
    if not low <= value <= high:
        raise ModelError(ASKED, field, str(value), f"{low} to {high}")


def _only(spec: DataSpec, accepted: tuple[str, ...]) -> None:
    """Refuse a field that would be without effect for this kind of data."""
    for field in fields(spec):
        if field.name not in accepted and getattr(spec, field.name) != field.default:
            wanted = "kind 'explicit'" if field.name in EXPLICIT else "a data set that can be made"
            raise ModelError(ASKED, field.name, f"given, with kind {spec.kind!r}", f"{wanted}, or nothing")


def _same_length(field: str, found: int, accepted: int) -> None:
    if found != accepted:
        raise ModelError(ASKED, field, f"{found} of them", f"{accepted}, one for each sample")


def _data_set(
    x: Array,
    labels: Labels | None,
    targets: Array | None,
    n_classes: int,
    names: tuple[str, ...],
    parts: tuple[NDArray[np.intp], NDArray[np.intp]],
) -> DataSet:
    for array in (x, labels, targets):
        if array is not None:
            array.flags.writeable = False
    return DataSet(x, labels, targets, n_classes, names, *parts)
