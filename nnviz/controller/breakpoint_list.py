"""Which breakpoints there are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.model.program.program import Program

if TYPE_CHECKING:
    from nnviz.model.breakpoints import Breakpoint, Condition, Guard


class BreakpointList(QObject):
    """Holds breakpoints in the order in which they were set; a condition is there once.

    That a number is not finite is not one of them: runs stop there unless that is switched off.

    Signals
    -------
    breakpoints_changed(tuple[Breakpoint, ...])
        One was set, taken away, or switched on or off.
    guard_changed(bool)
        Whether runs stop at the first number that is not finite.
    """

    breakpoints_changed = pyqtSignal(object)
    guard_changed = pyqtSignal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: dict[Condition, Breakpoint] = {}
        self._is_guarded = True

    @cached_property
    def _guard(self) -> Guard:
        """What runs are made with; no window needs it before its first one."""
        from nnviz.model.breakpoints import Guard

        guard = Guard()
        guard.enabled = self._is_guarded
        return guard

    @property
    def all(self) -> tuple[Breakpoint, ...]:
        """Every breakpoint."""
        return tuple(self._all.values())

    @property
    def _enabled(self) -> tuple[Breakpoint, ...]:
        return tuple(point for point in self._all.values() if point.enabled)

    @property
    def is_guarded(self) -> bool:
        """Whether runs stop at the first number that is not finite."""
        return self._is_guarded

    @property
    def kept(self) -> tuple[Breakpoint, ...]:
        """All that differs from having none, for a file: every breakpoint, and that runs do not stop by themselves."""
        from nnviz.model.breakpoints import Breakpoint, NotFinite

        return self.all if self.is_guarded else (Breakpoint(NotFinite(), enabled=False), *self.all)

    def set_all(self, kept: Iterable[Breakpoint]) -> None:
        """Have the breakpoints that a file gives, instead of those that there are."""
        from nnviz.model.breakpoints import Breakpoint, NotFinite

        points = {point.condition: point for point in kept}
        guard = points.pop(NotFinite(), Breakpoint(NotFinite()))
        self._all = points
        self.guard(guard.enabled)
        self._tell_all()

    def add(self, condition: Condition) -> None:
        """Set a breakpoint; where there is one it is switched on."""
        from nnviz.model.breakpoints import Breakpoint, NotFinite

        if isinstance(condition, NotFinite):
            self.guard(True)
            return
        self._all[condition] = Breakpoint(condition)
        self._tell_all()

    def remove(self, condition: Condition) -> None:
        """Take a breakpoint away, where there is one."""
        if self._all.pop(condition, None) is not None:
            self._tell_all()

    def toggle(self, condition: Condition) -> None:
        """Set a breakpoint, or take it away where there is one."""
        if condition in self._all:
            self.remove(condition)
        else:
            self.add(condition)

    def toggle_line(self, program: Program, line: int) -> None:
        """Toggle the breakpoint on line `line` (from 1); it stays with what the line writes in other programs too."""
        from nnviz.model.breakpoints import LineReached

        self.toggle(LineReached(program[line].writes))

    def switch(self, condition: Condition) -> None:
        """Switch a breakpoint off, or on again; nothing happens where there is none."""
        from nnviz.model.breakpoints import Breakpoint, NotFinite

        if isinstance(condition, NotFinite):
            self.guard(not self.is_guarded)
        point = self._all.get(condition)
        if point is not None:
            self._all[condition] = Breakpoint(condition, not point.enabled)
            self._tell_all()

    def switch_line(self, program: Program, line: int) -> None:
        """Switch the breakpoint on line `line` (from 1) off, or on again."""
        from nnviz.model.breakpoints import LineReached

        self.switch(LineReached(program[line].writes))

    def guard(self, on: bool) -> None:
        """Set whether runs stop at the first number that is not finite."""
        if on != self._is_guarded:
            self._is_guarded = self._guard.enabled = on
            self.guard_changed.emit(on)

    def clear(self) -> None:
        """Take all away."""
        if self._all:
            self._all = {}
            self._tell_all()

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        self._tell_all()
        self.guard_changed.emit(self.is_guarded)

    def _tell_all(self) -> None:
        self.breakpoints_changed.emit(self.all)
