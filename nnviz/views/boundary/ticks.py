"""Round numbers for an axis."""

from __future__ import annotations

import math

_STEPS = (1.0, 2.0, 5.0, 10.0)


def round_numbers(low: float, high: float, most: int) -> tuple[float, ...]:
    """Give up to `most` numbers from `low` to `high` that are multiples of 1, 2 or 5 times a power of ten."""
    span = high - low
    if not (math.isfinite(span) and span > 0 and most > 0):
        return ()
    power = 10.0 ** math.floor(math.log10(span / most))
    for factor in _STEPS:
        step = factor * power
        first, last = math.ceil(low / step), math.floor(high / step)
        # Places that floats cannot tell apart are not worth an axis.
        if last - first < most and step > abs(low) * 1e-12:
            return tuple(index * step for index in range(first, last + 1))
    return ()
