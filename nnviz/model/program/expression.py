"""The right-hand side of a line as a small tree.

Everything about a line follows from its tree: its text in either convention (`formula`), its shapes (`shapes`), how it
is computed (`numpy_calls`) and how one cell of it is written out (`explain`). A mistake is another tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import Field, dataclass, replace
from functools import cached_property
from typing import ClassVar, Literal

from nnviz.model.network.activations import ACTIVATIONS

Operator = Literal["+", "-", "*", "/"]
"""Element-wise operators; a ``(n, 1)`` or ``(1, m)`` operand is repeated, as numpy broadcasts."""


class Node:
    """A node of an expression; the children are its fields that are nodes."""

    __dataclass_fields__: ClassVar[dict[str, Field[object]]]

    def children(self) -> tuple[Node, ...]:
        """Return the operands of this node, in the order in which they are written."""
        values = [getattr(self, name) for name in self.__dataclass_fields__]
        return tuple([value for value in values if isinstance(value, Node)])

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, parents first."""
        yield self
        for child in self.children():
            yield from child.walk()

    @cached_property
    def read(self) -> tuple[str, ...]:
        """Names of the symbols that computing this node reads: see `symbols_read`; kept, since a node never changes."""
        return tuple(dict.fromkeys(node.name for node in self.walk() if isinstance(node, Symbol)))


@dataclass(frozen=True)
class Symbol(Node):
    """An array of the workspace, by name: ``W1``, ``A2``, ``delta2``."""

    name: str


@dataclass(frozen=True)
class Scalar(Node):
    """A named number, set by a person or by the batch: ``eta``, ``lambda``, ``m``."""

    name: str


@dataclass(frozen=True)
class Constant(Node):
    """A literal number, and its text."""

    value: float
    text: str


@dataclass(frozen=True)
class Transpose(Node):
    """The transpose of a node."""

    of: Node


@dataclass(frozen=True)
class Reshape(Node):
    """The cells of a node, row by row, in the shape of its transpose; only a mistake has it."""

    of: Node


@dataclass(frozen=True)
class SomeSamples(Node):
    """Some columns of a node: the last sample, or all but the last; only a mistake has it."""

    which: Literal["last", "but-last"]
    of: Node


@dataclass(frozen=True)
class MatMul(Node):
    """The matrix product ``left · right``."""

    left: Node
    right: Node


@dataclass(frozen=True)
class Binary(Node):
    """An element-wise operation on two nodes (or on a node and a number)."""

    operator: Operator
    left: Node
    right: Node


@dataclass(frozen=True)
class Limit(Node):
    """A quotient, and its limit ``at_zero`` in the cells in which it would be 0 divided by 0; all of the same shape."""

    quotient: Binary
    at_zero: Node


@dataclass(frozen=True)
class Maximum(Node):
    """The greater of two nodes of the same shape, cell by cell."""

    left: Node
    right: Node


@dataclass(frozen=True)
class Compare(Node):
    """The comparison of two numbers: 1 or 0; a loss counts as a number."""

    operator: Literal["<", "="]
    left: Node
    right: Node


@dataclass(frozen=True)
class Either(Node):
    """Whether one of two conditions holds: 1 or 0."""

    left: Compare
    right: Node


@dataclass(frozen=True)
class Conditional(Node):
    """One of two nodes of the same shape, by a single condition."""

    condition: Node
    then: Node
    otherwise: Node


@dataclass(frozen=True)
class Reduce(Node):
    """A sum: over the samples (``(n, m) → (n, 1)``), over the units (``→ (1, m)``) or over all cells (``→ (1, 1)``)."""

    over: Literal["samples", "units", "all"]
    of: Node


@dataclass(frozen=True)
class Apply(Node):
    """An element-wise function of `FUNCTIONS` in `numpy_calls`: square, sqrt, abs, sign, positive (1 where > 0)."""

    function: Literal["square", "sqrt", "abs", "sign", "positive"]
    of: Node


@dataclass(frozen=True)
class Activate(Node):
    """An activation function applied to a layer's weighted input."""

    activation: str
    of: Node


@dataclass(frozen=True)
class Slope(Node):
    """An activation's derivative f′(Z), computed from A where that is enough (σ′ = a(1 − a)) and from Z elsewhere."""

    activation: str
    z: Symbol
    a: Symbol

    def children(self) -> tuple[Node, ...]:
        """Return A or Z, whichever the derivative is computed from."""
        return (self.a,) if ACTIVATIONS[self.activation].slope_reads == "A" else (self.z,)


@dataclass(frozen=True)
class LossValue(Node):
    """A loss's mean (or sum) over the batch's samples, from targets Y and the output's logits Z or values A."""

    loss: str
    z: Symbol
    a: Symbol
    y: Symbol
    from_logits: bool
    reduction: Literal["mean", "sum"] = "mean"

    def children(self) -> tuple[Node, ...]:
        """Return what the loss is computed from: logits or values, and the targets."""
        return (self.z, self.y) if self.from_logits else (self.a, self.y)


def symbols_read(node: Node) -> tuple[str, ...]:
    """Return the names of the symbols that an expression reads, each once, in the order in which they are written."""
    return node.read


def symbols_named(node: Node) -> tuple[str, ...]:
    """Return the names of the symbols that an expression's formula names, each once, in the order of the columns.

    They are those that it reads, but that a slope ``tanh′(Z)`` names Z, even where it is computed from A.
    """
    return tuple(dict.fromkeys(_each_named(node)))


def _each_named(node: Node) -> Iterator[str]:
    match node:
        case Symbol(name):
            yield name
        case Slope(_, z, _):
            yield z.name
        case _:
            for child in node.children():
                yield from _each_named(child)


def with_each(node: Node, change: Callable[[Node], Node | None]) -> Node:
    """Replace every node for which `change` returns another one, from the top down."""
    changed = change(node)
    if changed is not None:
        return changed
    fields = {
        name: with_each(value, change)
        for name in node.__dataclass_fields__
        if isinstance(value := getattr(node, name), Node)
    }
    return replace(node, **fields) if fields else node
