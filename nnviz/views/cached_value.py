"""What a view remembers of what it draws: under the mouse, pressed, chosen with the keyboard.

It outlives a snapshot, and what it names may not: another network has fewer units, other data fewer samples. So every
view keeps such a thing here, together with what it belongs to, and it is gone once that is another object.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Kept(Generic[Thing]):
    """Remembers a thing as long as what it belongs to is drawn.

    Parameters
    ----------
    drawn
        Returns what things belong to now, such as the program or the data of the snapshot; the very object counts, not
        one that is equal.
    """

    def __init__(self, drawn: Callable[[], object]) -> None:
        self._drawn = drawn
        self._kept: tuple[Thing, object] | None = None

    @property
    def thing(self) -> Thing | None:
        """The thing; None where there is none, or it belongs to what is no longer drawn."""
        if self._kept is None:
            return None
        thing, belongs_to = self._kept
        if belongs_to is not self._drawn():
            self._kept = None
            return None
        return thing

    @thing.setter
    def thing(self, thing: Thing | None) -> None:
        self._kept = None if thing is None else (thing, self._drawn())
