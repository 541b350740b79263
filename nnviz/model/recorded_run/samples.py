"""The samples of a recorded run: all of them where they are found and few, else those of the recorded updates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.errors import ModelError
from nnviz.model.recorded_run.findings import FoundPass

MOST_NUMBERS: Final = 500_000
"""Inputs of all samples together: more take long to write out as a scenario; then only recorded batches are shown."""

_Places = Mapping[bytes, list[int]]


@dataclass(frozen=True, eq=False)
class FoundSamples:
    """Samples as columns, and which of them each run of the forward lines used.

    Attributes
    ----------
    inputs, targets
        ``(n_in, m)`` and ``(n_out, m)``.
    batches
        For each run of the forward lines, the indices of its samples in column order.
    """

    inputs: Array
    targets: Array
    batches: tuple[NDArray[np.intp], ...]


def found_samples(passes: Sequence[FoundPass], held: Iterable[NDArray[Any]]) -> FoundSamples:
    """Return the samples of a run.

    Parameters
    ----------
    passes
        The recorded runs of the forward lines, with their samples.
    held
        What names of the person's hold: all samples may be among it.

    Raises
    ------
    ModelError
        If no samples were found.
    """
    if not passes:
        raise ModelError("to show the network", "", "no samples", "")
    arrays = [array for array in held if array.dtype.kind in "biuf" and 0 < array.size <= MOST_NUMBERS]
    whole = _whole(passes, arrays) or _recorded(passes)
    places = _places(np.concatenate(whole))
    batches = tuple(_batch(places, np.concatenate((each.inputs, each.targets))) for each in passes)
    return FoundSamples(read_only(whole[0]), read_only(whole[1]), batches)


def _whole(passes: Sequence[FoundPass], arrays: Sequence[NDArray[Any]]) -> tuple[Array, Array] | None:
    """Return all inputs and targets, if two arrays hold them, of which the recorded batches are parts."""
    first = passes[0]
    n_in, n_out = len(first.inputs), len(first.targets)
    least = max(each.inputs.shape[1] for each in passes)
    for array in arrays:
        for inputs in _as_columns(array, n_in):
            if inputs.shape[1] < least or not _has_all(_places(inputs), (each.inputs for each in passes)):
                continue
            for other in arrays:
                for targets in _as_columns(other, n_out):
                    if targets.shape[1] != inputs.shape[1]:
                        continue
                    both = np.concatenate((inputs, targets))
                    wanted = (np.concatenate((each.inputs, each.targets)) for each in passes)
                    if _has_all(_places(both), wanted):
                        return inputs, targets
    return None


def _as_columns(array: NDArray[Any], rows: int) -> list[Array]:
    """Return an array as a matrix with so many rows: as it is, or transposed."""
    if array.ndim > 2:
        return []
    matrix = np.atleast_2d(np.asarray(array, dtype=np.float64))
    return [way for way in (matrix.T, matrix) if len(way) == rows]


def _recorded(passes: Sequence[FoundPass]) -> tuple[Array, Array]:
    """Return the samples of the recorded batches, each once."""
    both = np.concatenate([np.concatenate((each.inputs, each.targets)) for each in passes], axis=1)
    firsts = [places[0] for places in _places(both).values()]
    kept = both[:, firsts]
    n_in = len(passes[0].inputs)
    return kept[:n_in], kept[n_in:]


def _key(column: Array) -> bytes:
    # 0.0 and −0.0 are the same sample.
    return (column + 0.0).tobytes()


def _places(columns: Array) -> _Places:
    places: dict[bytes, list[int]] = {}
    for place, column in enumerate(np.ascontiguousarray(columns.T, dtype=np.float64)):
        places.setdefault(_key(column), []).append(place)
    return places


def _has_all(places: _Places, wanted: Iterable[Array]) -> bool:
    return all(_key(column) in places for columns in wanted for column in np.ascontiguousarray(columns.T))


def _batch(places: _Places, columns: Array) -> NDArray[np.intp]:
    """Return where the samples of a batch are; of equal ones each next place."""
    used: dict[bytes, int] = {}
    found = []
    for column in np.ascontiguousarray(columns.T):
        key = _key(column)
        there = places[key]
        found.append(there[used.get(key, 0) % len(there)])
        used[key] = used.get(key, 0) + 1
    return read_only(np.array(found, dtype=np.intp))
