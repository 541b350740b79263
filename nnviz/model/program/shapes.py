"""The shapes of an expression and of its operands, in either convention."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

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
from nnviz.model.program.formula import is_number
from nnviz.model.text.convention import Convention

Shape = tuple[int, int]


def shape_of(node: Node, shapes: Mapping[str, Shape]) -> Shape:
    """Return the shape of an expression's value.

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
        case Transpose(of) | Reshape(of):
            rows, columns = shape_of(of, shapes)
            return columns, rows
        case SomeSamples(which, of):
            rows, columns = shape_of(of, shapes)
            return rows, 1 if which == "last" else columns - 1
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
        case Apply(_, of) | Activate(_, of) | Limit(of, _):
            return shape_of(of, shapes)
        case Conditional(_, then, otherwise) | Maximum(then, otherwise):
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
    """The place of an operand of an element-wise operation in a text: its first character, and the one after its last.

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
        How many arrays there are.
    places
        Places of the operands of element-wise operations in the text.
    """

    text: str
    arrays: int
    places: tuple[OperandPlace, ...] = ()

    def after(self, text: str) -> OperandShapes:
        """Prepend a text."""
        by = len(text)
        moved = (replace(place, start=place.start + by, stop=place.stop + by) for place in self.places)
        return OperandShapes(text + self.text, self.arrays, tuple(moved))

    def then(self, other: OperandShapes) -> OperandShapes:
        """Append other operands."""
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
        case Limit(quotient, _):
            return operand_shapes(quotient, shapes, convention)
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
