"""Errors that are carried back without the slope above, where that slope is one number: only a factor shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from nnviz.model.judgement.gradients import errors_below, fit
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.lines import LineJudge
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import PRODUCTS, Trace

_SAME: Final = 1e-5


def unscaled_errors(trace: Trace, recognition: Recognition, lines: LineJudge, entry: LineEntry) -> LineEntry | None:
    """Return the entry of a hidden δ, struck where the error itself is carried back; None where it is not that.

    Parameters
    ----------
    trace, recognition, lines
        The recording, its network and its lines.
    entry
        δ of the layer below the output, right up to a factor.
    """
    one = recognition.first
    delta = lines.deltas.get(len(one.layers))
    if entry.layer != len(one.layers) - 1 or delta is None or one.Y is None:
        return None
    above = one.layers[-1]
    slope = fit(delta, above.A - one.Y)
    if slope is None or not slope.fits or abs(abs(entry.factor * slope.ratio) - 1) > _SAME or abs(slope.ratio) == 1:
        return None
    right = errors_below(above, delta)
    products = (
        event
        for event in sorted(trace.ancestors([entry.event], above.out), reverse=True)
        if trace.operator(event) in PRODUCTS and (value := trace.value(event)) is not None and value.size == right.size
    )
    product = next(products, None)
    value = None if product is None else trace.value(product)
    wanted = None if value is None else one.own(right).reshape(value.shape)
    return replace(
        entry, verdict="wrong", mistakes=("errors-unscaled",), blamed=product, wanted=wanted, part=right, given=delta
    )
