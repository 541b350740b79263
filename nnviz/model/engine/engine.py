"""An engine: a program with its parameters, its optimiser's state and the arrays of its batches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.data.batches import batch_size, updates_per_epoch
from nnviz.model.engine.changing_numbers import changing_numbers, engine_scalars
from nnviz.model.engine.joined_memory import joined_state
from nnviz.model.engine.workspace import EngineWorkspace, Workspace
from nnviz.model.mistakes.build import build_program
from nnviz.model.network.initialisers import initial_parameters
from nnviz.model.scenario.validation import Prepared

if TYPE_CHECKING:
    from nnviz.model.engine.compiled.kernel import Kernel
    from nnviz.model.engine.compiled.workspace import CompiledWorkspace
    from nnviz.model.engine.evolution_search import Search

BATCHES = 512
"""Most batches that stay loaded where all epochs are alike: loading one takes 2 µs, of the 16 that an update takes."""

LOADED = 4_000_000
"""Most cells of training data that stay loaded a second time: 32 MB."""


class Engine:
    """Runs a scenario's program on the samples it is passed, by line or to the end; it does not know the update's
    number.

    Parameters
    ----------
    prepared
        The scenario; its initial parameters are the engine's.
    kernel
        Runs whole batches, where numpy does not.

    Attributes
    ----------
    program
        The lines.
    state
        The arrays that an update starts from and changes.
    scalars
        Named number → 0-d array; the lines read it each time.
    moves
        Updates that the optimiser's state has seen in this run, for Adam's corrections and scheduled rates.
    samples
        Indices of the samples of the batch last begun.
    inputs
        ``(m, n_in)``: the inputs of all samples, a row a sample.
    """

    def __init__(self, prepared: Prepared, kernel: Kernel | None = None) -> None:
        scenario, data = prepared.scenario, prepared.data
        self._kernel = kernel
        self.program = build_program(scenario.recipe(data.X.shape[0]))
        network = self.program.recipe.network
        parameters = initial_parameters(scenario.effective_initial, network.sizes, scenario.seed, network.biases)
        given = {**parameters, **{name: np.array(rows) for name, rows in scenario.optimiser.state.items()}}
        # Only with a mistake does a parameter have a column for each sample of the batch; all columns start alike.
        shapes = self.program.shapes(batch_size(len(data.train), scenario.effective_batch))
        initial = {
            name: np.broadcast_to(given[name], shapes[name]) if name in given else np.zeros(shapes[name])
            for name in self.program.state
        }
        self._memory = np.zeros(0 if kernel is None else kernel.source.state.size)
        self._rows: Mapping[str, Array] = {}
        if kernel is None:
            joined = joined_state(self.program, {name: array.shape for name, array in initial.items()})
            arrays, self._rows = joined.arrays, joined.rows
        else:
            arrays = kernel.source.state.arrays(self._memory)
        self.state = {name: arrays[name] for name in initial}
        for name, array in initial.items():
            self.state[name][...] = array
        numbers = engine_scalars(scenario, len(data.train))
        self._numbers = np.array(list(numbers.values()))
        self.scalars = {name: self._numbers[i : i + 1].reshape(()) for i, name in enumerate(numbers)}
        changing = changing_numbers(scenario, len(data.train))
        self._changing = [(self.scalars[name], value_in) for name, value_in in changing.items()]
        self._set_numbers(1)
        self._search: Search | None = None
        if not self.program.computes_gradients:
            from nnviz.model.engine.evolution_search import Search

            self._search = Search(prepared, self.program, self.state, self.scalars)
            self._search.measure()
        self._initial = self.copy_state()
        # A sample's inputs lie together: gathering a batch of wide ones takes a tenth of the time.
        self.inputs, self._targets = np.ascontiguousarray(data.X.T), prepared.targets
        self._compiled: CompiledWorkspace | None = None
        self._workspaces: dict[int, Workspace] = {}
        self._loaded: dict[int, Workspace] = {}
        cells = len(data.train) * (data.X.shape[0] + self._targets.shape[0])
        count = updates_per_epoch(len(data.train), scenario.effective_batch)
        self._keeps_loaded = kernel is None and cells <= LOADED and count <= BATCHES
        self._workspace: EngineWorkspace | None = None
        self.moves = 0
        self.samples: NDArray[np.intp] | None = None

    @property
    def workspace(self) -> EngineWorkspace:
        """The arrays of the batch last begun."""
        assert self._workspace is not None  # called only when lines have run
        return self._workspace

    def reset(self) -> None:
        """Go back to the initial parameters."""
        self.set_state(self._initial, moves=0)

    def set_state(self, state: Mapping[str, Array], moves: int, place: int = 0) -> None:
        """Set parameters and optimiser state; arrays that are not in `state` stay.

        The next update is the `place`-th of its epoch, from 0.
        """
        for name, array in state.items():
            self.state[name][...] = array
        self.moves = moves
        self._set_numbers(moves + 1)
        if self._search is not None:
            self._search.set_place(place)

    def inherit(self, other: Engine, place: int = 0) -> None:
        """Copy the parameters of an engine with a network of the same sizes, and its optimiser's state.

        The state is reset when the optimiser differs, or whether biases are trained; `place` as for `set_state`.
        """
        here, there = self.program.recipe, other.program.recipe
        same = (here.optimiser, here.trains_biases) == (there.optimiser, there.trains_biases)
        names = self.program.state if same else self.program.parameters
        self.set_state(
            {name: other.state[name] for name in names if name in other.state}, other.moves if same else 0, place
        )
        if self._search is not None:
            self._search.measure()

    def edit(self, symbol: str, cell: tuple[int, int], value: float) -> None:
        """Set a cell of a parameter."""
        self.state[symbol][cell] = value
        if self._search is not None:
            self._search.measure()

    def copy_state(self) -> Mapping[str, Array]:
        """Return copies of parameters and optimiser state, read-only."""
        return MappingProxyType({name: read_only(array.copy("K")) for name, array in self.state.items()})

    def begin(self, samples: NDArray[np.intp], place: int = 0, *, comes_again: bool = False) -> EngineWorkspace:
        """Load the next update's batch, and return the workspace that runs it.

        Parameters
        ----------
        samples
            Of the batch.
        place
            The update's in its epoch, from 0.
        comes_again
            Whether every epoch has this very array of samples.
        """
        workspace = self._workspace_with(samples, comes_again)
        self._workspace, self.samples = workspace, samples
        self.moves += 1
        self._set_numbers(self.moves)
        if self._search is not None:
            self._search.begin(self.moves, place)
        return workspace

    def run_each(
        self, batches: Sequence[NDArray[np.intp]], first: int, losses: Array, *, comes_again: bool = False
    ) -> None:
        """Run whole updates one by one; not for a search.

        Parameters
        ----------
        batches
            Samples of batches; after the last, the first follows.
        first
            Index of the first update's batch.
        losses
            Filled with the updates' values of what is minimised; its length is the number of updates.
        comes_again
            As for `begin`.
        """
        objective, count = self.program.objective, len(batches)
        for number in range(len(losses)):
            samples = batches[(first + number) % count]
            workspace = self._workspace_with(samples, comes_again)
            self.moves += 1
            if self._changing:
                self._set_numbers(self.moves)
            workspace.run()
            losses[number] = workspace.arrays[objective][0, 0]
        self._workspace, self.samples = workspace, samples

    @property
    def searches(self) -> bool:
        """Whether an evolution strategy draws numbers for each update."""
        return self._search is not None

    @property
    def is_compiled(self) -> bool:
        """Whether `run_many` may be called."""
        return self._kernel is not None

    def run_many(self, table: NDArray[np.intp], first: int, samples: NDArray[np.intp], losses: Array) -> None:
        """Run whole updates, with the same results as beginning and running each of them.

        Parameters
        ----------
        table
            Samples of batches, ``(batches, m)`` with the whole batch's `m`; after the last, the first follows.
        first
            Index of the first update's batch.
        samples
            The last update's.
        losses
            Filled with the updates' values of what is minimised; its length is the number of updates.
        """
        workspace = self._compiled_workspace()
        numbers = np.empty((len(losses), len(self._changing)))
        for number, (_, value_in) in enumerate(self._changing):
            moves = range(self.moves + 1, self.moves + len(losses) + 1)
            numbers[:, number] = [value_in(move) for move in moves]
        workspace.run_many(numbers, self.inputs, self._targets, table, first, losses)
        workspace.batch.samples = samples
        self._workspace, self.samples = workspace, samples
        self.moves += len(losses)

    def _workspace_with(self, samples: NDArray[np.intp], comes_again: bool) -> EngineWorkspace:
        """Return a workspace that has samples loaded; where they come again and there is room, they stay so."""
        keeps = comes_again and self._keeps_loaded
        workspace = self._loaded.get(id(samples)) if keeps else None
        if workspace is None:
            m = len(samples)
            if self._kernel is not None and m == self._kernel.source.m:
                compiled = self._compiled_workspace()
                compiled.batch.load(self.inputs, self._targets, samples)
                return compiled
            workspace = self._workspaces.get(m)
            if workspace is None:
                workspace = self._workspaces[m] = self._new_workspace(m)
            if keeps and len(self._loaded) < BATCHES:
                workspace = workspace if workspace.batch.samples is None else workspace.twin()
                self._loaded[id(samples)] = workspace
        workspace.batch.load(self.inputs, self._targets, samples)
        return workspace

    def _compiled_workspace(self) -> CompiledWorkspace:
        """Return the workspace of whole batches, where they are not run by numpy."""
        if self._compiled is None:
            from nnviz.model.engine.compiled.workspace import CompiledWorkspace

            assert self._kernel is not None  # called only where `is_compiled`
            self._compiled = CompiledWorkspace(self.program, self._kernel, self._memory, self.state, self._numbers)
        return self._compiled

    def _new_workspace(self, m: int) -> Workspace:
        drawn = {} if self._search is None else self._search.drawn
        return Workspace(self.program, m, {**self.state, **drawn}, self.scalars, rows=self._rows)

    def array(self, symbol: str) -> Array:
        """Return a symbol's own array, of the state or of the batch last begun; running the engine writes to it."""
        return self.state[symbol] if symbol in self.state else self.workspace.arrays[symbol]

    def _set_numbers(self, move: int) -> None:
        """Set the numbers that change from update to update to those of a move (from 1)."""
        for number, value_in in self._changing:
            number[...] = value_in(move)
