"""A run without a window stops at the first number that is not finite, and says where and why."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from nnviz.cli.main import main
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec, Scenario


@pytest.fixture
def diverging(tmp_path: Path) -> str:
    """Return a scenario whose weights are multiplied by −2 in each update, as a penalty's rate is far too high."""
    scenario = replace(
        find_scenario("xor"), penalty=PenaltySpec("l2", 10.0), optimiser=OptimiserSpec(learning_rate=0.3)
    )
    path = tmp_path / "diverging.json"
    scenario.save(path)
    return str(path)


def test_that_the_table_ends_at_the_update_and_that_line_cell_and_cause_are_reported(diverging, capsys):
    assert main(["train", diverging, "--updates", "3000"]) == 3
    told = capsys.readouterr()
    last = told.out.splitlines()[-1].split()
    assert 500 < int(last[0]) < 600
    assert f"update {last[0]}, line " in told.err
    assert "is not finite" in told.err
    assert "a learning rate below" in told.err
    assert "--keep-going" in told.err


@pytest.mark.slow
def test_that_json_says_it_too_and_has_only_what_was_computed(diverging, capsys):
    assert main(["train", diverging, "--updates", "3000", "--json"]) == 3
    report = json.loads(capsys.readouterr().out)
    first = report["not_finite"]
    assert first["update"] == report["update"] < 600
    assert report["values"][first["symbol"]] in (first["value"], [[first["value"]]])
    assert "overflows" in first["text"]
    # The line after it has not run.
    assert report["values"]["dW1"] is None


@pytest.mark.slow
def test_that_it_goes_on_when_reported_to_and_says_where_numbers_ceased_to_be_finite(diverging, capsys):
    assert main(["train", diverging, "--updates", "3000", "--keep-going"]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[-1].split()[:3] == ["3000", "3000", "nan"]
    assert "is not finite" in told.err


@pytest.mark.slow
def test_that_a_saved_session_that_is_not_finite_already_is_not_run_on(diverging, capsys, tmp_path):
    import nnviz

    session = nnviz.Session(Scenario.load(diverging))
    session.step_update(2000)
    session.save(tmp_path / "nan.nnviz")
    assert main(["train", str(tmp_path / "nan.nnviz"), "--updates", "5"]) == 3
    told = capsys.readouterr()
    assert told.out.splitlines()[-1].split()[0] == "2000"
    assert "already" in told.err


def test_that_a_finite_run_is_as_it_was(capsys):
    assert main(["train", "xor", "--updates", "1000", "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["not_finite"] is None
    assert told.err == ""


def test_that_the_help_names_the_exit_status(capsys):
    with pytest.raises(SystemExit):
        main(["train", "--help"])
    words = " ".join(capsys.readouterr().out.split())
    assert "the exit status is then 3" in words
    assert "--keep-going" in words
