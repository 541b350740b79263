"""Which arrays of a person's code are shown at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QCoreApplication

from nnviz.model.recorded_run.recorded_run import Moment
from nnviz.views.matrices.sides import Side

_MOST_NAMES: Final = 40


@dataclass(frozen=True, eq=False)
class ShownArray:
    """One array.

    Attributes
    ----------
    label
        What stands for it in the source.
    value
        Two-dimensional.
    shape
        Its own shape, as text.
    sign
        What is written in front of it: ``=``, ``*``.
    ring
        The colour around it: ``"now"`` for what the line wrote, ``"fault"`` where that is wrong, ``"holds"`` for what
        is right.
    """

    label: str
    value: NDArray[Any]
    shape: str
    sign: str = ""
    ring: Literal["", "now", "fault", "holds"] = ""


@dataclass(frozen=True, eq=False)
class ArrayRow:
    """Arrays that belong together, side by side.

    Attributes
    ----------
    title
        A heading above them; empty for none.
    arrays
        From the left.
    note
        A line below them.
    """

    title: str
    arrays: tuple[ShownArray, ...]
    note: str = ""


def shown_rows(moment: Moment, side: Side) -> tuple[ArrayRow, ...]:
    """Return what is shown of a moment, from the top."""
    rows = [*_of_line(moment, side)]
    written = {array.label for row in rows for array in row.arrays}
    names = [
        _shown(path, value)
        for path, value in list(moment.names.items())[::-1]
        if path not in written and value.dtype.kind in "biufc"
    ]
    if names:
        title = QCoreApplication.translate("MatricesPanel", "what the other names hold")
        rows.append(ArrayRow(title, tuple(names[:_MOST_NAMES])))
    return tuple(rows)


def has_right(moment: Moment) -> bool:
    """Return whether it is known what the line should have written."""
    return right_of(moment) is not None


def right_of(moment: Moment) -> NDArray[Any] | None:
    """Return what the line should have written, as the person's array lies; None where that is not known."""
    note = moment.note
    if note is None or not note.symbol or moment.update != 1:
        return None
    right = moment.run.findings.right.get(note.symbol)
    written = next((each for each in moment.line_values if each.role == "written"), None)
    if right is None or written is None or written.value.size != right.size:
        return None
    array = np.asarray(right, dtype=np.float64)
    if array.shape != written.value.shape and array.T.shape == written.value.shape:
        array = array.T
    return array.reshape(written.value.shape)


def _of_line(moment: Moment, side: Side) -> list[ArrayRow]:
    values, note = moment.line_values, moment.note
    if not values:
        return []
    is_wrong = note is not None and note.verdict == "wrong"
    right = right_of(moment)
    rows: list[list[ShownArray]] = []
    for number, each in enumerate(values):
        if each.role == "written":
            ring: Literal["fault", "now"] = "fault" if is_wrong else "now"
            rows.append([_shown(each.text, each.value, ring=ring)])
        else:
            sign = each.sign or ("=" if values[number - 1].role == "written" else "")
            rows[-1].append(_shown(each.text, each.value, sign))
    found = [ArrayRow("", tuple(row)) for row in rows]
    if right is None:
        return found
    first = values[0]
    worst = _worst(first.text, first.value, right)
    should = QCoreApplication.translate("MatricesPanel", "should be")
    if side == "differ":
        text = QCoreApplication.translate("MatricesPanel", "%1 − right").replace("%1", first.text)
        difference = np.asarray(first.value, dtype=np.float64) - right
        return [ArrayRow("", (_shown(text, difference, ring="fault" if is_wrong else "now"),), worst), *found[1:]]
    if side == "right":
        return [ArrayRow("", (_shown(f"{first.text} {should}", right, ring="holds"),), worst), *found[1:]]
    if is_wrong:
        # On one line where there is room, to be compared without scrolling.
        together = (*found[0].arrays, _shown(should, right, ring="holds"))
        return [ArrayRow("", together, worst), *found[1:]]
    return found


def _worst(name: str, value: NDArray[Any], right: NDArray[Any]) -> str:
    """Return the cell that differs most, with both numbers."""
    from nnviz.model.text.numbers import format_number

    difference = np.abs(np.asarray(value, dtype=np.float64) - right)
    if not difference.size or not np.isfinite(difference).any() or float(np.nanmax(difference)) == 0.0:
        return ""
    place = np.unravel_index(int(np.nanargmax(difference)), difference.shape)
    index = f"[{', '.join(str(int(at)) for at in place)}]" if place else ""
    text = QCoreApplication.translate("MatricesPanel", "%1   yours %2   right %3")
    text = text.replace("%1", name + index).replace("%2", format_number(float(value[place])))
    return text.replace("%3", format_number(float(right[place])))


def _shown(
    label: str, value: NDArray[Any], sign: str = "", ring: Literal["", "now", "fault", "holds"] = ""
) -> ShownArray:
    array = np.asarray(value)
    shape = "×".join(map(str, array.shape)) if array.ndim > 1 else f"{array.shape[0]}" if array.ndim else ""
    if array.ndim > 2:
        array = array.reshape(array.shape[0], -1)
    return ShownArray(label, np.atleast_2d(array), shape, sign, ring)
