"""The recorded updates cut into runs of the forward lines, and what each of them wrote."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from nnviz.model.recorded_run.findings import Findings
from nnviz.model.recorded_run.step_order import StepOrder

if TYPE_CHECKING:
    from nnviz.model.recording.recording import Recording


@dataclass(frozen=True, eq=False)
class Segment:
    """A part of an update: from one run of the forward lines to the next, or to the update's end.

    Attributes
    ----------
    update
        Which update, from 1.
    number
        Which run of the forward lines, from 0, over all updates.
    is_last
        Whether the update ends with it.
    begins
        After how many statements it begins.
    ran, symbols, values
        What it wrote, in order: when (a place in the order of ended statements), what, and which value.
    """

    update: int
    number: int
    is_last: bool
    begins: int
    ran: tuple[int, ...]
    symbols: tuple[str, ...]
    values: tuple[int, ...]

    @cached_property
    def written(self) -> Mapping[str, int]:
        """Symbol → value; of several the last."""
        return dict(zip(self.symbols, self.values, strict=True))

    def symbols_until(self, cursor: int) -> frozenset[str]:
        """Return what had been written when so many statements had run."""
        return frozenset(self.symbols[: bisect_right(self.ran, cursor - 1)])

    def cursor_of(self, symbol: str) -> int:
        """Return how many statements have run when a symbol has its last value.

        Raises
        ------
        ValueError
            If it writes no such symbol.
        """
        return max(ran for ran, name in zip(self.ran, self.symbols, strict=True) if name == symbol) + 1


def segments_of(recording: Recording, findings: Findings, order: StepOrder) -> tuple[Segment, ...]:
    """Return the segments of all recorded updates, in order."""
    events, rank = recording.events, order.rank
    written: list[tuple[int, int, str]] = []
    earliest = len(rank)
    for event, symbol in sorted(findings.symbols.items(), reverse=True):
        if events[event].value is not None and events[event].step >= 0:
            # What is computed before a call in the same statement is there when a statement of that call has ended.
            earliest = min(earliest, int(rank[events[event].step]))
            written.append((earliest, event, symbol))
    written.sort()
    ranks = [ran for ran, _, _ in written]
    segments: list[Segment] = []
    for update, (first, last) in enumerate(findings.updates, start=1):
        # The statement that calls a function that makes the update ends behind it.
        begin, end = int(rank[first : last + 1].min()), int(rank[last]) + 1
        starts = [int(rank[events[each.event].step]) for each in findings.forward if each.update == update]
        cuts = [begin, *sorted(starts)[1:], end]
        numbers = [number for number, each in enumerate(findings.forward) if each.update == update]
        if not numbers:
            break  # it was recorded, and its samples were not found
        for part, (since, until) in enumerate(pairwise(cuts)):
            within = written[bisect_left(ranks, since) : bisect_left(ranks, until)]
            segments.append(
                Segment(
                    update,
                    numbers[min(part, len(numbers) - 1)],
                    part == len(cuts) - 2,
                    since,
                    tuple(ran for ran, _, _ in within),
                    tuple(symbol for _, _, symbol in within),
                    tuple(int(events[event].value or 0) for _, event, _ in within),
                )
            )
    return tuple(segments)
