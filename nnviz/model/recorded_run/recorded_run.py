"""A recorded run: its moments, and moving among them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from nnviz.model.errors import ModelError
from nnviz.model.recorded_run.column_convention import in_columns
from nnviz.model.recorded_run.findings import Findings, LineNote, SourceLine
from nnviz.model.recorded_run.line_values import NamedArray, line_values
from nnviz.model.recorded_run.network_moments import NetworkMoments
from nnviz.model.recorded_run.step_order import StepOrder
from nnviz.model.session.selection import is_per_sample
from nnviz.model.session.snapshot import Snapshot

if TYPE_CHECKING:
    from nnviz.model.recording.recording import Recording


@dataclass(frozen=True, eq=False)
class Moment:
    """A moment of a recorded run.

    Attributes
    ----------
    run
        Of which run.
    cursor
        How many statements have run.
    at
        The line that has just run; None before the first.
    update, updates
        Which update the statement belongs to, from 1; 0 before the first. How many were recorded.
    snapshot
        Their network with their arrays; None where there is none.
    """

    run: RecordedRun
    cursor: int
    at: SourceLine | None
    update: int
    updates: int
    snapshot: Snapshot | None

    @property
    def is_newest(self) -> bool:
        """Whether the recording ends here."""
        return self.cursor == len(self.run)

    @cached_property
    def names(self) -> Mapping[str, NDArray[Any]]:
        """What every name holds that holds numbers, as they have it."""
        return self.run.names_at(self.cursor)

    @cached_property
    def line_values(self) -> tuple[NamedArray, ...]:
        """What the line has written, and from what."""
        return self.run.values_of(self.cursor)

    @property
    def note(self) -> LineNote | None:
        """What is said of the line."""
        return None if self.at is None else self.run.findings.lines.get(self.at)


class RecordedRun:
    """What a person's code did, as far as it was recorded.

    Parameters
    ----------
    recording, findings
        What ran, and what was found in it.
    title
        The name of their file.

    Attributes
    ----------
    network
        Makes snapshots of their network; None where there is none that can be drawn.
    problem
        Why the network that was found cannot be drawn; None where it can, and where none was found.
    """

    def __init__(self, recording: Recording, findings: Findings, title: str) -> None:
        self.recording, self.findings, self.title = recording, findings, title
        self.order = StepOrder(recording.steps)
        self._lines = [self._line_of(step) for step in self.order.ended.tolist()]
        rank = self.order.rank
        self._begins = [int(rank[first : last + 1].min()) for first, last in findings.updates]
        self.update_ends = [int(rank[last]) + 1 for _, last in findings.updates]
        self.pass_ends = [int(rank[last]) + 1 for last in findings.pass_ends]
        self.network: NetworkMoments | None = None
        self.problem: ModelError | None = None
        if findings.network is not None and findings.updates:
            try:
                self.network = NetworkMoments(recording, findings, self.order, title)
            except ModelError as error:
                self.problem = error

    def __len__(self) -> int:
        return len(self.order)

    def prepare(self) -> None:
        """Look up what the first moment needs: in the thread that has made it, so that the window need not wait."""
        self.names_at(self.first_shown)
        self.moment(self.first_shown)
        self.next_at(self.lines_run, 0)

    @property
    def lines_run(self) -> Collection[SourceLine]:
        """The lines of which at least one statement has run."""
        return self._cursors_of_lines.keys()

    def moment(self, cursor: int) -> Moment:
        """Return the moment at which `cursor` statements have run."""
        update = bisect_right(self._begins, cursor - 1)
        snapshot = None if self.network is None else self.network.snapshot(cursor)
        at = self._lines[cursor - 1] if cursor else None
        return Moment(self, cursor, at, update, len(self._begins), snapshot)

    @property
    def begins(self) -> tuple[int, ...]:
        """Where each update begins."""
        return tuple(self._begins)

    @property
    def begin(self) -> int:
        """Where the first update begins."""
        return self._begins[0] if self._begins else 0

    # Moving ------------------------------------------------------------------------------------------------------

    def next_update(self, cursor: int) -> int:
        """Return where the update ends that is being made, or the next."""
        return _next(self.update_ends, cursor, len(self))

    def previous_update(self, cursor: int) -> int:
        """Return where the update before ends."""
        return _previous(self.update_ends, cursor)

    def next_pass(self, cursor: int) -> int:
        """Return where the pass over the data ends."""
        return _next(self.pass_ends, cursor, len(self))

    def previous_pass(self, cursor: int) -> int:
        """Return where the pass before ends."""
        return _previous(self.pass_ends, cursor)

    def next_at(self, lines: Collection[SourceLine], cursor: int) -> int | None:
        """Return where one of some lines has run next; None where none does any more."""
        found = (_first_after(self._cursors_of_lines.get(line, []), cursor) for line in lines)
        return min((at for at in found if at is not None), default=None)

    def last_at(self, lines: Collection[SourceLine], cursor: int) -> int | None:
        """Return where one of some lines had run last before; None where none had."""
        found = (_last_before(self._cursors_of_lines.get(line, []), cursor) for line in lines)
        return max((at for at in found if at is not None), default=None)

    @cached_property
    def first_shown(self) -> int:
        """Where to begin to look: at the first wrong line, else where the first update ends, else at the end."""
        first = self.findings.first
        if first is not None:
            at = self.next_at([first.at], self.begin)
            if at is not None:
                return at
        if self.findings.raised is not None:
            return self.last_at([self.findings.raised.at], len(self) + 1) or len(self)
        return self.update_ends[0] if self.update_ends else len(self)

    @property
    def worst_sample(self) -> int | None:
        """The sample of which what the first wrong line wrote is most wrong; None where that is not known."""
        first, network = self.findings.first, self.findings.network
        right = None if first is None else self.findings.right.get(first.symbol)
        snapshot = self.moment(self.first_shown).snapshot
        if first is None or right is None or snapshot is None or network is None or not is_per_sample(first.symbol):
            return None
        yours = snapshot.value(first.symbol)
        meant = None if yours is None else in_columns(right, yours.shape, network.samples_are)
        if yours is None or meant is None:
            return None
        difference = np.abs(yours - meant).max(axis=0)
        return int(snapshot.batch[int(np.nanargmax(difference))]) if np.isfinite(difference).any() else None

    # Reading -----------------------------------------------------------------------------------------------------

    def names_at(self, cursor: int) -> Mapping[str, NDArray[Any]]:
        """Return what every name holds, as they have it."""
        if not cursor:
            return {}
        held = self.recording.names_at(int(self.order.ended[cursor - 1]))
        return {path: self.recording.values[value] for path, value in held.items()}

    def values_of(self, cursor: int) -> tuple[NamedArray, ...]:
        """Return what the line that has just run has written, and from what."""
        return line_values(self.recording, int(self.order.ended[cursor - 1])) if cursor else ()

    def line_at(self, cursor: int) -> SourceLine | None:
        """Return the line that has just run."""
        return self._lines[cursor - 1] if cursor else None

    def _line_of(self, step: int) -> SourceLine:
        place = self.recording.places[self.recording.steps[step].place]
        return SourceLine(place.file, place.line)

    @cached_property
    def _cursors_of_lines(self) -> dict[SourceLine, list[int]]:
        cursors: dict[SourceLine, list[int]] = {}
        for cursor, line in enumerate(self._lines, start=1):
            cursors.setdefault(line, []).append(cursor)
        return cursors


def _next(ends: list[int], cursor: int, last: int) -> int:
    return _first_after(ends, cursor) or last


def _previous(ends: list[int], cursor: int) -> int:
    return _last_before(ends, cursor) or 0


def _first_after(cursors: list[int], cursor: int) -> int | None:
    at = bisect_right(cursors, cursor)
    return cursors[at] if at < len(cursors) else None


def _last_before(cursors: list[int], cursor: int) -> int | None:
    at = bisect_left(cursors, cursor)
    return cursors[at - 1] if at else None
