"""Functions of a person's own that give the slope of an activation, as they can be called in another line."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.evaluate import FAILURES, normal
from nnviz.model.judgement.plain_spelling import plain
from nnviz.model.judgement.slope_texts import names_of
from nnviz.model.recognition.network import Layer, Recognition
from nnviz.model.recognition.trace import Trace

_MOST_CALLS: Final = 400
_MOST_NAMES: Final = 3


def called_slopes(trace: Trace, recognition: Recognition, number: int, scope: dict[str, Array]) -> list[str]:
    """Return texts such as ``sigmoid_prime(z1)``, and put what they give into the scope.

    Parameters
    ----------
    trace, recognition
        The recording and its network.
    number
        Of the layer, from 1.
    scope
        What names hold in a line.
    """
    one = recognition.first
    layer = one.layers[number - 1]
    if layer.activation.slope is None or layer.activation.name in ("identity", "softmax"):
        return []
    slope = one.own(layer.activation.slope(layer.Z, layer.A))
    found: dict[str, None] = {}
    for (before, after), takes_output in _functions(trace, layer):
        given = one.own(layer.A if takes_output else layer.Z)
        for name in list(names_of(given, scope))[:_MOST_NAMES]:
            text = f"{before}{name}{after}"
            held = scope.get(name)
            try:
                shaped = slope if held is None or held.size != slope.size else slope.reshape(held.shape)
                scope.setdefault(normal(text), shaped)
            except FAILURES:
                continue
            found[text] = None
    return list(found)


def _functions(trace: Trace, layer: Layer) -> Iterator[tuple[tuple[str, str], bool]]:
    """Yield the text of a call around its argument, and whether it takes A; of calls that gave the slope."""
    seen: dict[tuple[tuple[str, str], bool], None] = {}
    calls = [event for event in range(len(trace)) if trace.kind(event) == "own"][:_MOST_CALLS]
    for event in calls:
        around = _around(trace.place(event).text)
        value = trace.value(event)
        if around is None or value is None or not trace.operands(event):
            continue
        # What is handed over is bound in the function: the last operand is what it returns.
        for operand in _arguments(trace, event):
            argument = trace.value(operand)
            if argument is None or argument.size != value.size or argument.size < 2:
                continue
            for takes_output in (False, True):
                if _is_slope(layer, argument, value, takes_output):
                    seen[around, takes_output] = None
    yield from seen


def _arguments(trace: Trace, event: int) -> Iterator[int]:
    """Yield what may be the argument of a call: its operands, and what its statement has read before."""
    yield from trace.operands(event)
    text = trace.place(event).text
    for number in range(event - 1, max(event - 60, -1), -1):
        shown = trace.place(number).text
        if trace.spot(number) == trace.spot(event) and shown and f"({shown}" in text:
            yield number


def _is_slope(layer: Layer, argument: Array, value: Array, takes_output: bool) -> bool:
    row = layer.activation
    assert row.slope is not None
    try:
        with np.errstate(all="ignore"):
            expected = row.slope(argument, argument if takes_output else row.function(argument))
    except ValueError:
        return False  # a mask of dropout has the shape of its own layer only
    return bool(np.allclose(np.asarray(expected).ravel(), value.ravel(), rtol=1e-9, atol=1e-12))


def _around(text: str) -> tuple[str, str] | None:
    """Return what stands before and after the first argument of a call; None where that is not one line."""
    text = plain(text)
    try:
        call = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError):
        return None
    if not isinstance(call, ast.Call) or len(call.args) < 1 or "\n" in text:
        return None
    first = call.args[0]
    return text[: first.col_offset], text[first.end_col_offset or 0 :]
