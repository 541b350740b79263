"""What cells of lists and arrays hand back: to the number that was stored in one, and to the array around it."""

from __future__ import annotations

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.slopes_of_operations import handed_back, plain_name
from nnviz.model.recognition.cell_trace import CELL, CELLS, flat_indices
from nnviz.model.recognition.trace import Trace


def cells_handed_back(trace: Trace, event: int, above: Array) -> list[Array | None] | None:
    """Return ∂L by each operand of what reads or stores cells; None where an event does nothing of that kind.

    Parameters
    ----------
    trace
        A recording whose cells are followed.
    event
        The event.
    above
        ∂L by its value, of its shape.
    """
    kind, keywords = trace.kind(event), dict(trace.events[event].keywords)
    operands = trace.events[event].operands
    if min(operands, default=-1) < 0 and not (kind == "store" and len(operands) > 1 and operands[-1] >= 0):
        return None
    if CELLS in keywords:
        return _gathered(above, keywords[CELLS])
    if CELL in keywords and kind != "augmented":
        return [above]
    values = [trace.value(operand) for operand in operands]
    out = trace.value(event)
    if kind == "name" and "index" in keywords and values[0] is not None and out is not None:
        return list(handed_back("[]", [values[0]], out, above, keywords) or [None])
    if kind == "augmented" and len(values) == 2 and values[0] is not None and values[1] is not None:
        return _augmented(trace.operator(event), (values[0], values[1]), above, keywords)
    if kind != "store":
        return None
    if len(operands) == 1 and values[0] is not None and values[0].size == above.size:
        return [above.reshape(values[0].shape)]  # an item or attribute of its own
    if trace.operator(event) == "append" and above.ndim == 1:
        last = [above[-1].reshape(()) if above.size else None]
        return [above[:-1], *last] if operands[0] >= 0 else last
    if len(operands) == 2 and "index" in keywords and values[0] is not None and values[1] is not None:
        return _stored(values[0], values[1], above, keywords["index"])
    return None


def _gathered(above: Array, cells: tuple[int, ...]) -> list[Array | None]:
    """Hand back to an array before a loop, and to the cells that were stored in the loop."""
    before = above.copy()
    before.flat[list(cells)] = 0.0
    return [before, *(np.asarray(above.flat[cell]) for cell in cells)]


def _augmented(
    operator: str, values: tuple[Array, Array], above: Array, keywords: dict[str, object]
) -> list[Array | None] | None:
    """Hand back what ``cell ∘= value`` is made of, where only the array around the cell is known."""
    whole, value = values
    cells = list(flat_indices(keywords.get("index"), whole.shape))
    if not cells:
        return None
    old = whole.flat[cells]
    part = above.ravel() if CELL in keywords else above.flat[cells]
    if value.size not in (1, old.size) or part.size != old.size:
        return None
    ready = value.reshape(-1)
    new = {"+=": old + ready, "-=": old - ready, "*=": old * ready, "/=": old / ready}.get(operator)
    back = None if new is None else handed_back(plain_name(operator), [old, ready], new, part, {})
    if back is None or back[0] is None or back[1] is None:
        return None
    before = np.zeros(whole.shape) if CELL in keywords else np.array(above)
    before.flat[cells] = back[0]
    return [before, back[1].reshape(value.shape)]


def _stored(whole: Array, value: Array, above: Array, index: object) -> list[Array | None] | None:
    """Hand back to an array without the cells that were stored, and to what was stored there."""
    cells = list(flat_indices(index, whole.shape))
    if not cells or above.shape != whole.shape:
        return None
    before = np.array(above)
    before.flat[cells] = 0.0
    part = above.flat[cells]
    if value.size == part.size:
        return [before, part.reshape(value.shape)]
    return [before, part.sum().reshape(value.shape)] if value.size == 1 else None
