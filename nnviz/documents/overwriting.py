"""The question before a file is overwritten that something else has changed since it was read or written here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PyQt6.QtWidgets import QWidget

from nnviz.documents.questions import CANCEL, OVERWRITE, SAVE_AS, overwrite_question
from nnviz.model.files.state import Change
from nnviz.views.widgets.question_bar import Question

Then = Callable[[], None]
Over = Callable[[QWidget], None]
"""Asks for a file over a window: that of the answer, as the one of the question may have been rebuilt since."""


class _Asked(NamedTuple):
    path: Path
    change: Change
    overwrite: Then
    save_as: Over
    cancel: Then


def _nothing() -> None:
    """Do nothing."""


class Overwriting:
    """Holds the question, and goes on with its answer; a newer question replaces an older one, as if it were cancelled.

    Parameters
    ----------
    changed
        Called when there is another question, or none any more.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._asked: _Asked | None = None

    @property
    def question(self) -> Question | None:
        """What is asked, in the language of now; None when nothing is."""
        return None if self._asked is None else overwrite_question(self._asked.path, self._asked.change)

    def ask(self, path: Path, change: Change, overwrite: Then, save_as: Over, cancel: Then = _nothing) -> None:
        """Ask what to do.

        Parameters
        ----------
        path
            The file that was to be written.
        change
            What has become of it.
        overwrite, save_as, cancel
            What each answer does.
        """
        self.give_up()
        self._asked = _Asked(path, change, overwrite, save_as, cancel)
        self._changed()

    def answer(self, key: str, window: QWidget) -> bool:
        """Go on with an answer, asking over `window` where to save; return whether it was one to this question."""
        if self._asked is None or key not in (OVERWRITE, SAVE_AS, CANCEL):
            return False
        asked, self._asked = self._asked, None
        if key == OVERWRITE:
            asked.overwrite()
        elif key == SAVE_AS:
            asked.save_as(window)
        else:
            asked.cancel()
        return True

    def give_up(self) -> None:
        """Cancel, if something is asked."""
        asked, self._asked = self._asked, None
        if asked is not None:
            asked.cancel()
