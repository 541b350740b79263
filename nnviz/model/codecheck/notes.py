"""What a check notices in addition to the lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nnviz.model.codecheck.call_result import Failure
from nnviz.model.text.numbers import MINUS

CheckNoteKind = Literal[
    "fails-elsewhere",
    "fails-on-integers",
    "differs-elsewhere",
    "changes-arguments",
    "no-bias-gradients",
    "not-moved",
    "delta-over-m",
    "delta-negative",
    "delta-scaled",
    "kink",
    "starts-again",
    "ambiguous",
]


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
        Units per layer of the random network concerned: ``3-4-2``; of a scaled δ, the number.
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
            case "fails-on-integers":
                assert self.failure is not None  # such a note always has one
                line = f" in line {self.failure.line}" if self.failure.line else ""
                return f"with X and Y as integers it fails: {self.failure.kind}{line}: {self.failure.message}"
            case "differs-elsewhere":
                return f"right for the scenario; on a network that it is not, {self.where}, these differ: {names}"
            case "not-moved":
                return f"{names} did not move"
            case "delta-over-m":
                return f"your δ has 1/m in it ({names}); the gradients are right"
            case "delta-negative":
                return f"your δ is −∂L/∂Z ({names}); what is made of it is right"
            case "delta-scaled":
                return f"your δ is {self.where.replace('-', MINUS)} times ∂L/∂Z ({names}); the gradients are right"
            case "kink":
                return f"your derivative at the kink, Z = 0, is the one above it ({names}): a choice, here it is 0"
            case "starts-again":
                return "your update begins with an empty state at every call: it is right for the first update only"
            case "changes-arguments":
                return f"it changes its arguments in place: {names}"
            case "no-bias-gradients":
                return f"{names} were not returned: without them the biases never learn"
            case "ambiguous":
                return f"samples could as well be {names}; --convention {self.names[0]} settles it"
