"""What putting a value right does to the parameters, and which value is the first wrong one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nnviz.model.arrays.array import Array


@dataclass(frozen=True, eq=False)
class Repair:
    """A value that, put right, puts parameters right.

    Attributes
    ----------
    event
        What computed it.
    forward
        By whose value the loss is derived there.
    right
        What it should be, in its shape.
    is_parameter
        Whether it is the gradient of a parameter.
    matched
        Whether it is right as the derivative by another value.
    fixed
        How many cells of parameters change as they should afterwards.
    before, total
        How many do so as the script is, and how many there are.
    mistakes
        Names of what is wrong there, where the numbers say it.
    is_update
        Whether it is the new value of the parameter itself.
    is_output
        Whether no product comes between what it is the derivative by, and the loss.
    part
        Of an operation of an autograd engine: what it hands back, and what it should, for the gradient that it was
        given. None for other values.
    """

    event: int
    forward: int
    right: Array
    is_parameter: bool
    matched: bool
    fixed: int
    before: int
    total: int
    mistakes: tuple[str, ...] = ()
    is_update: bool = False
    is_output: bool = False
    part: tuple[float, float] | None = None


def of_value(event: int, right: Array) -> Repair:
    """Return the repair of a value of which only is known what it should be."""
    return Repair(event, event, right, is_parameter=False, matched=False, fixed=0, before=0, total=0)


def first_of(repairs: Sequence[Repair]) -> Repair | None:
    """Return the first of those that put the most right; of values that are right for something else the last."""
    most = max((one.fixed for one in repairs), default=0)
    best = sorted((one for one in repairs if one.fixed == most), key=lambda one: one.event)
    wrong = next((one for one in best if not one.matched), None)
    taken = [one for one in best if one.matched and (wrong is None or (wrong.is_parameter and one.event < wrong.event))]
    return taken[-1] if taken else wrong
