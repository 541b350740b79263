"""Errors for people: what was asked, where, what was found, and what is accepted."""

from __future__ import annotations


class ModelError(ValueError):
    """What was asked of the model cannot be done; nothing has changed.

    Parameters
    ----------
    asked
        What was asked.
    where
        The field, symbol or file concerned; may be empty.
    found
        What was found there.
    accepted
        What would be accepted.
    """

    def __init__(self, asked: str, where: str, found: str, accepted: str) -> None:
        self.asked, self.where, self.found, self.accepted = asked, where, found, accepted
        super().__init__(asked, where, found, accepted)

    def __str__(self) -> str:
        place = f" in {self.where}" if self.where else ""
        return f"{self.asked}{place}: found {self.found}; accepted: {self.accepted}"


class NotComputedError(ModelError):
    """The value asked for has not been written by a line yet."""


class MissingValueError(ModelError):
    """A file of samples has a value missing, and what becomes of it was not chosen."""
