"""The random numbers of a search: a pure function of seed and update, in whatever order updates are asked for.

They are drawn for a block of updates at a time, which costs an update next to nothing. Numpy's Generator has its own
stream for each block. The legacy generator has a single sequence, as in older code: every update takes equally many
numbers from it, and its state at some of the blocks is stored, so that going back does not begin from the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.network.initialisers import Rng
from nnviz.model.program.evolution_strategies import Distribution
from nnviz.model.program.shapes import Shape
from nnviz.model.random.seeds import Stream, stream

_BLOCK: Final = 1 << 14
"""Approximate count of numbers that are drawn at a time."""

_STATES: Final = 128
"""Most states of the legacy generator that are stored, of 2.5 kB each."""


class Draws:
    """Arrays of random numbers for each update.

    Parameters
    ----------
    shapes
        Symbol → shape of its numbers, in the order in which they are drawn.
    distribution
        What is drawn.
    seed
        Of numpy's Generator.
    legacy
        The legacy generator to continue with instead; it is not changed.

    Attributes
    ----------
    arrays
        Symbol → its numbers for the update last asked for; the same arrays each time.
    """

    def __init__(
        self,
        shapes: Mapping[str, Shape],
        distribution: Distribution,
        seed: int,
        legacy: np.random.RandomState | None = None,
    ) -> None:
        sizes = {name: rows * columns for name, (rows, columns) in shapes.items()}
        self._count = sum(sizes.values())
        self._rows = max(1, _BLOCK // max(1, self._count))
        self._distribution, self._seed = distribution, seed
        self._states = None if legacy is None else _States(legacy)
        self._number, self._block = -1, np.empty((0, 0))
        self._flat = np.zeros(self._count)
        self.arrays: dict[str, Array] = {}
        begin = 0
        for name, size in sizes.items():
            self.arrays[name] = self._flat[begin : begin + size].reshape(shapes[name])
            begin += size

    def take(self, update: int) -> None:
        """Fill the arrays with the numbers of an update, from 0."""
        number, row = divmod(update, self._rows)
        if number != self._number:
            self._block, self._number = self._drawn(number), number
        self._flat[...] = self._block[row]

    def _drawn(self, number: int) -> Array:
        if self._states is None:
            return self._draw(stream(self._seed, Stream.SEARCH, number))
        at, rng = self._states.before(number)
        while at < number:
            self._draw(rng)
            at += 1
            self._states.keep(at, rng)
        return self._draw(rng)

    def _draw(self, rng: Rng) -> Array:
        shape = self._rows, self._count
        if self._distribution == "uniform":
            return np.asarray(2.0 * rng.random(shape) - 1.0)
        return np.asarray(rng.standard_normal(shape))


class _States:
    """States of a legacy generator before some of the blocks: all at first, later every second, fourth, and so on."""

    def __init__(self, rng: np.random.RandomState) -> None:
        self._every = 1
        self._states: dict[int, Any] = {0: rng.get_state()}

    def before(self, number: int) -> tuple[int, np.random.RandomState]:
        """Return the last block up to `number` whose state is stored, and a generator in that state."""
        at = max(known for known in self._states if known <= number)
        rng = np.random.RandomState()
        rng.set_state(self._states[at])
        return at, rng

    def keep(self, number: int, rng: np.random.RandomState) -> None:
        """Store the state before a block, if it is one of those that are stored."""
        if number % self._every == 0 and number not in self._states:
            self._states[number] = rng.get_state()
        if len(self._states) > _STATES:
            self._every *= 2
            self._states = {at: state for at, state in self._states.items() if at % self._every == 0}
