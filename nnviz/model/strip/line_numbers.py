"""The values of a written line at a moment: exactly what the line read and wrote, and what lies between."""

from __future__ import annotations

from functools import cached_property
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.program.expression import MatMul, Node, Scalar, Symbol, Transpose, symbols_read
from nnviz.model.program.formula import in_convention
from nnviz.model.program.shapes import Shape, shape_of
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.strip.parts import Part, Powers, SampleLosses, SumOfPowers, part_value
from nnviz.model.strip.tokens import StripOperand
from nnviz.model.strip.written_line import WrittenLine

_MOST_PRODUCTS: Final = 20_000_000
"""Multiplications for which an intermediate value is computed again: some 2 ms."""
_MOST_CELLS: Final = 1_000_000


class LineNumbers:
    """Values of a line's operands, in the convention in which it is written.

    Parameters
    ----------
    snapshot
        The moment.
    number
        The line, from 1.
    written
        The line written out.
    """

    def __init__(self, snapshot: Snapshot, number: int, written: WrittenLine) -> None:
        self._snapshot, self._number, self._written = snapshot, number, written
        self._values: dict[int, Array | None] = {}

    @property
    def has_run(self) -> bool:
        """Whether the line has run in the update on the screen."""
        return self._snapshot.position.line >= self._number

    @cached_property
    def shows_computed(self) -> bool:
        """Whether the intermediate values are there to be shown: they are computed unless that would take long."""
        nodes = [
            node
            for token in self._written.computed
            if isinstance(token, StripOperand) and (node := self._in_columns(token)) is not None
        ]
        return bool(nodes) and self.has_run and all(self._is_cheap(node) for node in nodes)

    @property
    def result(self) -> Array | None:
        """What the line wrote, whatever was set since; None where it has not run."""
        return self._turned(self._snapshot.written(self._written.line.writes)) if self.has_run else None

    def value(self, operand: StripOperand) -> Array | None:
        """Return an operand's value; None where it reads what has not been computed.

        A symbol's is the very array, or its transpose, that the line read. A number has shape ``(1, 1)``.
        """
        if operand is self._written.result:
            return self.result
        key = id(operand)
        if key not in self._values:
            self._values[key] = self._computed(operand)
        return self._values[key]

    def shape(self, operand: StripOperand) -> Shape:
        """Return the (rows, columns) of an operand, also where it has no value yet.

        Raises
        ------
        ValueError
            If the parts of an intermediate value do not fit.
        """
        node = self._in_columns(operand)
        if node is None:
            raise TypeError(f"{operand.label} is no expression")
        rows, columns = self._shape_of(node)
        return (columns, rows) if self._written.convention == "rows" else (rows, columns)

    # Inside ------------------------------------------------------------------------------------------------------

    def _in_columns(self, operand: StripOperand) -> Node | None:
        node = operand.node
        if node is None or isinstance(node, Powers | SumOfPowers | SampleLosses):
            return node
        return in_convention(node, self._written.convention)

    def _shape_of(self, node: Node) -> Shape:
        shapes = self._snapshot.shapes
        match node:
            case SampleLosses(loss):
                return 1, shapes[loss.a.name][1]
            case Powers(z):
                return shapes[z.name]
            case SumOfPowers(z):
                return 1, shapes[z.name][1]
        return shape_of(node, shapes)

    def _computed(self, operand: StripOperand) -> Array | None:
        node = self._in_columns(operand)
        match node:
            case None:
                return None
            case Scalar(name):
                return np.array([[self._scalars[name]]])
            case Symbol(name):
                array = self._snapshot.read_by(self._number, name)
                return None if array is None else self._turned(array)
            case Transpose(Symbol(name)):
                array = self._snapshot.read_by(self._number, name)
                return None if array is None else self._turned(array.T)
        arrays = self._arrays(node)
        if arrays is None:
            return None
        # The first frame shows what is read, and computes nothing.
        from nnviz.model.engine.reference import compute

        with np.errstate(all="ignore"):
            value = part_value(node, arrays) if isinstance(node, Part) else compute(node, arrays, self._scalars)
        value = np.atleast_2d(value)
        value.flags.writeable = False
        return self._turned(value)

    def _arrays(self, node: Node) -> dict[str, Array] | None:
        """Return what a node reads; None where some of it has not been computed."""
        read = symbols_read(node.of) if isinstance(node, Part) else symbols_read(node)
        arrays = {name: self._snapshot.read_by(self._number, name) for name in read}
        found = {name: array for name, array in arrays.items() if array is not None}
        return found if len(found) == len(arrays) else None

    @cached_property
    def _scalars(self) -> dict[str, float]:
        from nnviz.model.explain.expand import scalars_of

        return scalars_of(self._snapshot)

    def _turned(self, array: Array) -> Array:
        return array.T if self._written.convention == "rows" else array

    def _is_cheap(self, node: Node) -> bool:
        try:
            rows, columns = self._shape_of(node)
            products = 0
            for part in node.walk():
                if isinstance(part, MatMul):
                    (above, inner), (_, right) = (self._shape_of(side) for side in (part.left, part.right))
                    products += above * inner * right
        except ValueError:
            return False  # what a hidden mistake computes does not fit the line that is shown
        return rows * columns <= _MOST_CELLS and products <= _MOST_PRODUCTS
