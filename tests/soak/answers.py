"""Broken inputs answered in processes with limits: of time, of memory, and against waiting for ever."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.soak.inputs import answer, description, seeds_in

SECONDS = 2.0
"""Seconds of processor time within which each input is answered."""

BYTES = 500 * 2**20
"""Bytes that answering may take beside what the process has taken before."""

A_PROCESS = 200
"""Inputs that one process answers."""

PATIENCE = 30.0
"""Seconds, busy or not, after which a process hangs that has not come to another input."""


def run(count: int, seed: int) -> tuple[int, list[str]]:
    """Try so many inputs; return how many were tried, and what went wrong."""
    failures: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        seeds = seeds_in(Path(folder))
        tried = 0
        while tried < count:
            tried_here, failure = _in_process(Path(folder), seeds, seed, tried, min(tried + A_PROCESS, count))
            tried += tried_here
            if failure:
                failures.append(failure)
    return tried, failures


def _in_process(folder: Path, seeds: dict[str, bytes], seed: int, first: int, end: int) -> tuple[int, str]:
    """Answer some inputs in a process, or until one fails; return how many, and what failed."""
    context = multiprocessing.get_context("fork")
    at = context.Array("l", [first])
    reported = folder / "failure.txt"
    reported.unlink(missing_ok=True)
    process = context.Process(target=_answer_all, args=(folder, seeds, seed, at, end, reported))
    process.start()
    before = -1
    while process.is_alive() and at[0] != before:
        # It reports what takes too long by itself, except where it waits, or no line of Python is reached.
        before = at[0]
        process.join(PATIENCE)
    if process.is_alive():
        reported.write_text(f"no answer within {PATIENCE:.0f} s", encoding="utf-8")
        process.kill()
    process.join()
    reached = at[0]
    if process.exitcode == 0:
        return end - first, ""
    text = reported.read_text(encoding="utf-8") if reported.exists() else f"ended with {process.exitcode}"
    return reached - first + 1, f"input {reached} of seed {seed}: {description(seed, reached)}: {text}"


def _answer_all(folder: Path, seeds: dict[str, bytes], seed: int, at, end: int, reported: Path) -> None:
    null = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(null, stream)
    own = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    resource.setrlimit(resource.RLIMIT_AS, (own + BYTES, own + BYTES))
    signal.signal(signal.SIGPROF, _too_long)
    for number in range(at[0], end):
        at[0] = number
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        try:
            answer(folder, seeds, seed, number)
        except BaseException:  # noqa: BLE001 whatever it is, the parent is reported
            reported.write_text(traceback.format_exc(limit=-6)[-4000:], encoding="utf-8")
            os._exit(3)
        signal.setitimer(signal.ITIMER_PROF, 0)
    os._exit(0)


class _TooLongError(BaseException):
    """An input was not answered in time; no `except` of nnviz takes it for something else."""


def _too_long(*_: object) -> None:
    raise _TooLongError(f"no answer within {SECONDS} s")


if __name__ == "__main__":
    print(run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1), time.process_time())
