"""The updates that a person's functions are tried on: the scenario's first one, and those of random networks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.engine.workspace import Workspace
from nnviz.model.mistakes.build import build_program
from nnviz.model.network.network import Network
from nnviz.model.program.line import Line
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.program import Program
from nnviz.model.scenario.edit import fitted
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec, Scenario
from nnviz.model.scenario.validation import encoding_of
from nnviz.model.session.session import Session

RANDOM_NETWORKS = 3
_SIZES = (3, 4, 2, 5, 6, 7)
"""Units per layer, all different, so that a shape tells which array it is; the number of samples differs too."""
_SAMPLES = 8
_PREDICTED = 100
"""Samples of the scenario that are predicted, at most."""


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
        The parameters; the parameters and the optimiser's state.
    X, Y
        The batch, samples as columns.
    samples
        Inputs to predict, those of the batch among them.
    scalars
        Named numbers, such as ``eta``.
    threshold
        With one output, a sample is in class 1 if the output is above this.
    """

    is_scenario: bool
    program: Program
    parameters: Mapping[str, Array]
    state: Mapping[str, Array]
    X: Array
    Y: Array
    samples: Array
    scalars: Mapping[str, float]
    threshold: float

    def workspace(self, program: Program) -> Workspace:
        """Return the arrays of the update before the first line of a program, which may have mistakes."""
        return self._workspace(program, self.X, program.lines)

    def outputs(self, program: Program) -> Array:
        """Return the outputs that a program's forward lines compute for `samples`."""
        forward = tuple(line for line in program if line.stage == "forward")
        workspace = self._workspace(program, self.samples, forward)
        with np.errstate(all="ignore"):
            workspace.run()
        return workspace.arrays[f"A{program.recipe.network.depth}"]

    @cached_property
    def gradients(self) -> Mapping[str, Array]:
        """The right gradients of the parameters."""
        workspace = self.workspace(self.program)
        with np.errstate(all="ignore"):
            workspace.run()
        return {f"d{name}": workspace.arrays[f"d{name}"] for name in self.parameters}

    def _workspace(self, program: Program, inputs: Array, lines: Sequence[Line]) -> Workspace:
        samples = inputs.shape[1]
        shapes = program.shapes(samples)
        state = {name: np.broadcast_to(array, shapes[name]).copy() for name, array in self.state.items()}
        scalars = {name: np.array(value) for name, value in self.scalars.items()}
        workspace = Workspace(program, samples, state, scalars, lines)
        workspace.arrays["X"][...] = inputs
        if "Y" in workspace.arrays and samples == self.Y.shape[1]:
            workspace.arrays["Y"][...] = self.Y
        return workspace

    @property
    def sizes(self) -> tuple[int, ...]:
        """Units per layer, inputs first."""
        return self.program.recipe.network.sizes

    @property
    def sizes_text(self) -> str:
        """Units per layer, as people write them: ``3-4-2``."""
        return "-".join(map(str, self.sizes))


def trials_of(scenario: Scenario) -> tuple[Trial, ...]:
    """Return the trials of a scenario, its own first.

    They are without mistakes; each unit has a bias, and biases are trained, since the functions get them and should
    return their gradients; and the optimiser is plain
    gradient descent without a penalty: the functions get no λ and no optimiser state.
    """
    descent = OptimiserSpec(learning_rate=scenario.optimiser.learning_rate)
    layers = tuple(replace(layer, bias="per-unit") for layer in scenario.layers)
    scenario = replace(
        scenario, layers=layers, mistakes=(), train_biases=True, optimiser=descent, penalty=PenaltySpec()
    )
    scenario = fitted(scenario)
    snapshot = Session(scenario).snapshot()
    own = Trial(
        is_scenario=True,
        program=snapshot.program,
        parameters=snapshot.parameters,
        state=snapshot.before,
        X=snapshot.data.X[:, snapshot.batch],
        Y=snapshot.targets[:, snapshot.batch],
        samples=snapshot.data.X[:, : max(_PREDICTED, len(snapshot.batch))],
        scalars=snapshot.scalars,
        threshold=snapshot.threshold,
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
        inputs = rng.normal(size=(sizes[0], _SAMPLES))
        yield Trial(
            is_scenario=False,
            program=program,
            parameters=parameters,
            state=state,
            X=inputs[:, :samples],
            Y=targets,
            samples=inputs,
            scalars=own.scalars,
            threshold=own.threshold,
        )


def _targets(scenario: Scenario, outputs: int, samples: int, rng: np.random.Generator) -> Array:
    """Draw targets that the scenario's loss is made for."""
    loss = LOSSES[scenario.loss]
    if loss.targets_sum_to_one:
        return np.eye(outputs)[:, rng.integers(outputs, size=samples)]
    bits = rng.integers(2, size=(outputs, samples)).astype(np.float64)
    return bits if encoding_of(scenario) == "zero-one" else 2.0 * bits - 1.0
