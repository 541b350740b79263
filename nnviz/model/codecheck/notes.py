"""What else a check notices, beside the lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nnviz.model.codecheck.call_result import Failure

NoteKind = Literal["fails-elsewhere", "changes-arguments", "no-bias-gradients", "ambiguous"]


@dataclass(frozen=True)
class Note:
    """One thing noticed.

    Attributes
    ----------
    kind
        What.
    names
        Whom it concerns: arrays, gradients, or other ways to hand over (``columns``, ``rows``).
    where
        Units per layer of the random network concerned: ``3-4-2``.
    failure
        What was raised there.
    """

    kind: NoteKind
    names: tuple[str, ...] = ()
    where: str = ""
    failure: Failure | None = None

    def __str__(self) -> str:
        names = ", ".join(self.names)
        match self.kind:
            case "fails-elsewhere":
                assert self.failure is not None  # that is what it is about
                line = f" in line {self.failure.line}" if self.failure.line else ""
                return f"on a random network, {self.where}, it fails: {self.failure.kind}{line}: {self.failure.message}"
            case "changes-arguments":
                return f"it changes the arrays that it was handed: {names}"
            case "no-bias-gradients":
                return f"{names} did not come back: without them the biases never learn"
            case "ambiguous":
                return f"samples could as well be {names}; --convention {self.names[0]} settles it"
