"""Texts of the watches."""

from __future__ import annotations

import math

from PyQt6.QtCore import QCoreApplication

from nnviz.model.text.numbers import exact, format_count, format_number, format_short
from nnviz.model.watches.watch import WatchCurve
from nnviz.views.watches.reading import WatchReading
from nnviz.views.watches.scaling import extremes_of

UPDATE = "update"
"""The name of the axis across in what is copied."""
NOTHING = "—"
"""Shown for a value that is not computed."""


def value_text(reading: WatchReading) -> str:
    """Return the value now."""
    if reading.value is None:
        return NOTHING
    return format_short(reading.value) if reading.is_condition else format_number(reading.value)


def exact_text(reading: WatchReading) -> str:
    """Return the value now to its last digit, or why there is none."""
    translate = QCoreApplication.translate
    if reading.problem:
        return reading.problem
    return translate("Watches", "not computed here") if reading.value is None else exact(reading.value)


def known_text(curve: WatchCurve) -> str:
    """Return the extremes over the run, and how coarsely the part is sampled that is not fully evaluated yet."""
    found, parts = extremes_of(curve), []
    if curve.every > 1:
        # First, as the end of the text is elided first.
        sampled = QCoreApplication.translate("Watches", "sampled 1 in {0}")
        parts.append(sampled.format(format_count(curve.every)))
    if found is not None:
        parts.append(" … ".join(format_short(end) for end in found))
    return " · ".join(parts)


def thinning_text(updates: int) -> str:
    """Return how many updates one stroke covers; empty where it is one."""
    translate = QCoreApplication.translate
    return translate("Watches", "1 stroke = {0} updates").format(format_count(updates)) if updates > 1 else ""


def place_text(curve: WatchCurve, update: int) -> str:
    """Return everything known of an update, or of those stored together with it."""
    translate, block = QCoreApplication.translate, update // curve.stride
    first, last = block * curve.stride, (block + 1) * curve.stride - 1
    if curve.stride == 1:
        lines = [translate("Watches", "after update {0}").format(format_count(update))]
    else:
        lines = [translate("Watches", "after updates {0} to {1}").format(format_count(first), format_count(last))]
    if block >= len(curve.least):
        return "\n".join([*lines, translate("Watches", "not evaluated yet")])
    least, greatest = float(curve.least[block]), float(curve.greatest[block])
    if math.isfinite(least):
        lines.append(exact(least) if least == greatest else f"{exact(least)} … {exact(greatest)}")
    if not curve.finite[block]:
        lines.append(translate("Watches", "not finite"))
    if not curve.computed[block]:
        lines.append(translate("Watches", "not computed"))
    if len(lines) == 1:
        lines.append(translate("Watches", "not evaluated yet"))
    return "\n".join(lines)
