"""All ways to train, by the name of a scenario's optimiser: by gradients, or by trying candidates."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from nnviz.model.program.evolution_strategies import STRATEGIES, Strategy
from nnviz.model.program.optimisers import OPTIMISERS, Optimiser

METHODS: Mapping[str, Optimiser | Strategy] = MappingProxyType({**OPTIMISERS, **STRATEGIES})
