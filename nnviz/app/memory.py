"""Returning memory to the system, once a window or a session is gone: Python and the C library keep it for later.

A window that was replaced holds itself by thousands of circles of references, and some MB with them, until Python looks
for such; that may be hours later, as it looks at what is old ever more rarely.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from typing import Final

from PyQt6.QtCore import QObject, QTimer

_AFTER: Final = 1000
"""Milliseconds from the last reason to do it: by then what was left has been deleted, and nobody waits for a frame."""


class MemoryRelease(QObject):
    """Returns free memory a while after it was requested, once for several requests."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._timer.timeout.connect(release_memory)

    def request(self) -> None:
        """Return free memory soon."""
        self._timer.start()

    def stop(self) -> None:
        """Do without, as the application ends."""
        self._timer.stop()


def release_memory() -> None:
    """Delete what only circles of references hold, the first window too, and return free memory to the system."""
    gc.unfreeze()
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # not every C library has it
        if trim is not None:
            trim(0)
