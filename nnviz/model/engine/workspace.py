"""The arrays of an update, with numpy calls that fill them.

The calls run on preallocated arrays (see `numpy_calls`). Parameters and optimiser state have one
array for the whole session; everything else has one per batch size, because a partial last batch is averaged over its
own size; and X and Y again for each batch, where the same batches come in every epoch.

Compared with numpy code written for one network, with its batches gathered beforehand and nothing stored, a session
with history and loss curve makes 1.35, 1.38, 1.11, 1.40 and 1.01 times as many updates a second on the benchmarks'
workloads a to e (written code: 58 k, 65 k, 50 k, 49 k and 9.7 k). Of e's 95 µs the two products with the inputs take
67, which is what BLAS needs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from typing import Final, Protocol

import numpy as np
from numpy.typing import DTypeLike, NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.engine.joined_memory import GRADIENT, Joined, division_calls, move_calls, undivided
from nnviz.model.engine.numpy_calls import Binder, Call
from nnviz.model.program.line import Line
from nnviz.model.program.program import Program

Scalars = dict[str, Array]

BATCH = frozenset({"X", "Y"})
"""Symbols that a batch is loaded into."""

_HUGE: Final = 1_000_000
"""Cells from which memory is touched before a product is written to it: numpy clears it while holding the interpreter's
lock, which takes half a second for 512 × 48 000 cells at first touch, and 15 ms later."""


class LoadedBatch:
    """X and Y, and which samples are in them.

    Parameters
    ----------
    x
        ``(n_in, m)``, the transpose of rows: a batch of wide samples is gathered several times as fast when a sample's
        inputs lie together in memory.
    y
        ``(n_L, m)``.

    Attributes
    ----------
    samples
        The samples that are loaded; None before the first.
    """

    def __init__(self, x: Array, y: Array) -> None:
        self.samples: NDArray[np.intp] | None = None
        self._rows_of_x, self._y = x.T, y

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
        np.take(targets, samples, axis=1, out=self._y, mode="clip")
        self.samples = samples


class EngineWorkspace(Protocol):
    """What an engine runs an update on, whether numpy fills it or compiled loops do."""

    @property
    def arrays(self) -> Mapping[str, Array]:
        """Symbol → its array."""

    @property
    def batch(self) -> LoadedBatch:
        """Where samples are loaded."""

    def run_line(self, number: int) -> None:
        """Run line `number`, counted from 1."""

    def run(self) -> None:
        """Run every line."""


class Workspace:
    """Symbol → array for some lines of a program and one number of samples, with the calls that fill them.

    Parameters
    ----------
    program
        The update's program.
    m
        Number of samples.
    state
        Arrays of the program's `state` symbols, and of others that are not its own; it works on these arrays
        themselves.
    scalars
        Named number → 0-d array (``eta``, ``lambda`` …), shared; ``m`` and ``n`` are the workspace's own.
    lines
        The lines to run; all of the program's by default.
    dtype
        Type of the arrays that the workspace makes. Training is float64; pictures may do with float32.
    rows
        Rows that the arrays of `state` are parts of, if they are (see `joined_memory`).
    """

    def __init__(
        self,
        program: Program,
        m: int,
        state: Mapping[str, Array],
        scalars: Scalars,
        lines: Sequence[Line] | None = None,
        dtype: DTypeLike = np.float64,
        rows: Mapping[str, Array] | None = None,
    ) -> None:
        lines = program.lines if lines is None else lines
        used = {"X", "Y", *(line.writes for line in lines)} | {name for line in lines for name in line.reads}
        shapes = program.shapes(m)
        gradients = Joined.of(program, shapes, (GRADIENT,), dtype) if rows else None
        given = {**(gradients.arrays if gradients else {}), **state}
        self.arrays: dict[str, Array] = {
            name: given[name] if name in given else np.empty(shapes[name], dtype) for name in shapes if name in used
        }
        self.arrays["X"] = np.empty(shapes["X"][::-1], dtype).T
        self.batch = LoadedBatch(self.arrays["X"], self.arrays["Y"])
        for name, array in self.arrays.items():
            if array.size > _HUGE and name not in given:
                array.fill(0.0)
        own = {"m": float(m), "n": float(program.recipe.network.output.units)}
        self._lines = tuple(lines)
        self._binder = Binder(self.arrays, scalars, dtype, own)
        self._first: Workspace | None = None
        self._line_calls: list[list[Call]] = []
        self._last: list[Call] = []
        self._run_lines = self._lines
        if rows and gradients:
            sums = undivided(program)
            self._run_lines = tuple(sums.get(line, line) for line in lines if not line.assigns)
            if sums:
                self._last += division_calls(gradients.whole[GRADIENT], float(m))
            self._last += move_calls(program, {**rows, **gradients.rows}, scalars)
        self._run_calls = self._bound(self._run_lines)
        self._all = self._flat()

    def twin(self) -> Workspace:
        """Return a workspace for other samples, with its own X and Y, that shares all other arrays."""
        twin = copy(self)
        twin.arrays = {**self.arrays, **{name: np.empty_like(self.arrays[name]) for name in BATCH}}
        twin.batch = LoadedBatch(twin.arrays["X"], twin.arrays["Y"])
        twin._binder = self._binder.over(twin.arrays)
        twin._first, twin._line_calls = self._first or self, []
        twin._run_calls = twin._bound(self._run_lines, self._run_calls)
        twin._all = twin._flat()
        return twin

    @property
    def calls_per_update(self) -> int:
        """How many numpy calls running every line makes."""
        return len(self._all)

    def run_line(self, number: int) -> None:
        """Run line `number`, counted from 1."""
        for call in (self._line_calls or self._bind_lines())[number - 1]:
            call()

    def run(self) -> None:
        """Run every line."""
        for call in self._all:
            call()

    def _bind_lines(self) -> list[list[Call]]:
        if self._run_lines is self._lines:
            self._line_calls = self._run_calls
        else:
            like = () if self._first is None else self._first._line_calls or self._first._bind_lines()
            self._line_calls = self._bound(self._lines, like)
        return self._line_calls

    def _bound(self, lines: Sequence[Line], like: Sequence[list[Call]] = ()) -> list[list[Call]]:
        """Return each line's calls; `like` has those of a twin, which are the same but where X or Y is read."""
        bind = self._binder.bind
        return [
            like[i] if like and BATCH.isdisjoint(line.reads) else bind(line.expression, line.writes)
            for i, line in enumerate(lines)
        ]

    def _flat(self) -> list[Call]:
        return [*(call for calls in self._run_calls for call in calls), *self._last]
