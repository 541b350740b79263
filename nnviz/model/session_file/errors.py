"""Errors about session files that cannot be read or written."""

from __future__ import annotations

from nnviz.model.errors import ModelError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

OPENING = QT_TRANSLATE_NOOP("model", "to open the session")
SAVING = QT_TRANSLATE_NOOP("model", "to save the session")


class SessionFileError(ModelError):
    """A session file that cannot be read or written; nothing has changed."""


def refused(where: str, found: str, accepted: str) -> SessionFileError:
    """Return the error for something in a file."""
    return SessionFileError(OPENING, where, found, accepted)


def check(holds: bool, where: str, found: object, accepted: str) -> None:
    """Refuse a file where something does not hold.

    Raises
    ------
    SessionFileError
        If it does not.
    """
    if not holds:
        raise refused(where, str(found), accepted)
