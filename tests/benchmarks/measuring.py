"""What the benchmarks share: a window with settings of its own, and letting it work for a while."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from PyQt6.QtCore import QSettings
from PyQt6.QtWidgets import QApplication

from nnviz.app import App
from nnviz.model.scenario_file import find_scenario


def settle(application: QApplication, seconds: float) -> None:
    """Let events run for a while."""
    end = perf_counter() + seconds
    while perf_counter() < end:
        application.processEvents()


@contextmanager
def window(application: QApplication, scenario: str) -> Iterator[App]:
    """Give the app with its window open on a scenario, with settings that nobody else has."""
    with tempfile.TemporaryDirectory() as folder:
        app = App(find_scenario(scenario), QSettings(str(Path(folder, "nnviz.ini")), QSettings.Format.IniFormat))
        app.start()
        settle(application, 0.5)
        yield app
        app.dispose()
        settle(application, 0.1)


def percentile_95(times: list[float]) -> float:
    """Give the time that 95 of 100 do not exceed."""
    return sorted(times)[max(0, round(0.95 * len(times)) - 1)]
