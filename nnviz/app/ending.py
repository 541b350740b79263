"""Ending when the system asks for it: SIGTERM, SIGHUP, and Ctrl+C in the terminal from which nnviz was started.

Python runs no handler of a signal as long as Qt waits for events; a socket that the signal itself writes to wakes it.
The window then ends as it does when it is closed, but asks nothing: unsaved work is left for the next start to offer.
What does not end by itself after that, such as the reading of a large file, is not waited for.
"""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

from PyQt6 import sip
from PyQt6.QtCore import QObject, QSocketNotifier

from nnviz.model.background.hard_end import end_after

SIGNALS: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)
"""Which signals end nnviz; SIGBREAK is the closing of the console on Windows."""

_GRACE: Final = 0.7
"""Seconds for everything to end by itself, once the work is safe."""

_PATIENCE: Final = 8.0
"""Seconds for the work to be saved: systems that shut down kill what has not ended after 10 or more."""


class EndingSignals(QObject):
    """Ends the application on a signal, from its construction until `restore`.

    A signal that was ignored from the beginning, as ``nohup`` has it, stays ignored.

    Parameters
    ----------
    save
        Saves unsaved work for the next start; called in the thread of the window.
    leave
        Ends the application, with the exit status that it is called with, and may wait for what runs.
    """

    def __init__(self, save: Callable[[], None], leave: Callable[[int], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save, self._leave = save, leave
        self._caught = 0
        self._timer: threading.Timer | None = None
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(sip.voidptr(self._reading.fileno()), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end)
        self._wakeup_before = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        self._before: dict[int, Any] = {
            number: signal.signal(number, self._catch)
            for number in SIGNALS
            if signal.getsignal(number) != signal.SIG_IGN
        }

    @property
    def status(self) -> int:
        """The exit status that says by which signal nnviz was ended; 0 where there was none."""
        return 128 + self._caught if self._caught else 0

    def restore(self) -> None:
        """Have signals do again what they did before; one that has been caught ends what it still can."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        self._notifier.setEnabled(False)
        self._reading.close()
        self._writing.close()
        if self._timer is not None:
            self._timer.cancel()

    def _catch(self, number: int, frame: FrameType | None) -> None:
        """Note a signal; those that follow it, as a terminal that is closed sends several, change nothing."""
        if not self._caught:
            self._caught = number
            self._end_after(_PATIENCE)

    def _end(self) -> None:
        try:
            self._reading.recv(4096)
        except BlockingIOError:
            return
        if not self._caught:
            return  # another signal, which Python handles elsewhere
        self._notifier.setEnabled(False)
        try:
            self._save()
        finally:
            self._end_after(_GRACE)
            self._leave(self.status)

    def _end_after(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = end_after(seconds, self.status)
