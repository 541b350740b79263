"""Time travel: how long a seek takes until its frame is painted, anywhere in a long run, and what its past costs.

Tried: keyframes 1024 updates apart whatever an update costs: in numpy a median of 25 ms and a worst of 81. They now lie
two milliseconds of replay apart (``nnviz/model/history/keyframe_spacing.py``).
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterator

from measuring import Painted, let_engine_come, let_run, window
from report import Options, Row

from nnviz.app.application import App
from nnviz.model.engine.compiled.kernel import is_installed
from nnviz.model.history.memory_budget import DEFAULT_BUDGET
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session

UPDATES = 1_000_000
SEEKS = 200
LONGEST = 33.0
"""Milliseconds that a seek may take."""

MANY = 10_000_000
"""Updates after which memory is looked at, where an engine makes so many in some seconds."""

MEGABYTE = 2**20


def rows(options: Options) -> Iterator[Row | str]:
    """Return the goals of time travel."""
    yield f"{SEEKS} seeks in {UPDATES:,} updates of xor; {options.where}"
    for engine in ("numpy", "compiled"):
        goal = f"xor, {engine}: the worst seek, painting included"
        memory = f"xor, {engine}: history of {UPDATES:,} updates"
        if engine == "compiled" and not is_installed():
            yield Row(goal, None, LONGEST, "ms", why="numba is not installed")
            continue
        with window("xor", engine) as app:
            if not let_engine_come(app, engine):
                yield Row(goal, None, LONGEST, "ms", why="it was not compiled in time")
                continue
            app.controller.stepping.advance(max(UPDATES - app.controller.snapshot.position.completed, 0), 0)
            app.controller.stepping.seek(UPDATES)
            let_run(0.5)
            times = _seeks(app)
            stored = app.controller.snapshot.history_bytes
        yield Row(goal, max(times), LONGEST, "ms", why=f"median {statistics.median(times):.1f}")
        yield Row(memory, stored / MEGABYTE, DEFAULT_BUDGET / MEGABYTE, "MB")
    yield from _memory()


def _seeks(app: App) -> list[float]:
    """Seek to the ends and to places anywhere, the same ones each time; return the milliseconds of each."""
    drawn = random.Random(0)
    painted = Painted(app)
    times = []
    for update in (0, UPDATES, 1, *(drawn.randrange(UPDATES + 1) for _ in range(SEEKS))):
        times.append(painted.after(lambda: app.controller.stepping.seek(update)))  # noqa: B023
        found = app.controller.snapshot.position.update
        if found != update:
            raise SystemExit(f"asked for update {update}, shown is {found}")
    return times


def _memory() -> Iterator[Row]:
    """Return what the past of other runs takes, without a window."""
    budget = DEFAULT_BUDGET / MEGABYTE
    runs = [("mnist", 3000, "numpy")]
    if is_installed():
        runs.append(("xor", MANY, "compiled"))
    for name, updates, engine in runs:
        session = Session(find_scenario(name), engine)  # type: ignore[arg-type]
        session.step_update(updates)
        yield Row(f"{name}, {engine}: history of {updates:,} updates", session.history_bytes / MEGABYTE, budget, "MB")
