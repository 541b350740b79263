"""What a session holds that was not there at some other moment: for telling whether there is something to save."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.model.history.branch_position import Place
from nnviz.model.history.edits import Edit
from nnviz.model.scenario.scenario import Scenario


@dataclass(frozen=True)
class Course:
    """One branch: what running it again takes, and how far it went.

    Attributes
    ----------
    name
        Its name.
    start
        The scenario that it began with.
    edits
        What was changed on it; an edit equals only itself, so that one undone and redone is the same and another
        of the same number is not.
    until
        Where it ends.
    """

    name: str
    start: Scenario
    edits: tuple[Edit, ...]
    until: Place


@dataclass(frozen=True)
class SessionStamp:
    """All branches of a session at some moment; where it stood does not count."""

    courses: tuple[Course, ...]

    def adds_to(self, before: SessionStamp, *, running: bool) -> bool:
        """Return whether something would be lost by going back to another moment of the session.

        Parameters
        ----------
        before
            What would be gone back to.
        running
            Whether updates that were only run count; those of a scenario come again when it is run again.
        """
        if len(self.courses) != len(before.courses):
            return True
        return any(
            (now.name, now.edits) != (then.name, then.edits)
            or now.start != then.start
            or (running and now.until > then.until)
            for now, then in zip(self.courses, before.courses, strict=True)
        )
