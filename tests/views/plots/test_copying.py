"""What a plot shows can be copied exactly, and long curves are drawn with all their gaps."""

import csv
import io
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nnviz.views.plots.copying import as_csv
from nnviz.views.plots.line_strokes import strokes_between


def test_that_curves_of_other_places_share_a_table_without_invented_numbers() -> None:
    curves = {"train": (np.array([0, 1, 3]), np.array([0.1, 1 / 3, np.nan])), "a, b": (np.array([1, 2]), np.ones(2))}
    rows = list(csv.reader(io.StringIO(as_csv("updates", curves))))
    assert rows[0] == ["updates", "train", "a, b"]
    assert rows[1:] == [["0", "0.1", ""], ["1", repr(1 / 3), "1.0"], ["2", "", "1.0"], ["3", "nan", ""]]


@given(st.lists(st.one_of(st.floats(-1e3, 1e3), st.just(float("nan"))), max_size=30))
def test_that_strokes_join_neighbours_and_nothing_over_a_gap(values) -> None:
    y = np.array(values, dtype=float)
    strokes = strokes_between(np.arange(len(y), dtype=float), y)
    assert not np.isnan(strokes).any()
    joined = sum(not np.isnan(a) and not np.isnan(b) for a, b in pairwise(y))
    edges = np.concatenate(([np.nan], y, [np.nan]))
    alone = sum(
        not np.isnan(edges[i]) and np.isnan(edges[i - 1]) and np.isnan(edges[i + 1]) for i in range(1, len(edges) - 1)
    )
    assert len(strokes) == joined + alone
