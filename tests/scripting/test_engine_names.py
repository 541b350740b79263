"""The engine that a person names: an unknown one is refused, and one that does not run the scenario is reported."""

import os
import subprocess
import sys
import warnings
from dataclasses import replace

import pytest

import nnviz
from nnviz.cli.main import main
from nnviz.model.engine import engines
from nnviz.model.engine.compiled.kernel import is_installed
from nnviz.model.history import editing, runner
from nnviz.model.scenario.scenario import OptimiserSpec
from nnviz.model.session import session as model

ACCEPTED = "numpy, compiled, fastest"


@pytest.mark.parametrize("make", [nnviz.Session, model.Session])
@pytest.mark.parametrize("name", ["cuda", "", "Numpy", 1])
def test_that_a_session_refuses_an_engine_that_there_is_not(make, name):
    with pytest.raises(nnviz.ModelError, match=ACCEPTED):
        make(nnviz.Scenario.load("xor"), engine=name)


def test_that_without_a_name_the_environment_chooses(monkeypatch):
    for choice in ("numpy", "fastest"):
        monkeypatch.setenv("NNVIZ_ENGINE", choice)
        assert nnviz.Session(nnviz.Scenario.load("xor")).engine_choice == choice


def test_that_choosing_one_later_refuses_it_and_changes_nothing():
    session = nnviz.Session(nnviz.Scenario.load("xor"))
    with pytest.raises(nnviz.ModelError, match=ACCEPTED):
        session.choose_engine("gpu")
    session.restart()
    assert session.engine == "numpy"


@pytest.mark.parametrize("arguments", [["train", "xor", "--updates", "1"], ["scenarios"], ["examples", "ppt"], ["xor"]])
def test_that_every_command_refuses_the_environment_s(arguments, monkeypatch, capsys):
    monkeypatch.setenv("NNVIZ_ENGINE", "turbo")
    assert main(arguments) == 1
    reported = capsys.readouterr().err
    assert "NNVIZ_ENGINE" in reported
    assert "'turbo'" in reported
    assert ACCEPTED in reported


def test_that_a_scenario_file_has_no_engine(tmp_path, capsys):
    text = nnviz.Scenario.load("xor").to_json().replace('"loss":', '"engine": "turbo",\n  "loss":')
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    assert main(["train", str(tmp_path / "a.json"), "--updates", "1"]) == 1
    assert "engine" in capsys.readouterr().err


@pytest.mark.skipif(is_installed(), reason="compiled loops work here")
def test_that_numpy_in_the_place_of_compiled_loops_is_reported():
    with pytest.warns(UserWarning, match="numba"):
        session = nnviz.Session(nnviz.Scenario.load("xor"), engine="compiled")
    assert session.engine == "numpy"
    with pytest.warns(UserWarning, match="numba"):
        session.change(replace(session.scenario, optimiser=OptimiserSpec("adam")))


@pytest.fixture
def compiled_here(monkeypatch):
    """Make ``compiled`` available: numpy under its name, so that numba is not needed."""
    for module in (runner, editing):
        monkeypatch.setattr(module, "engine_for", lambda prepared, choice: "numpy" if choice == "numpy" else "compiled")
    monkeypatch.setattr(runner, "kernel_for", lambda prepared, engine: None)
    for name in ("is_installed", "is_working"):
        monkeypatch.setattr(engines, name, lambda: True)


@pytest.fixture
def compiled_file(compiled_here, tmp_path):
    """Return the file of a session that compiled loops have run for ten updates."""
    session = nnviz.Session(nnviz.Scenario.load("xor"), engine="compiled")
    session.step_update(10)
    session.save(tmp_path / "compiled.nnviz")
    return tmp_path / "compiled.nnviz"


def test_that_an_opened_session_goes_on_with_its_engine_after_a_change(compiled_file):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        session = nnviz.open(compiled_file)
        session.change(replace(session.scenario, optimiser=OptimiserSpec("adam")))
        session.step_update()
        assert session.engine == "compiled"
        session.restart()
        session.step_update()
        assert session.engine == "compiled"


def test_that_without_numba_opening_it_says_that_numpy_goes_on(compiled_file, monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr(engines, "is_installed", lambda: False)
    with pytest.warns(UserWarning, match=r"numba.*numpy goes on"):
        session = nnviz.open(compiled_file)
    assert session.engine == "numpy"


def test_that_a_session_of_numpy_is_opened_without_a_word(tmp_path):
    session = nnviz.Session(nnviz.Scenario.load("xor"))
    session.save(tmp_path / "a.nnviz")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert nnviz.open(tmp_path / "a.nnviz").engine == "numpy"


def test_that_the_window_s_command_says_so_too():
    done = subprocess.run(
        [sys.executable, "-m", "nnviz", "xor"],
        env={**os.environ, "NNVIZ_ENGINE": "turbo"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert ACCEPTED in done.stderr
    assert "Traceback" not in done.stderr
