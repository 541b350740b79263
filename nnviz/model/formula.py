"""A line's expression as text for people, and its shapes, in either convention.

In the column convention a sample is a column, ``W`` is (units × inputs) and a layer computes ``W · X + b``. In the row
convention every array is the transpose of that, so the text is that of the transposed expression: ``X · W + b``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from nnviz.model.activations import ACTIVATIONS
from nnviz.model.expression import (
    Activate,
    Apply,
    Binary,
    Constant,
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
        case Scalar() | Constant() | LossValue():
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
    raise TypeError(f"no shape for {type(node).__name__}")


def shape_text(shape: Shape) -> str:
    """Write a shape: ``3×4``."""
    return f"{shape[0]}×{shape[1]}"


def operand_shapes_text(node: Node, shapes: Mapping[str, Shape], convention: Convention) -> str:
    """Write an expression's operands as shapes, ``(3×1)·(1×4) ⊙ (3×4)``; empty when it has fewer than two arrays.

    `shapes` are those of the column convention; the text is in the asked one.
    """
    text, arrays = _shapes(in_convention(node, convention), shapes, convention)
    return text if arrays > 1 else ""


def _shapes(node: Node, shapes: Mapping[str, Shape], convention: Convention) -> tuple[str, int]:
    match node:
        case MatMul(left, right):
            (before, n), (after, k) = _shapes(left, shapes, convention), _shapes(right, shapes, convention)
            return f"{before}·{after}", n + k
        case Binary(operator, left, right) if not is_number(left) and not is_number(right):
            before, n = _operand(node, left, shapes, convention)
            after, k = _operand(node, right, shapes, convention)
            sign = {"+": "+", "-": "−", "*": "⊙", "/": "/"}[operator]
            return f"{before} {sign} {after}", n + k
        case Binary(_, left, right):
            return _shapes(right if is_number(left) else left, shapes, convention)
        case LossValue():
            return "", 0
    rows, columns = _convention_shape(node, shapes, convention)
    return f"({rows}×{columns})", 1


def _operand(parent: Binary, node: Node, shapes: Mapping[str, Shape], convention: Convention) -> tuple[str, int]:
    """Write an operand's shapes; a sum within a product takes brackets."""
    text, arrays = _shapes(node, shapes, convention)
    is_sum = isinstance(node, Binary) and node.operator in "+-" and arrays > 1
    return (f"({text})" if is_sum and parent.operator in "*/" else text), arrays


def _convention_shape(node: Node, shapes: Mapping[str, Shape], convention: Convention) -> Shape:
    shape = shape_of(node, shapes)
    return shape if convention == "columns" else (shape[1], shape[0])
