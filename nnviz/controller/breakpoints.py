"""The breakpoints of the window: which there are, and running a session until one of them stops it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.model.breakpoints import Breakpoint, Condition, LineReached, Outcome, Past, Stop, run_until, search_back
from nnviz.model.position import Position
from nnviz.model.program import Program
from nnviz.model.session import Session


class Breakpoints(QObject):
    """Holds breakpoints in the order in which they were set; a condition is there once.

    Signals
    -------
    breakpoints_changed(tuple[Breakpoint, ...])
        One was set, taken away, or switched on or off.
    stopped_at(tuple[Stop, ...])
        A run has been stopped, by all of these at the same line; the snapshot of it has been announced.
    """

    breakpoints_changed = pyqtSignal(object)
    stopped_at = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: dict[Condition, Breakpoint] = {}
        self._past: tuple[_Place, Past] | None = None
        self._stops: tuple[Stop, ...] = ()
        self._search: _Search | None = None

    @property
    def all(self) -> tuple[Breakpoint, ...]:
        """Every breakpoint."""
        return tuple(self._all.values())

    @property
    def is_any_enabled(self) -> bool:
        """Whether a run has to look for breakpoints at all."""
        return any(point.enabled for point in self._all.values())

    # Which there are ---------------------------------------------------------------------------------------------

    def add(self, condition: Condition) -> None:
        """Set a breakpoint; where there is one it is switched on."""
        self._all[condition] = Breakpoint(condition)
        self.announce()

    def remove(self, condition: Condition) -> None:
        """Take a breakpoint away, where there is one."""
        if self._all.pop(condition, None) is not None:
            self.announce()

    def toggle(self, condition: Condition) -> None:
        """Set a breakpoint, or take it away where there is one."""
        if condition in self._all:
            self.remove(condition)
        else:
            self.add(condition)

    def toggle_line(self, program: Program, line: int) -> None:
        """Toggle the breakpoint on line `line` (from 1); it stays with what the line writes in other programs too."""
        self.toggle(LineReached(program[line].writes))

    def switch(self, condition: Condition) -> None:
        """Switch a breakpoint off, or on again; nothing happens where there is none."""
        point = self._all.get(condition)
        if point is not None:
            self._all[condition] = Breakpoint(condition, not point.enabled)
            self.announce()

    def switch_line(self, program: Program, line: int) -> None:
        """Switch the breakpoint on line `line` (from 1) off, or on again."""
        self.switch(LineReached(program[line].writes))

    def clear(self) -> None:
        """Take all away."""
        if self._all:
            self._all = {}
            self.announce()

    def announce(self) -> None:
        """Send them again, for views that have just been connected."""
        self.breakpoints_changed.emit(self.all)

    # Running -----------------------------------------------------------------------------------------------------

    def run(self, session: Session, updates: int) -> bool:
        """Run some updates, or to where a breakpoint stops it.

        Returns
        -------
        bool
            Whether to go on; if not, `tell_stop` tells why.
        """
        if not self.is_any_enabled:
            session.step_update(updates)
            return True
        points = self.all
        # What is known of the past is known for these breakpoints, where the run before has left the session.
        past = self._past[1] if self._past is not None and self._past[0] == _place(session, points) else None
        self._keep(session, points, run_until(session, points, updates, past))
        return not self._stops

    @property
    def is_searching(self) -> bool:
        """Whether a search of the past is on; the session stands anywhere until it ends or is broken off."""
        return self._search is not None

    def begin_search(self, session: Session) -> None:
        """Begin to search the past for where a breakpoint last held."""
        self._search = _Search(session, self.all, search_back(session, self.all))

    def search_on(self) -> bool:
        """Search the next stretch; tell whether to go on. In the end the session stands at what was found."""
        search = self._search
        if search is None:
            return False
        try:
            next(search.stretches)
        except StopIteration as end:
            self._search = None
            self._keep(search.session, search.points, end.value)
            return False
        return True

    def break_off(self) -> None:
        """End a search where it began."""
        search, self._search = self._search, None
        if search is not None:
            search.stretches.close()

    @property
    def has_stopped(self) -> bool:
        """Whether a breakpoint has stopped a run and that has not been told yet."""
        return bool(self._stops)

    def tell_stop(self) -> None:
        """Tell what stopped the run, once."""
        stops, self._stops = self._stops, ()
        self.stopped_at.emit(stops)

    def _keep(self, session: Session, points: tuple[Breakpoint, ...], outcome: Outcome) -> None:
        self._past, self._stops = (_place(session, points), outcome.past), outcome.stops


_Place = tuple[Session, str, Position, tuple[Breakpoint, ...]]


def _place(session: Session, points: tuple[Breakpoint, ...]) -> _Place:
    return session, session.branch, session.position, points


@dataclass(frozen=True)
class _Search:
    """A search of a session's past for some breakpoints."""

    session: Session
    points: tuple[Breakpoint, ...]
    stretches: Generator[int, None, Outcome]
