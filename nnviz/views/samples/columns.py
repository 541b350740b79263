"""The columns of the table of samples: what each shows, how it is sorted, and what can be changed in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QCoreApplication

from nnviz.model.arrays.array import Array
from nnviz.model.data import DataSet
from nnviz.model.prediction.answers import answers_of, outputs_of, raw_outputs
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_number, format_short

Role = Literal["part", "input", "class", "target", "predicted", "output", "miss"]

_FEW_INPUTS = 8
"""Up to so many inputs come before the answer; more of them after it, as it would be out of sight."""


@dataclass(frozen=True)
class Column:
    """A column.

    Attributes
    ----------
    role
        What it shows.
    title
        Its heading.
    number
        Which input, target or output, from 0.
    """

    role: Role
    title: str
    number: int = 0

    @property
    def is_editable(self) -> bool:
        """Whether its cells can be changed."""
        return self.role in ("input", "class", "target")


def columns_of(data: DataSet) -> tuple[Column, ...]:
    """Return the columns for samples."""
    translate = QCoreApplication.translate
    inputs = tuple(Column("input", name, number) for number, name in enumerate(data.place_names))
    if data.labels is not None:
        answers: tuple[Column, ...] = (
            Column("class", translate("Samples", "class")),
            Column("predicted", translate("Samples", "network")),
        )
    else:
        count = 0 if data.targets is None else len(data.targets)
        ends = [""] if count == 1 else [f" {number + 1}" for number in range(count)]
        titles = translate("Samples", "target"), translate("Samples", "network"), translate("Samples", "difference")
        roles: tuple[Role, ...] = ("target", "output", "miss")
        answers = tuple(
            Column(role, title + end, number)
            for number, end in enumerate(ends)
            for role, title in zip(roles, titles, strict=True)
        )
    part = Column("part", translate("Samples", "for"))
    return (part, *inputs, *answers) if len(inputs) <= _FEW_INPUTS else (part, *answers, *inputs)


class SampleCells:
    """The values of all samples in a snapshot; what the network answers is computed once.

    Parameters
    ----------
    snapshot
        The state.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot, self.data = snapshot, snapshot.data
        self._is_test = np.zeros(self.data.n_samples, dtype=bool)
        self._is_test[self.data.test] = True
        outputs = outputs_of(snapshot, self.data.X)
        self._classes = None if self.data.labels is None else answers_of(snapshot, outputs)
        self._outputs = raw_outputs(self.data, outputs) if self.data.labels is None else outputs

    def is_test(self, sample: int) -> bool:
        """Return whether a sample is for testing."""
        return bool(self._is_test[sample])

    def is_wrong(self, sample: int) -> bool:
        """Return whether a sample is classified wrongly."""
        return (
            self._classes is not None
            and self.data.labels is not None
            and bool(self._classes[sample] != self.data.labels[sample])
        )

    def values(self, column: Column) -> NDArray[Any]:
        """Return the numbers ``(m,)`` by which a column is sorted."""
        targets = self._targets()
        by_role: dict[Role, Any] = {
            "part": lambda: self._is_test,
            "input": lambda: self.data.raw[column.number],
            "class": lambda: self.data.labels,
            "target": lambda: targets[column.number],
            "predicted": lambda: self._classes,
            "output": lambda: self._outputs[column.number],
            "miss": lambda: self._outputs[column.number] - targets[column.number],
        }
        return np.asarray(by_role[column.role]())

    def text(self, column: Column, sample: int, *, exact: bool = False) -> str:
        """Return a cell's text; with `exact`, all digits of a number."""
        value = self.values(column)[sample]
        translate = QCoreApplication.translate
        if column.role == "part":
            return translate("Samples", "test") if value else translate("Samples", "training")
        if column.role in ("class", "predicted"):
            return self.data.class_names[int(value)] if value >= 0 else translate("Samples", "not a number")
        if exact:
            return repr(float(value))
        # Data are shown as they were given, as far as that is short; what is computed has four digits.
        return format_short(float(value)) if column.is_editable else format_number(float(value))

    def _targets(self) -> Array:
        data = self.data
        if data.targets is None:
            return np.zeros((1, data.n_samples))
        return data.targets if data.scaled_targets is None else np.asarray(data.scaled_targets.raw)
