"""The updates on which a person's function is tried: the scenario's first, and those of random networks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from nnviz.model.binding import Array
from nnviz.model.losses import LOSSES
from nnviz.model.network import Network
from nnviz.model.program import Program, build_program
from nnviz.model.scenario import Scenario
from nnviz.model.scenario_checks import encoding_of
from nnviz.model.session import Session

RANDOM_NETWORKS = 3
_SIZES = (3, 4, 2, 5, 6, 7)
"""Units per layer, all different, so that shapes tell which array is which; so is the number of samples."""
_SAMPLES = 8


@dataclass(frozen=True, eq=False)
class Trial:
    """One update, before its first line.

    Attributes
    ----------
    is_scenario
        Whether it is the scenario's own network, and not a random one of the same kind.
    program
        The right lines.
    parameters, state
        Parameters; those with the optimiser's state.
    X, Y
        The batch, samples as columns.
    scalars
        Named numbers, such as ``eta``.
    """

    is_scenario: bool
    program: Program
    parameters: Mapping[str, Array]
    state: Mapping[str, Array]
    X: Array
    Y: Array
    scalars: Mapping[str, float]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Units per layer, inputs first."""
        return self.program.recipe.network.sizes


def trials_of(scenario: Scenario) -> tuple[Trial, ...]:
    """Give the trials of a scenario, its own first."""
    scenario = replace(scenario, mistakes=())
    snapshot = Session(scenario).snapshot()
    own = Trial(
        True,
        snapshot.program,
        snapshot.parameters,
        snapshot.before,
        snapshot.data.X[:, snapshot.batch],
        snapshot.targets[:, snapshot.batch],
        snapshot.scalars,
    )
    samples = 1 if own.X.shape[1] == 1 else _SAMPLES
    return own, *_random(scenario, own, samples)


def _random(scenario: Scenario, own: Trial, samples: int) -> Iterator[Trial]:
    recipe = own.program.recipe
    depth = recipe.network.depth
    for number in range(RANDOM_NETWORKS):
        rng = np.random.default_rng(number)
        sizes = tuple(_SIZES[(place + number) % len(_SIZES)] for place in range(depth + 1))
        outputs = 1 if recipe.network.output.units == 1 and number else sizes[-1]
        layers = tuple(
            replace(layer, units=units)
            for layer, units in zip(recipe.network.layers, (*sizes[1:-1], outputs), strict=True)
        )
        program = build_program(replace(recipe, network=Network(sizes[0], layers)))
        shapes = program.shapes(samples)
        parameters = {name: rng.normal(0.0, 0.5, shapes[name]) for name in program.parameters}
        state = {**{name: np.zeros(shapes[name]) for name in program.state}, **parameters}
        targets = _targets(scenario, outputs, samples, rng)
        yield Trial(False, program, parameters, state, rng.normal(size=shapes["X"]), targets, own.scalars)


def _targets(scenario: Scenario, outputs: int, samples: int, rng: np.random.Generator) -> Array:
    """Draw targets that the scenario's loss is made for."""
    loss = LOSSES[scenario.loss]
    if loss.targets_sum_to_one:
        return np.eye(outputs)[:, rng.integers(outputs, size=samples)]
    bits = rng.integers(2, size=(outputs, samples)).astype(np.float64)
    return bits if encoding_of(scenario) == "zero-one" else 2.0 * bits - 1.0
