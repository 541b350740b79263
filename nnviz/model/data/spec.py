"""Which samples a scenario has: made by a data set of the registry, or written out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

import numpy as np
from annotated_types import Ge, Le
from numpy.typing import NDArray

from nnviz.model.data.dataset import DataSet, split
from nnviz.model.data.kind import Array, Labels
from nnviz.model.data.registry import DATA_SETS
from nnviz.model.errors import ModelError
from nnviz.model.frozen import read_only

ASKED = "the data"


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
    test
        For explicit data: indices of the test samples, instead of `test_share`.
    feature_names
        For explicit data: names of the inputs.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = {"extra": "forbid", "allow_inf_nan": False}

    kind: str = "xor"
    samples: Annotated[int, Ge(2), Le(100_000)] | None = None
    noise: Annotated[float, Ge(0), Le(1)] | None = None
    test_share: Annotated[float, Ge(0), Le(0.9)] = 0.0
    seed: Annotated[int, Ge(0)] | None = None
    inputs: tuple[tuple[float, ...], ...] = ()
    labels: tuple[Annotated[int, Ge(0)], ...] | None = None
    targets: tuple[tuple[float, ...], ...] | None = None
    test: tuple[Annotated[int, Ge(0)], ...] | None = None
    feature_names: tuple[str, ...] | None = None


def build(spec: DataSpec, default_seed: int) -> DataSet:
    """Make the samples.

    Raises
    ------
    ModelError
        If the spec's parts do not fit together; `where` is the field.
    """
    if spec.kind == "explicit":
        return _explicit(spec, default_seed)
    if spec.kind not in DATA_SETS:
        raise ModelError(ASKED, "kind", repr(spec.kind), ", ".join([*DATA_SETS, "explicit"]))
    for field in ("inputs", "labels", "targets", "test", "feature_names"):
        if getattr(spec, field):
            raise ModelError(ASKED, field, f"samples written out, with kind {spec.kind!r}", "kind 'explicit'")
    kind = DATA_SETS[spec.kind]
    samples = kind.default_samples if spec.samples is None else spec.samples
    if kind.fixed_samples and samples != kind.default_samples:
        raise ModelError(ASKED, "samples", str(samples), f"{kind.default_samples}, or nothing")
    seed = default_seed if spec.seed is None else spec.seed
    raw = kind.make(samples, kind.default_noise if spec.noise is None else spec.noise, seed)
    names = ("x",) if kind.n_inputs == 1 else tuple(f"x{i + 1}" for i in range(kind.n_inputs))
    parts = split(samples, spec.test_share, seed)
    return _data_set(raw.X, raw.labels, raw.targets, kind.n_classes, names, parts)


def _explicit(spec: DataSpec, default_seed: int) -> DataSet:
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
        labels = np.array(spec.labels, dtype=np.int64)
    else:
        assert spec.targets is not None  # one of the two is there
        _same_length("targets", len(spec.targets), m)
        targets = _table("targets", spec.targets)
    names = spec.feature_names or tuple(f"x{i + 1}" for i in range(len(x)))
    if len(names) != len(x):
        raise ModelError(ASKED, "feature_names", f"{len(names)} names", f"{len(x)}, one for each input")
    n_classes = 0 if labels is None else max(2, int(labels.max()) + 1)
    seed = default_seed if spec.seed is None else spec.seed
    parts = split(m, spec.test_share, seed) if spec.test is None else _parts(spec.test, m)
    return _data_set(x, labels, targets, n_classes, names, parts)


def _parts(test: tuple[int, ...], m: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    outside = [index for index in test if index >= m]
    if outside or len(set(test)) >= m:
        found = f"sample {outside[0]}" if outside else "all samples"
        raise ModelError(ASKED, "test", found, f"indices below {m}, leaving one sample for training")
    is_test = np.zeros(m, dtype=bool)
    is_test[list(test)] = True
    return read_only(np.flatnonzero(~is_test)), read_only(np.flatnonzero(is_test))


def _table(field: str, rows: tuple[tuple[float, ...], ...]) -> Array:
    """Give rows of equal length as columns."""
    for number, row in enumerate(rows):
        if len(row) != len(rows[0]) or not row:
            raise ModelError(ASKED, f"{field}[{number}]", f"{len(row)} numbers", f"{max(len(rows[0]), 1)}, as in the first row")
    return np.array(rows, dtype=np.float64).T.copy()


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
