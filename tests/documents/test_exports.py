"""Exports from the File menu: asked where, written, and refused in words."""

from __future__ import annotations

import pytest
from PyQt6.QtWidgets import QWidget

import nnviz
from nnviz.documents.exports import EXPORTS, Exports
from nnviz.documents.written_exports import SUFFIXES
from nnviz.views import file_dialogs


@pytest.fixture
def snapshot():
    session = nnviz.Session(nnviz.Scenario.load("xor"))
    session.step_update(2)
    return session.snapshot()


@pytest.mark.parametrize("kind", EXPORTS)
def test_that_every_kind_of_the_menu_is_written_where_the_person_says(kind, snapshot, qtbot, tmp_path, monkeypatch):
    asked = []
    path = tmp_path / f"mine{SUFFIXES[kind][0]}"
    monkeypatch.setattr(file_dialogs, "ask_save", lambda *given: asked.append(given) or path)
    window = QWidget()
    qtbot.addWidget(window)
    exports = Exports(None, window)
    with qtbot.waitSignal(exports.exported) as announced:
        exports.export_written(window, snapshot, kind, "folder/xor")
    assert announced.args == [path]
    assert path.stat().st_size > 0
    assert asked[0][2] == f"folder/xor{path.suffix}"
    assert all(f"*{ending}" in asked[0][3] for ending in SUFFIXES[kind])


def test_that_an_ending_of_another_kind_and_a_cancelled_dialog_write_nothing(snapshot, qtbot, tmp_path, monkeypatch):
    window = QWidget()
    qtbot.addWidget(window)
    exports, problems = Exports(None, window), []
    exports.problem_found.connect(problems.append)
    monkeypatch.setattr(file_dialogs, "ask_save", lambda *_: tmp_path / "x.exe")
    exports.export_written(window, snapshot, "numpy", "xor")
    assert ".py" in problems[0]
    monkeypatch.setattr(file_dialogs, "ask_save", lambda *_: None)
    exports.export_written(window, snapshot, "numpy", "xor")
    assert len(problems) == 1
    assert not list(tmp_path.iterdir())
