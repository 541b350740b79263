"""The chain rule, written out factor by factor, gives the derivative of a sample's loss."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.engine.reference import compute
from nnviz.model.explain.chain_rule import Chain, chain
from nnviz.model.explain.text import plain, write_numbers, write_symbols
from nnviz.model.explain.tree import leaves
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.network.network import Layer
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import PenaltySpec, Scenario
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot

EXAMPLE = "worked-example-2-3-1"


def moment(scenario: Scenario | str, updates: int = 1, lines: int = 0) -> Snapshot:
    session = Session(find_scenario(scenario) if isinstance(scenario, str) else scenario)
    session.step_update(updates)
    session.step_line(lines)
    return session.snapshot()


def scenario(hidden: tuple[str, ...], output: str, loss: str, outputs: int = 1, **others) -> Scenario:
    rng = np.random.default_rng(5)
    data = DataSpec(
        kind="explicit",
        inputs=tuple(map(tuple, rng.normal(size=(6, 3)).tolist())),
        labels=tuple(int(label) for label in np.arange(6) % max(2, outputs)),
    )
    return Scenario(
        title={"en": "test"},
        data=data,
        layers=(*(Layer(8, name) for name in hidden), Layer(outputs, output)),
        loss=loss,
        batch=BatchSpec(4),
        initial=InitialSpec(weights=Method("normal", 0.5), biases=Method("normal", 0.5)),
        **others,
    )


SCENARIOS = {
    "cross-entropy": scenario(("tanh",), "sigmoid", "binary-cross-entropy"),
    "half squared, σ": scenario(("sigmoid", "tanh"), "sigmoid", "half-squared", outputs=3),
    "mean squared": scenario(("softplus",), "identity", "mean-squared", outputs=3),
    "squared, ReLU": scenario(("relu", "leaky-relu"), "tanh", "squared"),
    "hinge": scenario(("tanh",), "identity", "hinge"),
    "softmax": scenario(("tanh", "tanh"), "softmax", "categorical-cross-entropy", outputs=7),
    "softmax, half squared": scenario(("tanh",), "softmax", "half-squared", outputs=3),
    "cross-entropy apart": scenario(("tanh",), "softmax", "binary-cross-entropy", outputs=3),
    "cross-entropy, summed": scenario(("tanh",), "sigmoid", "binary-cross-entropy", reduction="sum"),
    "no hidden layer, L2": scenario((), "sigmoid", "half-squared", penalty=PenaltySpec("l2", 0.1)),
}


def loss_of_sample(snapshot: Snapshot, column: int, moved: Cell, by: float) -> float:
    """Run the forward lines and the loss for one sample, with one parameter moved."""
    arrays = {name: array.copy() for name, array in snapshot.before.items()}
    arrays[moved.symbol][moved.row, moved.column] += by
    arrays |= {name: snapshot.values[name][:, column : column + 1] for name in "XY"}
    for line in snapshot.program:
        if line.stage in ("forward", "loss") and line.writes not in "RJ":
            arrays[line.writes] = compute(line.expression, arrays, {**snapshot.scalars, "m": 1.0})
    return float(arrays["L"][0, 0])


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.slow
@pytest.mark.sample(4)
def test_that_the_chain_of_a_parameter_is_the_central_difference_of_the_sample_s_loss(name: str) -> None:
    snapshot = moment(SCENARIOS[name], 2)
    step = 1e-5
    for parameter in snapshot.program.parameters:
        rows, columns = snapshot.shapes[parameter]
        for cell in {Cell(parameter, 0, 0), Cell(parameter, rows - 1, columns - 1)}:
            for column in (0, 1):
                found = chain(snapshot, cell, column)
                up, down = (loss_of_sample(snapshot, column, cell, by) for by in (step, -step))
                assert found.value == pytest.approx((up - down) / (2 * step), rel=1e-6, abs=1e-9), (cell, column)


@pytest.mark.parametrize("name", SCENARIOS)
def test_that_every_level_is_its_tree_s_value_and_what_the_program_holds(name: str) -> None:
    snapshot = moment(SCENARIOS[name], 2)
    for parameter in snapshot.program.parameters:
        found = chain(snapshot, Cell(f"d{parameter}", 0, 0), 1)
        assert found.product.value == pytest.approx(found.value, rel=1e-9, abs=1e-14)
        for level in found.levels:
            assert level.tree.value == pytest.approx(level.value, rel=1e-9, abs=1e-14), level
            if level.cell is not None:
                assert level.held == pytest.approx(level.value, rel=1e-12, abs=1e-15), level


@pytest.mark.parametrize("name", SCENARIOS)
def test_that_every_factor_that_stands_in_a_cell_holds_its_number(name: str) -> None:
    snapshot = moment(SCENARIOS[name], 2)
    for level in chain(snapshot, Cell("dW1", 0, 0), 1).levels:
        for leaf in leaves(level.tree):
            if leaf.cell is not None and "∂" not in leaf.text and "′" not in leaf.text:
                symbol = leaf.cell.symbol
                held = snapshot.before.get(symbol, snapshot.values[symbol])[leaf.cell.row, leaf.cell.column]
                assert leaf.value == pytest.approx(held, rel=1e-12, abs=1e-15)


def example(cell: Cell) -> Chain:
    return chain(moment(EXAMPLE), cell, 0, convention="rows")


D_V = (-0.050159817373, -0.056203055733, -0.061833392862)
D_W = ((-0.000883387318, -0.001676434790, -0.002300391565), (-0.001104234147, -0.002095543487, -0.002875489456))
H = (0.559713649267, 0.627147766313, 0.689974481128)
DELTA_1 = (-0.002208468294, -0.004191086974, -0.005750978912)
V = (0.1, 0.2, 0.3)


@pytest.mark.parametrize("unit", range(3))
def test_that_the_worked_example_has_every_factor_of_the_document_for_v(unit: int) -> None:
    found = example(Cell("dW2", 0, unit))
    factors = [leaf.value for leaf in found.factors]
    np.testing.assert_allclose(factors, [-0.380272146922, 0.235665241197, H[unit]], rtol=0, atol=1e-11)
    np.testing.assert_allclose(
        [level.value for level in found.levels], [-0.380272146922, -0.089616927225, D_V[unit]], rtol=0, atol=1e-11
    )
    assert found.value == pytest.approx(D_V[unit], abs=1e-11)


@pytest.mark.parametrize("unit", range(3))
@pytest.mark.parametrize("given", range(2))
def test_that_the_worked_example_has_every_factor_of_the_document_for_w(unit: int, given: int) -> None:
    found = example(Cell("dW1", unit, given))
    factors = [leaf.value for leaf in found.factors]
    slope = H[unit] * (1 - H[unit])
    expected = [-0.380272146922, 0.235665241197, V[unit], slope, (0.4, 0.5)[given]]
    np.testing.assert_allclose(factors, expected, rtol=0, atol=1e-11)
    levels = [level.value for level in found.levels]
    back = -0.089616927225 * V[unit]
    expected = [-0.380272146922, -0.089616927225, back, DELTA_1[unit], D_W[given][unit]]
    np.testing.assert_allclose(levels, expected, rtol=0, atol=1e-11)


def test_that_the_worked_example_is_written_with_the_document_s_symbols() -> None:
    found = example(Cell("dW1", 0, 0))
    assert found.text == "∂E/∂W₁₁"
    assert plain(write_symbols(found.product)) == "∂E/∂y · ∂y/∂net2 · ∂net2/∂h₁₁ · ∂h₁₁/∂net1₁₁ · ∂net1₁₁/∂W₁₁"
    assert plain(write_numbers(found.product)) == "−0.3803 · 0.2357 · 0.1000 · 0.2464 · 0.4000"
    assert [(level.text, plain(write_symbols(level.tree))) for level in found.levels] == [
        ("∂E/∂y", "y − t"),
        ("∂E/∂net2", "∂E/∂y · σ′(net2)"),
        ("∂E/∂h₁₁", "V₁ · δ²"),
        ("∂E/∂net1₁₁", "∂E/∂h₁₁ · σ′(net1₁₁)"),
        ("∂E/∂W₁₁", "δ¹₁₁ · x₁₁"),
    ]


def test_that_where_factors_cancel_both_are_written() -> None:
    snapshot = moment("xor", 160)
    found = chain(snapshot, Cell("delta2", 0, 1), 0)
    first, second = found.levels
    a, y = snapshot.values["A2"][0, 1], snapshot.values["Y"][0, 1]
    assert found.column == 1
    assert first.value == pytest.approx((a - y) / (a * (1 - a)), rel=1e-12)
    assert plain(write_symbols(second.tree)) == "∂ℓ₂/∂a²₁₂ · σ′(z²₁₂)"
    assert plain(write_symbols(second.cancelled)) == "a²₁₂ − y₁₂"
    assert second.value == a - y


def test_that_a_saturated_output_still_has_its_delta() -> None:
    snapshot = moment("xor", 160)
    flat = {**snapshot.values, "A2": np.ones((1, 4)), "Y": np.zeros((1, 4))}
    found = chain(replace(snapshot, values=flat), Cell("delta2", 0, 1), 0)
    assert found.value == 1.0


def test_that_with_several_paths_the_sum_is_written_and_the_strongest_followed() -> None:
    snapshot = moment("three-class-spiral", 16)
    found = chain(snapshot, Cell("W1", 0, 0), 1)
    names = [level.name for level in found.levels if level.name]
    shares = np.abs(snapshot.before["W2"][:, 0] * snapshot.values["delta2"][:, 1])
    assert [name[:2] for name in names] == ["δ³", "δ²", "δ¹"]
    assert names[1].startswith(f"δ²{'₁₂₃₄₅₆₇₈₉'[int(np.argmax(shares))]}")
    assert plain(write_symbols(found.product)).startswith("∂ℓ₂/∂a¹₁,₂ · ∂a¹₁,₂/∂z¹₁,₂")


def test_that_the_last_level_is_the_sample_s_share_of_the_mean() -> None:
    snapshot = moment("xor", 160)
    shares = [chain(snapshot, Cell("dW1", 1, 0), column).levels[-1].value for column in range(4)]
    assert sum(shares) == pytest.approx(snapshot.values["dW1"][1, 0], rel=1e-12)


def test_that_a_wrong_line_is_seen_in_what_the_program_holds() -> None:
    snapshot = moment(EXAMPLE)
    wrong = replace(snapshot, values={**snapshot.values, "delta2": -snapshot.values["delta2"]})
    level = chain(wrong, Cell("delta2", 0, 0), 0).levels[-1]
    assert level.value == -level.held


@pytest.mark.parametrize("cell", [Cell("A1", 0, 0), Cell("X", 0, 0), Cell("L", 0, 0)])
def test_that_other_cells_have_no_chain(cell: Cell) -> None:
    assert chain(moment("xor"), cell, 0) is None


def test_that_there_is_none_before_the_output_has_been_computed() -> None:
    assert chain(moment("xor", 0, 3), Cell("W1", 0, 0), 0) is None
    assert chain(moment("xor", 0, 4), Cell("W1", 0, 0), 0) is not None
