"""``nnviz lesson`` on the command line."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from nnviz.cli.main import main


def typing(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    typed: Iterator[str] = iter(lines)

    def read(prompt: str) -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", read)


def test_that_without_a_name_the_lessons_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesson", "--language", "zh_CN"]) == 0
    assert "δ 从哪里来？" in capsys.readouterr().out


def test_that_the_script_has_the_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesson", "one-delta", "--script"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("# Where does a δ come from?")
    assert "*Answer:* −0.4497 (within 1 %, points: 1)" in printed


def test_that_in_the_terminal_it_asks_and_counts(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # A wrong choice, what is no number, a hint, the right number, and the end of what is typed.
    typing(monkeypatch, "2", "what?", "?", "-0.45")
    assert main(["lesson", "one-delta", "--terminal"]) == 0
    printed, reported = capsys.readouterr()
    assert "Not right: up." in printed
    assert "Then a² falls further below 1." in printed
    assert "a² = 0.5503, y = 1" in printed
    assert "“what?”" in reported
    assert printed.rstrip().endswith("1 of 2 points")


def test_that_it_is_said_that_a_way_to_give_it_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["lesson", "one-delta"])
    assert "--script, --terminal and --check" in capsys.readouterr().err


def test_that_a_fact_that_is_not_true_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.json"
    step = {"say": {"en": "Look."}, "at": {"update": 1, "line": 6}, "expect": {"delta2[0,0]": 0.5, "A2[0,0]": 0.6}}
    path.write_text(json.dumps({"title": {"en": "Mine"}, "scenario": "xor", "steps": [step]}), encoding="utf-8")
    assert main(["lesson", str(path), "--check"]) == 1
    assert capsys.readouterr().out == "step 1: A2[0,0] is 0.5, and the lesson says 0.6\n1 of 2 facts are true\n"
