"""SIGTERM, SIGHUP and Ctrl+C end the window with the newest edit saved for the next start, whatever is going on."""

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PyQt6.QtWidgets import QPushButton

from nnviz.app.application import App
from nnviz.model.session_file.file import open_session

pytestmark = [pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals"), pytest.mark.slow]

WINDOW = str(Path(__file__).parents[1] / "fixtures" / "edited_window.py")
ENDLESS = "import time\ndef backprop(X, Y, weights, biases):\n    time.sleep(600)\n"
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


@pytest.fixture
def open_window(processes, tmp_path: Path) -> Callable[..., object]:
    """Return a function that starts the window in a process, and waits until the named thing goes on in it."""

    def start(what: str, *arguments: str, **options: object):
        # A shell's job in the background ignores Ctrl+C, and so does all that it starts.
        options.setdefault("preexec_fn", lambda: signal.signal(signal.SIGINT, signal.default_int_handler))
        process = processes.python(WINDOW, what, *arguments, env={"XDG_CONFIG_HOME": str(tmp_path)}, **options)
        assert process.stdout.readline() == "ready\n", process.stderr.read()
        return process

    return start


def recovered(folder: Path) -> list[float]:
    """Return the cell that was edited, of each session that is left for the next start."""
    found = (folder / "nnviz" / "recovery").glob("recovery-*.nnviz")
    return [float(open_session(path).session.value("W1")[0, 0]) for path in found]


def check_end(process, processes, folder: Path, number: int, *, trained: bool = False) -> None:
    _, told = process.communicate(timeout=120)
    assert process.returncode == 128 + number
    assert "Traceback" not in told
    processes.wait_until_none_lives()
    # In a run the edited value is trained on.
    assert recovered(folder) == [pytest.approx(0.5, abs=0.05) if trained else 0.5]
    assert [path.name for path in (folder / "nnviz").rglob("*.nnviz-part")] == []


def gives_way(number: int) -> bool:
    try:
        return os.getpriority(os.PRIO_PROCESS, number) > os.getpriority(os.PRIO_PROCESS, 0)
    except ProcessLookupError:
        return False  # it has ended since


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.sample(1)
def test_that_a_signal_leaves_the_newest_edit_and_no_process(
    open_window, processes, tmp_path: Path, number: int
) -> None:
    process = open_window("idle")
    assert recovered(tmp_path) == [], "it is too new to have been saved before"
    process.send_signal(number)
    check_end(process, processes, tmp_path, number)


@pytest.mark.parametrize("what", ["asking", "dialog", "computing", "mapping"])
@pytest.mark.sample(1)
def test_that_it_does_so_whatever_goes_on(open_window, processes, tmp_path: Path, what: str) -> None:
    process = open_window(what)
    process.send_signal(signal.SIGTERM)
    check_end(process, processes, tmp_path, signal.SIGTERM, trained=what == "computing")


def test_that_a_run_goes_on_until_then_and_its_edit_is_kept(open_window, processes, tmp_path: Path) -> None:
    process = open_window("running")
    process.send_signal(signal.SIGTERM)
    _, told = process.communicate(timeout=120)
    assert process.returncode == 128 + signal.SIGTERM
    assert "Traceback" not in told
    processes.wait_until_none_lives()
    (path,) = (tmp_path / "nnviz" / "recovery").glob("recovery-*.nnviz")
    session = open_session(path).session
    assert session.position.completed > 1
    assert [edit.text for branch in session.history.saved().branches for edit in branch.edits] != []


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.sample(1)
def test_that_a_persons_code_ends_too(open_window, processes, tmp_path: Path, number: int) -> None:
    code = tmp_path / "mine.py"
    code.write_text(ENDLESS)
    process = open_window("checking", str(code))
    assert len(processes.alive()) == 2
    process.send_signal(number)
    check_end(process, processes, tmp_path, number)


def test_that_reading_a_large_table_is_not_waited_for(open_window, processes, tmp_path: Path) -> None:
    table = tmp_path / "large.csv"
    table.write_text("a,b,answer\n" + "0.25,0.75,1\n0.5,0.125,0\n" * 400_000)
    process = open_window("importing", str(table))
    process.send_signal(signal.SIGTERM)
    check_end(process, processes, tmp_path, signal.SIGTERM)


def test_that_the_signals_of_a_closed_terminal_do_it_once(open_window, processes, tmp_path: Path) -> None:
    process = open_window("mapping")
    for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGHUP):
        os.killpg(process.pid, number)
    process.communicate(timeout=120)
    assert process.returncode in (128 + signal.SIGHUP, 128 + signal.SIGTERM)
    processes.wait_until_none_lives()
    assert recovered(tmp_path) == [0.5]


def test_that_a_killed_window_takes_the_processes_of_its_map_along(open_window, processes, wait_until) -> None:
    process = open_window("mapping")
    # They give way to the window once they train.
    wait_until(lambda: sum(map(gives_way, processes.children(process.pid))) >= 2)
    process.kill()
    process.wait()
    processes.wait_until_none_lives()


def test_that_nohup_is_heeded(open_window, processes, tmp_path: Path) -> None:
    process = open_window("idle", preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    process.send_signal(signal.SIGHUP)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=2)
    process.send_signal(signal.SIGTERM)
    check_end(process, processes, tmp_path, signal.SIGTERM)


def test_that_the_next_start_offers_it(
    open_window, open_app: Callable[..., App], qtbot, settings, tmp_path: Path
) -> None:
    process = open_window("idle")
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=120)
    (tmp_path / "nnviz" / "recovery").rename(tmp_path / "recovery")  # beside the settings of this test
    app = open_app("xor")
    app.documents.begin()
    assert app.window.question.text().startswith("nnviz ended unexpectedly. Recover")
    app.window.question.findChild(QPushButton, "recover").click()
    assert app.controller.snapshot.values["W1"][0, 0] == 0.5
