"""What the check found about one line of the program."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.array_comparison import ArrayComparison
from nnviz.model.codecheck.own_line import OwnLine
from nnviz.model.codecheck.trial_values import Occasion
from nnviz.model.text.numbers import MINUS, format_short

_MOST_DIGITS: Final = 12
AGREES: Final = 3
"""From so many equal digits on, a number is one that agrees to them."""


@dataclass(frozen=True, eq=False)
class LineReport:
    """One line of the program against the person's value for it.

    Attributes
    ----------
    number, symbol, formula
        The line, its symbol, and how it is written.
    comparison
        The person's value against what the line computes from the person's own values before it.
    mistakes
        Names of the catalogue's mistakes that give the person's numbers exactly; all of them together, or any one of
        them if `alternatives`.
    alternatives
        Whether each of the mistakes explains the numbers alone.
    where
        ``""`` for the scenario's own network, else the sizes of the random one that shows the difference.
    beyond
        Sizes of the random network on which the mistakes do not explain what is different; empty where they always do.
    theirs
        The person's value on the scenario's network, samples as columns; None where none was returned.
    found, expected
        The shape that was returned and the right one, in the person's layout.
    fitting
        The line with the shapes of its operands: ``(3×8)·(8×2) → 3×2``.
    cell
        Indices of the worst cell in the person's own array.
    assigns
        Whether the line changes a parameter; then the numbers compared are changes.
    failed
        Whether the function that should have returned it failed.
    moved
        The shape that a parameter would get from a gradient, or a wrong value, of the found shape; None without one.
    occasion
        On which occasion it was returned.
    reason
        What is wrong, in a sentence for each mistake; empty where it has no name, or several that explain it alone.
    own
        The line of the person's file that computes it, of the first one that differs; None where that is not known.
    cause
        Two symbols that are the same array; the same one twice if its array was changed after it had been used.
    """

    number: int
    symbol: str
    formula: str
    comparison: ArrayComparison
    mistakes: tuple[str, ...] = ()
    alternatives: bool = False
    where: str = ""
    beyond: str = ""
    theirs: Array | None = None
    found: tuple[int, ...] = ()
    expected: tuple[int, ...] = ()
    fitting: str = ""
    cell: tuple[int, ...] | None = None
    assigns: bool = False
    failed: bool = False
    moved: tuple[int, ...] | None = None
    occasion: Occasion = "first"
    cause: tuple[str, str] | None = None
    reason: str = ""
    own: OwnLine | None = None

    @property
    def differs(self) -> bool:
        """Whether the person returned a value that is not right."""
        return self.comparison.status != "missing" and not self.comparison.holds

    @property
    def ratio(self) -> float | None:
        """The worst cell's number divided by the right one; None where that says nothing.

        It says nothing where one of them is 0 or not finite, or where it would be written as 1.
        """
        theirs, ours = self.comparison.theirs, self.comparison.ours
        if not (theirs and ours) or self.comparison.digits >= AGREES:
            return None
        ratio = theirs / ours
        return ratio if ratio and math.isfinite(ratio) and format_short(ratio) != "1" else None

    def verdict(self) -> str:
        """Return text that says in a few words what was found."""
        c = self.comparison
        match c.status:
            case "equal":
                text = "equal"
            case "rounding":
                text = "equal but for rounding (float32?)"
            case "missing":
                text = "failed" if self.failed else "not returned"
            case _ if self.cause is not None:
                text = cause_text(self.cause)
            case "scaled":
                text = f"right for what is made of it: {factor_text(c.factor)} times ∂L/∂Z"
            case "unmoved":
                text = f"did not move; {self.cell_text} should by {format_short(c.ours, 6)}"
            case "unsteady":
                text = "different on every call with the same arguments"
            case "transpose":
                text = "transposed"
            case "sign":
                text = "the change’s sign is flipped" if self.assigns else "the sign is flipped"
            case "factor":
                text = f"{factor_text(c.factor)} times what it should be"
                text = f"the change is {text}" if self.assigns else text
            case "shape":
                text = f"has the shape {shape_text(self.found)}, should have {shape_text(self.expected)}"
                text += f": {self.moved_text or self.fitting}" if self.moved_text or self.fitting else ""
            case _:
                ratio = "" if self.ratio is None else f", {format_short(self.ratio)} times"
                is_so, should = ("changes by", "should by") if self.assigns else ("is", "should be")
                theirs, ours = format_short(c.theirs, 6), format_short(c.ours, 6)
                text = f"agrees to {c.digits} digits" if c.digits >= AGREES else "different"
                text += f": {self.cell_text} {is_so} {theirs}, {should} {ours}{ratio}"
        if not self.differs:
            return text
        if self.occasion == "integers":
            text += " (with X and Y as integers)"
        elif self.occasion == "later":
            text += " (in the second update)"
        return f"{text} (on a random network, {self.where})" if self.where else text

    @property
    def moved_text(self) -> str:
        """What a gradient of the found shape would make of its parameter: ``b1 − db1 would have the shape (4, 4)``."""
        if self.comparison.status != "shape" or not self.symbol.startswith(("dW", "db")):
            return ""
        parameter = self.symbol[1:]
        result = f"would have the shape {self.moved}" if self.moved else "cannot be computed"
        text = f"{parameter} {MINUS} η·{self.symbol} {result}"
        return f"{text}; keepdims=True keeps the sum in the shape of {parameter}" if parameter[0] == "b" else text

    @property
    def cell_text(self) -> str:
        """The worst cell as the person writes it: ``dW1[0, 2]``."""
        return f"{self.symbol}[{', '.join(map(str, self.cell))}]" if self.cell else self.symbol


def factor_text(factor: float) -> str:
    """Write a factor, a simple fraction as such: ``1/4``, ``−2/3``, ``0.5013``."""
    for denominator in range(1, 65):
        numerator = round(factor * denominator)
        if numerator and abs(numerator) <= 64 and abs(factor - numerator / denominator) < 1e-9 * abs(factor):
            sign = MINUS if numerator < 0 else ""
            return f"{sign}{abs(numerator)}" if denominator == 1 else f"{sign}{abs(numerator)}/{denominator}"
    # A factor that differs from 1 is not written as 1.
    texts = (format_short(factor, digits) for digits in range(4, _MOST_DIGITS))
    return next((text for text in texts if text not in ("1", f"{MINUS}1")), format_short(factor, _MOST_DIGITS))


def cause_text(cause: tuple[str, str]) -> str:
    """Return text that says which arrays are the same."""
    one, other = cause
    if one == other:
        return f"the array of {one} was changed after it had been used; the derivative needs an array of its own"
    return f"{one} and {other} are the same array: what changes one changes the other"


def shape_text(shape: tuple[int, ...]) -> str:
    """Write a shape as numpy does; that of a scalar is "a number"."""
    return "a number" if shape == () else str(shape)
