"""One judged event: its symbol, what it should have been, and why it is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nnviz.model.arrays.array import Array

Verdict = Literal["right", "wrong", "follows", "unknown"]


@dataclass(frozen=True, eq=False)
class LineEntry:
    """What an event stands for, and whether it is right for what it was given.

    Attributes
    ----------
    event
        Of the recording.
    symbol
        As in ``delta1``.
    verdict
        ``follows``: right for what it was given, which came from a wrong line.
    right
        What it should have given, in nnviz's convention; None where that is not known.
    mistakes
        Names of the mistakes that give its numbers exactly.
    factor
        Its multiple of what is right.
    blamed
        Event whose statement is at fault, where it is not the event itself.
    part
        What that statement should give, where it is not `right`: the slope, or what comes back through the weights.
    given
        δ of the layer above, as it was given.
    excess
        How many times too large the line makes it; 1 where that is not what is wrong.
    scale
        The multiple of `right` that is meant there; None where that is not known.
    wanted
        What the statement at fault should give, to the number, in the person's orientation; None where that is not
        known.
    """

    event: int
    symbol: str
    verdict: Verdict
    right: Array | None = None
    mistakes: tuple[str, ...] = ()
    factor: float = 1.0
    blamed: int | None = None
    part: Array | None = None
    given: Array | None = None
    excess: float = 1.0
    scale: float | None = None
    wanted: Array | None = None

    @property
    def layer(self) -> int:
        """Number of its layer, from 1."""
        return int("".join(character for character in self.symbol if character.isdigit()))

    @property
    def fault(self) -> int:
        """The event whose statement is judged."""
        return self.event if self.blamed is None else self.blamed
