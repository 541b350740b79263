"""How often a run measures the whole data.

Each picture of a run shows the losses of the whole data, and measuring them took 3.9 ms of every frame of `mnist`
(2 500 images; a frame has 16.7 ms), beside 0.03 to 0.4 ms where the samples lie in a plane. So where it is dear it is
done for as many pictures as leave it a share of the time; all of them tell after which update it was done last.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Final

from nnviz.model.engine.metrics import COSTLY_WORK, Metrics
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot

SHARE: Final = 1 / 10
"""Of a run's time, that measuring may take."""


class Metering:
    """Makes a run's snapshots, and has the whole data measured for as many of them as its share allows.

    Parameters
    ----------
    clock
        Gives seconds; replaced by tests.
    """

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self._due = 0.0

    def snapshot(self, session: Session) -> Snapshot:
        """Return a picture of a run; one of what has been before is measured."""
        if not session.is_newest or session.last_metrics.work < COSTLY_WORK:
            return session.snapshot()
        begin = self._clock()
        if begin >= self._due:
            _measure(session)
            end = self._clock()
            self._due = end + (end - begin) * (1 / SHARE - 1)
        return session.snapshot(measured=False)


def _measure(session: Session) -> Metrics:
    """Have the parameters measured as they stand; the session keeps it."""
    return session.metrics
