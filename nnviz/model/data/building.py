"""Making a scenario's samples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import Any
from weakref import WeakValueDictionary

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.data.data_set_kind import DataKind, names_of_inputs
from nnviz.model.data.dataset import DataSet, parted, split
from nnviz.model.data.files.table import Table
from nnviz.model.data.registry import DATA_SETS
from nnviz.model.data.scaling import Scaled, Scaling, numbers_for, scaled
from nnviz.model.data.spec import ASKED, EXPLICIT, FILE, TEST_SHARE_RANGE, DataSpec
from nnviz.model.errors import ModelError
from nnviz.model.network.input_features import Mapped, check_features, features_of
from nnviz.model.random.seeds import checked_seed
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_ALL = (
    *("kind", "test_share", "seed", "scaling", "divisor", "offset", "factor", "features"),
    *("target_scaling", "target_offset", "target_factor"),
)
_OF_MADE = ("samples", "noise")
_OF_EXPLICIT = ("inputs", "labels", "targets", "n_classes", "test", "feature_names", "class_names", "image_shape")
_OF_FILE = ("file",)

Parts = tuple[NDArray[np.intp], NDArray[np.intp]]
"""Indices of the samples for training, and of those for testing."""

_Key = tuple[DataSpec, int]
_built: WeakValueDictionary[_Key, DataSet] = WeakValueDictionary()
"""Data sets of pictures and of files, while they are in use: they are large, and take long to make."""


def build(spec: DataSpec, default_seed: int) -> DataSet:
    """Make the samples.

    Raises
    ------
    ModelError
        If the spec's parts do not fit together; `where` is the field. Or if its file cannot be read.
    """
    seed = checked_seed(ASKED, default_seed if spec.seed is None else spec.seed)
    _within("test_share", spec.test_share, TEST_SHARE_RANGE)
    if spec.kind == EXPLICIT:
        _only(spec, _OF_EXPLICIT)
        return _explicit(spec, seed)
    if spec.kind == FILE:
        _only(spec, _OF_FILE)
        if spec.file is None:
            raise ModelError(ASKED, "file", "nothing", "a file, for kind 'file'")
        return _built.get((spec, seed)) or _of_file(spec, seed)
    if spec.kind not in DATA_SETS:
        raise ModelError(ASKED, "kind", repr(spec.kind), ", ".join([*DATA_SETS, EXPLICIT, FILE]))
    _only(spec, _OF_MADE)
    make = partial(_made, DATA_SETS[spec.kind], spec, seed)
    return _shared(spec, seed, make) if takes_long(spec) else make()


def takes_long(spec: DataSpec) -> bool:
    """Return whether making the samples may take noticeably long: pictures, and samples of a file."""
    return spec.file is not None or (spec.kind in DATA_SETS and DATA_SETS[spec.kind].image_shape is not None)


def _shared(spec: DataSpec, seed: int, make: Callable[[], DataSet]) -> DataSet:
    """Return a data set that is in use already, or make it; a file's spec contains the hash of its content."""
    key = spec, seed
    data = _built.get(key)
    if data is None:
        data = replace(make(), remake=partial(_shared, spec, seed, make))
        _built[key] = data
    return data


def _made(kind: DataKind, spec: DataSpec, seed: int) -> DataSet:
    samples = kind.default_samples if spec.samples is None else spec.samples
    noise = kind.default_noise if spec.noise is None else spec.noise
    if kind.fixed_samples and samples != kind.default_samples:
        raise ModelError(ASKED, "samples", str(samples), f"{kind.default_samples}, or nothing")
    _within("samples", samples, kind.samples_range)
    _within("noise", noise, kind.noise_range)
    made = kind.make(samples, noise, seed)
    names = tuple(map(str, range(kind.n_classes)))
    table = Table(made.X.T, made.labels, made.targets, kind.feature_names, names, kind.image_shape)
    if spec.scaling is None and kind.divisor != 1.0:
        spec = replace(spec, scaling="divide", divisor=kind.divisor)
    return _data_set(table, spec, _split_of_made(kind, samples, spec.test_share, seed))


def _split_of_made(kind: DataKind, samples: int, share: float, seed: int) -> Parts:
    if not kind.first_train:
        return split(samples, share, seed)
    n_test = min(round(samples * share), samples - 1)
    return parted(samples, np.arange(samples - n_test, samples))


def _explicit(spec: DataSpec, seed: int) -> DataSet:
    from nnviz.model.data.explicit import explicit_table

    table = explicit_table(spec)
    m = len(table.rows)
    parts = split(m, spec.test_share, seed) if spec.test is None else _parts(spec.test, m)
    return _data_set(table, spec, parts)


def _of_file(spec: DataSpec, seed: int) -> DataSet:
    from nnviz.model.data.files.read import read_file

    assert spec.file is not None  # checked before
    try:
        table = read_file(spec.file)
    except ModelError as error:
        where = f"file {spec.file.path}" + (f", {error.where}" if error.where else "")
        raise ModelError(ASKED, where, error.found, error.accepted) from None
    # They are made again from what was read: the file may have been changed since.
    return _shared(spec, seed, partial(_of_table, table, spec, seed))


def _of_table(table: Table, spec: DataSpec, seed: int) -> DataSet:
    m = len(table.rows)
    if table.test is not None and not spec.test_share:
        return _data_set(table, spec, parted(m, table.test))
    return _data_set(table, spec, split(m, spec.test_share, seed))


