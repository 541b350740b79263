"""How much of a run fits into a frame.

Painting every view takes 9 to 15 ms of a frame's 16.7 at 1440x900, depending on the scenario and on which panels
are open, so what training may take is not a constant: it is what the painting of the frames before has left.

Measured on a virtual screen, in one run, a fixed slice of 6 ms against this (with all that was made cheaper at the same
time): median frame of `playground` 16.6 against 16.1 ms with a quarter more updates, of `spiral` 19.3 against 15.2 ms,
of `mnist` 24.9 against 16.3 ms with 0.4 times the updates. What else a frame costs does not grow with the run: 8.7 to
9.4 ms after 1 000 updates, 9.0 to 9.4 ms after 1 000 000.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from time import perf_counter
from typing import Final

from nnviz.model.session.available_commands import FASTEST

FRAME: Final = 1 / 60
"""Seconds from frame to frame."""

SLICE: Final = 0.006
"""Seconds of a frame that work may take whose cost is not known yet."""

SPARE: Final = 0.0015
"""Seconds of a frame that are left for keys, the mouse, and frames that take longer to paint than those before."""

_LEAST_SHARE: Final = 1 / 8
"""Of the time that everything else takes: so that a run progresses where painting alone takes a frame."""
_SMOOTHING: Final = 1 / 8
"""How much of its difference from those before each frame's painting counts: one that is late changes little."""
_CHUNKS: Final = 4
"""Parts of a slice between which the clock is looked at."""


class FrameBudget:
    """Runs as many updates per frame as the wanted speed requires and the slice allows.

    Parameters
    ----------
    run
        ``run(n)`` makes `n` updates, and returns whether to go on; False where something has stopped it.
    clock
        Returns seconds; replaced by tests.
    """

    def __init__(self, run: Callable[[int], bool], clock: Callable[[], float] = perf_counter) -> None:
        self._run = run
        self._clock = clock
        self._owed = 0.0
        self._last = 0.0
        self._chunk = 1
        self._slice = SLICE
        self._others: float | None = None
        self._trained: float | None = None

    @property
    def slice(self) -> float:
        """Seconds of the next frame that training may take."""
        return self._slice

    def start(self) -> None:
        """Begin a run: nothing is owed for the time before it; the first update is due at once."""
        self._owed = 1.0
        self._last = self._clock()
        self._chunk = 1  # it may be another scenario
        self._trained = None

    def run_frame(self, speed: float) -> int:
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
        # A frame that was not painted when the next was due has kept the machine busy until now.
        self.note_painted()
        begin = self._clock()
        wanted = math.inf
        if speed != FASTEST:
            # What a slow machine could not do is not owed for ever: it would run on after the person has paused.
            self._owed = min(self._owed + speed * (begin - self._last), max(speed * FRAME * 4, 2.0))
            wanted = math.floor(self._owed)
        self._last = begin
        done = self._fill(begin, wanted)
        if done:
            self._trained = self._clock()
        if speed != FASTEST:
            self._owed -= done
        return done

    def note_painted(self) -> None:
        """Note that everything that a frame led to has been done: the time that it took is not there for training."""
        if self._trained is None:
            return
        others = self._clock() - self._trained
        self._trained = None
        before = others if self._others is None else self._others
        self._others = before + _SMOOTHING * (others - before)
        self._slice = max(FRAME - SPARE - self._others, _LEAST_SHARE * self._others)

    def _fill(self, begin: float, wanted: float) -> int:
        """Run updates until the slice is full, or there are as many as are wanted; return how many."""
        end, done, fitting = begin + self._slice, 0, math.inf
        while done < wanted:
            n = max(1, int(min(self._chunk, wanted - done, fitting)))
            before = self._clock()
            goes_on = self._run(n)
            now = self._clock()
            done += n
            each = max((now - before) / n, 1e-9)
            fitting = (end - now) / each
            if n == self._chunk:
                self._chunk = max(1, min(2 * n, int(self._slice / _CHUNKS / each)))
            # Time that is too short for an update, or for looking at the clock again, is left.
            if not goes_on or fitting < max(1.0, self._chunk / 2):
                break
        return done
