"""Values that lie between a line's operands and its result, and that no expression of the program names.

They are what the value of a softmax and of a loss is made of: powers of e, their sums, and the loss of each sample.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.program.expression import LossValue, Node, Symbol

_EXP_LIMIT: Final = 700.0
"""e to a larger power is not finite: all powers are then taken relative to the largest."""


@dataclass(frozen=True)
class Powers(Node):
    """e to the power of each cell of a symbol."""

    of: Symbol


@dataclass(frozen=True)
class SumOfPowers(Node):
    """The sum of a sample's powers of e."""

    of: Symbol


@dataclass(frozen=True)
class SampleLosses(Node):
    """The loss of each sample."""

    of: LossValue


Part = Powers | SumOfPowers | SampleLosses


def part_value(part: Part, arrays: dict[str, Array]) -> Array:
    """Return the value of a part in the column convention."""
    match part:
        case SampleLosses(loss):
            from nnviz.model.engine.reference import loss_cells

            return np.asarray(loss_cells(loss, arrays).sum(axis=0, keepdims=True))
        case Powers(symbol):
            return _powers(arrays[symbol.name])
        case SumOfPowers(symbol):
            return np.asarray(_powers(arrays[symbol.name]).sum(axis=0, keepdims=True))


def _powers(z: Array) -> Array:
    highest = z.max(axis=0, keepdims=True)
    return np.exp(z - np.where(highest > _EXP_LIMIT, highest, 0.0))
