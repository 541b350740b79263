"""The mouse over the band: what is dragged, and what is under it."""

from __future__ import annotations


class BandPointer:
    """The state of the mouse.

    Attributes
    ----------
    hovered_x
        The pixel under the mouse, over the groove; None elsewhere.
    over_words
        Whether the mouse is over the position in words.
    """

    def __init__(self) -> None:
        self.hovered_x: float | None = None
        self.over_words = False
        self._dragged = False
        self._asked: int | None = None
        self._turned = 0.0

    @property
    def is_dragging(self) -> bool:
        """Whether the handle is being dragged."""
        return self._dragged

    @property
    def is_over_nothing(self) -> bool:
        """Whether the mouse is over neither the groove nor the words."""
        return self.hovered_x is None and not self.over_words

    def grab(self) -> None:
        """Begin a drag."""
        self._dragged, self._asked = True, None

    def release(self) -> None:
        """End the drag."""
        self._dragged = False

    def leave(self) -> None:
        """Note that the mouse is elsewhere."""
        self.hovered_x, self.over_words = None, False

    def is_new(self, update: int) -> bool:
        """Return whether an update has not just been asked for by this drag, and note it."""
        new = update != self._asked
        self._asked = update
        return new

    def turn(self, notches: float) -> int:
        """Return the whole notches that the wheel has been turned by; touchpads turn it in small parts."""
        self._turned += notches
        whole = int(self._turned)
        self._turned -= whole
        return whole
