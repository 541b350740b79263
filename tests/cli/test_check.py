"""``nnviz check`` on the command line."""

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from nnviz.cli.main import main
from nnviz.model import codecheck

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.fixture(autouse=True, scope="module")
def checked_once() -> Iterator[None]:
    """Check each file once: what is printed of a report, as text or JSON, is another test's business."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codecheck, "check_file", cache(codecheck.check_file), raising=False)
        yield


def run(*arguments: str) -> int:
    return main(["check", *arguments])


@pytest.mark.slow
def test_that_right_code_has_the_status_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(FIXTURES / "seed_4_corrected.py"), "--scenario", "xor-stuck") == 0
    reported = capsys.readouterr().out
    assert "All that was returned is right." in reported
    assert "\x1b" not in reported


@pytest.mark.slow
def test_that_a_difference_has_the_status_1_and_the_table_is_aligned(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(FIXTURES / "seed_4.py"), "--scenario", "xor-stuck") == 1
    reported = capsys.readouterr().out
    rows = [row for row in reported.splitlines() if row[:3].strip().isdigit()]
    assert [int(row[:3]) for row in rows] == list(range(1, 17))
    starts = {row.index(word) for row in rows for word in ("not returned", "equal", "different") if word in row}
    assert len(starts) == 1
    assert "The first line that differs is line 12" in reported
    assert "prediction with a stale sample" in reported


@pytest.mark.slow
def test_that_a_failure_has_the_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(FIXTURES / "seed_3.py"), "--scenario", "worked-example-2-3-1") == 1
    assert "ValueError" in capsys.readouterr().out


@pytest.mark.slow
def test_that_json_has_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(FIXTURES / "seed_4.py"), "--scenario", "xor-stuck", "--json") == 1
    reported = json.loads(capsys.readouterr().out)
    assert reported["ok"] is False
    assert reported["first_difference"] == "W1"
    assert reported["mistakes"] == ["in-place", "stale-prediction"]
    assert reported["samples"] == "columns"
    assert [line["line"] for line in reported["lines"]] == list(range(1, 17))
    assert reported["failure"] is None


@pytest.mark.slow
def test_that_json_of_a_failure_has_the_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(FIXTURES / "seed_3.py"), "--scenario", "worked-example-2-3-1", "--json") == 1
    failure = json.loads(capsys.readouterr().out)["failure"]
    assert failure["kind"] == "ValueError"
    assert failure["part"] == "update"
    assert any("reshape" in advice for advice in failure["advice"])


@pytest.mark.slow
def test_that_a_convention_can_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(FIXTURES / "seed_4_corrected.py"), "--scenario", "xor-stuck", "--convention", "rows") == 1
    assert "samples are rows" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([], "FILE.py"),
        (["no-such.py"], "no-such.py"),
        ([__file__, "--convention", "diagonals"], "columns"),
        ([__file__, "--seconds", "0"], "seconds from"),
    ],
)
def test_that_a_wrong_command_line_has_the_status_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], word: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(*arguments)
    assert stopped.value.code == 2
    assert word in capsys.readouterr().err


def test_that_an_unknown_scenario_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(__file__, "--scenario", "nowhere") == 1
    assert "nowhere" in capsys.readouterr().err


@pytest.mark.slow
def test_that_checking_works_from_any_folder_and_without_qt(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text("def backprop(X, Y, weights, biases):\n    return {'Z1': weights[0] @ X}\n")
    code = "import sys; from nnviz.cli.main import main; status = main(['check', 'mine.py']); "
    code += "print(status, 'PyQt6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == "1 False", done.stderr
