"""Live: frames of a run in the window, epochs per second against Playground's page, cost and memory of a long run.

The window is 1440 × 900 as it opens at first: program, inspector, network, strip, plane and loss, over the timeline;
then with Setup, all matrices and all tools that follow a run, in windows of their own. A frame is the painting of a
snapshot that was not painted before; its time is that since the frame before it.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from browser import page_epochs
from measuring import Painted, compile_ahead, let_engine_come, let_run, percentile_95, window
from report import Options, Row
from trainees import NotMeasuredError

from nnviz.app.application import App
from nnviz.model.breakpoints import LossBelow
from nnviz.model.engine.compiled.kernel import is_installed
from nnviz.views.window.panel_rows import SHEET, SHOWN_AT_FIRST

SCENARIOS = ("playground", "planar-flower", "spiral", "three-class-spiral", "mnist", "mnist-softmax")
FOLLOWING = ("matrices", "watches", "checks", "history", "compare", "breakpoints", "map", "mistakes")
"""Panels that are not shown at first, and follow a run."""

WATCHED = ("norm(dW1)", "max(abs(delta1))")
SECONDS = 4.0
FOLLOWING_SIZE = 360, 300
FRAME, LATE = 16.7, 25.0
"""Milliseconds: of the median frame, and of the 95th percentile."""

ANCHOR = 47.0
"""Epochs per second of Playground's page, measured once in Chromium on 2 cores; it paints one frame per epoch."""

SHORT, LONG = 1000, 1_000_000
BLOCKS, BLOCK = 6, 15
_ENGINE = "compiled" if is_installed() else "numpy"

COST = 1.10
"""How much longer a frame may take after `LONG` updates than after `SHORT`."""


def rows(options: Options) -> Iterator[Row | str]:
    """Return the goals of a run."""
    yield f"{SECONDS:.0f} s of each scenario at full speed; {options.where}"
    epochs = 0.0
    for name in SCENARIOS:
        compile_ahead(name)
        with window(name) as app:
            gaps, per_second = _run(app)
            engine = app.controller.snapshot.engine
        if name == "playground":
            epochs = per_second
        yield Row(f"{name}: frame, median", 1000 * statistics.median(gaps), FRAME, "ms", why=engine)
        yield Row(f"{name}: frame, 95th percentile", 1000 * percentile_95(gaps), LATE, "ms")
    for name in SCENARIOS:
        with window(name) as app:
            _show_all(app)
            gaps, _ = _run(app)
        frame, late = 1000 * statistics.median(gaps), 1000 * percentile_95(gaps)
        yield Row(f"{name}, every panel in sight: frame, median", frame, FRAME, "ms")
        yield Row(f"{name}, every panel in sight: frame, 95th percentile", late, LATE, "ms")
    yield from _beside_playground(epochs, options)
    yield from _long_run()


def _show_all(app: App) -> None:
    """Have every panel that follows a run in sight, none of them empty that has something to show."""
    for text in WATCHED:
        app.controller.charting.watch(text)
    app.controller.breakpoints.add(LossBelow(0.0))
    for number, name in enumerate(FOLLOWING):
        panel = app.window.panels.get(name)
        if name in SHEET:
            app.window.docks.dock(name)  # as a sheet only one of them is seen
        panel.show()
        panel.setFloating(True)
        panel.setGeometry(number % 4 * 360, number // 4 * 300, *FOLLOWING_SIZE)
    app.window.docks.bring_forward("setup")
    let_run(0.5)
    seen = {panel.objectName() for panel in app.window.panels.made().values() if panel.isVisible()}
    assert seen >= {*SHOWN_AT_FIRST, "setup", *FOLLOWING}, seen


def _run(app: App) -> tuple[list[float], float]:
    """Run, and return the seconds between frames and the epochs per second."""
    app.controller.running.start()
    let_run(0.5)
    painted = Painted(app)
    begin, epoch = perf_counter(), app.controller.snapshot.position.epoch
    let_run(SECONDS)
    taken, epochs = perf_counter() - begin, app.controller.snapshot.position.epoch - epoch
    app.controller.pause()
    return [b - a for a, b in pairwise(painted.frames)], epochs / taken


def _beside_playground(epochs: float, options: Options) -> Iterator[Row]:
    try:
        page = page_epochs(options.browser, options.playground)
        why = f"{page:.0f} in its page"
    except NotMeasuredError as error:
        page, why = ANCHOR, f"its page was not measured, {error}; the published figure is {ANCHOR:.0f}"
    yield Row("playground: epochs/s, against 100 × TensorFlow Playground's", epochs, 100 * page, "/s", True, why)


def _long_run() -> Iterator[Row]:
    """Return what a frame costs, and what is kept, after few updates and after many of the same scenario, in turns."""
    with window("xor", _ENGINE) as short, window("xor", _ENGINE) as long:
        before = _memory()
        kept: dict[int, tuple[int, int]] = {}
        for app, updates in ((short, SHORT), (long, LONG)):
            if updates == LONG:
                let_engine_come(app, _ENGINE)
            app.controller.stepping.advance(updates - app.controller.snapshot.position.completed, 0)
            let_run(0.5)
            snapshot = app.controller.snapshot
            kept[updates] = (
                snapshot.history_bytes,
                sum(getattr(value, "nbytes", 0) for value in vars(snapshot.curve).values()),
            )
        grown = (_memory() - before) / 2**20
        ratio = _cost(long, short)
    yield Row(f"xor: frame after {LONG:,} updates, against after {SHORT:,}", ratio, COST, "×")
    for updates, (history, curve) in kept.items():
        yield Row(f"xor: history after {updates:,} updates", history / 2**20, 64.0, "MB", why=f"curve {curve:,} bytes")
    if before:
        yield Row(f"xor: memory of the process (PSS), both runs of {SHORT:,} and {LONG:,}", grown, 64.0, "MB")


def _cost(long: App, short: App) -> float:
    """Return how many times as long an update and its painting take in one window as in the other."""
    times: dict[App, list[float]] = {long: [], short: []}
    for _ in range(BLOCKS):
        for app, found in times.items():
            app.window.raise_()
            app.window.activateWindow()
            painted = Painted(app)
            painted.after(app.controller.stepping.step_update)
            found += [painted.after(app.controller.stepping.step_update) for _ in range(BLOCK)]
            app.window.removeEventFilter(painted)
    return statistics.median(times[long]) / statistics.median(times[short])


def _memory() -> int:
    """Return this process's share of memory in bytes; 0 where the system does not report it."""
    report = Path("/proc/self/smaps_rollup")
    if not report.exists():
        return 0
    lines = report.read_text().splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:"))
