"""Watches: a number of each update, followed over a run, also over what happened before anybody asked for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.binding import Array
from nnviz.model.errors import ModelError
from nnviz.model.evaluator import compiled
from nnviz.model.frozen import read_only
from nnviz.model.selection import Cell
from nnviz.model.session import Session
from nnviz.model.snapshot import Snapshot
from nnviz.model.symbols import parse

BLOCKS: Final = 2048
"""Most blocks kept: more than a plot has pixel columns."""


@dataclass(frozen=True)
class Watch:
    """An expression that gives one number: ``norm(dW1)``, ``W1[0, 1]``, ``A2[0, 2] > 0.5`` (1 or 0).

    `nnviz.model.evaluator.parse_expression` tells what is wrong with a text.
    """

    text: str

    @staticmethod
    def of_cell(cell: Cell) -> Watch:
        """Watch one cell."""
        return Watch(f"{cell.symbol}[{cell.row}, {cell.column}]")

    @staticmethod
    def norm_of(symbol: str) -> Watch:
        """Watch the size of a symbol, the root of its cells' squares."""
        return Watch(f"norm({symbol})")


def evaluate(watch: Watch, snapshot: Snapshot) -> float | None:
    """Give a watch's value at a moment; None when it is not computed there, or the program has no such symbol.

    Raises
    ------
    ModelError
        If the text is no expression at all, or gives several numbers.
    """
    return _value(watch, snapshot.program.symbols, snapshot)


@dataclass(frozen=True, eq=False)
class WatchCurve:
    """A watch over a run, all arrays read-only.

    Attributes
    ----------
    stride
        How many updates one block covers; block ``i`` those at ``i·stride … (i+1)·stride − 1``.
    least, greatest
        Extremes of a block's values; NaN where none has been taken that is a number.
    """

    stride: int
    least: Array
    greatest: Array


class WatchSeries:
    """Collects a watch's values in memory that does not grow with the run, in any order; no extreme is lost."""

    def __init__(self) -> None:
        self._stride = 1
        self._blocks = 0
        self._least = np.full(BLOCKS, np.nan)
        self._greatest = np.full(BLOCKS, np.nan)

    def add(self, update: int, value: float | None) -> None:
        """Take in the value at the end of an update (0 for the start); None and NaN only say that it was reached."""
        while update >= BLOCKS * self._stride:
            self._halve()
        block = update // self._stride
        self._blocks = max(self._blocks, block + 1)
        if value is not None:
            # fmin and fmax pass over NaN.
            self._least[block] = np.fmin(self._least[block], value)
            self._greatest[block] = np.fmax(self._greatest[block], value)

    def forget_after(self, update: int) -> None:
        """Drop what came after an update, where another branch begins; its block is dropped with what is in it."""
        kept = min((update + 1) // self._stride, self._blocks)
        self._least[kept:] = np.nan
        self._greatest[kept:] = np.nan
        self._blocks = kept

    def missing(self, until: int) -> list[int]:
        """Give one update for each block up to `until` that has no value yet: those to ask the past for."""
        stride = self._stride
        while until >= BLOCKS * stride:
            stride *= 2
        blocks = range(until // stride + 1)
        if stride != self._stride:
            return [block * stride for block in blocks]
        return [block * stride for block in blocks if np.isnan(self._least[block])]

    def freeze(self) -> WatchCurve:
        """Give the curve as it is now."""
        least, greatest = self._least[: self._blocks], self._greatest[: self._blocks]
        return WatchCurve(self._stride, read_only(least.copy()), read_only(greatest.copy()))

    def _halve(self) -> None:
        half = BLOCKS // 2
        for array, reduce in ((self._least, np.fmin), (self._greatest, np.fmax)):
            array[:half] = reduce(array[::2], array[1::2])
            array[half:] = np.nan
        self._stride *= 2
        self._blocks = -(-self._blocks // 2)


def sample_past(session: Session, watch: Watch, updates: Iterable[int]) -> list[float | None]:
    """Give a watch's values at the ends of past updates (0 for the start).

    The session goes to each of them and comes back to where it stands, which costs a replay from the nearest keyframe:
    ask for a few hundred at a time.

    Parameters
    ----------
    session
        Whose past.
    watch
        What to look at.
    updates
        Best in ascending order.
    """
    position, values = session.position, []
    try:
        for update in updates:
            session.seek(update)
            values.append(_value(watch, session.symbols, _Live(session)))
    finally:
        session.seek(position.update, position.line)
    return values


@dataclass(frozen=True)
class _Live:
    """A session as an expression sees it."""

    session: Session

    def value(self, symbol: str) -> Array | None:
        return self.session.value(symbol) if self.session.is_computed(symbol) else None


def _value(watch: Watch, symbols: tuple[str, ...], values: Snapshot | _Live) -> float | None:
    try:
        computation = compiled(watch.text, symbols)
    except ModelError:
        # A symbol that this program lacks may be one of another's, elsewhere in the same run.
        compiled(watch.text, _any_symbols(watch.text))
        return None
    return computation.number(values)


def _any_symbols(text: str) -> tuple[str, ...]:
    """Give the names in a text that could be symbols of some program."""

    def could_be(name: str) -> bool:
        try:
            parse(name)
        except KeyError:
            return False
        return True

    return tuple(name for name in re.findall(r"[A-Za-z]\w*", text) if could_be(name))
