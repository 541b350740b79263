"""Where a program's arrays lie in one block of memory, so that compiled code finds them at constant places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nnviz.model.arrays.array import Array
from nnviz.model.program.shapes import Shape

ALIGNMENT = 8
"""Numbers to whose multiples arrays are moved: a line of the processor's cache."""


@dataclass(frozen=True)
class MemoryLayout:
    """Symbols one after the other, each by rows but the inputs X, which are by samples.

    Attributes
    ----------
    shapes
        Symbol → shape.
    offsets
        Symbol → number of its first cell.
    size
        How many numbers all take.
    """

    shapes: Mapping[str, Shape]
    offsets: Mapping[str, int]
    size: int

    @staticmethod
    def of(names: Iterable[str], shapes: Mapping[str, Shape]) -> MemoryLayout:
        """Lay out some of the symbols."""
        offsets: dict[str, int] = {}
        end = 0
        for name in names:
            offsets[name] = end
            rows, columns = shapes[name]
            end += -(-rows * columns // ALIGNMENT) * ALIGNMENT
        return MemoryLayout({name: shapes[name] for name in offsets}, offsets, end)

    def arrays(self, memory: Array) -> dict[str, Array]:
        """Return the arrays, which lie in a memory of at least `size` numbers."""
        arrays: dict[str, Array] = {}
        for name, (rows, columns) in self.shapes.items():
            cells = memory[self.offsets[name] : self.offsets[name] + rows * columns]
            arrays[name] = cells.reshape(columns, rows).T if name == "X" else cells.reshape(rows, columns)
        return arrays
