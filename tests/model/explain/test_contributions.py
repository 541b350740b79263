"""The parts that a cell is split into add up to it, and each is what numpy says."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.explain.contributions import MOST, contributions
from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.model.scenario.scenario import PenaltySpec
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot


def moment(name: str, updates: int = 3, lines: int = 0) -> Snapshot:
    session = Session(find_scenario(name))
    session.step_update(updates)
    session.step_line(lines)
    return session.snapshot()


@pytest.mark.parametrize("name", shipped_scenarios())
@pytest.mark.slow
@pytest.mark.sample(5)
def test_that_the_parts_of_every_cell_add_up_to_it(name: str) -> None:
    snapshot, split = moment(name), 0
    for line in snapshot.program:
        rows, columns = snapshot.shapes[line.writes]
        cell = Cell(line.writes, rows - 1, columns // 2)
        found = contributions(snapshot, cell)
        if found is not None:
            split += 1
            value = snapshot.values[cell.symbol][cell.row, cell.column]
            assert found.value == pytest.approx(value, rel=1e-9, abs=1e-14), cell
    assert split >= min(2, snapshot.network.depth)


@pytest.mark.parametrize("penalty", ["l1", "l2"])
@pytest.mark.parametrize(
    ("output", "loss"),
    [("softmax", "half-squared"), ("softmax", "categorical-cross-entropy"), ("tanh", "mean-squared")],
)
def test_that_a_penalty_and_coupled_outputs_are_parts_too(penalty: str, output: str, loss: str) -> None:
    scenario = find_scenario("three-class-spiral")
    layers = (*scenario.layers[:-1], replace(scenario.layers[-1], activation=output))
    session = Session(replace(scenario, layers=layers, loss=loss, penalty=PenaltySpec(penalty, 0.1)))
    session.step_update(3)
    snapshot, split = session.snapshot(), set()
    for line in snapshot.program:
        rows, columns = snapshot.shapes[line.writes]
        cell = Cell(line.writes, rows - 1, columns // 2)
        found = contributions(snapshot, cell)
        if found is not None:
            split.add(line.writes)
            value = snapshot.values[cell.symbol][cell.row, cell.column]
            assert found.value == pytest.approx(value, rel=1e-8, abs=1e-13), cell
    assert {"R", "dW1", "db1", "Z2", "L", "delta1"} <= split
    by_sample = contributions(snapshot, Cell("dW1", 0, 0), most=10_000)
    assert [part.sample for part in by_sample.parts] == [*snapshot.batch.tolist(), None]
    assert by_sample.parts[-1].text == "∂R/∂W¹₁,₁"


def test_that_a_gradient_is_split_by_sample() -> None:
    snapshot = moment("xor", 160)
    delta, a = snapshot.values["delta2"], snapshot.values["A1"]
    found = contributions(snapshot, Cell("dW2", 0, 1))
    assert found.by == "samples"
    assert [part.sample for part in found.parts] == snapshot.batch.tolist()
    np.testing.assert_allclose([part.value for part in found.parts], delta[0] * a[1] / 4, rtol=1e-14)
    assert found.parts[2].text == "δ²₁₃ · a¹₂₃"
    assert found.parts[2].whole == "δ²₁₃ · a¹₂₃ / m"
    assert found.rest is None


def test_that_a_bias_gradient_and_the_loss_are_split_by_sample() -> None:
    snapshot = moment("xor", 160)
    found = contributions(snapshot, Cell("db1", 2, 0))
    assert found.by == "samples"
    np.testing.assert_allclose([part.value for part in found.parts], snapshot.values["delta1"][2] / 4, rtol=1e-14)
    found = contributions(snapshot, Cell("L", 0, 0))
    y, a = snapshot.values["Y"][0], snapshot.values["A2"][0]
    losses = -(y * np.log(a) + (1 - y) * np.log(1 - a)) / 4
    np.testing.assert_allclose([part.value for part in found.parts], losses, rtol=1e-12)


def test_that_a_weighted_input_is_split_by_input_and_each_leads_to_it() -> None:
    snapshot = moment("xor", 160)
    found = contributions(snapshot, Cell("Z2", 0, 1))
    assert found.by == "terms"
    assert [part.text for part in found.parts] == ["W²₁₁ · a¹₁₂", "W²₁₂ · a¹₂₂", "W²₁₃ · a¹₃₂", "b²"]
    assert [part.cell for part in found.parts] == [*(Cell("A1", k, 1) for k in range(3)), Cell("b2", 0, 0)]
    terms = [*(snapshot.before["W2"][0] * snapshot.values["A1"][:, 1]), snapshot.before["b2"][0, 0]]
    np.testing.assert_allclose([part.value for part in found.parts], terms, rtol=1e-14)


def test_that_a_hidden_delta_is_split_by_the_units_above_with_the_slope_in_each() -> None:
    snapshot = moment("three-class-spiral", 5)
    found = contributions(snapshot, Cell("delta2", 4, 7))
    back = snapshot.before["W3"][:, 4] * snapshot.values["delta3"][:, 7]
    slope = 1 - snapshot.values["A2"][4, 7] ** 2
    np.testing.assert_allclose([part.value for part in found.parts], back * slope, rtol=1e-12)
    assert [part.cell for part in found.parts] == [Cell("delta3", k, 7) for k in range(3)]


def test_that_of_many_parts_the_largest_are_kept_in_order_and_the_rest_is_exact() -> None:
    snapshot = moment("planar-flower", 20)
    values = snapshot.values["delta1"][1] * snapshot.values["X"][0] / 400
    found = contributions(snapshot, Cell("dW1", 1, 0))
    largest = np.sort(np.argsort(-np.abs(values))[:MOST])
    assert [part.sample for part in found.parts] == largest.tolist()
    assert found.rest.count == 400 - MOST
    assert found.rest.value == pytest.approx(np.delete(values, largest).sum(), rel=1e-9)
    by_size = contributions(snapshot, Cell("dW1", 1, 0), by_size=True)
    sizes = [abs(part.value) for part in by_size.parts]
    assert sizes == sorted(sizes, reverse=True)
    assert {part.sample for part in by_size.parts} == set(largest.tolist())


def test_that_the_selected_sample_is_among_them_however_small() -> None:
    snapshot = moment("planar-flower", 20)
    values = np.abs(snapshot.values["delta1"][1] * snapshot.values["X"][0])
    smallest = int(np.argmin(values))
    found = contributions(snapshot, Cell("dW1", 1, 0), shown_sample=smallest)
    assert smallest in [part.sample for part in found.parts]
    assert len(found.parts) == MOST
    assert found.value == pytest.approx(snapshot.values["dW1"][1, 0], rel=1e-9)


@pytest.mark.parametrize("cell", [Cell("A1", 0, 0), Cell("X", 0, 0), Cell("W1", 0, 0), Cell("delta2", 0, 0)])
def test_that_what_adds_nothing_up_is_not_split(cell: Cell) -> None:
    assert contributions(moment("xor"), cell) is None


def test_that_what_has_not_been_computed_is_not_split() -> None:
    assert contributions(moment("xor", 3, 6), Cell("dW2", 0, 0)) is None
