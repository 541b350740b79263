"""Checking the functions of a file in a separate process: whatever they do harms nothing, and is reported."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nnviz.model.codecheck import Report, check_file
from nnviz.model.errors import ModelError

pytestmark = pytest.mark.slow  # they start processes

RIGHT = """
import numpy as np
def backprop(X, Y, weights, biases):
    A1 = np.tanh(weights[0] @ X + biases[0])
    A2 = 1 / (1 + np.exp(-(weights[1] @ A1 + biases[1])))
    delta2 = A2 - Y
    return {"A1": A1, "A2": A2, "delta2": delta2, "dW2": delta2 @ A1.T / X.shape[1]}
"""


@pytest.fixture
def checked(tmp_path: Path):
    """Return a function that checks a text as a file."""

    def check(text: str, seconds: float = 20.0) -> Report:
        path = tmp_path / "mine.py"
        path.write_text(text, encoding="utf-8")
        return check_file(path, "xor", seconds=seconds)

    return check


def test_that_right_code_is_right(checked) -> None:
    report = checked(RIGHT)
    assert report.ok, str(report)


def test_that_an_exception_is_reported_with_their_line(checked) -> None:
    report = checked("def backprop(X, Y, weights, biases):\n    depth = len(weights)\n    return 1 / (depth - 2)\n")
    failure = report.failure
    assert failure is not None
    assert (failure.kind, failure.line, failure.text) == ("ZeroDivisionError", 3, "return 1 / (depth - 2)")
    assert "line 3" in str(report)


def test_that_the_line_is_theirs_where_numpy_raises(checked) -> None:
    report = checked(RIGHT.replace("np.tanh(", "np.linalg.inv("))
    assert report.failure is not None
    assert report.failure.kind == "LinAlgError"
    assert report.failure.line == 4


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("def backprop(:\n", "SyntaxError", 1),
        ("import numpy\nimport no_such_module\n", "ModuleNotFoundError", 2),
        ("x = 1\nraise RuntimeError('not today')\n", "RuntimeError", 2),
    ],
)
@pytest.mark.sample(1)
def test_that_a_file_that_cannot_be_run_is_reported(checked, text: str, kind: str, line: int) -> None:
    failure = checked(text).failure
    assert failure is not None
    assert (failure.kind, failure.line, failure.part) == (kind, line, "import")


def test_that_a_file_without_the_function_is_reported(checked) -> None:
    assert "mine.py has no function backprop" in str(checked("x = 1\n"))


def test_that_an_endless_loop_is_stopped_and_reported_with_its_line(checked) -> None:
    report = checked("def backprop(X, Y, weights, biases):\n    n = 0\n    while True:\n        n += 1\n", 4.0)
    assert report.failure is not None
    assert report.failure.kind == "timeout"
    assert report.failure.line in (3, 4)
    assert "endless loop" in str(report)


@pytest.mark.parametrize("way", ["os._exit(3)", "ctypes.string_at(0)", "os.abort()"])
@pytest.mark.sample(1)
def test_that_a_crash_harms_nothing_and_is_reported(checked, way: str) -> None:
    report = checked(f"import ctypes, os\ndef backprop(X, Y, weights, biases):\n    {way}\n")
    assert report.failure is not None
    assert report.failure.kind == "crash"
    assert not report.ok
    if "exit" not in way:
        assert (report.failure.line, report.failure.text) == (3, way)


def test_that_what_it_prints_is_kept_once(checked, capfd: pytest.CaptureFixture[str]) -> None:
    report = checked(RIGHT.replace("    A1 =", "    print('shapes', X.shape)\n    A1 =", 1))
    assert report.ok
    assert report.printed == "shapes (2, 4)\n"
    assert capfd.readouterr().out == ""


def test_that_binary_output_harms_nothing(checked) -> None:
    report = checked(RIGHT.replace("    A1 =", "    import os; os.write(1, bytes(range(256)))\n    A1 =", 1))
    assert report.ok


@pytest.mark.parametrize("way", ["sys.stdout.close()", "sys.stdout = None", "sys.stdout = io.StringIO()"])
@pytest.mark.sample(1)
def test_that_what_is_done_to_the_streams_harms_nothing(checked, way: str) -> None:
    assert checked(f"import io, sys\n{way}\n" + RIGHT).ok


def test_that_it_finds_what_stands_beside_it_and_is_reported_the_same_names(checked, tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text("import numpy as np\nrate = 1.0\n")
    (tmp_path / "shapes.txt").write_text("3")
    (tmp_path / "json.py").write_text("raise RuntimeError('not the json of Python')\n")
    report = checked("import helper\nopen('shapes.txt').close()\n" + RIGHT)
    assert report.ok, str(report)


def test_that_a_line_of_another_of_their_files_is_reported_as_such(checked, tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text("import json\n\ndef read(text):\n    return json.loads(text)\n")
    report = checked("import helper\ndef backprop(X, Y, weights, biases):\n    helper.read('{')\n")
    failure = report.failure
    assert failure is not None
    assert (failure.file, failure.line, failure.text) == ("helper.py", 4, "return json.loads(text)")


def test_that_another_signature_is_reported(checked) -> None:
    report = checked("def backprop(X, Y, W1, b1, W2, b2):\n    return {}\n")
    assert "TypeError in backprop: backprop() missing 2 required" in str(report)


def test_that_a_file_with_a_main_part_is_not_run_as_one(checked) -> None:
    assert checked(RIGHT + "\nif __name__ == '__main__':\n    raise SystemExit(4)\n").ok


def test_that_input_is_not_waited_for(checked) -> None:
    report = checked("def backprop(X, Y, weights, biases):\n    input('go on?')\n")
    assert report.failure is not None
    assert report.failure.kind == "EOFError"


def test_that_nothing_is_left_behind(checked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    checked(RIGHT)
    assert os.listdir(folder) == []  # noqa: PTH208 - as people look


def test_that_a_file_that_is_not_there_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no\.py"):
        check_file(tmp_path / "no.py", "xor")


def test_that_an_unknown_scenario_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text(RIGHT)
    with pytest.raises(ModelError, match="nowhere"):
        check_file(path, "nowhere")
