"""A recovery file that an earlier version left is offered, and gives the same bits."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PyQt6.QtCore import QSettings, Qt
from PyQt6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.breakpoints.parse import read_condition
from nnviz.model.session_file.file import open_session

FOLDER = Path(__file__).parents[1] / "fixtures" / "before"
NAME = "recovery-4242-17f0a2b3c4d5e6f7.nnviz"


def test_that_what_an_earlier_version_left_comes_back_to_the_bit(
    open_app: Callable[..., App], qtbot: QtBot, settings: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))["recovery"]
    folder = tmp_path / "recovery"
    folder.mkdir()
    shutil.copy(FOLDER / NAME, folder / NAME)
    app = open_app("circle")
    app.documents.begin()
    assert "XOR" in app.window.question.text()
    qtbot.mouseClick(app.window.question.findChild(QPushButton, "recover"), Qt.MouseButton.LeftButton)
    now = app.controller.snapshot
    place = now.position
    assert [place.update, place.line, place.lines, place.epoch] == expected["position"]
    assert now.engine == "numpy"
    # That this is what was saved, to the bit, the tests of the session file say.
    saved = open_session(FOLDER / NAME).session.snapshot()
    assert now.values.keys() == saved.values.keys()
    for name, array in saved.values.items():
        np.testing.assert_array_equal(now.values[name], array)
    for name, array in saved.before.items():
        np.testing.assert_array_equal(now.before[name], array)
    assert [point.condition for point in app.controller.breakpoints.all] == [read_condition("dW2", now, {})]
    assert [mark.kind for mark in now.marks] == ["value"]
