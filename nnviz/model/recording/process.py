"""The process that runs a person's code: its limits, what it prints, and its end with all that it has started."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

_PRINTED_MOST: Final = 20_000
"""Bytes of the output that are kept: the first ones."""
_GRACE: Final = 5.0
"""Seconds after the time limit until the process is ended from outside: it ends by itself where it can."""
_POLL: Final = 0.02
_MARK: Final = "NNVIZ_RECORDING"
"""The environment variable by which processes are found that have left the group."""

# The process is started in the person's folder, of which nothing may replace a module that the recording imports.
_START: Final = (
    "import sys; from importlib import util as u; "
    "s = u.spec_from_file_location('nnviz_recording', sys.argv[2] + '/__init__.py', "
    "submodule_search_locations=[sys.argv[2]]); m = u.module_from_spec(s); sys.modules[s.name] = m; "
    "from nnviz_recording.start import main; main()"
)


@dataclass(frozen=True)
class Ending:
    """How a process ended.

    Attributes
    ----------
    reason
        ``ended`` by itself, or ``time``, ``memory``, ``cancelled``.
    status
        Its exit status; negative for a signal.
    printed
        The head of its output.
    dropped
        Bytes of output that were not kept.
    """

    reason: str
    status: int
    printed: str
    dropped: int


def run_child(
    python: Path,
    folder: Path,
    request: Path,
    seconds: float,
    memory: int,
    cancelled: Callable[[], bool],
) -> Ending:
    """Run the child's `start` with a request, and return how it ended; nothing that it has started is left.

    Parameters
    ----------
    python
        The interpreter.
    folder
        The person's folder.
    request
        The file of the request.
    seconds, memory
        Its limits: seconds until it is ended, bytes in memory.
    cancelled
        Asked often; the process is ended when it says so.

    Raises
    ------
    OSError
        If the interpreter cannot be started.
    """
    child = str(Path(__file__).parent / "child")
    command = [str(python), "-P" if _knows_safe_path(python) else "-B", "-c", _START, str(request), child]
    return run_limited(command, folder, seconds, memory, cancelled)


def run_limited(
    command: Sequence[str], folder: Path, seconds: float, memory: int, cancelled: Callable[[], bool]
) -> Ending:
    """Run any command in a folder with the limits of `run_child`; nothing that it has started is left.

    Raises
    ------
    OSError
        If it cannot be started.
    """
    mark = secrets.token_hex(8)
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8:replace", "PYTHONHASHSEED": "0", _MARK: mark}
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        env=environment,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        output = _Output(process.stdout)
        try:
            reason = _watch(process, seconds + _GRACE, memory, cancelled)
        finally:
            _end_all(process, mark)
            process.wait()
        output.finish()
    return Ending(reason, process.returncode, output.text, output.dropped)


def _knows_safe_path(python: Path) -> bool:
    # Older ones than 3.11 refuse the option; with -c the working folder is where they look first, for their own
    # modules too, and the request is read before anything of the folder is imported.
    return os.path.realpath(python).rsplit("python", 1)[-1] not in ("3.9", "3.10")


def _watch(process: subprocess.Popen[bytes], seconds: float, memory: int, cancelled: Callable[[], bool]) -> str:
    """Wait for a process, and end it where a limit is reached; return why it ended."""
    deadline = time.monotonic() + seconds
    asked = False
    while True:
        with suppress(subprocess.TimeoutExpired):
            process.wait(_POLL)
            return "memory" if asked else "ended"
        if cancelled():
            return "cancelled"
        if time.monotonic() > deadline:
            return "memory" if asked else "time"
        used = _memory_of(process.pid)
        if used > memory:
            if asked and used > 1.25 * memory:
                return "memory"
            if not asked and hasattr(signal, "SIGUSR1"):
                process.send_signal(signal.SIGUSR1)
                asked, deadline = True, min(deadline, time.monotonic() + _GRACE)


def _memory_of(pid: int) -> int:
    """Return the bytes of a process that are in memory; 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _end_all(process: subprocess.Popen[bytes], mark: str) -> None:
    """End a process, its group, and what has left the group."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    for pid in _marked(mark):
        with suppress(ProcessLookupError, PermissionError):
            os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))


def _marked(mark: str) -> Iterator[int]:
    """Yield the processes that have inherited a mark, where the system shows them."""
    wanted = f"{_MARK}={mark}".encode()
    for entry in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            if wanted in entry.read_bytes():
                yield int(entry.parent.name)


class _Output:
    """Reads what a process prints, and keeps the head of it."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._kept = bytearray()
        self.dropped = 0
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    @property
    def text(self) -> str:
        return self._kept.decode("utf-8", "replace")

    def finish(self) -> None:
        """Wait for the end of the output; all that could write is gone."""
        self._thread.join(_GRACE)

    def _read(self) -> None:
        with suppress(ValueError, OSError):  # closed meanwhile
            while data := os.read(self._pipe.fileno(), 2**16):
                room = _PRINTED_MOST - len(self._kept)
                self._kept += data[:room]
                self.dropped += max(0, len(data) - room)


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """Make an empty file and keep it open, so that it can be read whatever the person's code does to its folder."""
    with path.open("w+b") as file:
        yield file
