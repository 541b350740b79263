"""What became of the parts of a Playground link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["kept", "differs", "left"]


@dataclass(frozen=True)
class Note:
    """What became of one part.

    Attributes
    ----------
    outcome
        ``"kept"``: it is here as it is there. ``"differs"``: it is here, with a difference that the text tells.
        ``"left"``: it was not carried over.
    fields
        The fields of the link concerned; empty where nothing is said there, and Playground does it all the same.
    text
        What it is, in English; marked for translation, or a `Filled` text.
    """

    outcome: Outcome
    fields: tuple[str, ...]
    text: str
