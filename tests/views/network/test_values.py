"""Which edges are drawn, and the scales of their colours."""

import numpy as np
import pytest

from nnviz.views.colour_scales import StableScale, round_up
from nnviz.views.network.edge_values import ALL_EDGES, STRONGEST, chosen_edges, greatest


@pytest.mark.parametrize("shape", [(30, 784), (30, 40), (300, 784)], ids=str)
def test_that_of_many_edges_the_strongest_are_chosen_the_weakest_first(shape):
    values = np.random.default_rng(1).normal(size=shape)

    chosen = chosen_edges(values, None, None)

    found = np.abs(values[chosen.rows, chosen.columns])
    assert found.tolist() == sorted(np.abs(values).ravel().tolist())[-STRONGEST:]
    assert chosen.possible == values.size


def test_that_all_of_a_few_edges_are_chosen():
    values = np.random.default_rng(1).normal(size=(20, 20))
    assert values.size == ALL_EDGES

    chosen = chosen_edges(values, 3, None)

    assert set(zip(chosen.rows.tolist(), chosen.columns.tolist(), strict=True)) == set(np.ndindex(20, 20))


def test_that_of_many_edges_a_selected_unit_shows_its_own():
    values = np.random.default_rng(1).normal(size=(30, 784))

    into, out_of = chosen_edges(values, 7, None), chosen_edges(values, None, 5)

    assert set(into.rows.tolist()) == {7}
    assert (len(into.rows), into.possible) == (STRONGEST, 784)
    assert set(out_of.columns.tolist()) == {5}
    assert (len(out_of.rows), out_of.possible) == (30, 30)


def test_that_an_edge_that_is_not_a_number_counts_as_strong():
    values = np.random.default_rng(1).normal(size=(30, 784))
    values[11, 500] = np.nan

    chosen = chosen_edges(values, None, None)

    assert (int(chosen.rows[-1]), int(chosen.columns[-1])) == (11, 500)


def test_that_the_greatest_magnitude_is_a_finite_one():
    assert greatest([np.array([[1.0, -3.0]]), None, np.array([[np.nan, np.inf, 2.0]])]) == 3.0
    assert greatest([None]) is None
    assert greatest([np.array([[np.nan]])]) == 0.0


@pytest.mark.parametrize(
    ("magnitude", "expected"),
    [(2.88, 3.0), (3.0, 3.0), (3.01, 4.0), (0.061, 0.08), (1e-5, 1e-5), (9.9, 10.0), (1.7e308, 1.7976931348623157e308)],
)
def test_that_scales_are_round(magnitude, expected):
    assert round_up(magnitude) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("magnitude", [5e-324, 1e-310, 1e-300, 3.3, 1e300])
def test_that_a_scale_covers_what_it_was_made_for(magnitude):
    assert magnitude <= round_up(magnitude) < np.inf


def test_that_a_scale_grows_at_once_and_shrinks_with_reluctance():
    scale = StableScale()

    assert scale.follow(2.5) == 3.0
    assert scale.follow(0.9) == 3.0
    assert scale.follow(3.2) == 4.0
    assert scale.follow(0.9) == 1.0


@pytest.mark.parametrize("nothing", [None, 0.0, float("nan"), float("inf")])
def test_that_a_scale_stays_where_there_is_nothing_to_follow(nothing):
    scale = StableScale()
    assert scale.follow(nothing) == 1.0
    scale.follow(2.5)
    assert scale.follow(nothing) == 3.0
