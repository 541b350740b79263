"""What calling a person's function once came to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from nnviz.model.binding import Array
from nnviz.model.codecheck.handing import Call


@dataclass(frozen=True)
class Misfit:
    """Two operands whose shapes do not go together, in a person's own words.

    Attributes
    ----------
    operator
        ``@`` for a matrix product, else the element-wise sign.
    left, right
        The operands as the person wrote them.
    left_shape, right_shape
        Their shapes.
    target
        The name that the statement assigns to; empty where it assigns to none.
    """

    operator: str
    left: str
    left_shape: tuple[int, ...]
    right: str
    right_shape: tuple[int, ...]
    target: str = ""


@dataclass(frozen=True)
class Failure:
    """Why a call gave nothing.

    Attributes
    ----------
    kind, message
        The exception's class and text; ``timeout``, ``crash`` or ``returned`` where it is none of the person's.
    line, text
        Where in the person's file, and what stands there; 0 and empty where that is not known.
    misfit
        The operands that do not go together, where that was it.
    """

    kind: str
    message: str
    line: int = 0
    text: str = ""
    misfit: Misfit | None = None


@dataclass(frozen=True, eq=False)
class Outcome:
    """What one call gave: values by symbol, or a failure; and the arrays that the function changed."""

    values: Mapping[str, Array] = field(default_factory=dict)
    failure: Failure | None = None
    changed: tuple[str, ...] = ()


Caller = Callable[[Sequence[Call]], Sequence[Outcome]]
"""Calls a person's function with each of some arguments."""
