"""A tree of scalars as text: with symbols, with numbers, and with its inner operations computed step by step.

A text is a sequence of pieces, because some of them can be followed (the number of a cell) and some are phrased by the
view (how many terms were left out). Spaces inside a term do not break, so that a long equation wraps before its
operators.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nnviz.model.explain.cell import CellExplanation
from nnviz.model.explain.tree import Leaf, Operation, Rest, Tree
from nnviz.model.session.selection import Cell
from nnviz.model.text.numbers import MINUS, exact, format_number, format_short

NO_BREAK: Final = "\u00a0"

# How tightly an expression binds: a sum needs brackets inside a product, a product inside a power.
_SUM, _PRODUCT, _ATOM = range(3)

_MOST_STEPS: Final = 3

_NEAR_ONE: Final = 5e-5
"""What is nearer to 1 would be written as 1.0000."""

_MOST_DECIMALS: Final = 17
_PLACEHOLDER: Final = re.compile(r"\{(\d)\}")
_BRACKETS: Final = {"(": 1, "[": 1, ")": -1, "]": -1}


@dataclass(frozen=True)
class Piece:
    """A run of text.

    Attributes
    ----------
    text
        What is written; empty for left-out terms, which the view phrases.
    cell
        The cell that holds the number, or that it leads to, if any.
    name
        How the number is written as a symbol.
    value
        The exact number that `text` shortens, if it is a number; for left-out terms their sum, where numbers are
        written.
    rest
        The terms that were left out of a sum.
    """

    text: str
    cell: Cell | None = None
    name: str = ""
    value: float | None = None
    rest: Rest | None = None


Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class WrittenExplanation:
    """A written explanation; each of its lines goes after an equals sign.

    Attributes
    ----------
    left
        The cell: ``δ¹₂₂``.
    sign
        ``=``, or ``←`` where a value is replaced; for the first line.
    symbols
        ``W²₁₂ · δ²₁₂ · (1 − (a¹₂₂)²)``
    numbers
        The same with numbers, and then with inner operations computed, one line each, without the result. Empty as long
        as there is no result.
    """

    left: str
    sign: str
    symbols: Pieces
    numbers: tuple[Pieces, ...]


def write(explanation: CellExplanation, *, exactly: bool = False) -> WrittenExplanation:
    """Write an explanation; every number with all its digits when `exactly`."""
    tree = explanation.tree
    numbers: list[Pieces] = []
    if explanation.value is not None:
        heights = [0, *range(1, _height(tree))]
        for height in (0, *heights[1:][-_MOST_STEPS:]):
            line = _joined(_TreeWriter(height, explanation.cell, exactly=exactly).write(tree))
            if line not in numbers:
                numbers.append(line)
    symbols = _joined(_TreeWriter(None, explanation.cell).write(tree))
    return WrittenExplanation(explanation.text, "←" if explanation.assigns else "=", symbols, tuple(numbers))


def write_symbols(tree: Tree, *, tight: bool = False) -> Pieces:
    """Write a tree with symbols; lines do not break inside it when `tight`."""
    return _joined(_TreeWriter(None, None).write(tree, tight=tight))


def write_numbers(tree: Tree, explained: Cell | None = None, *, exactly: bool = False, tight: bool = False) -> Pieces:
    """Write a tree with the numbers of its leaves; a number in the cell `explained` cannot be followed."""
    return _joined(_TreeWriter(0, explained, exactly=exactly).write(tree, tight=tight))


def plain(pieces: Pieces) -> str:
    """Return pieces as plain text; left-out terms are an ellipsis."""
    return "".join("…" if piece.rest is not None else piece.text for piece in pieces).replace(NO_BREAK, " ")


def number_text(value: float, *, exactly: bool = False) -> str:
    """Write a number of an equation: whole numbers as such, others to four decimals, small ones to four digits.

    One that is almost 1, but is not, gets the digits that say by how much: of 1 − 1.0000 nothing would be left.
    """
    if exactly:
        return exact(value).replace("-", MINUS).removesuffix(".0")
    away = abs(abs(value) - 1.0)
    if 0.0 < away < _NEAR_ONE:
        return f"{value:.{min(1 - math.floor(math.log10(away)), _MOST_DECIMALS)}f}".replace("-", MINUS)
    if (value.is_integer() and abs(value) < 1e4) or 0 < abs(value) < 0.1:
        return format_short(value)
    return format_number(value)


def _height(tree: Tree) -> int:
    """Return how deep operations are nested."""
    return 1 + max(map(_height, tree.parts)) if isinstance(tree, Operation) else 0


def _joined(pieces: Iterator[Piece]) -> Pieces:
    """Join neighbouring pieces of plain text."""
    joined: list[Piece] = []
    texts: list[str] = []
    for piece in pieces:
        if piece.value is None and piece.cell is None and piece.rest is None:
            texts.append(piece.text)
            continue
        if texts:
            joined.append(Piece("".join(texts)))
            texts = []
        joined.append(piece)
    if texts:
        joined.append(Piece("".join(texts)))
    return tuple(joined)


class _TreeWriter:
    """Writes a tree.

    Parameters
    ----------
    collapse
        Operations of up to this height are written as their value, and leaves as numbers; None writes symbols.
    explained
        The cell that is explained: its own number does not lead to it.
    exactly
        Whether numbers are written with all their digits.
    """

    def __init__(self, collapse: int | None, explained: Cell | None, *, exactly: bool = False) -> None:
        self._collapse = collapse
        self._exactly = exactly
        self._explained = explained

    def write(self, tree: Tree, binding: int = _SUM, *, leads: bool = True, tight: bool = False) -> Iterator[Piece]:
        """Yield a tree's pieces.

        Parameters
        ----------
        tree
            What to write.
        binding
            How tightly the surroundings bind; what binds less gets brackets.
        leads
            Whether a minus sign needs no brackets here.
        tight
            Whether lines must not break inside.
        """
        if isinstance(tree, Rest):
            yield Piece("", value=None if self._collapse is None else tree.value, rest=tree)
        elif isinstance(tree, Leaf) or (self._collapse is not None and _height(tree) <= self._collapse):
            yield from self._write_atom(tree, leads=leads)
        elif _binding_of(tree) < binding or (_opens_with_minus(tree) and not leads):
            yield Piece("(")
            yield from self._write_operation(tree, leads=True, tight=tight)
            yield Piece(")")
        else:
            yield from self._write_operation(tree, leads=leads, tight=tight)

    def _write_atom(self, tree: Leaf | Operation, *, leads: bool) -> Iterator[Piece]:
        if isinstance(tree, Leaf) and (self._collapse is None or tree.is_literal):
            text = tree.text.replace(" ", NO_BREAK)
            piece = Piece(text)
        else:
            cell = tree.cell if isinstance(tree, Leaf) and tree.cell != self._explained else None
            name = tree.text if isinstance(tree, Leaf) else ""
            text = number_text(tree.value, exactly=self._exactly)
            if isinstance(tree, Leaf) and tree.cell is None and _reads_short(tree.value):
                # A number that a person has set is written as it was set: η is 0.42, not 0.4200.
                text = format_short(tree.value)
            piece = Piece(text, cell, name, tree.value)
        if text.startswith("−") and not leads:
            yield from (Piece("("), piece, Piece(")"))
        else:
            yield piece

    def _write_operation(self, tree: Operation, *, leads: bool, tight: bool) -> Iterator[Piece]:
        match tree.kind:
            case "function":
                yield from self._write_template(tree, leads=leads)
            case "sum" | "difference":
                sign = "+" if tree.kind == "sum" else "−"
                for index, part in enumerate(tree.parts):
                    if index:
                        yield Piece((NO_BREAK if tight else " ") + sign + NO_BREAK)
                    binding = _PRODUCT if tree.kind == "difference" and index else _SUM
                    # A plain product stays on one line; a longer term would not fit one anyway.
                    is_short = _height(part) <= 1
                    yield from self.write(part, binding, leads=leads and not index, tight=tight or is_short)
            case "product" if _is_minus_one(tree.parts[0]):
                yield Piece("−")
                yield from self.write(tree.parts[1], _PRODUCT, leads=False, tight=True)
            case "product":
                for index, part in enumerate(tree.parts):
                    if index:
                        yield Piece((NO_BREAK if tight else " ") + "·" + NO_BREAK)
                    yield from self.write(part, _PRODUCT, leads=leads and not index, tight=tight)
            case "quotient":
                above, below = tree.parts
                yield from self.write(above, _PRODUCT, leads=leads, tight=tight)
                yield Piece((NO_BREAK if tight else " ") + "/" + NO_BREAK)
                yield from self.write(below, _ATOM, leads=False, tight=tight)

    def _write_template(self, tree: Operation, *, leads: bool) -> Iterator[Piece]:
        end = 0
        for found in _PLACEHOLDER.finditer(tree.template):
            before, after = tree.template[: found.start()], tree.template[found.end() :]
            yield Piece(before[end:].replace(" ", NO_BREAK))
            yield from self._write_operand(tree.parts[int(found[1])], before, after, leads=leads)
            end = found.end()
        yield Piece(tree.template[end:].replace(" ", NO_BREAK))

    def _write_operand(self, part: Tree, before: str, after: str, *, leads: bool) -> Iterator[Piece]:
        """Write the operand of a placeholder, with the brackets that its surroundings need."""
        if after.startswith("²"):
            pieces = tuple(self.write(part, _ATOM, leads=False))
            # A superscript on a superscript, or on the exponent of 1.2e−7, would be misread.
            if len(pieces) == 1 and not re.fullmatch(r"[0-9.]+", pieces[0].text):
                pieces = (Piece("("), *pieces, Piece(")"))
            yield from pieces
        elif before.endswith(("(", "[", "|", ", ", " if ", " or ", " else ", " < ", " = ")):
            yield from self.write(part, tight=True)
        elif before.endswith(" + ") and after.startswith(")"):
            yield from self.write(part, leads=False, tight=True)
        elif before.endswith("^"):
            yield from self.write(part, _ATOM, leads=False, tight=True)
        else:
            yield from self.write(part, _PRODUCT, leads=leads and not before, tight=True)


def _reads_short(value: float) -> bool:
    """Return whether the short form is exactly the number."""
    return float(format_short(value).replace(MINUS, "-").replace("∞", "inf")) == value


def _is_minus_one(tree: Tree) -> bool:
    return isinstance(tree, Leaf) and tree.is_literal and tree.value == -1.0


def _opens_with_minus(tree: Operation) -> bool:
    if tree.kind == "function":
        return tree.template.startswith("−")
    return tree.kind == "product" and _is_minus_one(tree.parts[0])


def _binding_of(tree: Operation) -> int:
    """Return how tightly an operation binds, a template by the operators outside its brackets."""
    if tree.kind != "function":
        return _SUM if tree.kind in ("sum", "difference") else _PRODUCT
    depth, outside = 0, ""
    for character in tree.template:
        depth += _BRACKETS.get(character, 0)
        outside += character if depth == 0 else ""
    if any(operator in outside for operator in (" + ", " − ", " if ")):
        return _SUM
    return _PRODUCT if "·" in outside or " ln" in outside or outside.startswith("−") else _ATOM
