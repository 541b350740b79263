"""How many inputs, classes and targets data have, known without making them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from nnviz.model.data.data_set_kind import Task
from nnviz.model.data.registry import DATA_SETS
from nnviz.model.data.spec import EXPLICIT, DataSpec


@dataclass(frozen=True)
class DataShape:
    """How many inputs a sample has, and its answers.

    Attributes
    ----------
    n_inputs
        Inputs per sample.
    n_classes
        Number of classes; 0 for regression.
    n_targets
        Targets per sample; 0 for classification.
    """

    n_inputs: int
    n_classes: int
    n_targets: int

    @property
    def task(self) -> Task:
        """The task of the network."""
        return "classification" if self.n_classes else "regression"


def shape_of(spec: DataSpec) -> DataShape:
    """Return the data's shape; the spec must be one that can be built."""
    shape = shape_of_places(spec)
    return shape if spec.features is None else replace(shape, n_inputs=len(spec.features))


def shape_of_places(spec: DataSpec) -> DataShape:
    """Return the data's shape without features: with the inputs as they are."""
    if spec.file is not None:
        from nnviz.model.data.files.read import read_file

        table = read_file(spec.file)
        n_targets = 0 if table.targets is None else len(table.targets)
        return DataShape(table.rows.shape[1], len(table.class_names), n_targets)
    if spec.kind != EXPLICIT:
        return _shape_of_kind(spec.kind)
    n_inputs = len(spec.inputs[0])
    if spec.labels is None:
        assert spec.targets is not None  # it has labels or targets
        return DataShape(n_inputs, 0, len(spec.targets[0]))
    return DataShape(n_inputs, spec.n_classes or max(2, max(spec.labels) + 1), 0)


@cache
def _shape_of_kind(name: str) -> DataShape:
    kind = DATA_SETS[name]
    if kind.n_classes:
        return DataShape(kind.n_inputs, kind.n_classes, 0)
    few = kind.make(kind.samples_range[0], kind.default_noise, 0)
    return DataShape(kind.n_inputs, kind.n_classes, 0 if few.targets is None else len(few.targets))
