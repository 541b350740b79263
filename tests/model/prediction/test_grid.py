"""The network's answers over a plane or a line of inputs."""

import warnings

import numpy as np
import pytest

from nnviz.model.engine.cost import samples_within
from nnviz.model.network.network import Layer, Network
from nnviz.model.prediction.forward import ForwardPass
from nnviz.model.prediction.grid import FARTHEST, Extent, Grid, extent_of, picture, size_within
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session


def xor():
    session = Session(find_scenario("xor"))
    session.step_update(160)
    return session.snapshot()


def exact(snapshot, places: np.ndarray) -> np.ndarray:
    return ForwardPass(snapshot.program, places.shape[1]).run(snapshot.values, places)["A2"]


def test_that_row_0_of_a_picture_is_the_top_and_its_columns_go_to_the_right() -> None:
    snapshot, extent = xor(), Extent(-1.0, 2.0, -0.5, 1.5)
    grid = Grid(snapshot.program, extent, 5)
    drawn = picture(grid.run(snapshot.values)["A2"][0], 5)
    for row, column in [(0, 0), (0, 4), (4, 0), (2, 3)]:
        x1 = extent.left + column / 4 * extent.width
        x2 = extent.top - row / 4 * extent.height
        assert drawn[row, column] == pytest.approx(exact(snapshot, np.array([[x1], [x2]]))[0, 0], abs=1e-5)
    with pytest.raises(ValueError, match="read-only"):
        drawn[0, 0] = 0.0


def test_that_a_network_of_one_input_is_evaluated_along_a_line() -> None:
    session = Session(find_scenario("sine"))
    session.step_update(50)
    snapshot = session.snapshot()
    grid = Grid(snapshot.program, extent_of(snapshot.data.X), 30)
    outputs = grid.run(snapshot.values)["A2"]
    assert outputs.shape == (1, 30)
    np.testing.assert_allclose(outputs, exact(snapshot, grid.x[np.newaxis].astype(float)), atol=1e-4)


def test_that_an_extent_is_square_and_holds_every_sample_with_a_margin() -> None:
    x = np.array([[0.0, 4.0, 1.0], [3.0, 3.5, 3.2]])
    extent = extent_of(x)
    assert extent.width == pytest.approx(extent.height)
    assert extent.holds(x)
    assert extent.left < 0.0
    assert extent.right > 4.0


@pytest.mark.parametrize(
    "x",
    [
        np.zeros((2, 0)),
        np.full((2, 3), 7.0),
        np.full((1, 3), 1e12),
        np.array([[1e-12, 0.0], [0.0, 0.0]]),
        np.array([[1.7e308, -1.7e308], [0.0, 1.0]]),
        np.array([[np.nan, 1.0, np.inf], [0.0, 1.0, 0.0]]),
    ],
)
def test_that_any_samples_have_an_extent_that_floats_can_tell_apart(x) -> None:
    extent = extent_of(x)
    assert np.isfinite([extent.left, extent.right, extent.bottom, extent.top]).all()
    assert len(set(np.linspace(extent.left, extent.right, 200))) == 200
    assert max(abs(extent.left), abs(extent.right)) <= FARTHEST


@pytest.mark.parametrize("centre", [0.0, 1e3, 1e6, 1e9])
def test_that_places_far_from_zero_are_reported_apart(centre) -> None:
    snapshot = xor()
    grid = Grid(snapshot.program, Extent(centre, centre + 1.0, -0.5, 0.5), 100)
    assert len(set(grid.x.tolist())) == 100


def test_that_parameters_too_large_for_a_picture_warn_of_nothing() -> None:
    snapshot = xor()
    grid = Grid(snapshot.program, Extent(-1.0, 1.0, -1.0, 1.0), 4)
    huge = {name: np.full_like(value, 1e300) for name, value in snapshot.parameters.items()}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        grid.run(huge)


def test_that_a_grid_is_kept_for_its_program_extent_and_size_only() -> None:
    snapshot, extent = xor(), Extent(-1.0, 1.0, -1.0, 1.0)
    grid = Grid(snapshot.program, extent, 10)
    assert grid.covers(snapshot, Extent(-1.0, 1.0, -1.0, 1.0), 10)
    assert not grid.covers(snapshot, extent, 11)
    assert not grid.covers(snapshot, Extent(-1.0, 1.5, -1.0, 1.0), 10)
    assert not grid.covers(Session(find_scenario("circle")).snapshot(), extent, 10)


def test_that_a_wide_network_gets_a_coarser_picture() -> None:
    small = Network(2, (Layer(3, "tanh"), Layer(1, "sigmoid")))
    wide = Network(2, (Layer(200, "tanh"), Layer(200, "tanh"), Layer(1, "sigmoid")))
    assert size_within(small, 2.5e6, 24, 60) == 60
    assert size_within(wide, 2.5e6, 24, 60) == 24
    assert samples_within(small, 1e6) > samples_within(wide, 1e6) > 0


def test_that_an_extent_tells_which_places_lie_inside() -> None:
    places = np.array([[0.0, 2.0, np.nan, 1.0], [0.0, 0.0, 0.0, -3.0]])
    assert Extent(-1.0, 1.0, -1.0, 1.0).inside(places).tolist() == [True, False, False, False]
