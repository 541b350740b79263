"""How many updates apart keyframes lie: as many as take two milliseconds to replay.

A seek replays from the keyframe before, so its cost is what a person waits for, and updates differ: one of ``xor``
takes 0.1 to 20 µs, by engine, one of 100 000 samples 50 ms. Storing a state takes 4 µs. So ``xor`` has a keyframe every
64 updates with numpy, every 2048 compiled, and 100 000 samples in one batch have one at each update. 1 000 000 updates
of ``xor`` in numpy then are 15 600 keyframes, 14 MB; when they were always 1024 apart, the worst seek among them took
81 ms with its painting.

The estimate need only be right within a factor of two or so, but must be the same wherever and whenever it is made: so
it is counted, not measured.
"""

from __future__ import annotations

from itertools import pairwise

from nnviz.model.data.batches import batch_size
from nnviz.model.engine.engines import NUMPY
from nnviz.model.scenario.validation import Prepared

REPLAY = 2e-3
"""Seconds of replay from one keyframe to the next."""

RECENT = 64e-3
"""Seconds of replay between the states stored shortly before the cursor, where others are farther apart: to copy one of
784-512-512-10 takes 3 ms, a twentieth of that."""


def spacing_of(prepared: Prepared, engine: str) -> int:
    """Return how many updates of a scenario an engine runs in about `REPLAY`: a power of two, at least 1."""
    return _updates_in(REPLAY, prepared, engine)


def recent_spacing_of(prepared: Prepared, engine: str) -> int:
    """Return how many it runs in about `RECENT`: a power of two, at least 1."""
    return _updates_in(RECENT, prepared, engine)


def _updates_in(seconds: float, prepared: Prepared, engine: str) -> int:
    affordable = int(seconds / _seconds(prepared, engine))
    return 1 << max(affordable.bit_length() - 1, 0)


def _seconds(prepared: Prepared, engine: str) -> float:
    """Estimate an update (fitted to the five trainings of the benchmarks, on a machine of 2 cores)."""
    scenario = prepared.scenario
    sizes = scenario.network(prepared.n_inputs).sizes
    m = batch_size(prepared.n_train, scenario.effective_batch)
    weights = sum(below * above for below, above in pairwise(sizes))
    cells = sum(sizes[1:])
    if engine == NUMPY:
        return 10e-6 * (len(sizes) - 1) + 10e-9 * m * cells + 0.25e-9 * m * weights + 2e-9 * weights
    return 0.1e-6 + 20e-9 * m * cells + 5e-9 * m * weights
