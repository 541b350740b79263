"""Compiling in the background: a failure is reported once, and no process is left; numba is not needed here."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from nnviz import Scenario
from nnviz.model.engine import engines
from nnviz.model.engine.compiled import cache, kernels
from nnviz.model.engine.compiled.compile_in_process import Compiling, CompilingError
from nnviz.model.engine.compiled.kernels import Kernels
from nnviz.model.session.session import Session


@pytest.fixture
def numba_that(tmp_path, monkeypatch):
    """Return a function that puts a numba with some source before the real one, for processes that are started."""

    def put(source: str) -> None:
        (tmp_path / "numba.py").write_text(source)
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        monkeypatch.setattr(cache, "version", lambda name: "0")
        monkeypatch.setattr(engines, "is_installed", lambda: True)

    return put


@pytest.fixture
def reported(monkeypatch) -> list[BaseException]:
    """Return what is raised in threads."""
    raised: list[BaseException] = []
    monkeypatch.setattr(threading, "excepthook", lambda arguments: raised.append(arguments.exc_value))
    return raised


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]


def watched(monkeypatch: pytest.MonkeyPatch) -> tuple[Kernels, list[Compiling]]:
    """Reset this process's kernels; return them, and the processes that they start."""
    made, started = Kernels(), []

    class Watched(Compiling):
        def __init__(self, path: Path) -> None:
            super().__init__(path)
            started.append(self)

    monkeypatch.setattr(kernels, "Compiling", Watched)
    monkeypatch.setattr(kernels, "KERNELS", made)
    return made, started


def test_that_what_numba_says_is_reported_when_it_cannot_compile(tmp_path, numba_that):
    numba_that('raise ImportError("Numba needs NumPy 2.3 or less")')
    with pytest.raises(CompilingError, match=r"ImportError: Numba needs NumPy 2\.3 or less"):
        Compiling(tmp_path / "kernel.py").wait()


def test_that_compiling_can_be_stopped(tmp_path, numba_that):
    numba_that("import time\ntime.sleep(600)")
    compiling = Compiling(tmp_path / "kernel.py")
    threading.Timer(0.2, compiling.stop).start()
    assert compiling.wait() is False


def test_that_an_application_that_ends_ceases_to_compile(monkeypatch, numba_that, reported, wait_until):
    numba_that("import time\ntime.sleep(600)")
    _, started = watched(monkeypatch)
    Session(Scenario.load("xor"), "fastest")
    wait_until(lambda: started)
    engines.stop_compiling()
    wait_until(lambda: started[0].process.poll() is not None)
    assert reported == []


def test_that_an_application_that_has_compiled_nothing_imports_nothing_to_cease():
    ceases = "import sys; from nnviz.model.engine.engines import stop_compiling; stop_compiling(); print(*sys.modules)"
    reported = subprocess.run([sys.executable, "-c", ceases], capture_output=True, text=True, check=True).stdout.split()
    assert "nnviz.model.engine.engines" in reported
    assert "nnviz.model.engine.compiled.kernels" not in reported


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked for in /proc")
def test_that_compiling_ends_with_the_process_that_wants_it_however_that_ends(numba_that, processes, wait_until):
    numba_that("import time\ntime.sleep(600)")
    wants = (
        "import time; from pathlib import Path; from nnviz.model.engine.compiled.compile_in_process import Compiling; "
        "print(Compiling(Path('kernel.py')).process.pid, flush=True); time.sleep(600)"
    )
    parent = processes.start(sys.executable, "-c", wants, stdout=subprocess.PIPE)
    compiling = int(parent.stdout.readline())
    assert is_running(compiling)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    wait_until(lambda: not is_running(compiling))


def test_that_a_broken_numba_is_reported_once_and_numpy_goes_on(monkeypatch, numba_that, reported, wait_until):
    numba_that('raise ImportError("broken")')
    made = Kernels()
    monkeypatch.setattr(kernels, "KERNELS", made)
    session = Session(Scenario.load("xor"), "fastest")
    wait_until(lambda: reported)
    for _ in range(20):
        session.step_update()
        session.use_chosen_engine()
    assert session.engine == "numpy"
    assert [type(error) for error in reported] == [CompilingError]
    assert "broken" in str(reported[0])


def test_that_an_engine_that_does_not_work_is_refused_where_it_is_asked_for(monkeypatch, numba_that):
    numba_that("")
    monkeypatch.setitem(sys.modules, "numba", None)
    monkeypatch.setattr(kernels, "KERNELS", Kernels())
    with pytest.raises(CompilingError, match="numpy runs the updates"):
        Session(Scenario.load("xor"), "compiled")


def test_that_another_scenario_is_compiled_instead_of_the_one_before(monkeypatch, numba_that, reported, wait_until):
    numba_that("import time\ntime.sleep(600)")
    made, started = watched(monkeypatch)
    one = Session(Scenario.load("xor"), "fastest")
    wait_until(lambda: len(started) == 1)
    Session(Scenario.load("mazur"), "fastest")
    wait_until(lambda: len(started) == 2)
    wait_until(lambda: started[0].process.returncode is not None)
    one.prepare_engine()  # what was left waits until nothing else is being compiled
    assert started[1].process.poll() is None
    made.stop()
    wait_until(lambda: started[1].process.returncode is not None)
    one.prepare_engine()
    wait_until(lambda: len(started) == 3)
    made.stop()
    wait_until(lambda: started[2].process.returncode is not None)
    assert not reported


def test_that_the_cache_keeps_what_was_used_last(monkeypatch, numba_that):
    numba_that("")
    monkeypatch.setattr(cache, "KEPT", 3)
    paths = [cache.write(f"# {number}") for number in range(5)]
    for age, path in enumerate(reversed(paths[:4])):
        cache.keep(path)
        beside = path.parent / "__pycache__" / f"{path.stem}.updates-8.py3.1.nbc"
        beside.parent.mkdir(exist_ok=True)
        beside.touch()
        mark = next(path.parent.glob(f"{path.stem}.compiled-*"))
        os.utime(mark, (1000 - age, 1000 - age))
    cache.keep(paths[4])
    assert [cache.is_kept(path) for path in paths] == [False, False, True, True, True]
    assert [path.exists() for path in paths] == [False, False, True, True, True]
    assert len(list(paths[0].parent.glob("__pycache__/*"))) == 2
