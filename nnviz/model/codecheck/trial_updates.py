"""The updates that a person's functions are tried on: the scenario's first one, and those of random networks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.term_magnitudes import magnitude
from nnviz.model.engine.workspace import Workspace
from nnviz.model.mistakes.build import build_program
from nnviz.model.network.network import Network
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.line import Line
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.program import Program
from nnviz.model.program.shapes import Shape
from nnviz.model.scenario.edit import fitted
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
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
    previous
        The update before it and the person's values there; None for a first one.
    update
        Which update it is, from 1.
    wider
        Whether it has several outputs where the scenario has one.
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
    previous: tuple[Trial, Mapping[str, Array]] | None = None
    update: int = 1
    wider: bool = False

    @cached_property
    def terms(self) -> Mapping[str, Array]:
        """How large the terms of each line are whose sum or difference is taken: what its rounding is relative to."""
        workspace = self.workspace(self.program)
        with np.errstate(all="ignore"):
            workspace.run()
            scalars = {**self.scalars, "m": float(self.X.shape[1]), "n": float(self.sizes[-1])}
            return {
                line.writes: np.asarray(magnitude(line.expression, workspace.arrays, scalars))
                for line in self.program
                if not line.assigns
            }

    @property
    def remembers(self) -> bool:
        """Whether the optimiser has a state besides the parameters."""
        return not self.parameters.keys() >= set(self.program.state)

    def shape(self, symbol: str) -> Shape:
        """Return the shape of a symbol, samples as columns."""
        return self.program.shapes(self.X.shape[1])[symbol]

    def started_again(self) -> Trial:
        """Return the same update as a first one, with an empty state."""
        assert self.previous is not None  # only a later update can
        first = self.previous[0]
        return replace(first, parameters=self.parameters, state={**first.state, **self.parameters})

    def bias(self, layer: int) -> Array:
        """Return a layer's biases; zeros where it has none."""
        return self.parameters.get(f"b{layer}", np.zeros((self.sizes[layer], 1)))

    def bias_gradient(self, layer: int) -> Array:
        """Return the right gradient of a layer's biases; zeros where it has none."""
        return self.gradients.get(f"db{layer}", np.zeros((self.sizes[layer], 1)))

    def after(self, theirs: Mapping[str, Array]) -> Trial:
        """Return the update that follows a person's: from the parameters that theirs has left.

        Parameters
        ----------
        theirs
            The person's values of this update, samples as columns.
        """
        left = {name: theirs.get(name, array) for name, array in self.parameters.items()}
        update = self.update + 1
        corrections = {
            f"correction{k}": 1.0 - self.scalars[f"beta{k}"] ** update
            for k in (1, 2)
            if f"correction{k}" in self.scalars
        }
        return replace(
            self,
            parameters=left,
            state={**self.state, **left},
            scalars={**self.scalars, **corrections},
            previous=(self, theirs),
            update=update,
        )

    def workspace(self, program: Program, lines: Sequence[Line] | None = None) -> Workspace:
        """Return the arrays of the update before the first line of a program, which may have mistakes.

        Parameters
        ----------
        program
            The program.
        lines
            Those of its lines that are run; all of them when None.
        """
        return self._workspace(program, self.X, program.lines if lines is None else lines)

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

    Their lines are the scenario's own, with its optimiser and penalty, and without mistakes; only an evolution strategy
    becomes gradient descent, since it has no gradients. The optimiser's state is zero: the functions get none.
    """
    optimiser = replace(scenario.optimiser, state={}, steps=0)
    if optimiser.kind in STRATEGIES:
        optimiser = OptimiserSpec(learning_rate=optimiser.learning_rate)
    scenario = fitted(replace(scenario, mistakes=(), hides_mistakes=False, optimiser=optimiser))
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
        if not recipe.trains_biases and not any(
            array.any() for name, array in own.parameters.items() if name[0] == "b"
        ):
            # The scenario has none in effect, and a person's code need not add them.
            parameters |= {name: np.zeros(shapes[name]) for name in parameters if name.startswith("b")}
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
            wider=outputs > recipe.network.output.units == 1,
        )


def _targets(scenario: Scenario, outputs: int, samples: int, rng: np.random.Generator) -> Array:
    """Draw targets that the scenario's loss is made for."""
    loss = LOSSES[scenario.loss]
    if loss.targets_sum_to_one:
        return np.eye(outputs)[:, rng.integers(outputs, size=samples)]
    bits = rng.integers(2, size=(outputs, samples)).astype(np.float64)
    return bits if encoding_of(scenario) == "zero-one" else 2.0 * bits - 1.0
