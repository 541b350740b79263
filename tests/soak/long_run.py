"""Millions of updates with every panel in sight: neither memory nor the cost of a frame may grow.

The past may take 64 MB unless another number is set, and millions of updates fill them by right: a keyframe of ``xor``
takes a kilobyte, and there is one every 64 updates. So that what is measured is whether it stays within its budget, and
whether anything else grows, the budget is set, as in the History panel, so that it is full before the first reading.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PyQt6.QtCore import QSettings
from PyQt6.QtWidgets import QApplication

from nnviz.app.application import App, make_application
from nnviz.app.memory import release_memory
from nnviz.model.scenario.file import find_scenario
from nnviz.views.window.panel_rows import ROWS as PANELS
from nnviz.views.window.panel_rows import SHEET
from tests.soak.residue import megabytes

FRAMES = 200
"""How many frames are painted at most; one for a hundred updates in a short run."""

PAST = 8 * 2**20
"""Bytes for the past: full after half a million updates."""


@dataclass
class LongRun:
    """How long a frame took and how much memory there was, in the first fifth of the run and in the last."""

    updates: int
    begin: float
    end: float
    frame_begin: float
    frame_end: float


def show_every_panel(app: App) -> None:
    """Put every panel beside the others, in a window that is large enough to paint them all."""
    app.window.resize(3000, 2000)
    for name in PANELS:
        panel = app.window.panels.get(name)
        if name in SHEET:
            app.window.docks.dock(name)  # the sheet shows one at a time
        panel.setFloating(True)
        panel.show()
        panel.resize(600, 400)
    QApplication.processEvents()
    hidden = [name for name in PANELS if app.window.panels.get(name).visibleRegion().isEmpty()]
    assert not hidden, f"not in sight: {hidden}"


def run(updates: int) -> LongRun:
    """Run, painting a frame every so many updates."""
    application = QApplication.instance() or make_application(["soak"])
    with tempfile.TemporaryDirectory() as folder:
        app = App(find_scenario("xor"), QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat))
        app.start()
        app.controller.editing.set_history_budget(PAST)
        show_every_panel(app)
        times, memory = [], []
        frames = min(FRAMES, updates // 100)
        for _ in range(frames):
            app.controller.owner.session.step_update(updates // frames)
            begun = time.process_time()
            app.controller.owner.publish()
            application.processEvents()
            app.window.grab()
            times.append(time.process_time() - begun)
            release_memory()
            memory.append(megabytes())
        app.dispose()
        application.sendPostedEvents(None, 0)
    fifth = len(times) // 5
    cost = [sorted(part)[fifth // 2] for part in (times[fifth : 2 * fifth], times[-fifth:])]
    return LongRun(updates, memory[fifth], memory[-1], *cost)
