"""Samples that have been made: inputs, classes or targets, and which of them are for training."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.data.data_set_kind import Labels, Task
from nnviz.model.data.scaling import Scaled
from nnviz.model.errors import ModelError
from nnviz.model.network.input_features import Mapped, features_of
from nnviz.model.random.seeds import Stream, stream

Encoding = Literal["zero-one", "plus-minus-one"]


@dataclass(frozen=True, eq=False)
class DataSet:
    """Samples, every array read-only.

    Attributes
    ----------
    X
        ``(n_in, m)`` inputs, a column a sample.
    labels
        ``(m,)`` classes from 0; None for regression.
    targets
        ``(n_out, m)`` numbers that outputs should have; None for classification.
    n_classes
        How many classes there are; 0 for regression.
    feature_names
        Names of the inputs.
    train, test
        Indices of the samples, ascending.
    class_names
        Names of the classes; empty for regression.
    image_shape
        Rows and columns of the picture that a sample's inputs are, row after row; None where they are none.
    scaled
        How the inputs were scaled, and what they were before; None where they were not scaled.
    mapped
        The places of the samples, of which X was computed; None where X is the places.
    scaled_targets
        How the targets were scaled, and what they were before; None where they were not scaled.
    remake
        Makes the same samples again, bit by bit; None where they are few, and are stored instead.
    """

    X: Array
    labels: Labels | None
    targets: Array | None
    n_classes: int
    feature_names: tuple[str, ...]
    train: NDArray[np.intp]
    test: NDArray[np.intp]
    class_names: tuple[str, ...] = ()
    image_shape: tuple[int, int] | None = None
    scaled: Scaled | None = None
    mapped: Mapped | None = None
    scaled_targets: Scaled | None = None
    remake: Callable[[], DataSet] | None = field(default=None, repr=False)
    _written: dict[tuple[int, Encoding], Array] = field(default_factory=dict, init=False, repr=False)

    @property
    def raw(self) -> NDArray[Any]:
        """The places ``(n, m)`` before they were scaled, read-only; themselves where they were not."""
        return self.places if self.scaled is None else self.scaled.raw

    @property
    def places(self) -> Array:
        """The places of the samples, ``(n, m)``, read-only: X, or what its features were computed from."""
        return self.X if self.mapped is None else self.mapped.places

    @property
    def place_names(self) -> tuple[str, ...]:
        """Names of the axes that the samples are drawn on."""
        return self.feature_names if self.mapped is None else self.mapped.place_names

    @property
    def features(self) -> tuple[str, ...] | None:
        """Names of the features that X is; None where it is the places."""
        return None if self.mapped is None else self.mapped.features

    def inputs_at(self, places: NDArray[Any]) -> NDArray[Any]:
        """Return the network's inputs for places ``(n, p)``, of their type."""
        return features_of(self.features, places)

    @cached_property
    def largest_input(self) -> float:
        """The greatest finite |X|; 0 where no cell is finite."""
        largest = float(max(self.X.max(initial=0.0), -self.X.min(initial=0.0)))
        if math.isfinite(largest):
            return largest
        return float(np.abs(self.X[np.isfinite(self.X)]).max(initial=0.0))

    @cached_property
    def nbytes(self) -> int:
        """Bytes of its inputs, before and after scaling; memory shared with other data sets counts for each."""
        arrays = (self.X, self.raw, self.places)
        return sum({array.__array_interface__["data"][0]: array.nbytes for array in arrays}.values())

    @property
    def task(self) -> Task:
        """The task of the network."""
        return "regression" if self.labels is None else "classification"

    @property
    def n_samples(self) -> int:
        """How many samples there are, for training and for testing."""
        return int(self.X.shape[1])


def split(m: int, test_share: float, seed: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Split `m` samples into (training, test) indices, each ascending, with at least one for training."""
    n_test = min(round(m * test_share), m - 1)
    return parted(m, stream(seed, Stream.SPLIT).permutation(m)[:n_test])


def parted(m: int, test: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return (training, test) indices of `m` samples, each ascending, for certain test samples."""
    is_test = np.zeros(m, dtype=bool)
    is_test[test] = True
    return read_only(np.flatnonzero(~is_test)), read_only(np.flatnonzero(is_test))


def targets_for(data: DataSet, n_out: int, encoding: Encoding) -> Array:
    """Return classes (or targets) as the numbers that a network's outputs should have; the same array each time.

    Parameters
    ----------
    data
        The samples.
    n_out
        Number of outputs.
    encoding
        ``"zero-one"`` or ``"plus-minus-one"``: the numbers for "no" and "yes". A single output answers whether the
        class is 1; each of several answers whether the class is its own.

    Returns
    -------
    ndarray
        ``(n_out, m)``, read-only.

    Raises
    ------
    ModelError
        If that many outputs do not fit these classes or targets.
    """
    if data.labels is None:
        assert data.targets is not None  # a data set has labels or targets
        if len(data.targets) != n_out:
            raise ModelError("the targets", "", f"{n_out} outputs", f"{len(data.targets)}, one for each target")
        return data.targets
    if n_out == 1 and data.n_classes > 2:
        raise ModelError(
            "the targets", "", f"1 output for {data.n_classes} classes", f"{data.n_classes} or more outputs"
        )
    if 1 < n_out < data.n_classes:
        accepted = f"{data.n_classes} or more outputs" + (", or 1" if data.n_classes == 2 else "")
        raise ModelError("the targets", "", f"{n_out} outputs for {data.n_classes} classes", accepted)
    written = data._written.get((n_out, encoding))
    if written is None:
        answers = data.labels == 1 if n_out == 1 else data.labels == np.arange(n_out)[:, np.newaxis]
        no = 0.0 if encoding == "zero-one" else -1.0
        written = data._written[n_out, encoding] = read_only(np.where(np.atleast_2d(answers), 1.0, no))
    return written
