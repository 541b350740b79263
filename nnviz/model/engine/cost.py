"""The cost of running a network, for choosing how many samples it is run on."""

from __future__ import annotations

from itertools import pairwise

from nnviz.model.network.network import Network

_UNIT_COST = 8
"""Cost of one activation in multiplications (measured: tanh and σ 6 to 10)."""

_LARGE = 2_000_000
"""Multiplications of a forward pass from which a batch is large: its update takes 1 ms or more, so that going back,
over up to about sixty updates, would take longer than a frame may wait."""


def work_of(network: Network, samples: int) -> float:
    """Return approximately how many multiplications running a network on samples (or places of a picture) takes."""
    sizes = network.sizes
    return float(samples * sum(above * (below + _UNIT_COST) for below, above in pairwise(sizes)))


def samples_within(network: Network, work: float) -> int:
    """Return how many samples (or places of a picture) `work` multiplications suffice for."""
    return int(work / work_of(network, 1))


def is_large_batch(network: Network, samples: int) -> bool:
    """Return whether an update with so many samples takes too long for the window to wait for it."""
    return work_of(network, samples) >= _LARGE
