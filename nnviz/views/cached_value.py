"""What a view remembers of what it draws: under the mouse, pressed, chosen with the keyboard.

It outlives a snapshot, and what it names may not: another network has fewer units, other data fewer samples. So every
view keeps such a thing here, together with what it belongs to, and it is gone once that is another object.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class CachedValue(Generic[Value]):
    """Holds a value as long as what it belongs to is drawn.

    Parameters
    ----------
    drawn
        Returns what values belong to now, such as the program or the data of the snapshot; the very object counts, not
        one that is equal.
    """

    def __init__(self, drawn: Callable[[], object]) -> None:
        self._drawn = drawn
        self._held: tuple[Value, object] | None = None

    @property
    def value(self) -> Value | None:
        """The value; None where there is none, or it belongs to what is no longer drawn."""
        if self._held is None:
            return None
        value, belongs_to = self._held
        if belongs_to is not self._drawn():
            self._held = None
            return None
        return value

    @value.setter
    def value(self, value: Value | None) -> None:
        self._held = None if value is None else (value, self._drawn())
