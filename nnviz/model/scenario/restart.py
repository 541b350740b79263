"""Which changes of a scenario keep the network, and which start it anew."""

from __future__ import annotations

from nnviz.model.data.data_shape import shape_of
from nnviz.model.mistakes.mistake import WIDENING
from nnviz.model.scenario.scenario import Scenario


def sizes_of(scenario: Scenario) -> tuple[int, ...]:
    """Return units per layer, inputs first, without making the data."""
    return scenario.network(shape_of(scenario.data).n_inputs).sizes


def keeps_network(old: Scenario, new: Scenario) -> bool:
    """Return whether a change of settings can keep the parameters: same sizes, same initial parameters asked for."""
    same_start = old.initial_in_force == new.initial_in_force and old.seed == new.seed
    widened = [WIDENING in scenario.mistakes for scenario in (old, new)]
    # A mistake that is to be found begins a run, whichever it is: else that alone would tell.
    begins_hidden = new.hides_mistakes and (not old.hides_mistakes or old.mistakes != new.mistakes)
    same_inputs = old.data.features == new.data.features and sizes_of(old) == sizes_of(new)
    return same_inputs and same_start and widened[0] == widened[1] and not begins_hidden
