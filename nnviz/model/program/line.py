"""A line of an update's program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from nnviz.model.program.broadcasting import Broadcast, broadcasts
from nnviz.model.program.expression import Node, symbols_named, symbols_read
from nnviz.model.program.formula import in_convention, text_of
from nnviz.model.program.shapes import OperandShapes, Shape, operand_shapes, shape_text
from nnviz.model.program.symbols import Labels
from nnviz.model.text.convention import Convention

Stage = Literal["candidate", "forward", "loss", "backward", "update"]


@dataclass(frozen=True)
class Line:
    """One equation: the symbol that it writes and the expression that it writes there.

    Attributes
    ----------
    writes
        Name of the symbol written.
    expression
        What is written.
    stage
        Which part of the update the line belongs to.
    layer
        The layer it is about, 1 for the first hidden one; 0 for the loss.
    assigns
        Whether the line replaces a value that was there before the update (``W ← …``) rather than defining one.
    """

    writes: str
    expression: Node
    stage: Stage
    layer: int
    assigns: bool = False

    @property
    def reads(self) -> tuple[str, ...]:
        """Names of the symbols that the line reads, in the order in which they are written."""
        return symbols_read(self.expression)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the symbols that the line's formula names, in the order in which they are written.

        What points at a line's operands points at these: they are what a person finds in the text.
        """
        return symbols_named(self.expression)

    def formula(self, labels: Labels, convention: Convention = "columns") -> str:
        """Write the line: ``δ¹ = (W²ᵀ · δ²) ⊙ tanh′(Z¹)``."""
        sign = "←" if self.assigns else "="
        return f"{labels.of(self.writes)} {sign} {text_of(in_convention(self.expression, convention), labels)}"

    def shapes(self, shapes: Mapping[str, Shape], convention: Convention = "columns") -> str:
        """Write the operands' and the result's shapes: ``(3×2)·(2×4) + (3×1) → 3×4``.

        Parameters
        ----------
        shapes
            Symbol → shape in the column convention.
        convention
            The convention to write them in.
        """
        rows, columns = shapes[self.writes]
        result = shape_text((rows, columns) if convention == "columns" else (columns, rows))
        operands = self.operand_shapes(shapes, convention).text
        return f"{operands} → {result}" if operands else result

    def operand_shapes(self, shapes: Mapping[str, Shape], convention: Convention = "columns") -> OperandShapes:
        """Write the operands' shapes alone; nothing where they add nothing to the result's shape."""
        operands = operand_shapes(self.expression, shapes, convention)
        # What replaces a value has operands of its shape, unless something is wrong.
        if operands.arrays < 2 or (self.assigns and not self.broadcasts(shapes)):
            return OperandShapes("", 0)
        return operands

    def broadcasts(self, shapes: Mapping[str, Shape]) -> tuple[Broadcast, ...]:
        """Return the operations that only work because an operand is repeated; where a value is replaced, none is
        intended.

        Raises
        ------
        ValueError
            If operands do not fit even by broadcasting.
        """
        found = broadcasts(self.expression, shapes)
        return tuple(replace(broadcast, is_meant=False) for broadcast in found) if self.assigns else found
