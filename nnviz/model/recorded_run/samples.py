"""The samples of a recorded run: all of them where they are few, else those of the recorded updates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.errors import ModelError
from nnviz.model.recorded_run.column_convention import in_columns
from nnviz.model.recorded_run.findings import Findings

if TYPE_CHECKING:
    from nnviz.model.recording.recording import Recording

MOST_NUMBERS: Final = 500_000
"""Inputs of all samples together: more take long to write out as a scenario; then only recorded batches are shown."""


@dataclass(frozen=True, eq=False)
class FoundSamples:
    """Samples as columns, and which of them each recorded update used.

    Attributes
    ----------
    inputs, targets
        ``(n_in, m)`` and ``(n_out, m)``.
    batches
        For each update, the indices of its samples in column order.
    """

    inputs: Array
    targets: Array
    batches: tuple[NDArray[np.intp], ...]


def found_samples(recording: Recording, findings: Findings, written: Sequence[Mapping[str, int]]) -> FoundSamples:
    """Return the samples of a run.

    Parameters
    ----------
    recording, findings
        What ran, and what was found in it.
    written
        For each update, symbol → its first value there.

    Raises
    ------
    ModelError
        If no samples were found.
    """
    batches = [_batch(recording, findings, values) for values in written]
    whole = _whole(findings)
    if whole is not None and whole[0].size <= MOST_NUMBERS:
        return FoundSamples(*whole, tuple(_places(whole, batch) for batch in batches))
    known = [batch for batch in batches if batch is not None]
    if not known:
        raise ModelError("to show the network", "", "no samples", "")
    inputs = np.concatenate([inputs for inputs, _ in known], axis=1)
    targets = np.concatenate([targets for _, targets in known], axis=1)
    whole = read_only(inputs), read_only(targets)
    return FoundSamples(*whole, tuple(_places(whole, batch) for batch in batches))


Pair = tuple[Array, Array]


def _whole(findings: Findings) -> Pair | None:
    if findings.inputs is None or findings.targets is None:
        return None
    return _pair(findings.inputs, findings.targets, findings)


def _batch(recording: Recording, findings: Findings, values: Mapping[str, int]) -> Pair | None:
    if "X" not in values or "Y" not in values:
        return None
    return _pair(recording.values[values["X"]], recording.values[values["Y"]], findings)


def _pair(inputs: Array, targets: Array, findings: Findings) -> Pair | None:
    network = findings.network
    assert network is not None  # the caller has looked
    n_in, n_out = network.sizes[0], network.sizes[-1]
    m = inputs.size // n_in
    x = in_columns(inputs, (n_in, m), network.samples_are)
    y = in_columns(targets, (n_out, m), network.samples_are)
    if y is None and targets.size == m and targets.dtype.kind in "biu" and n_out > 1:
        y = read_only((np.arange(n_out)[:, None] == targets.reshape(1, m)).astype(np.float64))
    return None if x is None or y is None else (x, y)


def _places(whole: Pair, batch: Pair | None) -> NDArray[np.intp]:
    """Return where the samples of a batch are among all; all of them where there is no batch."""
    everything = np.arange(whole[0].shape[1], dtype=np.intp)
    if batch is None or batch[0].shape[1] == len(everything):
        return read_only(everything)
    where: dict[bytes, list[int]] = {}
    for place, column in enumerate(np.concatenate(whole).T):
        where.setdefault(np.ascontiguousarray(column).tobytes(), []).append(place)
    found = []
    for column in np.concatenate(batch).T:
        places = where.get(np.ascontiguousarray(column).tobytes())
        if places is None:
            raise ModelError("to show the network", "", "a batch whose samples are not among the data", "")
        # The same sample twice in a batch is two places where the data has it twice.
        found.append(places.pop(0) if len(places) > 1 else places[0])
    return read_only(np.array(found, dtype=np.intp))
