"""What a written line is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nnviz.model.program.expression import Node
from nnviz.model.strip.reach import Reach, same


@dataclass(frozen=True, eq=False)
class Sign:
    """A sign or a word between operands: ``=``, ``·``, ``⊙``, ``Σ``; a line may be broken before an `is_break`."""

    text: str
    is_break: bool = False


@dataclass(frozen=True, eq=False)
class Bracket:
    """A bracket, as high as what it holds, with the name of a function or an exponent: ``tanh(``, ``)``, ``‖``, ``‖²``.

    Attributes
    ----------
    before, shape, after
        What is written before it, which bracket it is, and what is written after it.
    opens
        Whether it is the left one.
    """

    shape: Literal["(", ")", "‖", "|", "[", "]", ""]
    opens: bool
    before: str = ""
    after: str = ""


@dataclass(frozen=True, eq=False)
class StripOperand:
    """An array, or a number.

    Attributes
    ----------
    label
        How it is written: ``W²ᵀ``, ``W²ᵀ · δ²``, ``η``.
    node
        The expression whose value it is, in the convention that is shown; None for a person's own array.
    reach
        Which of its cells go into a cell of the result.
    symbol
        The symbol that it is, or is the transpose of; empty for an intermediate value.
    is_turned
        Whether it is the transpose of the symbol, as it is drawn.
    is_number
        Whether it is a number rather than an array with one cell.
    is_computed
        Whether it is an intermediate value: no line has written it.
    stands_for
        The text that suffices where the intermediate values are shown as well: ``tanh′(Z¹)``; empty for an operand that
        is always shown.
    """

    label: str
    node: Node | None
    reach: Reach = same
    symbol: str = ""
    is_turned: bool = False
    is_number: bool = False
    is_computed: bool = False
    stands_for: str = ""


Token = Sign | Bracket | StripOperand


def text_of_tokens(tokens: tuple[Token, ...]) -> str:
    """Return what tokens say, without spaces: ``(W²ᵀ·δ²)⊙tanh′(Z¹)``."""
    texts = []
    for token in tokens:
        match token:
            case Sign(text):
                texts.append(text)
            case Bracket(shape, _, before, after):
                texts.append(before + shape + after)
            case StripOperand():
                texts.append(token.stands_for or token.label)
    return "".join(texts).replace(" ", "")
