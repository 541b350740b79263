"""Updates that make something else of a right gradient than a step along it: then no gradient line is at fault."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.alike import multiple
from nnviz.model.judgement.cell_steps import CLIPPING, ROOTS
from nnviz.model.judgement.moved_parameters import MovedParameter
from nnviz.model.recognition.trace import Trace

_SAME: Final = 1e-4


def adapts_known_gradients(
    trace: Trace, parameters: Sequence[MovedParameter], gradient: Sequence[Array], which: int, below: Collection[int]
) -> bool:
    """Return whether the gradient of each parameter is computed as it should be, then rooted or clipped.

    Parameters
    ----------
    trace
        The recording.
    parameters
        The parameters.
    gradient
        ∂L by each of them.
    which
        Until which change of each parameter: the first (0) or the last (−1).
    below
        The events on which the loss depends.
    """
    operators: set[str] = set()
    for one, slope in zip(parameters, gradient, strict=True):
        if not np.any(slope):
            continue
        through = sorted(trace.ancestors([one.ends[which]], one.event + 1) - set(below))
        first = next((event for event in through if _is_gradient(trace, event, slope)), None)
        if first is None:
            return False
        after = set(trace.dependants_within(first, one.ends[which]))
        operators |= {trace.operator(event) for event in through if event in after}
    return bool(operators & (ROOTS | CLIPPING))


def _is_gradient(trace: Trace, event: int, slope: Array) -> bool:
    value = trace.value(event)
    if value is None or value.size != slope.size:
        return False
    turned = value.T if value.ndim == 2 and value.T.shape == slope.shape != value.shape else value
    times = multiple(slope, turned, _SAME)
    return times is not None and times > 0
