"""A line's expression as text for people, and its shapes, in either convention.

In the column convention a sample is a column, ``W`` is (units × inputs) and a layer computes ``W · X + b``. In the row
convention every array is the transpose of that, so the text is that of the transposed expression: ``X · W + b``.
"""

from __future__ import annotations

from dataclasses import replace

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
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.symbols import SCALAR_LABELS, Labels
from nnviz.model.text.convention import Convention

APPLIED = {"square": "({})²", "sqrt": "√({})", "abs": "|{}|", "sign": "sign({})", "positive": "[{} > 0]"}
"""Templates of the functions of `Apply`."""

_NORMS = {"square": "‖{}‖²", "abs": "‖{}‖₁"}


def in_convention(node: Node, convention: Convention) -> Node:
    """Return the expression for arrays of that convention: itself, or its transpose over transposed symbols."""
    if convention == "columns":
        return node
    if isinstance(node, MatMul):
        return MatMul(in_convention(node.right, convention), in_convention(node.left, convention))
    if isinstance(node, Binary | Maximum):
        left, right = in_convention(node.left, convention), in_convention(node.right, convention)
        return replace(node, left=left, right=right)
    if isinstance(node, Conditional):
        then, otherwise = in_convention(node.then, convention), in_convention(node.otherwise, convention)
        return replace(node, then=then, otherwise=otherwise)
    if isinstance(node, Reshape):
        # It reads the cells of the column convention row by row.
        return Transpose(Reshape(Transpose(in_convention(node.of, convention))))
    if isinstance(node, Limit):
        left, right = in_convention(node.quotient.left, convention), in_convention(node.quotient.right, convention)
        quotient = replace(node.quotient, left=left, right=right)
        return Limit(quotient, in_convention(node.at_zero, convention))
    if isinstance(node, Transpose | Reduce | Apply | SomeSamples):
        return replace(node, of=in_convention(node.of, convention))
    return node


def is_number(node: Node) -> bool:
    """Return whether a node is a plain number (no array in it)."""
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
            return f"{_base_or_bracketed(of, labels)}ᵀ"
        case Reshape(of):
            return f"reshape({text_of(of, labels)})"
        case SomeSamples(which, of):
            return f"{_base_or_bracketed(of, labels)}{'ₘ' if which == 'last' else '₁…ₘ₋₁'}"
        case MatMul(left, right):
            return f"{_matrix_factor(left, labels)} · {_matrix_factor(right, labels)}"
        case Reduce("all", Apply(function, of)) if function in _NORMS:
            return _NORMS[function].format(text_of(of, labels))
        case Reduce(over, of):
            sign = "Σₖ" if over == "units" else "Σ"
            return (
                f"{sign} {text_of(of, labels)}"
                if isinstance(of, Symbol | SomeSamples)
                else f"{sign}({text_of(of, labels)})"
            )
        case Apply(function, of):
            return APPLIED[function].format(text_of(of, labels))
        case Activate(activation, of):
            return f"{ACTIVATIONS[activation].sign}({text_of(of, labels)})"
        case Slope(activation, z, _):
            return f"{ACTIVATIONS[activation].sign}′({text_of(z, labels)})"
        case LossValue(loss, z, a, y, from_logits, reduction):
            # Written with Z where it is computed from Z: BCE(σ(Z²), Y).
            row = LOSSES[loss]
            output = row.output_of(labels.of(z.name)) if from_logits else labels.of(a.name)
            return row.text_of(reduction).format(a=output, y=labels.of(y.name))
        case Binary():
            return _binary(node, labels)
        case Limit(quotient, _):
            return text_of(quotient, labels)
        case Maximum(left, right):
            return f"max({text_of(left, labels)}, {text_of(right, labels)})"
        case Compare(operator, left, right):
            return f"{text_of(left, labels)} {operator} {text_of(right, labels)}"
        case Either(left, right):
            return f"{text_of(left, labels)} or {text_of(right, labels)}"
        case Conditional(condition, then, otherwise):
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


def _matrix_factor(node: Node, labels: Labels) -> str:
    """Write an operand of a matrix product: an element-wise product takes brackets too."""
    return _bracketed(node, labels) if isinstance(node, Binary) else text_of(node, labels)


def _hadamard_operand(node: Node, labels: Labels) -> str:
    return _bracketed(node, labels) if isinstance(node, MatMul) else _factor(node, labels)


def _bracketed(node: Node, labels: Labels) -> str:
    return f"({text_of(node, labels)})"


def _base_or_bracketed(node: Node, labels: Labels) -> str:
    """Write what has something raised or lowered after it."""
    match node:
        case Symbol():
            return _base(node, labels)
        case SomeSamples() | Reshape():
            return text_of(node, labels)
    return _bracketed(node, labels)


def _base(symbol: Symbol, labels: Labels) -> str:
    text = labels.of(symbol.name)
    return text if len(text) <= 3 or "/" not in text else f"({text})"
