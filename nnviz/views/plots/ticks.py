"""The ticks of an axis: their places, and their texts."""

import math
from dataclasses import dataclass
from typing import Final

from nnviz.model.text.numbers import THIN_SPACE, format_count, format_short
from nnviz.views.plots.axis_range import AxisRange

_STEPS: Final = (1, 2, 5, 10)
_SLACK: Final = 1e-9
"""Share of the range by which rounding may push a tick past its end."""
_PLAIN: Final = AxisRange(1e-4, 1e6)
"""Steps and numbers between these are written without an exponent."""
_LOG_STEPS: Final = ((1, 2, 5), (1,))


@dataclass(frozen=True)
class Tick:
    """A tick: its place on the axis, and its text."""

    at: float
    text: str


def count_ticks(extent: AxisRange, most: int) -> list[Tick]:
    """Return ticks at whole numbers, at most `most` of them."""
    return [Tick(value, format_count(round(value))) for value in _multiples(extent, _step_in(extent, most, least=1.0))]


def linear_ticks(extent: AxisRange, most: int) -> list[Tick]:
    """Return ticks at round numbers, at most `most` of them."""
    step = _step_in(extent, most)
    greatest = max(abs(extent.low), abs(extent.high))
    decimals = max(0, -math.floor(math.log10(step) + _SLACK))
    plain = step >= _PLAIN.low and greatest < _PLAIN.high
    digits = max(1, math.ceil(math.log10(greatest / step)) + 1)
    return [
        Tick(value, _plain(value, decimals) if plain and value else format_short(value, digits))
        for value in _multiples(extent, step)
    ]


def log_ticks(extent: AxisRange, most: int) -> list[Tick]:
    """Return ticks for a range of decimal logarithms: 1, 2, 5 times each power of ten, or powers of ten, or fewer.

    Where there would be fewer than two (in a range within a factor of two or so) they are evenly spaced numbers.
    """
    for mantissas in _LOG_STEPS:
        ticks = [
            Tick(exponent + math.log10(mantissa), _power(mantissa, exponent))
            for exponent in range(math.floor(extent.low), math.floor(extent.high + _SLACK) + 1)
            for mantissa in mantissas
            if _inside(extent, exponent + math.log10(mantissa))
        ]
        if len(ticks) < 2:
            break
        if len(ticks) <= most:
            return ticks
    if extent.span >= 1:
        return [Tick(value, _power(1, round(value))) for value in _multiples(extent, _step_in(extent, most, least=1.0))]
    values = linear_ticks(AxisRange(10.0**extent.low, 10.0**extent.high), most)
    return [Tick(math.log10(tick.at), tick.text) for tick in values if tick.at > 0]


def _step(span: float, most: int) -> float:
    """Return the smallest of 1, 2, 5 times a power of ten that makes at most `most` ticks over such a span."""
    rough = span / max(1, most - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough * (1 - _SLACK))


def _step_in(extent: AxisRange, most: int, least: float = 0.0) -> float:
    """Return a step with a multiple in the range, which may lie between two multiples of the step for its span."""
    step = max(least, _step(extent.span, most))
    while step > least and not _multiples(extent, step):
        step = max(least, _step(step / 2.5, 2))
    return step


def _multiples(extent: AxisRange, step: float) -> list[float]:
    slack = _SLACK * extent.span
    first = math.ceil((extent.low - slack) / step)
    last = math.floor((extent.high + slack) / step)
    return [number * step for number in range(first, last + 1)]


def _inside(extent: AxisRange, value: float) -> bool:
    slack = _SLACK * max(1.0, extent.span)
    return extent.low - slack <= value <= extent.high + slack


def _plain(value: float, decimals: int) -> str:
    return f"{value:,.{decimals}f}".replace(",", THIN_SPACE).replace("-", "\u2212")


def _power(mantissa: int, exponent: int) -> str:
    if math.log10(_PLAIN.low) <= exponent < math.log10(_PLAIN.high):
        return _plain(mantissa * 10.0**exponent, max(0, -exponent))
    # Written from its parts: 10⁻³²⁴ is not a float.
    return f"{mantissa}e{exponent}".replace("-", "\u2212")
