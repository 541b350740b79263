"""The rows of the source pane from the top: headings of stages and layers, lines, right lines under wrong ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from PyQt6.QtCore import QCoreApplication

from nnviz.model.program.line import Line
from nnviz.model.program.program import Program
from nnviz.model.program.symbols import parse
from nnviz.views.lines.texts import stage_name
from nnviz.views.program.corrections import Ghost, RowOrder

_DEEP: Final = 4
"""Layers from which on each has a heading of its own within a stage."""

Key = tuple[str, int]
"""Which heading: the stage, and the layer; 0 for the stage itself."""


@dataclass(frozen=True)
class Heading:
    """The heading of a stage, or of a layer in a stage.

    Attributes
    ----------
    key
        Which one it is.
    word
        As it is shown.
    lines
        How many lines it has.
    is_folded
        Whether they are folded away, but for the one that has just run.
    """

    key: Key
    word: str
    lines: int
    is_folded: bool

    @property
    def is_of_layer(self) -> bool:
        """Whether it is of a layer, within a stage."""
        return self.key[1] > 0


Entry = Heading | Ghost | int
"""What a row is: a heading, a line that does not run, or the number of a line (from 1)."""


@dataclass(frozen=True)
class RowHeights:
    """The heights of rows in pixels; `second` is what a line's shapes take under it."""

    heading: int
    line: int
    second: int


class RowLayout:
    """Which rows there are, and where.

    Parameters
    ----------
    entries
        From the top.
    heights
        Of each, in pixels.
    keys
        For each line of the program, the headings that it belongs to, the nearest first.

    Attributes
    ----------
    entries
        From the top.
    tops
        Where each begins, and where the last one ends.
    """

    def __init__(
        self,
        entries: tuple[Entry, ...] = (),
        heights: tuple[int, ...] = (),
        keys: tuple[tuple[Key, ...], ...] = (),
    ) -> None:
        self.entries, self._keys = entries, keys
        self.tops = tuple(accumulate(heights, initial=0))
        self._row_of = {entry: row for row, entry in enumerate(entries) if isinstance(entry, int)}

    def row_at(self, y: int) -> int:
        """Return the row at a height from the top of the first; one below the last where there is none."""
        return bisect_right(self.tops, y) - 1

    def row_of(self, line: int) -> int:
        """Return the row of a line; that of the nearest row above where the line is folded away."""
        while line > 0 and line not in self._row_of:
            line -= 1
        return self._row_of.get(line, 0)

    def shows(self, line: int) -> bool:
        """Return whether a line has a row."""
        return line in self._row_of

    def line_of(self, row: int) -> int:
        """Return the line that a row is about; 0 where there is none."""
        entry = self.entries[row] if 0 <= row < len(self.entries) else 0
        if isinstance(entry, Ghost):
            return entry.line
        return entry if isinstance(entry, int) else 0

    def heading(self, row: int) -> Heading | None:
        """Return the heading in a row, if there is one."""
        entry = self.entries[row] if 0 <= row < len(self.entries) else 0
        return entry if isinstance(entry, Heading) else None

    def ghost(self, row: int) -> Ghost | None:
        """Return the line that does not run in a row, if there is one."""
        entry = self.entries[row] if 0 <= row < len(self.entries) else 0
        return entry if isinstance(entry, Ghost) else None

    def keys_of(self, line: int) -> tuple[Key, ...]:
        """Return the headings that a line (from 1) belongs to, the nearest first."""
        return self._keys[line - 1] if 0 < line <= len(self._keys) else ()


def lay_out_rows(
    program: Program,
    order: RowOrder,
    *,
    folded: Collection[Key],
    lit: int,
    all_shapes: bool,
    heights: RowHeights,
) -> RowLayout:
    """Return the rows of a program.

    Parameters
    ----------
    program
        Its lines have stages and layers.
    order
        Lines, and right ones below wrong ones.
    folded
        Headings whose lines are folded away.
    lit
        The line that has just run, which is never folded away; 0 for none.
    all_shapes
        Whether every line has its shapes under it, and not only the lit one.
    heights
        Of the rows.
    """
    keys = [_keys_of(line) for line in program]
    is_deep = max((layer for _, (_, layer) in keys), default=0) >= _DEEP
    count: dict[Key, int] = {}
    for stage, layer in keys:
        for key in {stage, layer} if is_deep else {stage}:
            count[key] = count.get(key, 0) + 1
    entries: list[Entry] = []
    sizes: list[int] = []
    above: tuple[Key, Key] | None = None
    is_shown = True
    for entry in order.rows:
        if not isinstance(entry, Ghost):
            stage, layer = keys[entry - 1]
            of_stage, of_layer = stage in folded, is_deep and layer in folded
            if above is None or above[0] != stage:
                entries.append(Heading(stage, _word(stage, program[entry]), count[stage], of_stage))
                sizes.append(heights.heading)
            if is_deep and layer[1] and (above is None or above[1] != layer) and not of_stage:
                entries.append(Heading(layer, _word(layer, program[entry]), count[layer], of_layer))
                sizes.append(heights.heading)
            above = stage, layer
            is_shown = entry == lit or not (of_stage or of_layer)
        if is_shown:
            has_second = entry == lit or (all_shapes and not isinstance(entry, Ghost))
            entries.append(entry)
            sizes.append(heights.line + (heights.second if has_second else 0))
    of_lines = tuple((layer, stage) if is_deep and layer[1] else (stage,) for stage, layer in keys)
    return RowLayout(tuple(entries), tuple(sizes), of_lines)


def _keys_of(line: Line) -> tuple[Key, Key]:
    return (line.stage, 0), (line.stage, parse(line.writes).layer)


def _word(key: Key, line: Line) -> str:
    if key[1]:
        return QCoreApplication.translate("ProgramRows", "layer %1").replace("%1", str(key[1]))
    return stage_name(line.stage)
