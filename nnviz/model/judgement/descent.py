"""Whether a right first update tells that the gradients are right: what it leaves open."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnviz.model.judgement.absolute import AbsoluteCheck, absolute_checks
from nnviz.model.judgement.gradients import changes
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.parameters import find_roots
from nnviz.model.recognition.trace import Trace

_SAME = 1e-5


def is_whole(trace: Trace, recognition: Recognition) -> bool:
    """Return whether all that is changed, and that the output depends on, is among the parameters of the network."""
    known = {parameter.root for parameter in recognition.parameters.values()}
    # A number that is changed may be a rate that happens to be a number of the forward lines.
    arrays = [root for root in find_roots(trace) if (value := trace.value(root.event)) is not None and value.size > 1]
    roots = [root.event for root in arrays if len(root.states) > 1]
    first = recognition.first
    inputs = trace.dependants([event for event in roots if event not in known])
    return not inputs[first.layers[-1].out]


def all_finite(recognition: Recognition) -> bool:
    """Return whether every parameter is a number after the first update."""
    return all(np.all(np.isfinite(change)) for change in changes(recognition, 0).values())


def one_number_misleads(recognition: Recognition, check: AbsoluteCheck, rates: Sequence[float]) -> bool:
    """Return whether δ of the output is one number, and the rate another one in each update.

    One number is a multiple of any other: a wrong slope at the output shows only as a rate that nobody has set.
    """
    if recognition.first.layers[-1].A.size > 1 or check.rate is None or len(recognition.passes) < 2:
        return False
    found = [check.rate]
    for update in range(1, len(recognition.passes)):
        later = [one for one in absolute_checks(recognition, update) if one.loss.kind == check.loss.kind and one.ok]
        found += [one.rate for one in later[:1] if one.rate is not None]
    same = all(abs(one - found[0]) <= _SAME * abs(found[0]) for one in found)
    return not same and not any(abs(check.rate - rate * f) <= _SAME * check.rate for rate in rates for f in (1, 2, 0.5))
