"""The arrays of an update, and the engine that runs its lines on them.

The interpreted engine runs numpy calls on preallocated arrays (see `binding`). Parameters and optimiser state have one
array for the whole session; everything else has one per batch size, because a partial last batch is averaged over its
own size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import DTypeLike, NDArray

from nnviz.model.binding import Array, Binder, Call
from nnviz.model.line import Line
from nnviz.model.program import Program

Scalars = dict[str, Array]

_HUGE: Final = 1_000_000
"""Cells from which memory is touched before a product is written to it: numpy clears that with the interpreter's lock
held, which at first touch takes half a second for 512 × 48 000 cells, and 15 ms later."""


class Workspace:
    """Symbol → array for some lines of a program and one number of samples, with the calls that fill them.

    Parameters
    ----------
    program
        The update's program.
    m
        Number of samples.
    state
        Arrays of the program's `state` symbols, and of others that are not its own; it works on these very arrays.
    scalars
        Named number → 0-d array (``eta``, ``lambda`` …), shared; ``m`` and ``n`` are the workspace's own.
    lines
        The lines to run; all of the program's by default.
    dtype
        Type of the arrays that the workspace makes. Training is float64; pictures may do with float32.
    made
        Arrays that are there already and are used where `state` has none; X must be the transpose of rows.
    """

    def __init__(
        self,
        program: Program,
        m: int,
        state: Mapping[str, Array],
        scalars: Scalars,
        lines: Sequence[Line] | None = None,
        dtype: DTypeLike = np.float64,
        made: Mapping[str, Array] | None = None,
    ) -> None:
        lines = program.lines if lines is None else lines
        used = {"X", "Y", *(line.writes for line in lines)} | {name for line in lines for name in line.reads}
        shapes = program.shapes(m)
        self.m = m
        self.samples: NDArray[np.intp] | None = None
        given = {**(made or {}), **state}
        self.arrays: dict[str, Array] = {
            name: given[name] if name in given else np.empty(shapes[name], dtype) for name in shapes if name in used
        }
        # A sample's inputs lie together in memory: a batch of wide ones is gathered several times as fast.
        self._rows_of_x = given["X"].T if "X" in given else np.empty(shapes["X"][::-1], dtype)
        self.arrays["X"] = self._rows_of_x.T
        for name, array in self.arrays.items():
            if array.size > _HUGE and name not in given:
                array.fill(0.0)
        own = {"m": np.array(m, dtype), "n": np.array(program.recipe.network.output.units, dtype)}
        binder = Binder(self.arrays, {**scalars, **own}, dtype)
        self._lines: list[list[Call]] = [binder.bind(line.expression, line.writes) for line in lines]
        self._all: list[Call] = [call for calls in self._lines for call in calls]

    @property
    def calls_per_update(self) -> int:
        """How many numpy calls running every line makes."""
        return len(self._all)

    def load(self, inputs: Array, targets: Array, samples: NDArray[np.intp]) -> None:
        """Copy samples into X and Y, unless they are there already.

        Parameters
        ----------
        inputs
            ``(m_all, n_in)``: a sample's inputs are a row.
        targets
            ``(n_L, m_all)``.
        samples
            Which, in column order.
        """
        if samples is self.samples:
            return
        # mode="clip" is not for clipping: only so does numpy write into `out` without a copy.
        np.take(inputs, samples, axis=0, out=self._rows_of_x, mode="clip")
        np.take(targets, samples, axis=1, out=self.arrays["Y"], mode="clip")
        self.samples = samples

    def run_line(self, number: int) -> None:
        """Run line `number`, counted from 1."""
        for call in self._lines[number - 1]:
            call()

    def run(self) -> None:
        """Run every line."""
        for call in self._all:
            call()
