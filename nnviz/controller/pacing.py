"""How much of a run fits into a frame."""

from __future__ import annotations

import math
from collections.abc import Callable
from time import perf_counter

from nnviz.model.commands import FASTEST

FRAME = 1 / 60
"""Seconds from frame to frame."""

SLICE = 0.006
"""Seconds of a frame that training may take; painting every view takes most of the rest (measured 9-13 ms)."""


class Pacer:
    """Runs as many updates per frame as the wanted speed asks for and the slice allows.

    Parameters
    ----------
    run
        ``run(n)`` makes `n` updates, and tells whether to go on; False where something has stopped it.
    clock
        Gives seconds; replaced by tests.
    """

    def __init__(self, run: Callable[[int], bool], clock: Callable[[], float] = perf_counter) -> None:
        self._run = run
        self._clock = clock
        self._owed = 0.0
        self._last = 0.0
        self._chunk = 1

    def start(self) -> None:
        """Begin a run: nothing is owed for the time before it; the first update is due at once."""
        self._owed = 1.0
        self._last = self._clock()

    def frame(self, speed: float) -> int:
        """Run one frame's updates.

        Parameters
        ----------
        speed
            Updates per second, or `FASTEST`.

        Returns
        -------
        int
            How many were run; 0 when none is due yet.
        """
        begin = self._clock()
        wanted = math.inf
        if speed != FASTEST:
            # What a slow machine could not do is not owed for ever: it would run on after a pause of the person's.
            self._owed = min(self._owed + speed * (begin - self._last), max(speed * FRAME * 4, 2.0))
            wanted = math.floor(self._owed)
        self._last = begin
        done = 0
        while done < wanted:
            n = int(min(self._chunk, wanted - done))
            before = self._clock()
            goes_on = self._run(n)
            now = self._clock()
            done += n
            if not goes_on:
                break
            self._fit(n, now - before)
            if now - begin + (now - before) >= SLICE:
                break
        if speed != FASTEST:
            self._owed -= done
        return done

    def _fit(self, n: int, seconds: float) -> None:
        """Choose the next chunk so that it takes about a quarter of the slice."""
        if n < self._chunk:
            return
        self._chunk = max(1, min(self._chunk * 2, int(n * SLICE / 4 / max(seconds, 1e-9))))
