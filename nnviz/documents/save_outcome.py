"""What follows saving, which may wait for the answer to a question."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.documents.overwriting import Then


@dataclass(frozen=True)
class SaveOutcome:
    """What waits for a session to be saved.

    Attributes
    ----------
    then, give_up
        Called once it is saved, or if it is not.
    """

    then: Then | None
    give_up: Then | None

    def tell(self, *, saved: bool) -> None:
        """Go on, once it is known whether the session was saved."""
        follows = self.then if saved else self.give_up
        if follows is not None:
            follows()
