"""Exceptions that were not caught, and what the window shows of them."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PyQt6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.app.crash_reports import CrashReporter
from nnviz.model.engine.compiled.compile_in_process import CompilingError
from nnviz.model.scenario.file import find_scenario

Open = Callable[..., App]


def raise_in_thread(error: Exception) -> None:
    def work() -> None:
        raise error

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_that_what_a_thread_cannot_do_is_reported_without_a_pause(open_app: Open, qtbot: QtBot, tmp_path: Path) -> None:
    app = open_app()
    app.documents.begin()
    app.controller.running.start()
    raise_in_thread(CompilingError("ImportError: numba is broken"))
    qtbot.waitUntil(lambda: app.window.notice.text() != "")
    assert app.window.notice.text() == (
        "to compile the updates: found ImportError: numba is broken; "
        "accepted: a working numba; until then numpy runs the updates"
    )
    assert app.controller.run_state.running
    assert not list((tmp_path / "recovery").glob("*.nnviz"))
    app.window.notice.clear()
    app.controller.pause()


def test_that_a_defect_in_a_thread_is_reported_as_one_and_pauses_the_run(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.controller.running.start()
    raise_in_thread(ValueError("a defect for the test"))
    qtbot.waitUntil(lambda: app.window.notice.text() != "")
    assert app.window.notice.text().startswith("A defect in nnviz: ValueError: a defect for the test")
    assert not app.controller.run_state.running


def find_defect() -> None:
    """Report a defect as Python and PyQt do."""
    try:
        raise ValueError("a defect for the test")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_that_what_no_window_could_show_is_printed(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    before, reporter = sys.excepthook, CrashReporter()
    find_defect()
    assert capsys.readouterr().err == ""
    reporter.remove()
    assert capsys.readouterr().err.strip().endswith("ValueError: a defect for the test")
    assert sys.excepthook == before


def test_that_what_was_found_before_anybody_listened_is_reported_when_the_event_loop_begins(qtbot: QtBot) -> None:
    reporter, reported = CrashReporter(), []
    find_defect()
    reporter.fault_found.connect(lambda summary, _: reported.append(summary))
    qtbot.waitUntil(lambda: bool(reported))
    reporter.remove()
    assert reported == ["ValueError: a defect for the test"]


def test_that_a_window_that_cannot_be_built_says_so_to_whoever_wanted_it(
    qtbot: QtBot, settings: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ValueError("a defect for the test")

    before = sys.excepthook
    monkeypatch.setattr("nnviz.app.application.MainWindow", fails)
    with pytest.raises(ValueError, match="a defect for the test"):
        App(find_scenario("xor"), settings)
    assert sys.excepthook == before, "the exception is printed, and not shown in a window that is not there"
