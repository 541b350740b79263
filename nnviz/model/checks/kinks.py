"""Where the objective bends: a difference across a bend is no derivative, and says nothing about the gradient."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.explain.sentence import Sentence
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import Activate, Apply, LossValue, Node, Symbol
from nnviz.model.program.line import Line
from nnviz.model.program.losses import LOSSES
from nnviz.model.session.selection import Cell
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

Signs = tuple[NDArray[np.bool_], ...]


@dataclass(frozen=True)
class Crossing:
    """A step of a difference that crosses a bend.

    Attributes
    ----------
    moved
        The parameter's cell that was moved by ±ε; None for a step along a direction.
    kink
        The cell that is on different sides: a unit's weighted input for a sample (its column in the batch), an output
        at the margin of the hinge loss, or a weight at 0, where the penalty bends.
    sentence
        Which bend is crossed.
    """

    moved: Cell | None
    kink: Cell
    sentence: Sentence


@dataclass(frozen=True)
class _Bend:
    symbol: str
    side: Callable[[], NDArray[np.bool_]]
    text: str


class Kinks:
    """Finds on which side of every bend the values of a workspace are.

    Parameters
    ----------
    lines
        The lines that compute the objective.
    arrays
        The workspace's arrays; they are read each time.
    """

    def __init__(self, lines: Iterable[Line], arrays: Mapping[str, Array]) -> None:
        nodes = (node for line in lines for node in line.expression.walk())
        self._bends = tuple(bend for node in nodes if (bend := _bend(node, arrays)) is not None)

    def sides(self) -> Signs:
        """Return, for each cell with a bend, whether it is above the bend."""
        return tuple(bend.side() for bend in self._bends)

    def between(self, one: Signs, other: Signs, moved: Cell | None) -> Crossing | None:
        """Return the first bend between two steps, if any."""
        for bend, a, b in zip(self._bends, one, other, strict=True):
            crossed = a != b
            if crossed.any():
                row, column = np.unravel_index(int(np.argmax(crossed)), crossed.shape)
                kink = Cell(bend.symbol, int(row), int(column))
                return Crossing(moved, kink, Sentence(bend.text, {"cell": kink}))
        return None


def _bend(node: Node, arrays: Mapping[str, Array]) -> _Bend | None:
    match node:
        case Activate(activation, Symbol(z)) if ACTIVATIONS[activation].bends_at_zero:
            text = QT_TRANSLATE_NOOP("model", "±ε moves {cell} across the bend of its activation at 0")
            return _Bend(z, lambda: arrays[z] > 0.0, text)
        case LossValue(loss, _, a, y, _):
            margin = LOSSES[loss].bend
            if margin is not None:
                text = QT_TRANSLATE_NOOP("model", "±ε moves {cell} across the bend of the loss")
                return _Bend(a.name, lambda: margin(arrays[a.name], arrays[y.name]) > 0.0, text)
        case Apply("abs", Symbol(w)):
            text = QT_TRANSLATE_NOOP("model", "±ε moves {cell} across 0, where the penalty bends")
            return _Bend(w, lambda: arrays[w] > 0.0, text)
    return None
