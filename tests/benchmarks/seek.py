"""How long it takes until the window shows another moment of a long run, and what the run's history costs.

Run it in a real window, or on a virtual screen::

    xvfb-run -s "-screen 0 1440x900x24" python tests/benchmarks/seek.py
    xvfb-run -s "-screen 0 1440x900x24" python tests/benchmarks/seek.py --updates 1000000

The goal: anywhere in 100 000 updates of ``xor``, seeking shows its frame within 50 ms, and the stored states take no
more than 64 MB. One seek is from the request to the painted window; the part of it that the model takes, restoring the
keyframe before and running again from there, is measured by itself too. The exit status tells whether the goal holds.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
from collections.abc import Callable, Sequence
from time import perf_counter

from measuring import percentile_95, settle, window
from PyQt6.QtCore import QEvent, QEventLoop, QObject
from PyQt6.QtWidgets import QApplication

from nnviz.app import App, make_application
from nnviz.model.scenario_file import find_scenario
from nnviz.model.session import Session

LONGEST_MS = 50.0
BUDGET = 64 * 2**20


def places(updates: int, seeks: int) -> list[int]:
    """Give where to go: the ends of the run, and updates anywhere in it, the same ones each time."""
    drawn = random.Random(0)
    return [0, updates, 1, *(drawn.randrange(updates + 1) for _ in range(seeks))]


def timed(act: Callable[[], None]) -> float:
    """Give the milliseconds that something takes."""
    begin = perf_counter()
    act()
    return 1000 * (perf_counter() - begin)


def run_to(application: QApplication, app: App, updates: int) -> None:
    """Run in the window, as a person does, and end after so many updates."""
    app.controller.run()
    while app.controller.snapshot.newest.completed < updates:
        # Without an end, a run whose frames are late would never give the control back.
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if not app.controller.run_state.running:
            raise SystemExit(f"the run stopped: {app.window.notice.text()}")
    app.controller.pause()
    app.controller.seek(updates)
    settle(application, 0.5)


class Paintings(QObject):
    """Counts what is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Count, and let the event go on."""
        if event is not None and event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def measure_window(application: QApplication, app: App, targets: Sequence[int]) -> list[float]:
    """Seek; give the milliseconds from each request until nothing is left to be painted."""
    paintings = Paintings()
    application.installEventFilter(paintings)

    def seek(update: int) -> None:
        app.controller.seek(update)
        before = -1
        while paintings.count != before:
            before = paintings.count
            application.processEvents()

    times = []
    for update in targets:
        times.append(timed(lambda update=update: seek(update)))  # type: ignore[misc]
        found = app.controller.snapshot.position.update
        if found != update:
            raise SystemExit(f"asked for update {update}, shown is {found}")
    application.removeEventFilter(paintings)
    return times


def measure_model(updates: int, targets: Sequence[int]) -> list[float]:
    """Seek in a session without a window; give the milliseconds of each."""
    session = Session(find_scenario("xor"))
    session.step_update(updates)
    return [timed(lambda update=update: session.seek(update)) for update in targets]  # type: ignore[misc]


def row(name: str, times: Sequence[float]) -> str:
    """Write a row of the table."""
    ordered = list(times)
    return f"{name:8} {statistics.median(ordered):10.1f} {percentile_95(ordered):8.1f} {max(ordered):8.1f}"


def main() -> int:
    """Print the table, and tell whether the goal holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--updates", type=int, default=100_000)
    parser.add_argument("--seeks", type=int, default=300)
    parser.add_argument("--longest", type=float, default=LONGEST_MS, help="milliseconds that a seek may take")
    chosen = parser.parse_args()
    application = make_application(["nnviz"])
    targets = places(chosen.updates, chosen.seeks)
    with window(application, "xor") as app:
        run_to(application, app, chosen.updates)
        shown = measure_window(application, app, targets)
        stored = app.controller.snapshot.history_bytes
    print(f"{chosen.updates} updates of xor, {len(targets)} seeks")
    print(f"{'ms':8} {'median':>10} {'95 %':>8} {'worst':>8}")
    print(row("model", measure_model(chosen.updates, targets)))
    print(row("window", shown))
    print(f"stored states: {stored / 2**20:.1f} MB")
    holds = max(shown) <= chosen.longest and stored <= BUDGET
    print(f"within {chosen.longest:.0f} ms and {BUDGET / 2**20:.0f} MB: {'yes' if holds else 'no'}")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
