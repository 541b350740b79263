"""``nnviz debug``: the JSON contract, the exit statuses, and the table of learners' scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nnviz.cli.main import main

pytestmark = pytest.mark.slow

SCRIPTS = Path(__file__).parents[1] / "fixtures" / "scripts"
TABLE = json.loads((SCRIPTS / "expected.json").read_text(encoding="utf-8"))
RIGHT = [name for name, entry in TABLE.items() if entry["right"] and not entry.get("long")]
WRONG = [name for name, entry in TABLE.items() if entry["right"] is False and not entry.get("raised")]

_KEYS = {"ok", "raised", "network", "first_difference", "lines", "notes", "updates_recorded", "seconds"}
_NETWORK = {"sizes", "activations", "loss", "scaling", "samples_are", "batch", "learning_rate"}
_DIFFERENCE = {"file", "cell", "line", "source", "symbol", "names", "mistakes", "text"}
_LINE = {"line", "source", "symbol", "verdict", "names"}


def _run(file: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, dict]:
    status = main(["debug", str(file), "--json", *options])
    return status, json.loads(capsys.readouterr().out)


def _debugged(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict]:
    file = folder / "mine.py"
    file.write_text(text, encoding="utf-8")
    return _run(file, capsys)


def test_code_without_a_network_ends_with_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = _debugged(tmp_path, "x = 1 + 1\n", capsys)
    assert status == 2
    assert set(found) == _KEYS
    assert found["ok"] is None
    assert found["network"] is None


def test_code_that_raises_ends_with_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = _debugged(tmp_path, "x = 1\ny = x / 0\n", capsys)
    assert status == 1
    assert {"line", "type", "message", "operands"} <= set(found["raised"])
    assert found["raised"]["line"] == 2


def test_a_file_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["debug", "nowhere.py"])
    assert ended.value.code == 2
    assert "nowhere.py" in capsys.readouterr().err


def test_a_right_script_ends_with_status_0_and_its_network(capsys: pytest.CaptureFixture[str]) -> None:
    status, found = _run(SCRIPTS / "xor_class.py", capsys)
    assert status == 0
    assert set(found) == _KEYS
    assert found["ok"] is True
    assert set(found["network"]) == _NETWORK
    assert found["network"] == TABLE["xor_class.py"]["network"]
    assert found["first_difference"] is None


def test_a_wrong_script_ends_with_status_1_and_its_first_wrong_line(capsys: pytest.CaptureFixture[str]) -> None:
    status, found = _run(SCRIPTS / "tanh_class_wrong.py", capsys)
    wanted = TABLE["tanh_class_wrong.py"]["first_difference"]
    assert status == 1
    assert found["ok"] is False
    assert set(found["first_difference"]) == _DIFFERENCE
    assert {key: found["first_difference"][key] for key in ("file", "cell", "line", "source", "symbol")} == {
        key: wanted[key] for key in ("file", "cell", "line", "source", "symbol")
    }
    assert set(wanted["mistakes"]) & set(found["first_difference"]["mistakes"])
    assert all(set(line) == _LINE for line in found["lines"])
    assert {line["verdict"] for line in found["lines"]} == {"right", "wrong", "follows"}


def test_what_is_said_of_the_network_is_compared(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = _run(SCRIPTS / "xor_class.py", capsys, "--network", "2-9-1 sigmoid sigmoid")
    assert any("2-9-1" in note for note in found["notes"])


@pytest.mark.sample(1)
@pytest.mark.parametrize("name", RIGHT)
def test_no_right_script_is_struck(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = _run(SCRIPTS / name, capsys)
    assert found["first_difference"] is None
    assert found["ok"] is not False
    assert status == (0 if found["ok"] else 2)


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", WRONG)
def test_no_other_line_than_the_first_wrong_one_is_named(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, found = _run(SCRIPTS / name, capsys)
    wanted = TABLE[name]["first_difference"]
    assert found["ok"] is not True
    if found["first_difference"] is not None:
        assert found["first_difference"]["line"] in (wanted["line"], *wanted.get("or_lines", ()))
