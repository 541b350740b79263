"""A line of a person's own code written out: what it wrote, and the operands of the operation that gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.strip.equation import LineEquation
from nnviz.model.strip.reach import Reach, columns_of, rows_of, same
from nnviz.model.strip.tokens import Sign, StripOperand, Token

if TYPE_CHECKING:
    from nnviz.model.recorded_run.line_values import NamedArray
    from nnviz.model.recorded_run.recorded_run import Moment

_NUMBERS: Final = "biuf"
"""Kinds of arrays that are drawn: truth values, whole numbers, floats."""
_SIGNS: Final = {"@": "·", "*": "⊙", "-": "−"}


def recorded_equations(moment: Moment) -> tuple[LineEquation, ...]:
    """Return an equation for each array that the line which has just run wrote."""
    groups: list[list[NamedArray]] = []
    for each in moment.line_values:
        if each.value.dtype.kind not in _NUMBERS or not each.value.size:
            continue
        if each.role == "written":
            groups.append([each])
        elif groups:
            groups[-1].append(each)
    is_wrong = moment.note is not None and moment.note.verdict == "wrong"
    return tuple(_equation(group, is_wrong=is_wrong) for group in groups)


def _equation(group: list[NamedArray], *, is_wrong: bool) -> LineEquation:
    values: dict[int, Array] = {}
    shapes: dict[int, str] = {}

    def operand(named: NamedArray, reach: Reach = same) -> StripOperand:
        array = named.value
        made = StripOperand(named.text or "…", None, reach, is_number=not array.ndim)
        values[id(made)] = _drawn(array)
        if array.ndim != 2:
            shapes[id(made)] = "×".join(map(str, array.shape))
        return made

    written, *others = group
    result, tokens, sign = operand(written), list[Token](), "="
    for place, named in enumerate(others):
        if named.sign and not place:
            operator = named.sign.rstrip("=")
            sign = f"{_SIGNS.get(operator, operator)}="  # W -= step: what was there is not among the operands
        elif place:
            tokens.append(Sign(_SIGNS.get(named.sign, named.sign) or ",", is_break=True))
        if not named.value.ndim and _is_literal(named.text):
            tokens.append(Sign(named.text))
            continue
        tokens.append(operand(named, _reach(others, place, written.value)))
    return LineEquation(
        result,
        sign,
        tuple(tokens),
        (),
        lambda token: values.get(id(token)),
        lambda token: values[id(token)].shape,
        shape_texts=shapes,
        is_wrong=is_wrong,
    )


def _reach(others: list[NamedArray], place: int, result: NDArray[Any]) -> Reach:
    """Return which cells of an operand go into a cell of the result, as far as its operator says so."""
    is_product = len(others) == 2 and others[1].sign == "@"
    if is_product and all(each.value.ndim == 2 for each in others) and result.ndim == 2:
        return columns_of(same) if place else rows_of(same)
    alike = others[place].value.shape == result.shape or others[place].value.ndim == result.ndim == 2
    return same if alike and not is_product and _is_element_wise(others) else lambda _: None


def _is_element_wise(others: list[NamedArray]) -> bool:
    return all(each.sign in ("", "+", "-", "*", "/", "**") for each in others) and any(each.sign for each in others)


def _is_literal(text: str) -> bool:
    """Return whether a text is a number, whose value need not stand beside it."""
    try:
        float(text)
    except ValueError:
        return False
    return True


def _drawn(array: NDArray[Any]) -> Array:
    """Return an array with two dimensions, of floats."""
    if array.ndim > 2:
        array = array.reshape(array.shape[0], -1)
    return np.atleast_2d(np.asarray(array, dtype=np.float64))
