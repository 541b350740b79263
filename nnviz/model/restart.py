"""Which changes of a scenario keep the network, and which start it anew."""

from __future__ import annotations

from nnviz.model.data.shape import shape_of
from nnviz.model.scenario import Scenario


def sizes_of(scenario: Scenario) -> tuple[int, ...]:
    """Give units per layer, inputs first, without making the data."""
    return scenario.network(shape_of(scenario.data).n_inputs).sizes


def keeps_network(old: Scenario, new: Scenario) -> bool:
    """Tell whether a change of settings can keep the parameters: same sizes, same initial parameters asked for."""
    return sizes_of(old) == sizes_of(new) and old.initial == new.initial and old.seed == new.seed
