"""Step latency: from a key's press to the painted frame, in every shipped scenario, with its window as it opens.

A key is sent to the window as the display sends it; the time is until nothing of what followed is left to be painted.

What does not hold: an update of `mnist-softmax`, forward or back: 17 ms. 3.7 are the losses of its 2 500 images,
which a step shows exactly, and 2.5 its network's lines. Keeping the images in place for their answers gained 0.1 ms.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from measuring import Painted, compile_ahead, press, window
from PyQt6.QtCore import Qt
from report import Options, Row

from nnviz.model.scenario.file import shipped_scenarios

TIMES = 15
FRAME, SLOWER = 16.0, 33.0
"""Milliseconds that the median may take; of `mnist`."""

_SHIFT, _NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
KEYS = {
    "Right, a line": (Qt.Key.Key_Right, _NONE),
    "Shift+Right, an update": (Qt.Key.Key_Right, _SHIFT),
    "Left, a line back": (Qt.Key.Key_Left, _NONE),
    "Shift+Left, an update back": (Qt.Key.Key_Left, _SHIFT),
}


def rows(options: Options) -> Iterator[Row | str]:
    """Return the goals of steps: of each scenario the key that takes longest."""
    yield f"The slowest of {len(KEYS)} keys, medians of {TIMES}; {options.where}"
    for name in shipped_scenarios():
        compile_ahead(name)
        with window(name) as app:
            painted = Painted(app)
            app.controller.stepping.advance(TIMES + 5, 3)
            medians: dict[str, float] = {}
            for what, (key, modifier) in KEYS.items():
                times = [painted.after(lambda: press(app, key, modifier)) for _ in range(TIMES)]  # noqa: B023
                medians[what] = statistics.median(times)
        slowest = max(medians, key=lambda what: medians[what])
        limit = SLOWER if name == "mnist" else FRAME
        others = ", ".join(f"{medians[what]:.1f}" for what in KEYS)
        yield Row(f"{name}: {slowest}", medians[slowest], limit, "ms", why=others)
