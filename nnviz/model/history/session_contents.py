"""What a session holds at a moment, compared with another moment to decide whether there is something to save."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.model.history.edits import Edit
from nnviz.model.history.position import Place
from nnviz.model.scenario.scenario import Scenario


@dataclass(frozen=True)
class BranchContents:
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
class SessionContents:
    """All branches of a session at some moment; where the cursor was does not count."""

    branches: tuple[BranchContents, ...]

    def adds_to(self, before: SessionContents, *, running: bool) -> bool:
        """Return whether something would be lost by going back to another moment of the session.

        Parameters
        ----------
        before
            What would be gone back to.
        running
            Whether updates that were only run count; those of a scenario come again when it is run again.
        """
        if len(self.branches) != len(before.branches):
            return True
        return any(
            (now.name, now.edits) != (then.name, then.edits)
            or now.start != then.start
            or (running and now.until > then.until)
            for now, then in zip(self.branches, before.branches, strict=True)
        )
