"""What was detected in a file, and what was read from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.data.data_set_kind import Labels
from nnviz.model.data.files.options import Options
from nnviz.model.data.scaling import Scaling, TargetScaling

SHOWN_ROWS = 20
"""Rows of a preview."""


@dataclass(frozen=True)
class DetectedTable:
    """What was detected in a file, for the user to confirm or to change.

    Attributes
    ----------
    name
        The file's name; empty for pasted text.
    options
        How it will be read.
    samples
        How many samples there are; of text with empty rows, at most.
    columns
        Names of all the columns in the file's order, those of the answers among them; for NPZ and IDX the inputs
        and then the answer.
    preview
        The first rows as in the file, without the header, each with a text for every column.
    warnings
        Notes for the user, such as a column that is left out; marked for translation.
    arrays
        Of NPZ: the names of all arrays that could be inputs or answers.
    lines
        Of text: the line of the file on which each row of the preview begins.
    further_inputs
        How many more inputs there are than columns for them, as a column of text becomes one for each of its values.
    scaling, divisor, target_scaling
        Scaling to offer; ``"none"`` where the inputs, or the targets, are about 1 already.
    """

    name: str
    options: Options
    samples: int
    columns: tuple[str, ...]
    preview: tuple[tuple[str, ...], ...]
    warnings: tuple[str, ...] = ()
    arrays: tuple[str, ...] = ()
    scaling: Scaling = "none"
    divisor: float = 1.0
    target_scaling: TargetScaling = "none"
    lines: tuple[int, ...] = ()
    further_inputs: int = 0

    @property
    def answer_columns(self) -> tuple[int, ...]:
        """Which of `columns` are the answers."""
        return self.options.answer_columns

    @property
    def input_columns(self) -> tuple[int, ...]:
        """Which of `columns` are inputs."""
        others = {*self.options.answer_columns, *self.options.unused_columns}
        return tuple(number for number in range(len(self.columns)) if number not in others)

    @property
    def n_inputs(self) -> int:
        """Inputs per sample."""
        left_out = {*self.options.answer_columns, *self.options.unused_columns}
        return len(self.columns) - len(left_out) + self.further_inputs


@dataclass(frozen=True, eq=False)
class Table:
    """Samples as they were read, every array read-only.

    Attributes
    ----------
    rows
        ``(m, n_in)`` inputs, a row a sample; bytes where they are whole numbers up to 255.
    labels, targets
        ``(m,)`` classes from 0, or ``(n_out, m)`` target numbers; one of the two.
    feature_names, class_names
        Names of the inputs and of the classes.
    image_shape
        Rows and columns of the picture that a sample's inputs are; None where they are none.
    test
        The file's test samples; None where it does not mark any.
    skipped
        How many rows were left out, because a value is missing.
    filled
        How many missing inputs were filled.
    """

    rows: NDArray[Any]
    labels: Labels | None
    targets: Array | None
    feature_names: tuple[str, ...]
    class_names: tuple[str, ...] = ()
    image_shape: tuple[int, int] | None = None
    test: NDArray[np.intp] | None = None
    skipped: int = 0
    filled: int = 0

    @property
    def numbers(self) -> int:
        """How many numbers the inputs are."""
        return int(self.rows.size)
