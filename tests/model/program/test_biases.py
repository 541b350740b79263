"""Layers whose units share a bias, or have none: their lines, shapes, initial values, and what is said of them."""

from dataclasses import replace

import pytest

from nnviz import Scenario
from nnviz.model.explain.chain_rule import chain
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.network.network import Layer
from nnviz.model.program.symbols import Labels
from nnviz.model.scenario.edit import fitted, with_bias, with_hidden_units
from nnviz.model.scenario.validation import ScenarioError, prepare, situation_of
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session


def xor(bias):
    return with_bias(Scenario.load("xor"), bias)


def formulas(session):
    return {line.writes: line.formula(Labels()) for line in session.program}


def test_that_a_layer_without_a_bias_has_no_line_for_it():
    session = Session(xor("none"))
    written = formulas(session)
    assert written["Z1"] == "Z¹ = W¹ · X"
    assert not {"b1", "db1", "b2", "db2"} & (set(written) | set(session.symbols))
    assert session.program.parameters == ("W1", "W2")


def test_that_the_gradient_of_a_shared_bias_is_summed_over_units_and_samples():
    session = Session(xor("shared"))
    written = formulas(session)
    assert (written["Z1"], written["db1"]) == ("Z¹ = W¹ · X + b¹", "∂L/∂b¹ = Σ δ¹ / m")
    session.step_update(2)
    assert session.value("db1").item() == pytest.approx(session.value("delta1").sum() / 4, rel=1e-14)
    shapes = session.program.shapes(4)
    assert all(broadcast.is_meant for line in session.program for broadcast in line.broadcasts(shapes))


def test_that_shared_biases_are_kept_by_files_edits_and_time_travel(tmp_path):
    scenario = with_hidden_units(xor("shared"), [4, 5])
    assert [layer.bias for layer in scenario.layers] == ["shared"] * 3
    scenario.save(tmp_path / "shared.json")
    assert Scenario.load(tmp_path / "shared.json") == replace(scenario, name="shared")
    session = Session(scenario)
    session.step_update(20)
    there = session.value("b2").copy()
    session.step_update(20)
    session.seek(20)
    assert session.value("b2").tobytes() == there.tobytes()
    session.set_value("b2", (0, 0), 0.25)
    assert session.value("b2").tolist() == [[0.25]]


def test_that_initial_numbers_of_a_bias_have_its_shape():
    own = replace(xor("shared"), initial=replace(xor("shared").initial, values={"b1": ((1.0,), (2.0,), (3.0,))}))
    with pytest.raises(ScenarioError, match=r"initial\.values\.b1: found 3×1; accepted: 1×1"):
        prepare(own)
    assert with_bias(own, "shared").initial.values == {}


def test_that_mistakes_with_biases_need_them():
    for bias, possible in (("per-unit", True), ("shared", False), ("none", False)):
        scenario = xor(bias)
        situation = situation_of(scenario, prepare(scenario).data)
        assert CATALOGUE["no-sum"].possible(situation) == possible
        assert CATALOGUE["biases-kept"].possible(situation) == (bias != "none")
        assert CATALOGUE["bias-after-activation"].possible(situation) == (bias != "none")
        assert CATALOGUE["bias-by-fan-in"].possible(situation) == (bias != "none")


def test_that_no_single_chain_leads_to_a_bias_that_units_share():
    session = Session(xor("shared"))
    session.step_update()
    assert chain(session.snapshot(), Cell("b1", 0, 0), 0) is None
    assert chain(session.snapshot(), Cell("b2", 0, 0), 0) is not None  # of one unit


def test_that_an_unknown_kind_of_bias_is_refused():
    with pytest.raises(ScenarioError, match="bias"):
        Scenario.from_json(xor("shared").to_json().replace('"shared"', '"half"'))


def test_that_an_evolution_strategy_searches_shared_biases():
    layers = (Layer(3, "tanh", "shared"), Layer(1, "sigmoid", "none"))
    scenario = fitted(replace(Scenario.load("xor-evolution"), layers=layers))
    session = Session(scenario)
    first = session.loss
    session.step_update(200)
    assert session.loss < first
