"""Asking a session that is moved in another thread to stop after the line that it runs."""

from __future__ import annotations

from threading import Event


class Interrupted(Exception):  # noqa: N818 - nothing is wrong: somebody has asked for it
    """A session has been asked to stop; it stands after a line, wherever that is."""


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
