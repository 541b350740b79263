"""Asking what runs in another thread to stop: a session after a line, the reading of a file after a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event


class Interrupted(Exception):  # noqa: N818 - nothing is wrong: somebody has asked for it
    """Somebody has asked for a stop; a session stands after a line, wherever that is, and of a file nothing is read."""


class Interruption:
    """What one thread asks of a session that another one moves.

    Only what is new can be interrupted: on the way over what has been the session stands nowhere that was asked for.
    """

    def __init__(self) -> None:
        self._asked = Event()

    @property
    def is_asked(self) -> bool:
        """Whether to stop."""
        return self._asked.is_set()

    def ask(self) -> None:
        """Have the session stop before its next line."""
        self._asked.set()

    def withdraw(self) -> None:
        """Let it go on."""
        self._asked.clear()

    def check(self) -> None:
        """Stop, if that has been asked for.

        Raises
        ------
        Interrupted
            If it has.
        """
        if self._asked.is_set():
            raise Interrupted


_heeded: ContextVar[Interruption | None] = ContextVar("heeded", default=None)
"""Of this thread alone. Reading is asked for through many hands, and what has been read is kept: neither can take an
interruption along as an argument."""


@contextmanager
def heeding(interruption: Interruption) -> Iterator[None]:
    """Have what is read in this block stop when that is asked for."""
    token = _heeded.set(interruption)
    try:
        yield
    finally:
        _heeded.reset(token)


def check_heeded() -> None:
    """Stop, if this thread heeds somebody who has asked for it.

    Raises
    ------
    Interrupted
        If so.
    """
    interruption = _heeded.get()
    if interruption is not None:
        interruption.check()
