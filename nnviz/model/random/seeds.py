"""Random numbers from a seed: streams that do not share their draws.

Data and initial parameters come from ``numpy.random.default_rng(seed)`` (or the legacy generator), so that anyone can
draw them again in one line. Everything else comes from streams of the same seed that are independent of that generator.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Annotated

import numpy as np

from nnviz.model.errors import ModelError
from nnviz.model.limits import Ge, Le

SEED_MAX = 2**32 - 1
"""The largest seed that numpy's legacy generator takes."""

Seed = Annotated[int, Ge(0), Le(SEED_MAX)]


class Stream(IntEnum):
    """The purpose of a stream."""

    SPLIT = 1
    BATCHES = 2
    SEARCH = 3
    MEASURED = 4


def stream(seed: int, purpose: Stream, *key: int) -> np.random.Generator:
    """Return the generator for a purpose; `key` splits it further, for example by epoch."""
    # A spawn key, not default_rng([seed, key]): SeedSequence pads with zeros, so that [seed, 0] would be seed itself.
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(int(purpose), *key)))


def checked_seed(asked: str, seed: int) -> int:
    """Check a seed, and return it.

    Raises
    ------
    ModelError
        If no generator takes it.
    """
    if not 0 <= seed <= SEED_MAX:
        # Python refuses to write numbers of thousands of digits.
        found = str(seed) if abs(seed) < 10**20 else f"a number of {seed.bit_length()} bits"
        raise ModelError(asked, "seed", found, f"0 to {SEED_MAX}")
    return seed
