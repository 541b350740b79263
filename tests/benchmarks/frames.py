"""How smoothly every shipped scenario runs with all views open, and how long a step takes to be on the screen.

Run it in a real window, or on a virtual screen::

    xvfb-run -s "-screen 0 1440x900x24" python tests/benchmarks/frames.py

The goal is 60 frames a second: a median frame of 16.7 ms. One frame is the controller's slice of training, the handing
of the snapshot to every view, and their painting. The figures are of this machine; compare rows with one another.
"""

from __future__ import annotations

import argparse
import statistics
from itertools import pairwise
from time import perf_counter

from measuring import percentile_95, settle, window
from PyQt6.QtWidgets import QApplication

from nnviz.app import App, make_application
from nnviz.model.scenario_file import shipped_scenarios


def measure_run(application: QApplication, app: App, seconds: float) -> tuple[list[float], int]:
    """Run; give the milliseconds between pictures, and how many updates were made."""
    times: list[float] = []
    app.controller.snapshot_changed.connect(lambda _: times.append(perf_counter()))
    before = app.controller.snapshot.position.completed
    app.controller.run()
    settle(application, seconds)
    app.controller.pause()
    gaps = [1000 * (b - a) for a, b in pairwise(times)]
    return gaps, app.controller.snapshot.position.completed - before


def measure_steps(application: QApplication, app: App, steps: int = 40) -> list[float]:
    """Step line by line; give the milliseconds from the request to the painted window."""
    spans = []
    for _ in range(steps):
        begin = perf_counter()
        app.controller.step_line()
        application.processEvents()
        spans.append(1000 * (perf_counter() - begin))
    return spans


def main() -> None:
    """Print a row per scenario."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenarios", nargs="*", default=list(shipped_scenarios()))
    parser.add_argument("--seconds", type=float, default=3.0)
    chosen = parser.parse_args()
    application = make_application(["nnviz"])
    heads = ("frame ms: median", "95 %", "frames/s", "updates/s", "step ms: median")
    print(f"{'scenario':22} {heads[0]:>17} {heads[1]:>7} {heads[2]:>9} {heads[3]:>10} {heads[4]:>16}")
    for name in chosen.scenarios:
        with window(application, name) as app:
            steps = measure_steps(application, app)
            gaps, updates = measure_run(application, app, chosen.seconds)
        late = percentile_95(gaps)
        middle = statistics.median(gaps)
        print(
            f"{name:22} {middle:17.1f} {late:7.1f} {1000 / statistics.mean(gaps):9.1f}"
            f" {updates / chosen.seconds:10.0f} {statistics.median(steps):16.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
