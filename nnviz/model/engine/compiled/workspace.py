"""The arrays of an update, with the compiled loops that fill them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.engine.compiled.kernel import Kernel
from nnviz.model.engine.workspace import LoadedBatch
from nnviz.model.program.program import Program


class CompiledWorkspace:
    """The arrays of whole batches, which a kernel fills: line by line, an update, or many of them.

    Parameters
    ----------
    program
        The update's program.
    kernel
        Compiled from it.
    memory
        What the arrays of `state` lie in.
    state
        Parameters and optimiser state.
    numbers
        The named numbers, in one array.
    """

    def __init__(
        self, program: Program, kernel: Kernel, memory: Array, state: Mapping[str, Array], numbers: Array
    ) -> None:
        source = kernel.source
        self._room = np.zeros(source.size)
        self.arrays: Mapping[str, Array] = {**source.layout.arrays(self._room), **state}
        self.batch = LoadedBatch(self.arrays["X"], self.arrays["Y"])
        self._kernel, self._memory, self._numbers = kernel, memory, numbers
        self._count = len(program)

    def run_line(self, number: int) -> None:
        """Run line `number`, counted from 1."""
        self._kernel.lines(self._memory, self._room, self._numbers, number, number)

    def run(self) -> None:
        """Run every line."""
        self._kernel.lines(self._memory, self._room, self._numbers, 1, self._count)

    def run_many(
        self, corrections: Array, inputs: Array, targets: Array, table: NDArray[np.intp], first: int, losses: Array
    ) -> None:
        """Run updates, each on its batch; see `Engine.run_many`.

        Parameters
        ----------
        corrections
            The numbers that change, for each update: ``(updates, count)``.
        inputs
            ``(m_all, n_in)``.
        targets
            ``(n_L, m_all)``.
        table, first, losses
            As for `Engine.run_many`.
        """
        self._kernel.updates(
            self._memory, self._room, self._numbers, corrections, inputs, targets, table, first, losses
        )
