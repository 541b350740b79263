"""Answers with a column for each class."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.model.data.files.answers import classes_of_columns
from nnviz.model.data.files.source import DataSource
from nnviz.model.errors import ModelError

ONES = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])


def test_that_classes_are_named_by_their_columns_or_counted() -> None:
    source = DataSource("t.csv")
    labels, names = classes_of_columns(source, ONES, ("kind_cat", "kind_dog"), named=True)
    assert (labels.tolist(), names) == ([0, 1, 0], ("cat", "dog"))
    assert classes_of_columns(source, ONES, ("a", "b"), named=False)[1] == ("0", "1")


def test_that_a_row_without_a_single_one_is_refused() -> None:
    with pytest.raises(ModelError, match="single 1"):
        classes_of_columns(DataSource("t.csv"), ONES * 2, ("a", "b"), named=True)
