"""``nnviz map``."""

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest

from nnviz.cli.main import main
from nnviz.model.map import MapPlan, read_axis, train_cell
from nnviz.model.scenario.file import find_scenario

ASKED = ["map", "xor", "--x", "seed=0:2", "--y", "learning-rate=0.1:10:log:3"]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_that_a_map_is_a_table_of_what_each_cell_came_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, "--updates", "30", "--jobs", "1"]) == 0
    written, told = capsys.readouterr()
    plan = MapPlan(find_scenario("xor"), read_axis("seed=0:2"), read_axis("learning-rate=0.1,1,10"), 30)
    results = [train_cell(plan, *cell) for cell in plan.cells()]
    assert [float(row["train_loss"]) for row in rows(written)] == [result.metrics.train for result in results]
    assert [row["learning-rate"] for row in rows(written)] == ["0.1"] * 3 + ["1.0"] * 3 + ["10.0"] * 3
    assert "9 of 9 cells" in told


@pytest.mark.slow
def test_that_two_runs_write_the_same_file(tmp_path: Path) -> None:
    paths = [tmp_path / "one.csv", tmp_path / "two.csv"]
    asked = [[*ASKED, "--epochs", "20", "--jobs", str(jobs), "--out", str(paths[jobs - 1])] for jobs in (1, 2)]
    assert main(asked[0]) == 0
    done = subprocess.run([sys.executable, "-m", "nnviz", *asked[1]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert paths[0].read_text() == paths[1].read_text()
    assert len(rows(paths[0].read_text())) == 9


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (["map", "xor", "--x", "seed=0:2", "--y", "seed=0:2", "--updates", "1"], 1, "two different settings"),
        (["map", "xor", "--x", "seed=0:2", "--y", "speed", "--updates", "1"], 1, "learning-rate"),
        (["map", "nope", "--x", "seed=0:2", "--y", "noise", "--updates", "1"], 1, "xor"),
        ([*ASKED, "--updates", "1", "--cluster", "tcp://127.0.0.1:1"], 1, "tcp://127.0.0.1:1"),
        ([*ASKED, "--updates", "1", "--out", "/no/such/folder/map.csv"], 1, "/no/such/folder"),
    ],
)
@pytest.mark.slow
def test_that_what_cannot_be_done_is_reported(
    capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, word: str
) -> None:
    assert main(arguments) == status
    written, told = capsys.readouterr()
    assert written == ""
    assert word in told
    assert "Traceback" not in told


@pytest.mark.parametrize("wrong", [["--updates", "0"], ["--updates", "3", "--epochs", "3"], [], ["--jobs", "0"]])
def test_that_a_wrong_command_line_is_reported(capsys: pytest.CaptureFixture[str], wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*ASKED, *wrong])
    assert stopped.value.code == 2


@pytest.mark.slow
def test_that_a_map_does_not_import_qt() -> None:
    code = (
        "import sys; from nnviz.cli.main import main; "
        "main(['map', 'xor', '--x', 'seed=0,1', '--y', 'noise=0,0.1', '--updates', '2', '--jobs', '1']); "
        "print('PyQt6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize(("typed", "told"), [("1,000", "1000, or 1.000"), ("1e-400", "it would be 0"), ("nan", "0.5")])
def test_that_a_threshold_that_may_be_misread_is_refused(
    typed: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([*ASKED, "--updates", "1", "--threshold", typed])
    assert told in capsys.readouterr().err
