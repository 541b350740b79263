"""Exceptions that were not caught, and what the window shows of them."""

import threading
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.engine.compiled.compile_in_process import CompilingError

Open = Callable[..., App]


def raise_in_thread(error: Exception) -> None:
    def work() -> None:
        raise error

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_that_what_a_thread_cannot_do_is_told_without_a_pause(open_app: Open, qtbot: QtBot, tmp_path: Path) -> None:
    app = open_app()
    app.documents.begin()
    app.controller.running.start()
    raise_in_thread(CompilingError("ImportError: numba is broken"))
    qtbot.waitUntil(lambda: app.window.notice.text() != "", timeout=5000)
    assert app.window.notice.text() == (
        "to compile the updates: found ImportError: numba is broken; "
        "accepted: a working numba; until then numpy runs the updates"
    )
    assert app.controller.run_state.running
    assert not list((tmp_path / "recovery").glob("*.nnviz"))
    app.window.notice.clear()
    app.controller.pause()


def test_that_a_defect_in_a_thread_is_told_as_one_and_pauses_the_run(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.controller.running.start()
    raise_in_thread(ValueError("a defect for the test"))
    qtbot.waitUntil(lambda: app.window.notice.text() != "", timeout=5000)
    assert app.window.notice.text().startswith("A defect in nnviz: ValueError: a defect for the test")
    assert not app.controller.run_state.running
