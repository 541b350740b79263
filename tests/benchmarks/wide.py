"""Wide and large: how soon the window answers while a wide network trains, and frames of 100 000 samples in the plane.

An event that comes while the window works waits for it: a second thread sends one each 5 ms, and the longest wait is
what a key would have met with. A key is answered by the first painting after it, which says what is computed; huge
matrices are painted in several, between which the window takes the next key. There must be something to go back to:
keys that can do nothing are not answered. Data are generated, in a folder that goes again.

With batches of 32 a key is answered in 30 to 50 ms, and in some runs one of them takes 60 to 75: line and painting
share the interpreter's lock with the thread that computes. What went before: everything in the window's thread (2.5 s),
norms and copies made there (82), seven huge matrices reduced in one painting (1.1 s), and 100 000 samples at once whose
thread waited for the next frame to be due (29 frames/s; 46 since it begins when the painting is done).
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, sleep
from typing import Literal

import numpy as np
from measuring import Painted, let_run, press, window
from PyQt6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PyQt6.QtGui import QWheelEvent
from report import Options, Row

from nnviz.app.application import App
from nnviz.model.data.batches import BatchSpec
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.model.scenario.suggestion import scenario_of_file
from nnviz.views.matrices import MatricesPanel
from nnviz.views.matrices.canvas import MatrixCanvas
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.place import MatrixPlace

SECONDS = 3.0
ANSWER = 50.0
"""Milliseconds within which a key is answered."""

FRAMES = 30.0
"""Frames per second with many samples."""

BEAT = 0.005
MOST_TURNS = 20

KEYS = {
    "Space, pause and run": (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
    "Right, a line": (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
    "Left, a line back": (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier),
    "Shift+Right, an update": (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
    "Shift+Left, an update back": (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier),
}

Batch = int | Literal["full"]


def rows(options: Options) -> Iterator[Row | str]:
    """Return the goals of wide networks and of many samples."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        digits = _digits(folder)
        yield f"784-512-512-10, 60 000 samples; {options.where}"
        for batch in (32, "full"):
            yield from _answers(_wide(digits, batch), f"batch {batch}")
        plane = _plane(folder)
        yield f"2-8-1, 100 000 samples in the plane; {options.where}"
        for batch in (32, "full"):
            yield from _frames(_many(plane, batch), f"batch {batch}")


def _answers(scenario: Scenario, batch: str) -> Iterator[Row]:
    with window(scenario) as app:
        app.controller.running.start()
        longest = _longest_wait(SECONDS)
        yield Row(f"{batch}: longest wait of an event while it runs", longest, ANSWER, "ms")
        if longest > 1000:
            app.controller.pause()
            yield Row(f"{batch}: keys while it runs", None, ANSWER, "ms", why="each would wait as long")
            return
        painted = Painted(app)
        for what, (key, modifier) in KEYS.items():
            times = []
            for _ in range(3):
                if not app.controller.run_state.running:
                    app.controller.running.start()
                let_run(0.3)
                while app.controller.snapshot.position.completed < 2:
                    let_run(0.1)
                times.append(painted.answered(lambda: press(app, key, modifier)))  # noqa: B023
            answered, complete = map(max, zip(*times, strict=True))
            why = f"nothing left to be painted after {complete:.0f} ms"
            yield Row(f"{batch}: {what}, while it runs, worst", answered, ANSWER, "ms", why=why)
        app.controller.pause()
        if batch != "batch full":
            yield from _looking_closer(app, painted)


def _looking_closer(app: App, painted: Painted) -> Iterator[Row]:
    """Turn the wheel over the first weights: 512 × 784 cells as blocks, and at last some of them one by one."""
    let_run(0.5)
    panel = app.window.findChild(MatricesPanel)
    assert panel is not None  # it is in every window
    canvas, times = panel.canvas, []

    def place() -> MatrixPlace:
        return next(each for each in canvas.places() if each.entry == MatrixEntry("W1"))

    begun_reduced = place().is_reduced
    while place().is_reduced and len(times) < MOST_TURNS:
        times.append(painted.after(lambda: _turn(canvas, place().cells.center())))
    shown = f"{len(times)} turns from blocks to cells" if begun_reduced and not place().is_reduced else "NOT shown so"
    yield Row("512 × 784 weights: Ctrl + wheel until painted, worst", max(times), ANSWER, "ms", why=shown)


