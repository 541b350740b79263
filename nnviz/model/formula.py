"""A line's expression as text for people, and its shapes, in either convention.

In the column convention a sample is a column, ``W`` is (units × inputs) and a layer computes ``W · X + b``. In the row
convention every array is the transpose of that, so the text is that of the transposed expression: ``X · W + b``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from nnviz.model.activations import ACTIVATIONS
from nnviz.model.expression import (
    Activate,
    Apply,
    Binary,
    Choice,
    Compare,
    Constant,
    Either,
    LossValue,
    MatMul,
    Node,
    Reduce,
    Scalar,
    Slope,
    Symbol,
    Transpose,
)
from nnviz.model.losses import LOSSES
from nnviz.model.symbols import SCALAR_LABELS, Labels

Convention = Literal["columns", "rows"]
Shape = tuple[int, int]

APPLIED = {"square": "({})²", "sqrt": "√({})", "abs": "|{}|", "sign": "sign({})", "positive": "[{} > 0]"}
"""How the functions of `Apply` are written."""

_NORMS = {"square": "‖{}‖²", "abs": "‖{}‖₁"}


def in_convention(node: Node, convention: Convention) -> Node:
    """Give the expression for arrays of that convention: itself, or its transpose over transposed symbols."""
    if convention == "columns":
        return node
    if isinstance(node, MatMul):
        return MatMul(in_convention(node.right, convention), in_convention(node.left, convention))
    if isinstance(node, Binary):
        left, right = in_convention(node.left, convention), in_convention(node.right, convention)
        return replace(node, left=left, right=right)
    if isinstance(node, Choice):
        then, otherwise = in_convention(node.then, convention), in_convention(node.otherwise, convention)
        return replace(node, then=then, otherwise=otherwise)
    if isinstance(node, Transpose | Reduce | Apply):
        return replace(node, of=in_convention(node.of, convention))
    return node


def is_number(node: Node) -> bool:
    """Tell whether a node is a plain number (no array in it)."""
    if isinstance(node, Scalar | Constant):
        return True
    return isinstance(node, Binary | Apply) and all(is_number(child) for child in node.children())


def text_of(node: Node, labels: Labels) -> str:
    """Write an expression, for example ``(W²ᵀ · δ²) ⊙ tanh′(Z¹)``."""
    match node:
        case Symbol(name):
            return labels.of(name)
        case Scalar(name):
            return SCALAR_LABELS[name]
        case Constant(_, text):
            return text
        case Transpose(of):
            return f"{_bracketed(of, labels)}ᵀ" if not isinstance(of, Symbol) else f"{_base(of, labels)}ᵀ"
        case MatMul(left, right):
            return f"{_factor(left, labels)} · {_factor(right, labels)}"
        case Reduce("all", Apply(function, of)) if function in _NORMS:
            return _NORMS[function].format(text_of(of, labels))
        case Reduce(over, of):
            sign = "Σₖ" if over == "units" else "Σ"
            return f"{sign} {text_of(of, labels)}" if isinstance(of, Symbol) else f"{sign}({text_of(of, labels)})"
        case Apply(function, of):
            return APPLIED[function].format(text_of(of, labels))
        case Activate(activation, of):
            return f"{ACTIVATIONS[activation].sign}({text_of(of, labels)})"
        case Slope(activation, z, _):
            return f"{ACTIVATIONS[activation].sign}′({text_of(z, labels)})"
        case LossValue(loss, _, a, y, _):
            return LOSSES[loss].text.format(a=labels.of(a.name), y=labels.of(y.name))
        case Binary():
            return _binary(node, labels)
        case Compare(operator, left, right):
            return f"{text_of(left, labels)} {operator} {text_of(right, labels)}"
        case Either(left, right):
            return f"{text_of(left, labels)} or {text_of(right, labels)}"
        case Choice(condition, then, otherwise):
            return f"{text_of(then, labels)} if {text_of(condition, labels)} else {text_of(otherwise, labels)}"
    raise TypeError(f"no text for {type(node).__name__}")


def _binary(node: Binary, labels: Labels) -> str:
    left, right = node.left, node.right
    if node.operator in "+-":
        subtrahend = node.operator == "-" and isinstance(right, Binary) and right.operator in "+-"
        after = _bracketed(right, labels) if subtrahend else text_of(right, labels)
        return f"{text_of(left, labels)} {'+' if node.operator == '+' else '−'} {after}"
    if node.operator == "/":
        over = _bracketed(right, labels) if isinstance(right, Binary) else text_of(right, labels)
        top = text_of(left, labels) if isinstance(left, MatMul | Reduce) else _factor(left, labels)
        return f"{top} / {over}"
    if isinstance(left, Constant) and left.value == -1:
        return f"−{_factor(right, labels)}"
    if is_number(left):
        return f"{_factor(left, labels)} {_factor(right, labels)}"
    return f"{_hadamard_operand(left, labels)} ⊙ {_hadamard_operand(right, labels)}"


def _factor(node: Node, labels: Labels) -> str:
    """Write an operand of a product: a sum takes brackets."""
    return _bracketed(node, labels) if isinstance(node, Binary) and node.operator in "+-" else text_of(node, labels)


def _hadamard_operand(node: Node, labels: Labels) -> str:
    return _bracketed(node, labels) if isinstance(node, MatMul) else _factor(node, labels)


def _bracketed(node: Node, labels: Labels) -> str:
    return f"({text_of(node, labels)})"


def _base(symbol: Symbol, labels: Labels) -> str:
    text = labels.of(symbol.name)
    return text if len(text) <= 3 or "/" not in text else f"({text})"


def shape_of(node: Node, shapes: Mapping[str, Shape]) -> Shape:
    """Give the shape of an expression's value for operands of the given shapes.

    Raises
    ------
    ValueError
        If a product's inner sizes differ, or operands of an element-wise operation do not fit even by broadcasting.
    """
    match node:
        case Symbol(name):
            return shapes[name]
        case Scalar() | Constant() | LossValue() | Compare() | Either():
            return (1, 1)
        case Transpose(of):
            rows, columns = shape_of(of, shapes)
            return columns, rows
        case MatMul(left, right):
            (rows, inner), (inner_right, columns) = shape_of(left, shapes), shape_of(right, shapes)
            if inner != inner_right:
                raise ValueError(f"({rows}×{inner})·({inner_right}×{columns})")
            return rows, columns
        case Reduce(over, of):
            rows, columns = shape_of(of, shapes)
            return (1 if over in ("units", "all") else rows), (1 if over in ("samples", "all") else columns)
        case Slope(_, z, _):
            return shape_of(z, shapes)
        case Binary(_, left, right):
            one, other = shape_of(left, shapes), shape_of(right, shapes)
            if any(p != q and 1 not in (p, q) for p, q in zip(one, other, strict=True)):
                raise ValueError(f"({one[0]}×{one[1]}) ({other[0]}×{other[1]})")
            return max(one[0], other[0]), max(one[1], other[1])
        case Apply(_, of) | Activate(_, of):
            return shape_of(of, shapes)
        case Choice(_, then, otherwise):
            one, other = shape_of(then, shapes), shape_of(otherwise, shapes)
            if one != other:
                raise ValueError(f"({one[0]}×{one[1]}) ({other[0]}×{other[1]})")
            return one
    raise TypeError(f"no shape for {type(node).__name__}")


def shape_text(shape: Shape) -> str:
    """Write a shape: ``3×4``."""
    return f"{shape[0]}×{shape[1]}"


@dataclass(frozen=True)
class OperandPlace:
    """Where an operand of an element-wise operation stands in a text: its first character, and the one after its last.

    The same operand may be one of several operations.
    """

    operation: Binary
    operand: Node
    start: int
    stop: int


@dataclass(frozen=True)
class OperandShapes:
    """An expression's operands as shapes.

    Attributes
    ----------
    text
        ``(3×1)·(1×4) ⊙ (3×4)``
    arrays
        How many there are.
    places
        Where the operands of element-wise operations stand in the text.
    """

    text: str
    arrays: int
    places: tuple[OperandPlace, ...] = ()

    def after(self, text: str) -> OperandShapes:
        """Put a text in front."""
        by = len(text)
        moved = (replace(place, start=place.start + by, stop=place.stop + by) for place in self.places)
        return OperandShapes(text + self.text, self.arrays, tuple(moved))

    def then(self, other: OperandShapes) -> OperandShapes:
        """Put others behind."""
        other = other.after(self.text)
        return OperandShapes(other.text, self.arrays + other.arrays, self.places + other.places)


def operand_shapes(node: Node, shapes: Mapping[str, Shape], convention: Convention) -> OperandShapes:
    """Write an expression's operands as shapes in a convention; `shapes` are those of the column convention."""
    match node:
        case MatMul(left, right):
            factors = (left, right) if convention == "columns" else (right, left)
            before, after = (operand_shapes(factor, shapes, convention) for factor in factors)
            return before.then(after.after("·"))
        case Binary(operator, left, right) if not is_number(left) and not is_number(right):
            before, after = (_operand(node, operand, shapes, convention) for operand in (left, right))
            sign = {"+": "+", "-": "−", "*": "⊙", "/": "/"}[operator]
            return before.then(after.after(f" {sign} "))
        case Binary(_, left, right):
            return operand_shapes(right if is_number(left) else left, shapes, convention)
        case LossValue():
            return OperandShapes("", 0)
    rows, columns = shape_of(node, shapes)
    return OperandShapes(f"({shape_text((rows, columns) if convention == 'columns' else (columns, rows))})", 1)


def _operand(parent: Binary, node: Node, shapes: Mapping[str, Shape], convention: Convention) -> OperandShapes:
    """Write an operand's shapes; a sum within a product takes brackets."""
    written = operand_shapes(node, shapes, convention)
    is_sum = isinstance(node, Binary) and node.operator in "+-" and written.arrays > 1
    if is_sum and parent.operator in "*/":
        written = written.after("(").then(OperandShapes(")", 0))
    place = OperandPlace(parent, node, 0, len(written.text))
    return OperandShapes(written.text, written.arrays, (*written.places, place))
