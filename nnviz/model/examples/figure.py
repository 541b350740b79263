"""A figure that an author printed, and whether a value rounds to it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from nnviz.model.limits import Ge
from nnviz.model.scenario.schedule_spec import STRICT

Quantity = Literal[
    "value",
    "negated",
    "start",
    "without-bias",
    "slope",
    "loss-slope",
    "loss-share",
    "epoch-cost",
    "cost",
    "accuracy",
    "prediction",
]
"""The kinds of figures; `quantities` has how each is read from a session."""


@dataclass(frozen=True)
class Figure:
    """A number in a publication.

    Attributes
    ----------
    label
        The author's name for it.
    printed
        The number as it is printed, with all its digits: ``"0.3775"``.
    symbol
        The symbol that it belongs to; not every quantity has one.
    cell
        Row and column in it, from 0, in the column convention.
    update
        The update in which it is computed, or after which it holds; 0 for the start.
    quantity
        What it is of the symbol: mostly its value.
    within
        The tolerance, where the author's own digits depend on the machine; None if every printed digit counts.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    label: str
    printed: str
    symbol: str = ""
    cell: tuple[Annotated[int, Ge(0)], Annotated[int, Ge(0)]] = (0, 0)
    update: Annotated[int, Ge(0)] = 1
    quantity: Quantity = "value"
    within: Annotated[float, Ge(0)] | None = None

    @property
    def decimals(self) -> int:
        """How many digits are printed after the point."""
        exponent = Decimal(self.printed).as_tuple().exponent
        assert isinstance(exponent, int)  # a file's figures are finite
        return max(0, -exponent)

    def is_met_by(self, value: float) -> bool:
        """Return whether a value rounds to the printed number; halfway between two numbers it rounds to either."""
        if not math.isfinite(value):
            return False
        printed = Decimal(self.printed)
        off = abs(Decimal(value) - printed)
        half = Decimal((0, (5,), -self.decimals - 1))
        return off <= (half if self.within is None else Decimal(self.within))
