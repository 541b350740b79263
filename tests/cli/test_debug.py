"""``nnviz debug``: the JSON contract and the exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nnviz.cli.main import main

pytestmark = pytest.mark.slow

_KEYS = {"ok", "raised", "network", "first_difference", "lines", "notes", "updates_recorded", "seconds"}


def _debugged(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, object]]:
    file = folder / "mine.py"
    file.write_text(text, encoding="utf-8")
    status = main(["debug", str(file), "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_code_without_a_network_ends_with_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = _debugged(tmp_path, "x = 1 + 1\n", capsys)
    assert status == 2
    assert set(found) == _KEYS
    assert found["ok"] is None
    assert found["network"] is None


def test_code_that_raises_ends_with_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = _debugged(tmp_path, "x = 1\ny = x / 0\n", capsys)
    assert status == 1
    assert isinstance(found["raised"], dict)
    assert found["raised"]["line"] == 2


def test_a_file_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["debug", "nowhere.py"])
    assert ended.value.code == 2
    assert "nowhere.py" in capsys.readouterr().err
