"""Asking what runs in another thread to stop: a session after a line, the reading of a file after a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event


class Interrupted(Exception):  # noqa: N818 - nothing is wrong: a stop was asked for
    """A stop was asked for; a session is after a line, wherever that is, and nothing of a file has been read."""


class Interruption:
    """What one thread asks of a session that another one moves.

    Only what is new can be interrupted: while replaying, the session is nowhere that it was asked to be.
    """

    def __init__(self) -> None:
        self._asked = Event()

    @property
    def is_asked(self) -> bool:
        """Whether to stop."""
        return self._asked.is_set()

    def ask(self) -> None:
        """Ask the session to stop before its next line."""
        self._asked.set()

    def withdraw(self) -> None:
        """Withdraw the request."""
        self._asked.clear()

    def check(self) -> None:
        """Stop, if that was asked for.

        Raises
        ------
        Interrupted
            If it was.
        """
        if self._asked.is_set():
            raise Interrupted


_current: ContextVar[Interruption | None] = ContextVar("current", default=None)
"""The interruption of this thread alone. Reading is called through many layers, and what was read is cached, so neither
can take an interruption as an argument."""


@contextmanager
def interruptible_by(interruption: Interruption) -> Iterator[None]:
    """Make what is read in this block stop when that is asked for."""
    token = _current.set(interruption)
    try:
        yield
    finally:
        _current.reset(token)


def check_interrupted() -> None:
    """Stop, if that was asked of this thread.

    Raises
    ------
    Interrupted
        If it was.
    """
    interruption = _current.get()
    if interruption is not None:
        interruption.check()
