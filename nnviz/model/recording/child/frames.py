"""Hooks of how the code runs: statements, functions, loops."""

from __future__ import annotations

import time
from typing import Any

from . import numbers
from .loops import LoopRun
from .recorder import Frame, Recorder
from .storing import Storing


class Frames:
    """Follows statements, calls of the person's functions, and loops."""

    def __init__(self, recorder: Recorder, storing: Storing) -> None:
        self._recorder, self._storing = recorder, storing
        self._rows = recorder.places.rows
        recorder.on_dirty = self._record_dirty

    def step(self, place: int) -> None:
        """Begin a statement."""
        self._recorder.begin_step(place)

    def enter_generator(self, place: int, binds: tuple[int, ...], *held: Any) -> None:
        """Enter a generator: what it does belongs to the function that asks it for its next value."""
        for number, thing in zip(binds, held, strict=False):
            self._storing.parameter(number, thing)

    def enter(self, place: int, binds: tuple[int, ...], *held: Any) -> None:
        """Enter a function."""
        recorder = self._recorder
        frame = Frame(recorder.frame_count, self._rows[place].function, recorder.frame.depth + 1)
        frame.loops = len(recorder.loops.runs)
        frame.step = -1
        recorder.frame_count += 1
        recorder.frames.append(frame)
        caller, recorder.frame = recorder.frame, frame
        if not recorder.full:
            frame.step = caller.step  # parameters are bound by the statement that calls
            for number, thing in zip(binds, held, strict=False):
                self._storing.parameter(number, thing)
            frame.step = -1

    def leave(self) -> None:
        """Leave a function, in any way."""
        recorder = self._recorder
        if len(recorder.frames) > 1:
            recorder.end_step()
            for run in recorder.loops.runs[recorder.frame.loops :]:  # left by a return
                for slot in list(run.dirty):
                    recorder.record_dirty(run, slot)
            frame = recorder.frames.pop()
            recorder.loops.leave(frame.loops)
            recorder.frame = recorder.frames[-1]

    def returned(self, place: int, thing: Any) -> Any:
        """Record what a function returns."""
        recorder = self._recorder
        if not numbers.is_numeric(thing) or recorder.is_quiet(place):
            return thing
        operand = recorder.producer(thing, self._rows[place].operands[0])
        thing = recorder.emit(place, thing, (operand,))
        if operand < 0:
            recorder.produced(thing, recorder.event)
        return thing

    # LoopRuns --------------------------------------------------------------------------------------------------------

    def loop(self, place: int, thing: Any) -> Any:
        """Begin a loop over something."""
        recorder = self._recorder
        if type(thing) is list and not recorder.full:
            recorder.updates.use(recorder, recorder.producer(thing, -1))
        recorder.loops.begin(place, recorder.frame.step, recorder.frame.number)
        return thing

    def turn(self, place: int) -> None:
        """Begin a turn of a loop."""
        recorder = self._recorder
        recorder.ticks += 1
        if not recorder.ticks & 63 and time.monotonic() > recorder.until:
            recorder.end("time")
        recorder.begin_step(place)

    @staticmethod
    def tested(_: None, test: Any) -> Any:
        """Return the test of a ``while``, after its turn has begun."""
        return test

    def loop_end(self, place: int) -> None:
        """End a loop, and record the arrays whose cells it has changed."""
        recorder = self._recorder
        run = recorder.loops.end(place, recorder.frame.number)
        if run is None:
            return
        for slot in list(run.dirty):
            recorder.record_dirty(run, slot)

    def _record_dirty(self, slot: int, whole: Any, path: str, stored: int, key: Any, run: LoopRun) -> None:
        """Record an array as a loop has left it, with all that was read cell by cell as its operands."""
        recorder = self._recorder
        before = recorder.producer(whole, -1)
        first = recorder.step_columns["first"][run.step] if run.step >= 0 else 0
        self._storing.count_change(stored, key, whole, before, first)
        operands = tuple(dict.fromkeys([before, *run.reads]))
        recorder.emit(run.place, whole, operands, slot, path, changed=True)
        recorder.frame.names[path] = recorder.event
        recorder.updates.hold(key, recorder.event)