def _parts(test: tuple[int, ...], m: int) -> Parts:
    outside = [index for index in test if not 0 <= index < m]
    if outside or len(set(test)) >= m:
        found = f"sample {outside[0]}" if outside else "all samples"
        raise ModelError(ASKED, "test", found, f"indices below {m}, leaving one sample for training")
    return parted(m, np.array(test, dtype=np.intp))


def _data_set(table: Table, spec: DataSpec, parts: Parts) -> DataSet:
    raw = read_only(table.rows).T
    x, how = _scaled(raw, spec, parts[0])
    names = table.feature_names or names_of_inputs(len(raw), table.image_shape)
    mapped = None
    if spec.features is not None:
        check_features(spec.features, len(raw))
        mapped = Mapped(spec.features, x, names)
        x, names = read_only(features_of(spec.features, x)), mapped.names
    targets, of_targets = _scaled_targets(table.targets, spec, parts[0])
    return DataSet(
        x,
        None if table.labels is None else read_only(table.labels),
        targets,
        len(table.class_names),
        names,
        *parts,
        table.class_names,
        table.image_shape if mapped is None else None,
        how,
        mapped,
        of_targets,
    )


def _scaled(raw: NDArray[Any], spec: DataSpec, train: NDArray[np.intp]) -> tuple[Array, Scaled | None]:
    """Return the inputs scaled according to the spec, and how that was done."""
    scaling: Scaling = spec.scaling or "none"
    given = spec.offset, spec.factor
    if scaling == "given":
        if any(numbers is None or len(numbers) != len(raw) for numbers in given) or 0.0 in (spec.factor or ()):
            raise ModelError(ASKED, "offset, factor", "other than that", f"{len(raw)} each, one for each input; not 0")
    elif given != (None, None):
        raise ModelError(ASKED, "offset, factor", f"given, with scaling {scaling!r}", "scaling 'given', or nothing")
    if (scaling == "divide") != (spec.divisor is not None) or spec.divisor == 0.0:
        accepted = "a number other than 0, with scaling 'divide'; else nothing"
        raise ModelError(ASKED, "divisor", str(spec.divisor), accepted)
    if scaling == "none":
        return np.asarray(raw, dtype=np.float64) if raw.dtype == np.float64 else _as_floats(raw), None
    with np.errstate(all="ignore"):
        if scaling == "given":
            offset, factor = (np.array(numbers, dtype=np.float64)[:, np.newaxis] for numbers in given)
        else:
            offset, factor = numbers_for(scaling, raw, train, spec.divisor or 1.0)
        x = scaled(raw, offset, factor)
    _check_finite("scaling", x, factor)
    return x, Scaled(raw, read_only(offset), read_only(factor))


def _scaled_targets(raw: Array | None, spec: DataSpec, train: NDArray[np.intp]) -> tuple[Array | None, Scaled | None]:
    """Return the targets scaled according to the spec, and how that was done."""
    scaling: Scaling = spec.target_scaling or "none"
    if raw is None:
        if scaling != "none":
            raise ModelError(ASKED, "target_scaling", f"{scaling!r}, for classes", "targets, or nothing")
        return None, None
    raw = read_only(raw)
    given = spec.target_offset, spec.target_factor
    if scaling == "given":
        if any(numbers is None or len(numbers) != len(raw) for numbers in given) or 0.0 in (spec.target_factor or ()):
            accepted = f"{len(raw)} each, one for each target; not 0"
            raise ModelError(ASKED, "target_offset, target_factor", "other than that", accepted)
    elif given != (None, None):
        found, accepted = f"given, with target scaling {scaling!r}", "target scaling 'given', or nothing"
        raise ModelError(ASKED, "target_offset, target_factor", found, accepted)
    if scaling == "none":
        return raw, None
    with np.errstate(all="ignore"):
        if scaling == "given":
            offset, factor = (np.array(numbers, dtype=np.float64)[:, np.newaxis] for numbers in given)
        else:
            offset, factor = numbers_for(scaling, raw, train, 1.0)
        targets = np.ascontiguousarray(scaled(raw, offset, factor))
    _check_finite("target_scaling", targets, factor)
    return read_only(targets), Scaled(raw, read_only(offset), read_only(factor))


def _check_finite(field: str, x: Array, factor: Array) -> None:
    if not np.isfinite((x.min(), x.max())).all() or not factor.all():
        found = QT_TRANSLATE_NOOP("model", "numbers too large, or too far apart, for this scaling")
        raise ModelError(ASKED, field, found, QT_TRANSLATE_NOOP("model", "smaller ones, or scaling 'none'"))


def _as_floats(raw: NDArray[Any]) -> Array:
    return read_only(raw.T.astype(np.float64)).T


def _within(field: str, value: float, accepted: tuple[float, float]) -> None:
    low, high = accepted
    if not low <= value <= high:
        raise ModelError(ASKED, field, str(value), f"{low} to {high}")


def _only(spec: DataSpec, own: tuple[str, ...]) -> None:
    """Refuse a field that has no effect for this kind of data."""
    wanted = {_OF_EXPLICIT: "kind 'explicit'", _OF_FILE: "kind 'file'", _OF_MADE: "a data set that can be made"}
    for field in fields(spec):
        if field.name not in (*_ALL, *own) and getattr(spec, field.name) != field.default:
            needs = next((text for names, text in wanted.items() if field.name in names), "another kind")
            raise ModelError(ASKED, field.name, f"given, with kind {spec.kind!r}", f"{needs}, or nothing")
