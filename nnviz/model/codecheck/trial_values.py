"""What a person's functions returned on a trial, and on which occasion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.trial_updates import Trial

Occasion = Literal["first", "again", "integers", "later"]


@dataclass(frozen=True, eq=False)
class TrialValues:
    """A trial on which the person's functions returned, and the values.

    Attributes
    ----------
    trial
        The trial.
    values
        Symbol → value, samples as columns.
    shapes
        Symbol → the shape in which it was returned.
    same
        Pairs of symbols that are one and the same array.
    occasion
        Whether it was called for the first time, again with the same arguments, with whole numbers as integers, or for
        a later update.
    """

    trial: Trial
    values: Mapping[str, Array]
    shapes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    same: tuple[tuple[str, str], ...] = ()
    occasion: Occasion = "first"
