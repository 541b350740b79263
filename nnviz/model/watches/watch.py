"""A watch: one number at the end of each update of a run, and what is stored of it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.errors import ModelError
from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot

if TYPE_CHECKING:
    from nnviz.model.evaluator.evaluator import Computation
    from nnviz.model.evaluator.reader import Values

BLOCKS: Final = 2048
"""Most blocks that are stored: more than a plot has pixel columns."""

_NUMBER, _NOT_COMPUTED, _NOT_FINITE = 1, 2, 4
"""What has been found in a block, added up."""


@dataclass(frozen=True)
class Watch:
    """An expression with one number as its value: ``norm(dW1)``, ``W1[0, 1]``, ``A2[0, 2] > 0.5`` (1 or 0).

    `nnviz.model.evaluator.evaluator.parse_expression` reports what is wrong with a text.
    """

    text: str

    @staticmethod
    def read(text: str) -> Watch:
        """Read a watch from a file, whatever program it was written for.

        Raises
        ------
        ModelError
            If the text is no expression over symbols that some program has.
        """
        from nnviz.model.evaluator.evaluator import compiled

        compiled(text, _any_symbols(text))
        return Watch(text)

    @staticmethod
    def of_cell(cell: Cell) -> Watch:
        """Watch one cell."""
        return Watch(f"{cell.symbol}[{cell.row}, {cell.column}]")

    @staticmethod
    def norm_of(symbol: str) -> Watch:
        """Watch the size of a symbol, the root of its cells' squares."""
        return Watch(f"norm({symbol})")


def evaluate(watch: Watch, snapshot: Snapshot) -> float | None:
    """Return a watch's value at a moment; None when it is not computed there, or the program has no such symbol.

    Raises
    ------
    ModelError
        If the text is no expression at all, or its value is several numbers.
    """
    return value_of(watch, snapshot.program.symbols, snapshot)


def value_of(watch: Watch, symbols: tuple[str, ...], values: Values) -> float | None:
    """Return a watch's value among values of a program with these symbols, otherwise as `evaluate`."""
    computation = _computation(watch.text, symbols)
    return None if computation is None else computation.number(values)


@lru_cache(maxsize=256)
def _computation(text: str, symbols: tuple[str, ...]) -> Computation | None:
    """Read an expression; None where it has a symbol that only other programs have."""
    from nnviz.model.evaluator.evaluator import compiled

    try:
        return compiled(text, symbols)
    except ModelError:
        compiled(text, _any_symbols(text))
        return None


@dataclass(frozen=True, eq=False)
class WatchCurve:
    """A watch over a run, all arrays read-only.

    Attributes
    ----------
    stride
        How many updates one block covers; block ``i`` those at ``i·stride … (i+1)·stride − 1``.
    least, greatest
        Extremes of a block's values; NaN where none of those taken in is finite.
    computed, finite
        Whether all values of a block are computed, and whether all of them are finite; true where none is in.
    complete
        Up to how many ends of updates, the start among them, every one is in; after them there are samples only.
    reach
        How many ends of updates there are up to the last that is in; `complete` where no samples follow.
    """

    stride: int
    least: Array
    greatest: Array
    computed: NDArray[np.bool_]
    finite: NDArray[np.bool_]
    complete: int
    reach: int

    @property
    def has_numbers(self) -> bool:
        """Whether any value is finite."""
        return not bool(np.isnan(self.least).all())

    def _repr_html_(self) -> str:
        from nnviz.model.text.curve_svg import curve_svg

        return curve_svg(np.arange(float(len(self.least))) * self.stride, self.least, self.greatest, "watch by update")

    @property
    def every(self) -> int:
        """About how many updates lie from one sample to the next where the curve is not complete; 1 if it is."""
        begins = self.complete // self.stride
        taken = ~np.isnan(self.least[begins:]) | ~self.computed[begins:] | ~self.finite[begins:]
        return max(1, round((self.reach - self.complete) / max(1, int(np.count_nonzero(taken)))))


class WatchSeries:
    """Collects a watch's values, in any order, in memory that does not grow with the run; no extreme is lost."""

    def __init__(self) -> None:
        self._stride = 1
        self._blocks = self._complete = self._reach = 0
        self._least = np.full(BLOCKS, np.nan)
        self._greatest = np.full(BLOCKS, np.nan)
        self._found = np.zeros(BLOCKS, np.uint8)

    @property
    def complete(self) -> int:
        """Up to how many ends of updates, the start among them, every one has been taken in."""
        return self._complete

    def add(self, update: int, value: float | None) -> None:
        """Add the value at the end of an update (0 for the start); None where it is not computed."""
        while update >= BLOCKS * self._stride:
            self._halve()
        block = update // self._stride
        self._blocks = max(self._blocks, block + 1)
        if value is None:
            self._found[block] |= _NOT_COMPUTED
        elif math.isfinite(value):
            self._found[block] |= _NUMBER
            # fmin and fmax pass over NaN.
            self._least[block] = np.fmin(self._least[block], value)
            self._greatest[block] = np.fmax(self._greatest[block], value)
        else:
            self._found[block] |= _NOT_FINITE
        self._reach = max(self._reach, update + 1)
        if update == self._complete:
            self._complete += 1

    def has(self, update: int) -> bool:
        """Return whether there is something in the block of an update."""
        block = update // self._stride
        return block < self._blocks and bool(self._found[block])

    def keep(self, ends: int) -> None:
        """Drop all but the ends of the first so many updates; a block with others among them is dropped as a whole."""
        kept = min(ends // self._stride, self._blocks)
        if ends <= BLOCKS * self._stride // 2:
            kept, self._stride = (kept if self._stride == 1 else 0), 1  # so few fit into shorter blocks
        self._least[kept:] = np.nan
        self._greatest[kept:] = np.nan
        self._found[kept:] = 0
        self._blocks = kept
        self._complete = min(self._complete, kept * self._stride)
        self._reach = min(self._reach, kept * self._stride)

    def freeze(self) -> WatchCurve:
        """Return the curve as it is now, immutable."""
        taken, found = slice(self._blocks), self._found[: self._blocks]
        return WatchCurve(
            stride=self._stride,
            least=read_only(self._least[taken].copy()),
            greatest=read_only(self._greatest[taken].copy()),
            computed=read_only(np.equal(found & _NOT_COMPUTED, 0)),
            finite=read_only(np.equal(found & _NOT_FINITE, 0)),
            complete=self._complete,
            reach=self._reach,
        )

    def _halve(self) -> None:
        half = BLOCKS // 2
        for array, reduce in ((self._least, np.fmin), (self._greatest, np.fmax)):
            array[:half] = reduce(array[::2], array[1::2])
            array[half:] = np.nan
        self._found[:half] = self._found[::2] | self._found[1::2]
        self._found[half:] = 0
        self._stride *= 2
        self._blocks = -(-self._blocks // 2)


def _any_symbols(text: str) -> tuple[str, ...]:
    """Return the names in a text that could be symbols of some program."""

    def could_be(name: str) -> bool:
        try:
            parse(name)
        except KeyError:
            return False
        return True

    return tuple(name for name in re.findall(r"[A-Za-z]\w*", text) if could_be(name))
