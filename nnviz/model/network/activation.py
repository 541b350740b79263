"""What an activation function is: a function, its derivative, and their formulas as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from nnviz.model.arrays.array import Array


@dataclass(frozen=True, kw_only=True)
class Activation:
    """One activation function ``A = f(Z)``, element by element unless `couples_units`.

    Attributes
    ----------
    name
        Identifier in scenario files.
    title
        Name for people (English; translated by the views).
    sign
        How the function is written in a formula, as in ``σ(Z¹)``.
    formula
        The function written out, in terms of ``z``.
    slope_formula
        The derivative written out, in terms of ``a`` or ``z``, whichever `slope_reads` names.
    slope_reads
        Whether the derivative is computed from the activation ``A`` or from the weighted input ``Z``.
    function
        ``function(Z, out)`` fills `out`; both are ``(n_l, m)``. It runs with numpy's warnings off.
    slope
        ``slope(source, out)`` fills `out` with f′(Z); `source` is A or Z, as `slope_reads` names it. None if
        `couples_units`.
    value_range
        Limits of the function's values, for colour scales; None when unbounded on either side.
    couples_units
        Whether a unit's value depends on the other units of its layer, as softmax's does: then only the output layer
        may use it. The program knows softmax's derivative alone.
    bends_at_zero
        Whether the derivative jumps at z = 0.
    family
        Name of the row that it is one of: of ``leaky-relu(0.2)``, ``leaky-relu``; its own where it has no number.
    number
        The number in its formula that a scenario may choose, such as a leak's slope; None for most.
    """

    name: str
    title: str
    sign: str
    formula: str
    slope_formula: str
    slope_reads: Literal["A", "Z"]
    function: Callable[[Array, Array], None]
    slope: Callable[[Array, Array], None] | None
    value_range: tuple[float, float] | None = None
    couples_units: bool = False
    bends_at_zero: bool = False
    family: str = ""
    number: float | None = None
