"""Steps in a recording of a person's own code, with 1 000 lines and with 100 000: from a key to the painted frame.

Processor time, with the window as it opens: what other work the machine has does not count. What is asked is a frame,
and that a hundred times as many recorded lines cost a step no more.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from functools import partial
from time import process_time
from unittest.mock import patch

from measuring import Painted, let_run, press, window
from PyQt6.QtCore import Qt
from report import Options, Row

from nnviz.controller.own_code import OwnCode
from tests.fixtures.recorded import xor_run

TIMES = 15
FRAME, RATIO = 16.7, 1.5
"""Milliseconds that the median of a step may take; how much more it may be with a hundred times as many lines."""

PASSES = {1_000: 83, 100_000: 8_330}
"""Recorded lines → how often the lines of a pass run in each of three updates."""

_SHIFT, _NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
KEYS = {
    "Right, a line": (Qt.Key.Key_Right, _NONE),
    "Left, a line back": (Qt.Key.Key_Left, _NONE),
    "Shift+Right, an update": (Qt.Key.Key_Right, _SHIFT),
    "Shift+Left, an update back": (Qt.Key.Key_Left, _SHIFT),
}


def rows(options: Options) -> Iterator[Row | str]:
    """Return the goals of steps: of each recording the key that takes longest, and how the two compare."""
    yield f"The slowest of {len(KEYS)} keys, medians of {TIMES}, processor time; {options.where}"
    medians = {lines: step_times(passes) for lines, passes in PASSES.items()}
    for lines, times in medians.items():
        slowest = max(times, key=lambda what: times[what])
        others = ", ".join(f"{milliseconds:.1f}" for milliseconds in times.values())
        yield Row(f"{lines} recorded lines: {slowest}", times[slowest], FRAME, "ms", why=others)
    few, many = medians.values()
    yield Row("a hundred times as many lines", max(many[what] / few[what] for what in KEYS), RATIO, "times")


def step_times(passes: int) -> dict[str, float]:
    """Return the median milliseconds of each key, in the middle of a recording."""
    run = xor_run(3, passes=passes)
    made = partial(OwnCode, lambda *_: run)
    with patch("nnviz.app.tools.OwnCode", made), window("xor") as app:
        own_code = app.tools.own_code
        own_code.show_text("shown in the place of the script that was recorded")
        own_code.run()
        while not own_code.is_recorded:
            let_run(0.05)
        painted, medians = Painted(app), {}
        for what, (key, modifier) in KEYS.items():
            times = []
            for shift in range(TIMES):
                own_code.stepping.go_to(len(run) // 2 + shift)
                let_run(0.02)
                begin = process_time()
                painted.after(lambda: press(app, key, modifier))  # noqa: B023
                times.append(1000 * (process_time() - begin))
            medians[what] = statistics.median(times)
        return medians
