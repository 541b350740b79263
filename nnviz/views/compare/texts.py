"""The texts of the compare panel."""

from __future__ import annotations

import math

import numpy as np
from PyQt6.QtCore import QCoreApplication, QLocale

from nnviz.model.comparison import Axis, ComparedSnapshot
from nnviz.model.text.numbers import UNSIGNED_WIDTH, exact, format_count, format_number, format_percent, format_short
from nnviz.views.translation import branch_name, translate_model

_PER_MICRO, _PER_MILLI = 1e6, 1e3
_LONG = 1e-3
"""Times of this many seconds or more are written in milliseconds."""


def entry_name(entry: ComparedSnapshot) -> str:
    """Return the name of a session: its own, or the title of its scenario."""
    if entry.name:
        return branch_name(translate_model(entry.name))
    return entry.snapshot.scenario.title_in(QLocale().name())


def loss_text(entry: ComparedSnapshot) -> str:
    """Return the loss at a session's cursor, in a fixed width."""
    return format_number(entry.snapshot.metrics.train).rjust(UNSIGNED_WIDTH)


def accuracy_text(entry: ComparedSnapshot) -> str:
    """Return the share of training samples that are classified correctly; empty for regression."""
    accuracy = entry.snapshot.metrics.train_accuracy
    return "" if accuracy is None else f"{format_percent(accuracy)} %"


def state_text(entry: ComparedSnapshot, *, together: bool) -> str:
    """Return a session's update, if it is not the one of all, or what is wrong with it; empty when there is neither."""
    translate = QCoreApplication.translate
    if not math.isfinite(entry.snapshot.metrics.train):
        fault = entry.snapshot.curve.fault
        if fault is not None:
            return translate("Compare", "not finite after update {0}").format(format_count(fault))
        return translate("Compare", "not finite")
    if entry.behind:
        return translate("Compare", "{0} updates behind").format(format_count(entry.behind))
    if not together:
        return translate("Compare", "update {0}").format(format_count(entry.completed))
    return ""


def details(entry: ComparedSnapshot) -> str:
    """Return the exact numbers of a session at its cursor."""
    translate, metrics = QCoreApplication.translate, entry.snapshot.metrics
    lines = [
        entry_name(entry),
        translate("Compare", "update {0}").format(format_count(metrics.update)),
        translate("Compare", "train {0}").format(exact(metrics.train)),
    ]
    if metrics.test is not None:
        lines.append(translate("Compare", "test {0}").format(exact(metrics.test)))
    if metrics.train_right is not None:
        counts = format_count(metrics.train_right), format_count(metrics.train_samples)
        lines.append(translate("Compare", "accuracy {0} of {1}").format(*counts))
    if entry.seconds_per_update is not None:
        lines.append(_pace_text(entry.seconds_per_update))
    return "\n".join(lines)


def axis_unit(axis: Axis) -> str:
    """Return the unit of the axis across."""
    translate = QCoreApplication.translate
    if axis == "updates":
        return translate("Compare", "updates")
    if axis == "evaluations":
        return translate("Compare", "samples run forward")
    return translate("Compare", "seconds")


def losses_at(entry: ComparedSnapshot, axis: Axis, where: float) -> str | None:
    """Return a line on the last loss measured before a place of the axis; None when there is none."""
    along = entry.along(axis)
    if along is None:
        return None
    index = int(np.searchsorted(along, where, side="right")) - 1
    if index < 0 or where > along[-1] * (1 + 1e-9):
        return None
    after = QCoreApplication.translate("Compare", "{0}: {1} after update {2}")
    return after.format(entry_name(entry), exact(entry.losses[index]), format_count(int(entry.at[index])))


def _pace_text(seconds: float) -> str:
    translate = QCoreApplication.translate
    if seconds < _LONG:
        number = format_short(_PER_MICRO * seconds, 2)
        return translate("Compare", "{0} µs an update on this computer").format(number)
    return translate("Compare", "{0} ms an update on this computer").format(format_short(_PER_MILLI * seconds, 2))
