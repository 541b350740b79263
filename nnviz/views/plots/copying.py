"""Copying what a plot shows: its numbers as CSV, and its picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QCoreApplication
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QMenu, QWidget

from nnviz.model.arrays.array import Array

Columns = Mapping[str, tuple[Array | NDArray[np.int64], Array]]
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


def copy_menu(parent: QWidget, across: str, curves: Callable[[], Columns]) -> QMenu:
    """Return a menu that copies a plot: its numbers, asked for when they are copied, or its picture."""
    menu = QMenu(parent)

    def copy_numbers() -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None:
            clipboard.setText(as_csv(across, curves()))

    def copy_picture() -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None:
            clipboard.setPixmap(parent.grab())

    menu.addAction(QCoreApplication.translate("Plots", "Copy numbers (CSV)"), copy_numbers)
    menu.addAction(QCoreApplication.translate("Plots", "Copy picture"), copy_picture)
    return menu


def _quoted(name: str) -> str:
    if any(sign in name for sign in ',"\n'):
        return '"' + name.replace('"', '""') + '"'
    return name
