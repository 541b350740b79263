"""What a check notices in addition to the lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nnviz.model.codecheck.call_result import Failure

CheckNoteKind = Literal["fails-elsewhere", "changes-arguments", "no-bias-gradients", "ambiguous"]


@dataclass(frozen=True)
class CheckNote:
    """One thing that a check noticed.

    Attributes
    ----------
    kind
        What was noticed.
    names
        The arrays or gradients concerned, or the other orientations of samples that fit (``columns``, ``rows``).
    where
        Units per layer of the random network concerned: ``3-4-2``.
    failure
        What was raised there.
    """

    kind: CheckNoteKind
    names: tuple[str, ...] = ()
    where: str = ""
    failure: Failure | None = None

    def __str__(self) -> str:
        names = ", ".join(self.names)
        match self.kind:
            case "fails-elsewhere":
                assert self.failure is not None  # such a note always has one
                line = f" in line {self.failure.line}" if self.failure.line else ""
                return f"on a random network, {self.where}, it fails: {self.failure.kind}{line}: {self.failure.message}"
            case "changes-arguments":
                return f"it changes its arguments in place: {names}"
            case "no-bias-gradients":
                return f"{names} were not returned: without them the biases never learn"
            case "ambiguous":
                return f"samples could as well be {names}; --convention {self.names[0]} settles it"
