"""Copying what a plot shows: its numbers as CSV, and its picture."""

from __future__ import annotations

from collections.abc import Mapping

from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QWidget

from nnviz.model.arrays.array import Array
from nnviz.views.plots.reduction import Places

Columns = Mapping[str, tuple[Places, Array]]
"""The name of each curve, with the places of its points on the axis across, and their values."""


def as_csv(across: str, curves: Columns) -> str:
    """Return curves as CSV: a row for each place of any of them; empty where a curve has no value.

    Parameters
    ----------
    across
        The name of the axis across.
    curves
        Their points, exactly.
    """
    rows: dict[float, list[str]] = {}
    for column, (x, values) in enumerate(curves.values()):
        for at, value in zip(x.tolist(), values.tolist(), strict=True):
            rows.setdefault(at, [""] * len(curves))[column] = repr(value)
    lines = [",".join(map(_quoted, (across, *curves)))]
    lines += [",".join((repr(at), *rows[at])) for at in sorted(rows)]
    return "\n".join(lines) + "\n"


def copy_picture(widget: QWidget) -> None:
    """Copy what a widget looks like to the clipboard, where the desktop has one."""
    clipboard = QGuiApplication.clipboard()
    if clipboard is not None:
        clipboard.setPixmap(widget.grab())


def _quoted(name: str) -> str:
    if any(sign in name for sign in ',"\n'):
        return '"' + name.replace('"', '""') + '"'
    return name
