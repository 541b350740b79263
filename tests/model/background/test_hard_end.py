"""Processes that have been started end with the one that has started them."""

import os
import signal

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows does not tell that a parent is gone")

CHILD = "import os, time; from nnviz.model.background.hard_end import end_with; end_with({parent}); time.sleep(600)"
PARENT = """
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", CHILD.replace("{parent}", str(os.getpid()))])
print(child.pid, flush=True)
time.sleep(600)
"""
KILLER = """
import multiprocessing, time
from nnviz.model.background.hard_end import kill_children
if __name__ == "__main__":
    child = multiprocessing.get_context("fork").Process(target=time.sleep, args=(600,))
    child.start()
    kill_children()
    child.join()
    print(child.exitcode)
"""


@pytest.mark.slow
def test_that_a_process_ends_after_the_one_that_has_started_it_was_killed(processes) -> None:
    parent = processes.python("-c", f"CHILD = {CHILD!r}{PARENT}")
    child = int(parent.stdout.readline())
    assert child in processes.alive()

    parent.kill()
    parent.wait()

    processes.wait_until_none_lives()


@pytest.mark.slow
def test_that_all_processes_of_multiprocessing_are_killed_at_once(processes) -> None:
    done = processes.python("-c", KILLER)
    assert done.communicate(timeout=120)[0] == f"{-signal.SIGKILL}\n"
