"""Watches: which there are, and their curves over the branch that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PyQt6.QtCore import QObject, Qt, QTimer, pyqtSignal

from nnviz.controller.frame_budget import FRAME, SLICE
from nnviz.model.errors import ModelError
from nnviz.model.session.available_commands import RunState
from nnviz.model.session.session import Session
from nnviz.model.watches.following import Watching

if TYPE_CHECKING:
    from nnviz.model.watches.watch import Watch

RUNNING_SLICE: Final = 0.001
"""Seconds of a frame of a run in which the past is replayed: 6 % of it. What is left over is made up in a pause."""
_REST: Final = 0.002
"""Seconds from one slice to the next in a pause, for everything else."""
_INTERVAL: Final = 0.05
"""Seconds between announcements during a run or a replay: long curves need not move in each frame."""


class Watches(QObject):
    """Holds watches in order, each once, and evaluates them.

    The owner of the session calls `follow` whenever it has moved or changed, after each command and each frame of a
    run, and `note_run_state` for each RunState. Nothing else is needed: changes of branch, Undo, edits and other
    scenarios are seen from the session. Without watches that costs nothing; with them one evaluation of each, and
    while a run is on `RUNNING_SLICE` of each frame. The past is replayed apart from the session, in slices of a timer,
    so that the session stays where it is.

    Signals
    -------
    watches_changed(tuple[Watch, ...])
        One was added, removed or moved.
    curves_changed(Mapping[Watch, WatchCurve])
        The curves have grown, or are other ones.
    """

    watches_changed = pyqtSignal(object)
    curves_changed = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Watch, ...] = ()
        self._watching = Watching()
        self._session: Session | None = None
        self._running = False
        self._announced_at = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._set_pace()
        self._timer.timeout.connect(self._work)

    @property
    def all(self) -> tuple[Watch, ...]:
        """Every watch."""
        return self._all

    @property
    def is_working(self) -> bool:
        """Whether some of the past is still to be replayed."""
        return self._timer.isActive()

    # Which there are ---------------------------------------------------------------------------------------------

    def add(self, watch: Watch) -> None:
        """Add a watch at the end; nothing happens if it is there."""
        if watch not in self._all:
            self._set((*self._all, watch))

    def remove(self, watch: Watch) -> None:
        """Remove a watch, if there is one."""
        if watch in self._all:
            self._set(tuple(other for other in self._all if other != watch))

    def move(self, watch: Watch, index: int) -> None:
        """Move a watch to a place in the order, from 0; nothing happens if it is not there."""
        if watch in self._all:
            others = [other for other in self._all if other != watch]
            others.insert(index, watch)
            self._set(tuple(others))

    def clear(self) -> None:
        """Remove all."""
        if self._all:
            self._set(())

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        self.watches_changed.emit(self._all)
        self._announce_curves()

    def to_plain(self) -> list[str]:
        """Return the watches as a file stores them."""
        return [watch.text for watch in self._all]

    def from_plain(self, plain: Sequence[str]) -> None:
        """Replace the watches by those of a file.

        Raises
        ------
        ModelError
            If one of them is not an expression; then nothing has changed.
        """
        from nnviz.model.watches.watch import Watch

        for text in plain:
            if not isinstance(text, str):
                raise ModelError("a watch", "", repr(text), "the text of an expression")
        self._set(tuple(dict.fromkeys(Watch.read(text) for text in plain)))

    # Evaluating -------------------------------------------------------------------------------------------------

    def follow(self, session: Session) -> None:
        """Evaluate the watches where a session is now, and go on with its past; it is only read."""
        self._session = session
        if self._all:
            self._watching.follow(session)
            self._go_on()
            self._announce_in_time(at_once=not self._running)

    def note_run_state(self, state: RunState) -> None:
        """Record whether a run is on, which needs most of each frame."""
        if state.running == self._running:
            return
        self._running = state.running
        self._set_pace()
        if self._all:
            self._announce_curves()

    def _set_pace(self) -> None:
        self._timer.setInterval(round((FRAME if self._running else SLICE + _REST) * 1000))

    def _set(self, watches: tuple[Watch, ...]) -> None:
        had_none, self._all = not self._all, watches
        self._watching.watch(watches)
        if had_none and watches and self._session is not None:
            # It was not followed while there were no watches.
            self._watching.follow(self._session)
        self._go_on()
        self.announce()

    def _go_on(self) -> None:
        if self._watching.is_complete:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _work(self) -> None:
        has_more = self._watching.work(RUNNING_SLICE if self._running else SLICE)
        if not has_more:
            self._timer.stop()
        self._announce_in_time(at_once=not has_more)

    def _announce_in_time(self, *, at_once: bool) -> None:
        if at_once or perf_counter() - self._announced_at >= _INTERVAL:
            self._announce_curves()

    def _announce_curves(self) -> None:
        self._announced_at = perf_counter()
        self.curves_changed.emit(self._watching.curves())
