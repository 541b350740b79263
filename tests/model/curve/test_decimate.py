"""Long series are made short without losing an extreme, and the past keeps its shape while a series grows."""

import numpy as np
import pytest

from nnviz.model.curve.decimate import bin_width, extremes, merged


@pytest.mark.parametrize(
    ("length", "most", "width"), [(0, 10, 1), (10, 10, 1), (11, 10, 2), (21, 10, 4), (1000, 1, 1024)]
)
def test_that_bins_are_the_smallest_power_of_two_that_is_enough(length, most, width):
    assert bin_width(length, most) == width


def test_that_short_series_are_drawn_whole():
    assert extremes(np.array([3.0, np.nan, 1.0]), 1).tolist() == [0, 1, 2]


@pytest.mark.parametrize("length", [1, 7, 8, 9, 500])
def test_that_every_bin_keeps_its_extremes_and_the_series_its_ends(length):
    values = np.random.default_rng(length).normal(size=length)
    chosen = extremes(values, 8)
    assert chosen.tolist() == sorted(set(chosen.tolist()))
    assert (chosen[0], chosen[-1]) == (0, length - 1)
    kept = np.full(length, np.nan)
    kept[chosen] = values[chosen]
    for start in range(0, length, 8):
        part = slice(start, start + 8)
        assert np.nanmin(kept[part]) == values[part].min()
        assert np.nanmax(kept[part]) == values[part].max()


def test_that_what_is_not_finite_hides_no_extreme_and_leaves_its_gap():
    values = np.array([1.0, np.inf, 5.0, 0.5, np.nan, np.nan, -np.inf, np.nan])
    chosen = extremes(values, 4)
    assert {2, 3} <= set(chosen.tolist())
    assert not np.isfinite(values[chosen[chosen >= 4]]).any()
    assert (chosen >= 4).any()


def test_that_the_past_is_drawn_the_same_when_the_series_has_grown():
    values = np.random.default_rng(0).normal(size=400)
    shorter, longer = extremes(values[:250], 8), extremes(values, 8)
    assert shorter[shorter < 240].tolist() == longer[longer < 240].tolist()


def test_that_merging_passes_over_what_is_missing():
    least, greatest = merged(
        np.array([1.0, np.nan, np.nan, np.nan, 3.0]), np.array([2.0, np.nan, np.nan, np.nan, 4.0]), 2
    )
    np.testing.assert_array_equal(least, [1.0, np.nan, 3.0])
    np.testing.assert_array_equal(greatest, [2.0, np.nan, 4.0])