def _turn(canvas: MatrixCanvas, at: QPoint) -> None:
    port = canvas.viewport()
    assert port is not None
    where, modifier = QPointF(at), Qt.KeyboardModifier.ControlModifier
    up, none, begun = QPoint(0, 120), Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    QCoreApplication.sendEvent(
        port, QWheelEvent(where, port.mapToGlobal(where), QPoint(), up, none, modifier, begun, False)
    )


def _frames(scenario: Scenario, batch: str) -> Iterator[Row]:
    with window(scenario) as app:
        frames = _run(app)
        gaps = [1000 * (b - a) for a, b in pairwise(frames)]
        why = f"median frame {statistics.median(gaps):.1f} ms" if gaps else "no frame but one"
        yield Row(f"{batch}: frames/s of a run", len(gaps) / SECONDS, FRAMES, "/s", at_least=True, why=why)


def _run(app: App) -> list[float]:
    app.controller.running.start()
    let_run(0.5)
    painted = Painted(app)
    let_run(SECONDS)
    app.controller.pause()
    return painted.frames


class Beats(QObject):
    """Takes events that another thread sends, and notes how long they waited."""

    KIND = QEvent.Type(QEvent.registerEventType())

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []
        self._sent: list[float] = []
        self._ended = Event()
        self._thread = Thread(target=self._send, daemon=True)

    def __enter__(self) -> Beats:
        self._thread.start()
        return self

    def __exit__(self, *reason: object) -> None:
        self._ended.set()
        self._thread.join()
        let_run(0.05)

    def event(self, event: QEvent | None) -> bool:
        """Note how long an event waited."""
        if event is not None and event.type() == self.KIND:
            self.waits.append(perf_counter() - self._sent[len(self.waits)])
            return True
        return super().event(event)

    def _send(self) -> None:
        while not self._ended.is_set():
            self._sent.append(perf_counter())
            QCoreApplication.postEvent(self, QEvent(self.KIND))
            sleep(BEAT)


def _longest_wait(seconds: float) -> float:
    """Return the milliseconds that an event waits at most."""
    with Beats() as beats:
        let_run(seconds)
    return 1000 * max(beats.waits)


def _digits(folder: Path) -> Path:
    """Make 60 000 pictures of 28 × 28 in ten classes."""
    drawn = np.random.default_rng(0)
    classes = drawn.integers(0, 10, 60_000)
    shapes = drawn.random((10, 784)) > 0.7
    path = folder / "digits.npz"
    np.savez(path, X=(shapes[classes] * drawn.integers(0, 256, (60_000, 784))).astype(np.uint8), y=classes)
    return path


def _plane(folder: Path) -> Path:
    """Make 100 000 samples in the plane, a disc and what is around it."""
    drawn = np.random.default_rng(0)
    places = drawn.uniform(-1, 1, (100_000, 2))
    inside = np.hypot(*places.T) + drawn.normal(0, 0.08, len(places)) < 0.6
    path = folder / "plane.csv"
    table = np.column_stack([places, inside])
    np.savetxt(path, table, fmt=["%.6f", "%.6f", "%d"], delimiter=",", header="x,y,class", comments="")
    return path


def _wide(path: Path, batch: Batch) -> Scenario:
    scenario, _ = scenario_of_file(path)
    return replace(
        scenario,
        layers=(Layer(512, "relu"), Layer(512, "relu"), Layer(10, "softmax")),
        loss="categorical-cross-entropy",
        initial=InitialSpec(weights=Method("he")),
        optimiser=OptimiserSpec(learning_rate=0.01),
        batch=BatchSpec(batch),
    )


def _many(path: Path, batch: Batch) -> Scenario:
    scenario, _ = scenario_of_file(path)
    layers = (Layer(8, "tanh"), Layer(1, "sigmoid"))
    return replace(scenario, layers=layers, loss="binary-cross-entropy", batch=BatchSpec(batch))
