"""Where an expression relies on broadcasting: an operand is repeated to the shape of the other.

For a bias this is intended: it is a column, the same for every sample. Where numpy repeats anything else it hides a
mistake; the classic one is a ``(1, m)`` row minus an ``(m, 1)`` column, which silently is an ``(m, m)`` matrix.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from nnviz.model.program.expression import Binary, Node, Reduce, Symbol
from nnviz.model.program.formula import is_number
from nnviz.model.program.shapes import Shape, shape_of
from nnviz.model.program.symbols import parse

Along = Literal["samples", "units"]


@dataclass(frozen=True)
class Repeated:
    """An operand that is repeated; shapes are those of the column convention.

    Attributes
    ----------
    operand, shape
        The operand, and its shape.
    along
        Whether its columns are repeated, its rows, or both.
    """

    operand: Node
    shape: Shape
    along: tuple[Along, ...]


@dataclass(frozen=True)
class Broadcast:
    """An element-wise operation on operands of different shapes.

    Attributes
    ----------
    operation
        The node.
    result
        The shape of the result.
    repeated
        One operand, or both.
    is_meant
        Whether it is what its notation suggests: a column is the same for every sample, a sum over the units and a
        bias that they share are the same for every unit. Everything else is suspicious.
    """

    operation: Binary
    result: Shape
    repeated: tuple[Repeated, ...]
    is_meant: bool


def broadcasts(node: Node, shapes: Mapping[str, Shape]) -> tuple[Broadcast, ...]:
    """Return the operations of an expression that broadcast, outer ones first.

    Parameters
    ----------
    node
        The expression; plain numbers in it are not arrays, and are not reported.
    shapes
        Symbol → shape in the column convention.

    Raises
    ------
    ValueError
        If operands do not fit even by broadcasting.
    """
    operations = (each for each in node.walk() if isinstance(each, Binary))
    return tuple(found for operation in operations if (found := _broadcast(operation, shapes)) is not None)


def _broadcast(operation: Binary, shapes: Mapping[str, Shape]) -> Broadcast | None:
    if is_number(operation.left) or is_number(operation.right):
        return None
    result = shape_of(operation, shapes)
    operands = ((operand, shape_of(operand, shapes)) for operand in (operation.left, operation.right))
    repeated = tuple(Repeated(operand, shape, _along(shape, result)) for operand, shape in operands if shape != result)
    return Broadcast(operation, result, repeated, len(repeated) == 1 and _is_meant(repeated[0])) if repeated else None


def _along(shape: Shape, result: Shape) -> tuple[Along, ...]:
    along: tuple[Along, ...] = ("units",) if shape[0] != result[0] else ()
    return (*along, "samples") if shape[1] != result[1] else along


def _is_meant(repeated: Repeated) -> bool:
    if repeated.along == ("samples",):
        return True
    if isinstance(repeated.operand, Symbol) and parse(repeated.operand.name).kind in ("b", "cb"):
        return repeated.shape[1] == 1
    return repeated.along == ("units",) and isinstance(repeated.operand, Reduce) and repeated.operand.over == "units"
