"""A person's own samples in a scenario: written out where they are few, else left in their file."""

import gc
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnviz.model.data import DataSpec, build, data_from_file, data_from_text
from nnviz.model.data.files import detect_text
from nnviz.model.data.files.detect import detect
from nnviz.model.data.files.read import _read
from nnviz.model.errors import ModelError
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.suggestion import scenario_for, scenario_of_file
from nnviz.model.scenario.validation import ScenarioError, prepare
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import SessionFileError, open_session, save_session


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """Return a table of more numbers than are written out."""
    rng = np.random.default_rng(0)
    path = tmp_path / "large.csv"
    rows = np.column_stack([rng.integers(0, 3, 3000), rng.normal(50, 20, (3000, 70)).round(2)])
    rows[:, 1] += 100 * rows[:, 0]
    np.savetxt(path, rows, delimiter=",", fmt="%.6g")
    return path


def own(path: Path) -> Scenario:
    reading = detect(path, {"answer_columns": (0,)})
    return scenario_for(data_from_file(path, reading.options, "standard"), path.stem)


def changed(path: Path) -> None:
    path.write_text(path.read_text().replace("1", "2", 1))
    _read.cache_clear()  # as in another session


@pytest.mark.parametrize(
    ("text", "output", "loss"),
    [
        ("1,2,a\n3,4,b\n5,6,a\n", (1, "sigmoid"), "binary-cross-entropy"),
        ("1,2,a\n3,4,b\n5,6,c\n", (3, "softmax"), "categorical-cross-entropy"),
        ("1,2,0.5\n3,4,0.25\n5,6,0.125\n", (1, "identity"), "half-squared"),
    ],
)
def test_that_any_samples_get_a_scenario_that_runs(text, output, loss):
    reading = detect_text(text)
    scenario = scenario_for(data_from_text(text, reading.options, reading.scaling, reading.divisor), "own")

    session = Session(scenario)
    session.step_update(3)

    assert (scenario.layers[-1].units, scenario.layers[-1].activation, scenario.loss) == (*output, loss)
    assert Scenario.from_json(scenario.to_json()) == scenario


def test_that_large_targets_are_offered_scaled_and_learned(tmp_path):
    x = np.random.default_rng(0).normal(size=(200, 2))
    path = tmp_path / "prices.csv"
    np.savetxt(path, np.column_stack([x, 5000 + 800 * x[:, 0] - 300 * x[:, 1]]), delimiter=",", fmt="%.4f")

    scenario, reading = scenario_of_file(path)
    session = Session(scenario)
    session.step_update(300)

    assert (reading.target_scaling, scenario.data.target_scaling) == ("standard", "standard")
    assert session.metrics.test < 0.05


def test_that_few_samples_are_written_out_and_need_no_file(tmp_path):
    path = tmp_path / "few.csv"
    path.write_text("a,b,species\n1,2,x\n3,4,y\n5,6,x\n")
    scenario = scenario_for(data_from_file(path, detect(path).options), "few")
    path.unlink()

    data = prepare(Scenario.from_json(scenario.to_json())).data

    assert (data.class_names, data.feature_names) == (("x", "y"), ("a", "b"))


@pytest.mark.slow
def test_that_many_samples_stay_in_their_file(large):
    scenario = own(large)

    assert len(scenario.to_json()) < 2000
    assert prepare(Scenario.from_json(scenario.to_json())).data.n_samples == 3000


@pytest.mark.slow
def test_that_many_samples_are_learned(large):
    session = Session(own(large))
    session.step_update(300)

    assert session.metrics.test_accuracy > 0.9


def test_that_a_session_goes_on_while_its_file_changes(large):
    session = Session(own(large))
    changed(large)

    again = prepare(replace(session.scenario, seed=session.scenario.seed, loss="categorical-cross-entropy"))

    assert again.data is session.snapshot().data


@pytest.mark.parametrize("harm", [changed, Path.unlink])
@pytest.mark.slow
def test_that_a_changed_or_missing_file_is_reported_when_a_scenario_is_opened(large, harm):
    text = own(large).to_json()
    _read.cache_clear()
    harm(large)

    with pytest.raises(ScenarioError) as told:
        Scenario.from_json(text)

    assert str(large) in str(told.value)


@pytest.mark.slow
def test_that_a_session_file_names_the_data_file_and_goes_on_from_it(large, tmp_path):
    session = Session(own(large))
    session.step_update(20)
    save_session(session, tmp_path / "own.nnviz")

    opened = open_session(tmp_path / "own.nnviz").session

    assert (tmp_path / "own.nnviz").stat().st_size < large.stat().st_size
    assert opened.loss == session.loss
    assert opened.snapshot().data.n_samples == 3000


@pytest.mark.slow
def test_that_a_session_file_whose_data_have_changed_is_refused(large, tmp_path):
    session = Session(own(large))
    save_session(session, tmp_path / "own.nnviz")
    del session
    gc.collect()
    changed(large)

    with pytest.raises(SessionFileError, match=r"large\.csv"):
        open_session(tmp_path / "own.nnviz")


def test_that_a_scenario_of_a_file_without_one_is_refused():
    with pytest.raises(ModelError, match="a file, for kind 'file'"):
        build(DataSpec("file"), 0)


@pytest.mark.slow
def test_that_too_much_pasted_text_is_refused():
    text = "\n".join(",".join(["0.5"] * 300 + [str(k % 2)]) for k in range(700))

    with pytest.raises(ModelError, match="more in a file"):
        data_from_text(text, detect_text(text).options)


TRAIN = """
import sys
from pathlib import Path
from nnviz.model.scenario.suggestion import scenario_of_file
from nnviz.model.session.session import Session
session = Session(scenario_of_file(sys.argv[1])[0])
session.step_update(20)
assert session.metrics.train_samples + session.metrics.train_left_out == int(sys.argv[2]) * 4 // 5
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the memory of a process alone")
@pytest.mark.parametrize(("digits", "megabytes"), [(12_000, 420), (60_000, 1500)], ids=["12000", "60000"])
@pytest.mark.sample(1, "12000")
def test_that_digits_of_a_table_train_in_few_megabytes(tmp_path, digits, megabytes):
    rows = np.random.default_rng(0).integers(0, 256, (500, 785))
    rows[:, 0] %= 10
    block = "".join(",".join(map(str, row)) + "\n" for row in rows.tolist())
    path = tmp_path / "mnist_train.csv"
    with path.open("w") as file:
        file.writelines(block for _ in range(digits // 500))

    run = subprocess.run(
        [sys.executable, "-c", TRAIN, str(path), str(digits)], capture_output=True, text=True, check=True
    )
    path.unlink()

    # getrusage would count the memory of the parent process too.
    assert int(run.stdout) < megabytes * 1024


@pytest.mark.slow
def test_that_very_many_samples_are_measured_in_a_stated_part(monkeypatch, large):
    monkeypatch.setattr("nnviz.model.engine.metrics.WORK", 1e6)
    session = Session(own(large))
    session.step_update(300)
    metrics = session.metrics

    assert metrics.train_samples + metrics.train_left_out == 2400
    assert metrics.test_samples + metrics.test_left_out == 600
    assert 0 < metrics.test_samples < 600
    assert metrics.train_accuracy > 0.9
