"""What runs many updates at once, in scripts and on the command line: depends on what is run alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

import nnviz
from nnviz.cli.main import main
from nnviz.model.engine import engines
from nnviz.model.engine.compiling_cost import compiling_pays
from nnviz.model.history import runner
from nnviz.model.map import MapPlan, read_axis, train_cell
from nnviz.model.scenario.scenario import OptimiserSpec
from nnviz.model.scenario.validation import prepare
from nnviz.model.session import long_run

XOR = nnviz.Scenario.load("xor")


@pytest.fixture(autouse=True)
def _fastest(monkeypatch):
    monkeypatch.setenv("NNVIZ_ENGINE", "fastest")


def test_that_compiling_pays_for_long_runs_of_small_networks_only():
    assert not compiling_pays(prepare(XOR), 10_000)
    assert compiling_pays(prepare(XOR), 1_000_000)
    assert not compiling_pays(prepare(nnviz.Scenario.load("mnist")), 1_000_000)


def test_that_a_script_s_few_steps_compile_nothing(monkeypatch):
    monkeypatch.setattr("nnviz.model.engine.compiled.kernels.KERNELS.begin", _refuse)
    monkeypatch.setattr("nnviz.model.engine.compiled.kernels.KERNELS.get", _refuse)
    session = nnviz.Session(XOR)
    session.step_line()
    session.step_update(100)
    session.step_epoch(10)
    session.run_until(1000)
    session.change(replace(session.scenario, optimiser=OptimiserSpec("adam")))
    session.step_update()
    assert session.engine == "numpy"
    assert session.engine_choice == "fastest"


@pytest.mark.slow
@pytest.mark.skipif(not engines.is_installed(), reason="numba is not installed")
def test_that_a_long_run_is_made_by_compiled_loops_and_ends_where_numpy_does(monkeypatch):
    monkeypatch.setattr(long_run, "compiling_pays", lambda prepared, updates: updates >= 3000)  # sooner than it does
    session, other = nnviz.Session(XOR), nnviz.Session(XOR, "numpy")
    session.step_update(3000)
    other.step_update(3000)
    assert session.engine == "compiled"
    assert session.loss == pytest.approx(other.loss, rel=1e-9)
    session.change(replace(session.scenario, optimiser=OptimiserSpec("adam")))
    session.step_update()
    assert session.engine == "numpy", "a single step waits for no compiler"


@pytest.mark.parametrize("chosen", ["numpy", "fastest"])
def test_that_train_runs_what_engine_says(chosen, capsys):
    assert main(["train", "xor", "--updates", "5", "--engine", chosen]) == 0
    assert main(["train", "xor", "--updates", "5", "--engine", "numpy"]) == 0


def test_that_train_says_so_where_numpy_runs_what_was_to_be_compiled(monkeypatch, capsys):
    monkeypatch.setattr(engines, "is_installed", lambda: False)
    assert main(["train", "xor", "--updates", "1", "--engine", "compiled"]) == 0
    assert "numpy runs this scenario, not compiled loops: numba" in capsys.readouterr().err


def test_that_cells_of_a_large_map_are_compiled_and_of_a_small_one_are_not(monkeypatch):
    chosen = []

    def adopt(prepared, choice):
        chosen.append(choice)
        return "numpy"

    monkeypatch.setattr(runner, "engine_for", adopt)
    across = read_axis("seed=0:9")
    for scenario, length, y in ((XOR, 20, "learning-rate=0.1:1:10"), (XOR, 40_000, "learning-rate=0.1:1:10")):
        plan = MapPlan(scenario, across, read_axis(y), length)
        train_cell(plan, 0, 0, lambda: False)
    assert chosen == ["numpy", "compiled"]


def _refuse(*_):
    raise AssertionError("it compiles")
