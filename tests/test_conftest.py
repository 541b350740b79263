"""What tests/conftest.py promises: a test leaves nothing behind, whether it passes or fails."""

import gc
import os
import shutil
import sys
from pathlib import Path
from weakref import ref

import pytest
from PyQt6.QtWidgets import QLabel

TESTS = """
import subprocess, sys
from pathlib import Path
from PyQt6.QtCore import QThread, QTimer
from PyQt6.QtWidgets import QLabel
import pytest

PROGRAM = '''
import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print("started", flush=True)
time.sleep(600)
'''

@pytest.mark.parametrize("passes", [True, False])
def test_process(processes, passes):
    process = processes.start(sys.executable, "-c", PROGRAM, stdout=subprocess.PIPE)
    assert process.stdout.readline() == "started\\n"
    assert len(processes.in_group(process.pid)) == 2
    with Path(__file__).with_name("groups").open("a") as file:
        file.write(f"{process.pid}\\n")
    assert passes

def test_timer(qapp):
    QTimer(qapp).start(60_000)

def test_thread(qapp):
    thread = QThread(qapp)
    thread.start()

def test_window(qapp):
    label = QLabel("left")
    label.show()
    qapp.label = label

def test_nothing(qapp):
    timer = QTimer(qapp)
    timer.start(60_000)
    timer.stop()

@pytest.mark.parametrize("case", "abcdefgh")
@pytest.mark.sample(2, "f")
def test_sampled(case):
    pass

def test_of_the_table(request):
    assert request.node.get_closest_marker("slow")

def test_of_no_table(request):
    assert not request.node.get_closest_marker("slow")
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked for in /proc")
@pytest.mark.slow
def test_that_a_test_leaves_nothing_behind_whether_it_passes_or_fails(tmp_path, processes, wait_until) -> None:
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    (tmp_path / "slow.txt").write_text("test_inside.py::test_of_the_table\n")
    (tmp_path / "test_inside.py").write_text(TESTS)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = slow\n  sample\n  no_cover\n")
    line = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov", "-rA"]
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    done = processes.run(*line, cwd=tmp_path, env=surroundings)
    for group in map(int, (tmp_path / "groups").read_text().split()):
        wait_until(lambda group=group: not processes.in_group(group))
    assert "PASSED test_inside.py::test_process[True]" in done.stdout
    assert "FAILED test_inside.py::test_process[False]" in done.stdout
    for what in ("an active QTimer of QApplication (60000 ms)", "a running QThread", "a visible QLabel"):
        assert f"the test left {what}" in done.stdout
    assert "PASSED test_inside.py::test_sampled[f]" in done.stdout, "the marker names it"
    for count in ("9 passed", "1 failed", "3 errors", "6 deselected"):
        assert count in done.stdout.splitlines()[-1]


def test_that_a_widget_lives_until_it_is_closed_whoever_refers_to_it(qtbot) -> None:
    label = QLabel("part of a circle")
    label.myself = label
    qtbot.addWidget(label)
    alive = ref(label)
    del label
    gc.collect()
    assert alive() is not None
