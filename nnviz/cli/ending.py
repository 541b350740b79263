"""How a command ends when it is not to go on: by a signal, or because nobody reads what it writes."""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Final

from nnviz.model.background.hard_end import end_after

_SIGNALS: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)
_GRACE: Final = 2.0
"""Seconds within which processes and files of a command are to be tidied up."""

NOBODY_READS: Final = 141
"""The status of a command whose reader has gone, as shells know it from SIGPIPE."""


class Ended(KeyboardInterrupt):
    """A signal has asked the command to end.

    Parameters
    ----------
    number
        Of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Raise `Ended` in this block on the first signal that ends a command; those that follow change nothing.

    A signal that was ignored from the beginning, as ``nohup`` has it, stays ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may ask for signals
        return
    timers: list[threading.Timer] = []

    def end(number: int, frame: FrameType | None) -> None:
        if not timers:
            timers.append(end_after(_GRACE, 128 + number))
            raise Ended(number)

    before = {number: signal.getsignal(number) for number in _SIGNALS}
    for number, handler in before.items():
        if handler != signal.SIG_IGN:
            signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            # None: of a handler that was not set by Python.
            if handler is not None:
                signal.signal(number, handler)
        for timer in timers:
            timer.cancel()


def flush() -> None:
    """Write what is still to be written.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a window's process has none on Windows
            stream.flush()


def output_problem(error: OSError) -> str | None:
    """Return why what a command writes arrives nowhere; empty where nobody reads it, None for any other error."""
    # Windows says of a pipe without a reader that the argument is invalid.
    if isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL):
        return ""
    if error.filename is None and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
        return f"to write the output: found {os.strerror(error.errno)}; accepted: a place with room for it"
    return None


def drop_output() -> None:
    """Have Python write nothing more: what is left would only fail again, with a traceback, when it ends."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # a stream without a file, or none at all
            stream.flush()
            continue
        with suppress(OSError, ValueError, AttributeError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
