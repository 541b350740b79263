"""A place in the tree of words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from nnviz.model.prediction.sample_values import SampleValues
from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention


@dataclass(frozen=True, eq=False)
class OutlineMoment:
    """What the words are about."""

    snapshot: Snapshot
    selection: Selection
    convention: Convention
    _values: dict[int, SampleValues] = field(default_factory=dict, repr=False)

    def values_of(self, sample: int) -> SampleValues:
        """Return the numbers of a sample, which are computed once where it is outside the batch."""
        if sample not in self._values:
            self._values[sample] = SampleValues(self.snapshot, sample)
        return self._values[sample]


class LineTarget(NamedTuple):
    """A line of the program, from 1."""

    line: int


class UnitTarget(NamedTuple):
    """A unit: layer (0 is the input) and unit from 0."""

    layer: int
    unit: int


class SampleTarget(NamedTuple):
    """A sample, from 0."""

    sample: int


Target = LineTarget | UnitTarget | SampleTarget | Cell
Write = Callable[[OutlineMoment], str]


@dataclass(eq=False)
class OutlineRow:
    """A row of the tree.

    Attributes
    ----------
    write
        Returns its words at a moment; it is called only for rows that are looked at.
    grow
        Returns what lies below it; None where nothing ever does.
    target
        What is selected when it is chosen.
    parent, row
        Where it is; None and its number at the top.
    """

    write: Write
    grow: Callable[[OutlineMoment], list[OutlineRow]] | None = None
    target: Target | None = None
    parent: OutlineRow | None = None
    row: int = 0
    _below: list[OutlineRow] | None = field(default=None, repr=False)

    def below(self, moment: OutlineMoment) -> list[OutlineRow]:
        """Return the rows below it, which are made when they are first looked at."""
        if self._below is None:
            self._below = [] if self.grow is None else self.grow(moment)
            for row, node in enumerate(self._below):
                node.parent, node.row = self, row
        return self._below

    @property
    def shown(self) -> list[OutlineRow]:
        """The rows below it that have been looked at."""
        return self._below or []

    def replace(self, below: list[OutlineRow]) -> None:
        """Replace the rows below it."""
        for row, node in enumerate(below):
            node.parent, node.row = self, row
        self._below = below
