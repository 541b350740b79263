"""An expression as tokens.

The rules for brackets and signs are those of `program.formula`: a test compares the two for every line there is.
"""

from __future__ import annotations

import re
from typing import Final

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import (
    Activate,
    Apply,
    Binary,
    Compare,
    Conditional,
    Constant,
    Either,
    Limit,
    LossValue,
    MatMul,
    Maximum,
    Node,
    Reduce,
    Reshape,
    Scalar,
    Slope,
    SomeSamples,
    Symbol,
    Transpose,
)
from nnviz.model.program.formula import is_number, text_of
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.symbols import Labels, parse
from nnviz.model.strip.reach import Reach, columns_of, everything, rows_of, same, summed, turned
from nnviz.model.strip.tokens import Bracket, Sign, StripOperand, Token
from nnviz.model.text.convention import Convention

WHOLE: Final = 1000
"""Deeper than any expression."""

_NUMBERS: Final = frozenset({"L", "R", "J", "Lbest"})
_LONGEST_SLOPE: Final = 24
"""Characters of the longest definition of a slope that is a name for its values."""

_IN_TEMPLATE: Final = re.compile(r"\{[ay]\}|[A-Za-zσ]*\(|[)|‖][²₁]?|[^{}()|‖]+?(?=[A-Za-zσ]+\(|[{}()|‖]|$)")
"""What a loss's text consists of: operands, brackets with a function's name or an exponent, and what lies between."""

_OPENING: Final = {
    "square": ("", "("),
    "sqrt": ("√", "("),
    "abs": ("", "|"),
    "sign": ("sign", "("),
    "positive": ("", "["),
}
_CLOSING: Final = {"square": (")", "²"), "sqrt": (")", ""), "abs": ("|", ""), "sign": (")", "")}


def is_number_symbol(name: str) -> bool:
    """Return whether a symbol is a number: a loss, a penalty."""
    return parse(name).kind in _NUMBERS


def is_leaf(node: Node) -> bool:
    """Return whether a node is written with one letter: nothing in it has to be computed."""
    match node:
        case Symbol() | Scalar() | Constant():
            return True
        case Transpose(of):
            return isinstance(of, Symbol)
    return False


