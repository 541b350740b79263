"""What a session file stores of the window, the list of recent files, and what counts as work."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PyQt6.QtCore import QSettings

from nnviz.cli.main import main
from nnviz.documents.open_document import OpenDocument
from nnviz.documents.recent_files import RecentFiles
from nnviz.model.breakpoints import Breakpoint, LineReached, LossBelow
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.available_commands import FASTEST
from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.session import Session
from nnviz.model.session_file.debugger_state import DebuggerState, read_debugger_state
from nnviz.model.session_file.file import save_session

DESK = DebuggerState(
    breakpoints=(Breakpoint(LineReached("dW1")), Breakpoint(LossBelow(0.25), enabled=False)),
    watches=("abs(delta1).max()",),
    speed=30.0,
    convention="rows",
    own_labels=False,
    selection=Selection(layer=1, unit=(1, 0), cell=Cell("W1", 0, 1), line=3, sample=2),
)


@pytest.mark.parametrize("desk", [DebuggerState(), DESK, replace(DESK, speed=FASTEST, selection=Selection(sample=1))])
def test_that_a_desk_comes_back_through_json(desk: DebuggerState) -> None:
    plain = json.loads(json.dumps(desk.to_plain(), allow_nan=False))
    assert read_debugger_state(plain) == (desk, ())


@pytest.mark.parametrize(
    "wrong",
    [
        {"breakpoints": "all"},
        {"breakpoints": [{"kind": "loss-below", "bound": "low"}]},
        {"breakpoints": [{"kind": "line", "symbol": "W1", "enabled": "no"}]},
        {"watches": [3]},
        {"watches": ["__import__('os')"]},
        {"speed": 0},
        {"speed": True},
        {"speed": "fast"},
        {"convention": "diagonal"},
        {"own_labels": 1},
        {"selection": []},
        {"selection": {"cell": ["W1", "0", 1]}},
        {"selection": {"unit": [1]}},
        {"selection": {"sample": -1}},
    ],
)
def test_that_what_is_wrong_is_reported_once_and_the_rest_is_read(wrong: dict[str, object]) -> None:
    (key,) = wrong
    desk, problems = read_debugger_state({**DESK.to_plain(), **wrong, "of another version": 1})
    assert len(problems) == 1
    others = [name for name in vars(DESK) if name != key]
    assert [getattr(desk, name) for name in others] == [getattr(DESK, name) for name in others]
    assert getattr(desk, key) == getattr(DebuggerState(), key)


def test_that_ten_recent_files_are_kept_between_starts(tmp_path: Path) -> None:
    def settings() -> QSettings:
        return QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)

    kept = settings()
    recent = RecentFiles(kept)
    assert recent.files == ()
    recent.add(tmp_path / "a, b; c.nnviz")
    kept.sync()
    assert RecentFiles(settings()).files == (tmp_path / "a, b; c.nnviz",)
    for number in range(12):
        recent.add(tmp_path / f"{number}.nnviz")
    recent.add(tmp_path / "5.nnviz")
    recent.drop(tmp_path / "11.nnviz")
    kept.sync()
    assert [path.stem for path in RecentFiles(settings()).files] == ["5", "10", "9", "8", "7", "6", "4", "3", "2"]
    recent.clear()
    assert recent.files == ()


def session() -> Session:
    return Session(Scenario.load("xor"))


def test_that_running_is_work_only_on_a_session() -> None:
    run = session()
    scenario, saved = OpenDocument(saved=run.contents), OpenDocument("session", saved=run.contents)
    run.step_update(10)
    assert not scenario.has_unsaved_work(run.contents)
    assert saved.has_unsaved_work(run.contents)
    later = OpenDocument("session", saved=run.contents)
    run.step_back_update(5)
    assert not later.has_unsaved_work(run.contents)
    run.step_line()
    assert not later.has_unsaved_work(run.contents), "what has happened there has happened again"


def test_that_edits_and_branches_are_work_until_they_are_undone() -> None:
    run = session()
    run.step_update(10)
    document = OpenDocument(saved=run.contents)
    for change in (
        lambda: run.set_value("W1", (0, 0), 0.5),
        lambda: run.rename_branch("branch 1", "mine"),
        lambda: run.change(replace(run.scenario, seed=9)),
    ):
        change()
        assert document.has_unsaved_work(run.contents)
        run.undo()
        assert not document.has_unsaved_work(run.contents)
        run.redo()
        assert document.has_unsaved_work(run.contents)
        run.undo()


def test_that_what_was_recovered_is_work_as_it_is() -> None:
    assert OpenDocument("session", None, "waves", None).has_unsaved_work(session().contents)


def test_that_training_goes_on_from_a_session(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = session()
    run.step_update(30)
    save_session(run, tmp_path / "s.nnviz")
    assert main(["train", str(tmp_path / "s.nnviz"), "--updates", "4"]) == 0
    rows = capsys.readouterr().out.splitlines()[1:]
    assert [int(row.split()[0]) for row in rows] == [30, 31, 32, 33, 34]
    run.step_update(4)
    assert rows[-1].split()[2] == f"{run.loss:.9g}"


def test_that_a_faulty_session_is_one_line_and_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_session(session(), tmp_path / "s.nnviz")
    path = tmp_path / "cut.nnviz"
    path.write_bytes((tmp_path / "s.nnviz").read_bytes()[:-50])
    for command in (["train", str(path), "--updates", "1"], ["open", str(path)]):
        assert main(command) == 1
        reported = capsys.readouterr().err
        assert reported.startswith("nnviz: to open ")
        assert "cut.nnviz" in reported
        assert len(reported.splitlines()) == 1
