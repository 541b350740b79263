"""Ending this process without waiting for its threads, where it was asked to end and something does not, or where the
process that has started it is gone.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from time import sleep
from typing import Final

_LOOKS_EVERY: Final = 0.5
"""Seconds between two looks at whether the parent still lives."""


def kill_children() -> None:
    """Kill the processes that multiprocessing has started for this one, such as those of a map."""
    multiprocessing = sys.modules.get("multiprocessing")  # where nobody has imported it, there are none
    if multiprocessing is not None:
        for child in multiprocessing.active_children():
            with suppress(OSError):  # it has ended meanwhile
                # Not its own `kill`, which processes of joblib do not have.
                os.kill(child.pid, getattr(signal, "SIGKILL", signal.SIGTERM))


def end_without_waiting(status: int) -> None:
    """End this process now, and those that multiprocessing has started for it."""
    kill_children()
    os._exit(status)


def end_after(seconds: float, status: int) -> threading.Timer:
    """End this process after some time, if it has not ended by itself or the timer has been cancelled until then."""
    timer = threading.Timer(seconds, end_without_waiting, [status])
    timer.daemon = True
    timer.start()
    return timer


def end_with(parent: int) -> None:
    """End this process, which `parent` has started, soon after that is gone, however it ended.

    Parameters
    ----------
    parent
        The number of that process. Where systems do not tell that it is gone, as Windows, nothing ends.
    """

    def look() -> None:
        while os.getppid() == parent:
            sleep(_LOOKS_EVERY)
        end_without_waiting(1)

    threading.Thread(target=look, name="parent", daemon=True).start()
