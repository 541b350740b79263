"""A person's code: a file, or a text in its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class OwnSource:
    """A person's code.

    Attributes
    ----------
    path
        Its file; None for code that was typed or pasted.
    text
        What runs in place of the file's content; None for that.
    network
        What the person says the network is, as `nnviz debug --network` reads it; empty where it is found.
    """

    path: Path | None
    text: str | None = None
    network: str = ""

    @property
    def name(self) -> str:
        """The file's name; empty for pasted code."""
        return "" if self.path is None else self.path.name
