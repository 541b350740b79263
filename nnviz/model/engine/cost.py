"""What running a network costs, for those who choose on how many samples it is run."""

from __future__ import annotations

from itertools import pairwise

from nnviz.model.network.network import Network

_UNIT_COST = 8
"""What one activation costs, counted in multiplications (measured: tanh and σ 6 to 10)."""

_LARGE = 2_000_000
"""Multiplications of a forward pass from which a batch is large: its update takes 1 ms and more, so that going back,
over some sixty updates at most, would take longer than a picture may wait."""


def work_of(network: Network, samples: int) -> float:
    """Return how many multiplications running a network on samples (or places of a picture) costs, about."""
    sizes = network.sizes
    return float(samples * sum(above * (below + _UNIT_COST) for below, above in pairwise(sizes)))


def samples_within(network: Network, work: float) -> int:
    """Return for how many samples (or places of a picture) `work` multiplications pay."""
    return int(work / work_of(network, 1))


def is_large_batch(network: Network, samples: int) -> bool:
    """Return whether an update with so many samples takes so long that a window had better not wait for it."""
    return work_of(network, samples) >= _LARGE
