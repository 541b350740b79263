"""The texts of the checks."""

from __future__ import annotations

import math
from typing import Final

from PyQt6.QtCore import QCoreApplication

from nnviz.model.checks import BANDS, TOO_SMALL, Band, Crossing, GradientCheck, UpdateCheck
from nnviz.model.text.numbers import format_count, format_short, scientific
from nnviz.views.translation import translate_model

_LARGE: Final = 1e-3
"""Larger errors are written without an exponent."""

translate = QCoreApplication.translate


def error_text(error: float | None) -> str:
    """Return a relative error as text: ``3.142e−11``; a dash when there is none."""
    if error is None or math.isnan(error):
        return "—"
    if not 0.0 < error < _LARGE:
        return format_short(error)
    return scientific(error)


def short_error_text(error: float | None) -> str:
    """Return a relative error to one digit, for where there is little room: ``3e−11``; a dash when there is none."""
    if error is None or math.isnan(error) or not 0.0 < error < _LARGE:
        return error_text(error)
    return scientific(error, 1)


def holds(band: Band | None) -> bool | None:
    """Return whether a gradient of that band counts as correct; None when it is too small to tell."""
    return None if band is TOO_SMALL else band in BANDS[:2]


def band_text(band: Band | None) -> str:
    """Return the name of a band."""
    return translate("ChecksPanel", "not a number") if band is None else translate_model(band.title)


def update_verdict(check: UpdateCheck) -> str:
    """Return whether the parameters changed as expected, as text."""
    if check.agrees is None:
        return translate("ChecksPanel", "not all have changed yet")
    if check.agrees:
        return translate("ChecksPanel", "all changed as expected")
    return translate("ChecksPanel", "not all changed as expected")


def crossings_text(crossings: tuple[Crossing, ...], first: str) -> str:
    """Return a warning of steps that cross bends; `first` is the sentence on the first of them."""
    if len(crossings) == 1:
        return translate("ChecksPanel", "Left out: %1.").replace("%1", first)
    text = translate("ChecksPanel", "%1 cells left out, such as: %2.")
    return text.replace("%1", format_count(len(crossings))).replace("%2", first)


def directions_text(check: GradientCheck) -> str:
    """Return a remark that not every cell was moved."""
    text = translate("ChecksPanel", "Too many cells to check each: %1 random directions per parameter.")
    return text.replace("%1", str(check.directions))


def set_between_text(symbols: str) -> str:
    """Return a remark that lines of the update have read different values of a parameter."""
    text = translate(
        "ChecksPanel", "%1 was set by hand between two lines that read it: checked with the value that was read first."
    )
    return text.replace("%1", symbols)