class TokenWriter:
    """Writes expressions of one convention.

    Parameters
    ----------
    labels
        How symbols are written.
    convention
        Whether samples are columns or rows; expressions are those of `formula.in_convention`.
    """

    def __init__(self, labels: Labels, convention: Convention) -> None:
        self._labels, self._convention = labels, convention

    def write(self, node: Node, depth: int = WHOLE, reach: Reach = same) -> tuple[Token, ...]:
        """Return the tokens of an expression.

        Parameters
        ----------
        node
            What to write.
        depth
            How many operations deep; what lies deeper is written as its value. Sums of sums are one operation, and
            products of products.
        reach
            Which of its cells go into a cell of the result.
        """
        if is_leaf(node) or not depth:
            return (self.operand(node, reach),)
        match node:
            case Slope() | SomeSamples() | Reshape():
                return (self.operand(node, reach),)
            case Transpose(of):
                if depth == 1 or isinstance(of, SomeSamples | Reshape):
                    return (self.operand(node, reach),)
                return (Bracket("(", True), *self.write(of, depth, turned(reach)), Bracket(")", False, after="ᵀ"))
            case MatMul(left, right):
                return (
                    *self._factor(left, depth - 1, rows_of(reach)),
                    Sign("·", is_break=True),
                    *self._factor(right, depth - 1, columns_of(reach)),
                )
            case Reduce("all", Apply(("square" | "abs") as function, of)):
                norm = Bracket("‖", False, after="²" if function == "square" else "₁")
                return (Bracket("‖", True), *self.write(of, depth - 1, everything), norm)
            case Reduce(over, of):
                sign = "Σₖ" if over == "units" else "Σ"
                inside = summed(over, reach, self._convention)
                if isinstance(of, Symbol | SomeSamples):
                    return (Sign(sign), *self.write(of, depth - 1, inside))
                return (Bracket("(", True, sign), *self.write(of, depth - 1, inside), Bracket(")", False))
            case Apply(function, of):
                return self._applied(function, self.write(of, depth - 1, reach))
            case Activate(activation, of):
                return self._activated(activation, of, depth, reach)
            case LossValue():
                return self._loss(node, depth)
            case Binary():
                return self._binary(node, depth, reach)
            case Limit(quotient, _):
                return self._binary(quotient, depth, reach)
            case Maximum(left, right):
                parts = (self.write(part, depth - 1, reach) for part in (left, right))
                return (
                    Bracket("(", True, "max"),
                    *next(parts),
                    Sign(",", is_break=True),
                    *next(parts),
                    Bracket(")", False),
                )
            case Compare(operator, left, right):
                sides = (self.write(side, WHOLE, everything) for side in (left, right))
                return (*next(sides), Sign(operator), *next(sides))
            case Either(left, right):
                return (*self.write(left), Sign("or", is_break=True), *self.write(right))
            case Conditional(condition, then, otherwise):
                return (
                    *self.write(then, depth - 1, reach),
                    Sign("if", is_break=True),
                    *self.write(condition),
                    Sign("else", is_break=True),
                    *self.write(otherwise, depth - 1, reach),
                )
        raise TypeError(f"no tokens for {type(node).__name__}")

    def operand(self, node: Node, reach: Reach = same) -> StripOperand | Sign:
        """Return an expression's value as an operand; a literal number is its text."""
        match node:
            case Constant(_, text):
                return Sign(text)
            case Symbol(name):
                return StripOperand(self._labels.of(name), node, reach, name, is_number=is_number_symbol(name))
            case Transpose(Symbol(name)):
                return StripOperand(text_of(node, self._labels), node, reach, name, is_turned=True)
            case Scalar():
                return StripOperand(text_of(node, self._labels), node, everything, is_number=True)
            case Slope(activation, z, a):
                named = text_of(node, self._labels)
                rule = ACTIVATIONS[activation]
                source = self._labels.of((a if rule.slope_reads == "A" else z).name)
                defined = _defined(rule.slope_formula, rule.slope_reads.lower(), source)
                label = defined if len(defined) <= _LONGEST_SLOPE else named
                return StripOperand(label, node, reach, is_computed=True, stands_for=named)
        single = is_number(node) or (isinstance(node, LossValue | Reduce) and _is_single(node))
        return StripOperand(text_of(node, self._labels), node, reach, is_number=single, is_computed=True)

    # Inside ------------------------------------------------------------------------------------------------------

    def _binary(self, node: Binary, depth: int, reach: Reach) -> tuple[Token, ...]:
        left, right = node.left, node.right
        if node.operator in "+-":
            sign = "+" if node.operator == "+" else "−"
            # A sum of sums is one operation.
            first = self.write(left, depth if _is_sum(left) else depth - 1, reach)
            takes = node.operator == "-" and _is_sum(right) and depth > 1
            return (*first, Sign(sign, is_break=True), *self._bracketed(right, depth - 1, reach, always=takes))
        if node.operator == "/":
            above = (
                self.write(left, depth - 1, reach)
                if isinstance(left, MatMul | Reduce)
                else self._of_product(left, depth - 1, reach)
            )
            below = self._bracketed(right, depth - 1, reach, always=isinstance(right, Binary) and depth > 1)
            return (*above, Sign("/", is_break=True), *below)
        if isinstance(left, Constant) and left.value == -1:
            return (Sign("−"), *self._of_product(right, depth - 1, reach))
        if is_number(left):
            return (*self._of_product(left, depth - 1, reach), *self._of_product(right, depth - 1, reach))
        return (
            *self._of_hadamard(left, depth if _is_product(left) else depth - 1, reach),
            Sign("⊙", is_break=True),
            *self._of_hadamard(right, depth - 1, reach),
        )

    def _bracketed(self, node: Node, depth: int, reach: Reach, *, always: bool) -> tuple[Token, ...]:
        written = self.write(node, depth, reach)
        return (Bracket("(", True), *written, Bracket(")", False)) if always and depth else written

    def _of_product(self, node: Node, depth: int, reach: Reach) -> tuple[Token, ...]:
        return self._bracketed(node, depth, reach, always=_is_sum(node))

    def _of_hadamard(self, node: Node, depth: int, reach: Reach) -> tuple[Token, ...]:
        return self._bracketed(node, depth, reach, always=isinstance(node, MatMul) or _is_sum(node))

    def _factor(self, node: Node, depth: int, reach: Reach) -> tuple[Token, ...]:
        return self._bracketed(node, depth, reach, always=isinstance(node, Binary))

    def _applied(self, function: str, inside: tuple[Token, ...]) -> tuple[Token, ...]:
        before, shape = _OPENING[function]
        opening = Bracket(shape, True, before)  # type: ignore[arg-type]
        if function == "positive":
            return (opening, *inside, Sign("> 0"), Bracket("]", False))
        shape, after = _CLOSING[function]
        return (opening, *inside, Bracket(shape, False, after=after))  # type: ignore[arg-type]

    def _activated(self, activation: str, of: Node, depth: int, reach: Reach) -> tuple[Token, ...]:
        rule = ACTIVATIONS[activation]
        inside = reach
        if rule.couples_units:
            inside = columns_of(reach) if self._convention == "columns" else rows_of(reach)
        return (Bracket("(", True, rule.sign), *self.write(of, depth - 1, inside), Bracket(")", False))

    def _loss(self, node: LossValue, depth: int) -> tuple[Token, ...]:
        row = LOSSES[node.loss]
        template = row.text_of(node.reduction)
        if node.from_logits:
            template = template.replace("{a}", row.output_of("{a}"))
        names = {"{a}": node.z if node.from_logits else node.a, "{y}": node.y}
        tokens: list[Token] = []
        opened: list[str] = []
        for part in re.findall(_IN_TEMPLATE, template):
            if part in names:
                tokens.extend(self.write(names[part], depth, everything))
            elif part[-1] in "(|‖" and not (opened and part[0] == opened[-1]):
                opened.append(part[-1])
                tokens.append(Bracket(part[-1], True, part[:-1]))
            elif part[0] in ")|‖":
                opened.pop()
                tokens.append(Bracket(part[0], False, after=part[1:]))
            elif part.strip():
                tokens.append(Sign(part.strip(), is_break=bool(tokens) and part.strip() in "+−·/,"))
        return tuple(tokens)


def _defined(formula: str, letter: str, label: str) -> str:
    """Write a slope's definition with an array: ``1 − a²`` → ``1 − (A¹)²``."""
    squared = re.sub(rf"\b{letter}²", f"({label})²" if len(label) > 1 else f"{label}²", formula)
    return re.sub(rf"\b{letter}\b", label, squared).replace(" · ", " ⊙ ")


def _is_sum(node: Node) -> bool:
    return isinstance(node, Binary) and node.operator in "+-"


def _is_product(node: Node) -> bool:
    return isinstance(node, Binary) and node.operator == "*" and not is_number(node.left)


def _is_single(node: Node) -> bool:
    return isinstance(node, LossValue) or (isinstance(node, Reduce) and node.over == "all")
