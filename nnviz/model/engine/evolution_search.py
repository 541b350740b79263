"""What an engine needs besides lines to run an evolution strategy: random numbers, and the lowest loss so far."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.engine.evolution_draws import Draws
from nnviz.model.engine.workspace import Scalars, Workspace
from nnviz.model.network.initialisers import generator_after
from nnviz.model.program.evolution_strategies import BEST, CHAMPION, DRAW, STRATEGIES
from nnviz.model.program.program import Program
from nnviz.model.scenario.validation import Prepared


class Search:
    """Draws an update's random numbers, and measures parameters that were set from outside.

    Parameters
    ----------
    prepared
        The scenario.
    program
        Its lines.
    state
        The arrays that an update starts from and changes: the engine's own.
    scalars
        Named numbers, the engine's own; which candidate of its generation an update tries is added to them.
    """

    def __init__(self, prepared: Prepared, program: Program, state: Mapping[str, Array], scalars: Scalars) -> None:
        scenario, data = prepared.scenario, prepared.data
        strategy, initial = STRATEGIES[program.recipe.optimiser], scenario.effective_initial
        order = [name for name in initial.order or () if name in program.trained]
        names = dict.fromkeys((*order, *program.trained))
        shapes = program.shapes(len(data.train))
        seed = scenario.seed if initial.seed is None else initial.seed
        # As older code does, the search continues with the generator that has drawn the initial parameters.
        network = program.recipe.network
        rng = generator_after(initial, network.sizes, scenario.seed, network.biases)
        legacy = rng if isinstance(rng, np.random.RandomState) else None
        self._draws = Draws({DRAW + name: shapes[name] for name in names}, strategy.distribution, seed, legacy)
        self._candidate = scalars.setdefault("candidate", np.array(1.0))
        self._state, self._trained = state, program.trained
        self._objective = program.objective
        self._measurer = Workspace(program, len(data.train), state, scalars, program.evaluation)
        self._measurer.batch.load(np.ascontiguousarray(data.X.T), prepared.targets, data.train)

    @property
    def drawn(self) -> Mapping[str, Array]:
        """The random numbers of the update last begun; the same arrays each time."""
        return self._draws.arrays

    def begin(self, move: int, place: int) -> None:
        """Draw for an update, the `move`-th of the search (from 1) and the `place`-th of its generation (from 0)."""
        self._draws.take(move - 1)
        self.set_place(place)

    def set_place(self, place: int) -> None:
        """Set the candidate of its generation that an update tries, from 0."""
        self._candidate[...] = place + 1

    def measure(self) -> None:
        """Make the loss of the present parameters the lowest: candidates must beat it."""
        with np.errstate(all="ignore"):
            self._measurer.run()
        self._state[BEST][...] = self._measurer.arrays[self._objective]
        for name in self._trained:
            if CHAMPION + name in self._state:
                self._state[CHAMPION + name][...] = self._state[name]
