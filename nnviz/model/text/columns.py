"""What the numbers of a matrix have in common: decimals, and where it is needed a power of ten, written once.

A number that is so much smaller than the largest that it would have fewer than four digits has decimals of its own, or
an exponent where that is shorter, in units of the power of ten that is written at the matrix; zero alone is written as
zero. Four digits may need more characters than a narrow cell has room for: they are then written smaller, never with
fewer digits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Context
from functools import cached_property
from typing import Final

from nnviz.model.text.numbers import MINUS, format_number, scientific

_DIGITS: Final = 4
_MOST_DECIMALS: Final = 5
_MOST_OWN_DECIMALS: Final = 5
"""0.01234 is shorter than 1.234e−2, but 0.001234 is not shorter than 1.234e−3."""
_PLAIN: Final = range(-1, 3)
"""Powers of ten of the largest number for which a matrix needs none of its own."""
_PLAIN_WHOLE: Final = range(3, 5)
"""The same where all of them are whole numbers, which then have no decimals."""
_KEPT: Final = range(-1, 2)
"""Powers of ten of the largest number, in units of the common one, for which that stays."""
_SAFE_EXPONENT: Final = -280
"""Below it, bounds in units of the power of ten may not be floats."""
_SUPERSCRIPTS: Final = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_EXACT: Final = Context(prec=800, rounding=ROUND_HALF_EVEN)
"""A float has at most 767 significant digits."""
_OF_EXPONENT: Final = 5
"""Characters of −1.234e−7 that are not its digits."""
_NEARLY: Final = 0.01


@dataclass(frozen=True)
class ColumnFormat:
    """How the numbers of a matrix are written.

    Attributes
    ----------
    slots
        Characters that a number has room for, from 6.
    exponent
        The power of ten that is written at the matrix, and not in its cells.
    decimals
        Digits after the point.
    """

    slots: int
    exponent: int = 0
    decimals: int = _DIGITS - 1

    @property
    def factor(self) -> str:
        """What is written at the matrix: ``×10⁻⁴``; empty where its numbers are as they are."""
        return f"×10{str(self.exponent).translate(_SUPERSCRIPTS)}" if self.exponent else ""

    def texts(self, values: Sequence[float]) -> list[str]:
        """Return the numbers as text; one with an exponent of its own may be longer than the slots."""
        # Most of the hundreds of numbers of a frame have the common decimals, and are formatted without more ado.
        least, most = self._common_sizes
        form, negative = f"%.{self.decimals}f", f"{MINUS}%.{self.decimals}f"
        if not self.exponent:
            return [
                form % value
                if least <= value < most
                else (negative % -value if least <= -value < most else self.text(value))
                for value in values
            ]
        return [self._fixed(value) if least <= abs(value) < most else self.text(value) for value in values]

    def text(self, value: float) -> str:
        """Return a number as text."""
        if value == 0.0:
            return f"{0:.{self.decimals}f}"
        if not math.isfinite(value):
            return format_number(value)
        fixed = self._fixed(value)
        kept = _significant(fixed) if len(fixed) <= self.slots else 0
        if kept >= _DIGITS or (kept and not self.decimals and not self.exponent and value.is_integer()):
            return fixed
        own = scientific(value, _DIGITS, self.exponent)
        decimals = _DIGITS - 1 - (_exponent(abs(value)) - self.exponent)
        if decimals <= self.decimals or decimals > _MOST_OWN_DECIMALS:
            return own
        plain = replace(self, decimals=decimals)._fixed(value)
        return plain if len(plain) < len(own) else own

    def _fixed(self, value: float) -> str:
        """Return a number with the common decimals, in units of the power of ten."""
        exponent, decimals = self.exponent, self.decimals
        if exponent > 0:
            scaled = _EXACT.create_decimal(value).scaleb(-exponent, _EXACT)
            return f"{scaled:.{decimals}f}".replace("-", MINUS)
        written = f"{abs(value):.{decimals - exponent}f}"
        sign = MINUS if value < 0 else ""
        if not exponent:
            return sign + written
        # Moving the point in the text keeps it rounded from the exact value, which multiplying would not.
        point = len(written) - decimals
        whole = written[:point].replace(".", "").lstrip("0") or "0"
        return f"{sign}{whole}.{written[point:]}" if decimals else sign + whole

    @cached_property
    def _common_sizes(self) -> tuple[float, float]:
        """The magnitudes between which numbers certainly have four digits with the common decimals, and room."""
        if self.exponent < _SAFE_EXPONENT or self.exponent > -_SAFE_EXPONENT:
            return math.inf, 0.0
        # A little less than that, for what rounding adds.
        least = 10.0 ** (_DIGITS - 1 - self.decimals + self.exponent) * (1 + 1e-9)
        whole = self.slots - 1 - (self.decimals + 1 if self.decimals else 0)
        return least, 10.0 ** (whole + self.exponent) * (1 - 1e-4)


def column_format(
    values: Sequence[float], slots: int, before: ColumnFormat | None = None, *, has_factor: bool = True
) -> ColumnFormat:
    """Return how numbers are written together.

    Parameters
    ----------
    values
        The numbers.
    slots
        Characters that each has room for, from 6.
    before
        How those that were in their place before are written; it stays for as long as it does, so that nothing jumps
        while they change.
    has_factor
        Whether there is room for a power of ten at the matrix.
    """
    before = before if before is not None and before.slots == slots else ColumnFormat(slots)
    sizes = [abs(value) for value in values if value and math.isfinite(value)]
    if not sizes:
        return before
    largest = max(sizes)
    top = _exponent(largest)
    if top in _PLAIN_WHOLE and top + 2 <= slots and all(size.is_integer() for size in sizes):
        return ColumnFormat(slots, 0, 0)
    exponent = _common_exponent(top, before) if has_factor else 0
    most = min(_MOST_DECIMALS, slots - 2 - max(1, top - exponent + 1))
    if most < 1:
        return ColumnFormat(slots)
    if not exponent and top < _PLAIN.start and most + top + 1 <= slots - _OF_EXPONENT:
        return ColumnFormat(slots, 0, 1)  # all have an exponent of their own
    # Those that have an exponent of their own do not count, but those that may soon have none keep the decimals.
    lowest = 10.0 ** max(exponent + _DIGITS - 1 - most, -400)
    smallest = min((size for size in sizes if size >= lowest), default=largest)
    needed = min(max(_DIGITS - 1 - (_exponent(smallest) - exponent), 1), most)
    if before.exponent == exponent and needed < before.decimals <= most:
        is_near = any(_NEARLY * lowest < size < lowest for size in sizes)
        if is_near or before.decimals == needed + 1:
            return before
    return ColumnFormat(slots, exponent, needed)


def _common_exponent(top: int, before: ColumnFormat) -> int:
    if before.exponent and top - before.exponent in _KEPT:
        return before.exponent
    return 0 if top in _PLAIN else top


def _exponent(size: float) -> int:
    """Return the power of ten of a positive number, rounded to its four digits."""
    return int(f"{size:.{_DIGITS - 1}e}".partition("e")[2])


def _significant(fixed: str) -> int:
    """Return how many significant digits a plain decimal has."""
    return len(fixed.lstrip(f"{MINUS}0.").replace(".", ""))
