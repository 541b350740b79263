"""Features of two inputs: what the network gets, while the samples keep their places."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.data import DataSpec, as_explicit, build, with_sample_added, with_sample_moved
from nnviz.model.errors import ModelError
from nnviz.model.network.input_features import FEATURES
from nnviz.model.prediction.grid import Extent, Grid, extent_of
from nnviz.model.scenario.edit import effective_features, with_data_set, with_features
from nnviz.model.scenario.scenario import Scenario, keeps_network
from nnviz.model.session.session import Session

CHOSEN = ("x2", "x1-squared", "x1-times-x2", "sin-x2")


def featured(**more) -> DataSpec:
    return DataSpec("circle", samples=40, seed=3, features=CHOSEN, **more)


def test_that_every_feature_is_what_its_name_says():
    data = build(DataSpec("circle", samples=30, seed=1, features=tuple(FEATURES)), 0)
    x1, x2 = build(DataSpec("circle", samples=30, seed=1), 0).X

    expected = [x1, x2, x1**2, x2**2, x1 * x2, np.sin(x1), np.sin(x2)]
    np.testing.assert_array_equal(data.X, expected)
    assert data.feature_names == ("x1", "x2", "x1²", "x2²", "x1·x2", "sin x1", "sin x2")
    assert not data.X.flags.writeable


def test_that_the_samples_keep_their_places_and_the_names_of_their_own():
    plain = DataSpec("explicit", inputs=((1.0, 2.0), (3.0, 4.0)), labels=(0, 1), feature_names=("a", "b"))
    data = build(replace(plain, features=CHOSEN), 0)

    np.testing.assert_array_equal(data.places, [[1.0, 3.0], [2.0, 4.0]])
    np.testing.assert_array_equal(data.raw, data.places)
    assert data.place_names == ("a", "b")
    assert data.feature_names == ("b", "a²", "a·b", "sin b")


def test_that_features_are_computed_of_the_scaled_inputs():
    data = build(featured(scaling="standard"), 0)

    np.testing.assert_allclose(data.places.mean(axis=1), 0.0, atol=1e-12)
    np.testing.assert_array_equal(data.X[1], data.places[0] ** 2)
    assert not np.array_equal(data.raw, data.places)


def test_that_data_without_features_are_their_own_places():
    data = build(DataSpec("circle"), 0)

    assert data.places is data.X
    assert data.features is None
    assert data.place_names == data.feature_names


@pytest.mark.parametrize(
    ("spec", "found"),
    [
        (DataSpec("circle", features=()), "none"),
        (DataSpec("circle", features=("x3",)), "x3"),
        (DataSpec("circle", features=("x1", "x1")), "x1 twice"),
        (DataSpec("sine", features=("x1",)), "1 inputs"),
    ],
)
def test_that_features_that_cannot_be_computed_are_refused(spec, found):
    with pytest.raises(ModelError) as refused:
        build(spec, 0)

    assert refused.value.where == "features"
    assert found in refused.value.found


@pytest.mark.parametrize("scaling", [None, "standard"])
def test_that_writing_samples_out_gives_the_same_features_to_the_last_bit(scaling):
    data = build(featured(scaling=scaling), 0)
    again = build(as_explicit(data), 0)

    np.testing.assert_array_equal(again.X, data.X)
    assert (again.features, again.feature_names) == (data.features, data.feature_names)


def test_that_samples_are_added_and_moved_on_the_plane():
    data = build(featured(), 0)
    added, moved = (
        build(spec, 0) for spec in (with_sample_added(data, (0.5, 2.0), 1), with_sample_moved(data, 0, (3.0, -1.0)))
    )

    assert added.X[:, -1].tolist() == [2.0, 0.25, 1.0, float(np.sin(2.0))]
    assert moved.places[:, 0].tolist() == [3.0, -1.0]
    assert moved.X[:2, 0].tolist() == [-1.0, 9.0]


def test_that_a_grid_over_the_plane_answers_what_a_sample_there_would_get():
    session = Session(replace(Scenario.load("playground"), data=featured()))
    session.step_update(3)
    snapshot = session.snapshot()
    x1, x2 = snapshot.data.places[:, 7].tolist()

    grid = Grid(snapshot.program, Extent(x1, x1 + 1.0, x2 - 1.0, x2), 3, snapshot.data.features)
    answer = grid.run(snapshot.values)["A3"][0, 0]

    assert grid.covers(snapshot, grid.extent, 3)
    everything = np.vstack([x1, x2])
    inputs = snapshot.data.inputs_at(everything)
    np.testing.assert_array_equal(inputs, snapshot.data.X[:, [7]])
    hidden = np.tanh(snapshot.value("W1") @ inputs + snapshot.value("b1"))
    hidden = np.tanh(snapshot.value("W2") @ hidden + snapshot.value("b2"))
    expected = np.tanh(snapshot.value("W3") @ hidden + snapshot.value("b3"))
    assert answer == pytest.approx(float(expected[0, 0]), rel=1e-4)
    assert extent_of(snapshot.data.places).width < 20


def test_that_a_grid_of_other_features_is_not_taken_for_the_same():
    scenario = Scenario.load("playground")
    first, second = (
        Session(with_features(scenario, features)).snapshot() for features in (("x1", "x1-squared"), ("x1", "sin-x1"))
    )
    extent = Extent(-1.0, 1.0, -1.0, 1.0)

    grid = Grid(first.program, extent, 3, first.data.features)

    assert grid.covers(first, extent, 3)
    assert not grid.covers(second, extent, 3)


def test_that_other_features_start_the_network_again_even_if_there_are_as_many():
    scenario = Scenario.load("playground")

    assert not keeps_network(scenario, with_features(scenario, ("x1", "sin-x1")))
    assert not keeps_network(scenario, with_features(scenario, ("x1", "x2", "sin-x1")))
    assert keeps_network(scenario, with_features(scenario, ("x2", "x1")))


def test_that_features_stay_with_data_of_two_inputs_and_go_with_others():
    scenario = with_features(Scenario.load("playground"), CHOSEN)

    assert effective_features(scenario) == CHOSEN
    assert effective_features(with_data_set(scenario, "spiral")) == CHOSEN
    assert effective_features(with_data_set(scenario, "sine")) == ()
    Session(with_data_set(scenario, "sine"))


def test_that_initial_numbers_of_another_shape_are_drawn_when_features_come():
    scenario = Scenario.load("worked-example-2-3-1")

    changed = with_features(scenario, tuple(FEATURES))

    assert "W1" not in changed.initial.values
    assert "W2" in changed.initial.values
    assert Session(changed).snapshot().value("W1").shape == (3, 7)


def test_that_a_scenario_file_keeps_features():
    scenario = with_features(Scenario.load("circle"), CHOSEN)

    assert Scenario.from_json(scenario.to_json()) == replace(scenario, name="")
