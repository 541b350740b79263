"""The network's matrices with the right numbers, or the differences, in place of a person's."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import numpy as np

from nnviz.model.arrays.array import read_only
from nnviz.model.recorded_run.column_convention import in_columns
from nnviz.model.recorded_run.recorded_run import Moment
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.matrices.sides import Side


def snapshot_of(moment: Moment, snapshot: Snapshot, side: Side) -> Snapshot:
    """Return a snapshot whose values are those of a side, as far as what is right is known."""
    network = moment.run.findings.network
    if side == "yours" or network is None or moment.update != 1:
        return snapshot
    values = dict(snapshot.values)
    for symbol, right in moment.run.findings.right.items():
        if symbol not in values:
            continue
        array = in_columns(np.asarray(right), values[symbol].shape, network.samples_are)
        if array is not None:
            values[symbol] = array if side == "right" else read_only(values[symbol] - array)
    return replace(snapshot, values=MappingProxyType(values))
