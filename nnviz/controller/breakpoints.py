"""Which breakpoints there are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.model.program.program import Program

if TYPE_CHECKING:
    from nnviz.model.breakpoints import Breakpoint, Condition, Guard


class Breakpoints(QObject):
    """Holds breakpoints in the order in which they were set, each condition once.

    That a number is not finite is not one of them: runs stop there unless that is switched off.

    Signals
    -------
    breakpoints_changed(tuple[Breakpoint, ...])
        One was set, removed, or switched on or off.
    guard_changed(bool)
        Whether runs stop at the first number that is not finite.
    """

    breakpoints_changed = pyqtSignal(object)
    guard_changed = pyqtSignal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: dict[Condition, Breakpoint] = {}
        self._is_guarded = True

    @property
    def all(self) -> tuple[Breakpoint, ...]:
        """Every breakpoint."""
        return tuple(self._all.values())

    @property
    def enabled(self) -> tuple[Breakpoint, ...]:
        """Those that are switched on."""
        return tuple(point for point in self._all.values() if point.enabled)

    @property
    def is_guarded(self) -> bool:
        """Whether runs stop at the first number that is not finite."""
        return self._is_guarded

    @cached_property
    def nonfinite_guard(self) -> Guard:
        """What runs are made with, so that they stop at numbers that are not finite; made for the first run."""
        from nnviz.model.breakpoints import Guard

        guard = Guard()
        guard.enabled = self._is_guarded
        return guard

    @property
    def stored(self) -> tuple[Breakpoint, ...]:
        """What a file stores: every breakpoint, and whether the stop at numbers that are not finite is switched off."""
        from nnviz.model.breakpoints import Breakpoint, NotFinite

        return self.all if self.is_guarded else (Breakpoint(NotFinite(), enabled=False), *self.all)

    def set_all(self, stored: Iterable[Breakpoint]) -> None:
        """Replace the breakpoints by those that a file stores."""
        from nnviz.model.breakpoints import Breakpoint, NotFinite

        points = {point.condition: point for point in stored}
        guard = points.pop(NotFinite(), Breakpoint(NotFinite()))
        self._all = points
        self.guard(guard.enabled)
        self._announce_all()

    def add(self, condition: Condition) -> None:
        """Set a breakpoint; one that is there is switched on."""
        from nnviz.model.breakpoints import Breakpoint, NotFinite

        if isinstance(condition, NotFinite):
            self.guard(True)
            return
        self._all[condition] = Breakpoint(condition)
        self._announce_all()

    def remove(self, condition: Condition) -> None:
        """Remove a breakpoint, if there is one."""
        if self._all.pop(condition, None) is not None:
            self._announce_all()

    def toggle(self, condition: Condition) -> None:
        """Set a breakpoint, or remove it if there is one."""
        if condition in self._all:
            self.remove(condition)
        else:
            self.add(condition)

    def toggle_line(self, program: Program, line: int) -> None:
        """Toggle the breakpoint on line `line` (from 1); it stays with the symbol that the line writes."""
        from nnviz.model.breakpoints import LineReached

        self.toggle(LineReached(program[line].writes))

    def switch(self, condition: Condition) -> None:
        """Switch a breakpoint off, or on again; nothing happens if there is none."""
        from nnviz.model.breakpoints import Breakpoint, NotFinite

        if isinstance(condition, NotFinite):
            self.guard(not self.is_guarded)
        point = self._all.get(condition)
        if point is not None:
            self._all[condition] = Breakpoint(condition, not point.enabled)
            self._announce_all()

    def switch_line(self, program: Program, line: int) -> None:
        """Switch the breakpoint on line `line` (from 1) off, or on again."""
        from nnviz.model.breakpoints import LineReached

        self.switch(LineReached(program[line].writes))

    def guard(self, on: bool) -> None:
        """Set whether runs stop at the first number that is not finite."""
        if on != self._is_guarded:
            self._is_guarded = self.nonfinite_guard.enabled = on
            self.guard_changed.emit(on)

    def clear(self) -> None:
        """Remove all."""
        if self._all:
            self._all = {}
            self._announce_all()

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        self._announce_all()
        self.guard_changed.emit(self.is_guarded)

    def _announce_all(self) -> None:
        self.breakpoints_changed.emit(self.all)
