"""Steps in a recording of a person's own code: a key's press to the painted frame, with 1 000 lines and with 100 000.

Judged by processor time, with every panel of a person's code in sight.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from measuring import Painted, let_run, press, window
from PyQt6.QtCore import Qt
from report import Options, Row

TIMES = 21
FRAME = 16.7
"""Milliseconds that the median of a step may take."""

SAMPLES = {1_000: 30, 100_000: 3_700}
"""Samples whose loop over them records about so many lines in three updates."""

SCRIPT = """\
import numpy as np
rng = np.random.default_rng(1)
X = rng.normal(size=({samples}, 2))
Y = (X[:, 0] * X[:, 1] > 0).astype(float)
W1, b1 = rng.normal(size=(3, 2)), np.zeros(3)
W2, b2 = rng.normal(size=(1, 3)), np.zeros(1)
for epoch in range(1000):
    gW1, gb1 = np.zeros_like(W1), np.zeros_like(b1)
    gW2, gb2 = np.zeros_like(W2), np.zeros_like(b2)
    loss = 0.0
    for x, y in zip(X, Y):
        a1 = np.tanh(W1 @ x + b1)
        a2 = 1 / (1 + np.exp(-(W2 @ a1 + b2)))
        d2 = a2 - y
        d1 = (W2.T @ d2) * a1 * (1 - a1)
        gW2 += np.outer(d2, a1)
        gb2 += d2
        gW1 += np.outer(d1, x)
        gb1 += d1
    W1 -= 0.5 * gW1 / len(X)
    b1 -= 0.5 * gb1 / len(X)
    W2 -= 0.5 * gW2 / len(X)
    b2 -= 0.5 * gb2 / len(X)
"""

_SHIFT, _NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
KEYS = {
    "Right, a line": (Qt.Key.Key_Right, _NONE),
    "Left, a line back": (Qt.Key.Key_Left, _NONE),
    "Shift+Right, an update": (Qt.Key.Key_Right, _SHIFT),
    "Shift+Left, an update back": (Qt.Key.Key_Left, _SHIFT),
}


def rows(options: Options) -> Iterator[Row | str]:
    """Return the goals of steps in recordings: of each the key that takes longest."""
    yield f"The slowest of {len(KEYS)} keys, medians of {TIMES}, processor time; {options.where}"
    for lines, samples in SAMPLES.items():
        medians, recorded = step_times(samples)
        slowest = max(medians, key=lambda what: medians[what])
        others = ", ".join(f"{milliseconds:.1f}" for milliseconds in medians.values())
        yield Row(f"{lines} lines ({recorded}): {slowest}", medians[slowest], FRAME, "ms", why=others)


def step_times(samples: int) -> tuple[dict[str, float], int]:
    """Return the median milliseconds of each key, and how many lines were recorded."""
    with window("xor") as app, tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "mine.py")
        script.write_text(SCRIPT.format(samples=samples), encoding="utf-8")
        own_code = app.tools.own_code
        own_code.show_file(script)
        own_code.run()
        while own_code.state is not None and own_code.state.kind == "running":
            let_run(0.1)
        moment = own_code.stepping.moment
        if moment is None:
            raise SystemExit("nothing was recorded")
        let_run(0.5)
        painted = Painted(app)
        medians = {}
        for what, (key, modifier) in KEYS.items():
            times = []
            for _ in range(TIMES):
                if modifier == _SHIFT:  # three updates: to and fro
                    own_code.stepping.seek(1 if key == Qt.Key.Key_Right else 2)
                    let_run(0.02)
                begin = process_time()
                painted.after(lambda: press(app, key, modifier))  # noqa: B023
                times.append(1000 * (process_time() - begin))
            medians[what] = statistics.median(times)
        return medians, len(moment.run)
