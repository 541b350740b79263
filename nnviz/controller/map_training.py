"""Training a map of two settings in other processes, while the window stays responsive."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Final

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from nnviz.model.errors import ModelError
from nnviz.model.map import CellResult, MapPlan, MapRun, MapState, csv_text
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

LOOK_EVERY: Final = 50
"""Milliseconds between two looks at what has been trained."""


class MapTraining(QObject):
    """Trains one map at a time; a newer one replaces an older one.

    The owner calls `close` before the application ends, so that no process is left behind.

    Signals
    -------
    map_changed(MapState)
        A map has begun or ended, or more of its cells have been trained.
    problem_found(ModelError)
        A map cannot be made, trained or saved.
    """

    map_changed = pyqtSignal(object)
    problem_found = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = MapState()
        self._running: MapRun | None = None
        self._begun = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    @property
    def state(self) -> MapState:
        """The map, as far as it has been trained."""
        return self._state

    def start(self, plan: object, cluster: str = "") -> None:
        """Train a `MapPlan`, on this computer or on the Dask cluster of that address."""
        assert isinstance(plan, MapPlan)
        self.cancel()
        try:
            self._running = MapRun(plan, cluster=cluster)
        except ModelError as error:
            self.problem_found.emit(error)
            return
        self._begun = perf_counter()
        self._timer.start()
        self._set(MapState(plan, running=True, cluster=cluster))

    def cancel(self) -> None:
        """Stop training; cells that have been trained stay."""
        if self._running is not None and not self._running.is_over:
            self._running.cancel()
            self._end([])

    def save(self, path: object) -> None:
        """Write the map to a file, as comma-separated values."""
        assert isinstance(path, Path)
        if self._state.plan is None:
            return
        from nnviz.model.files.write import write_atomically

        table = csv_text(self._state.plan, self._state.results).encode()
        try:
            write_atomically(path, table, QT_TRANSLATE_NOOP("model", "to save the map"))
        except ModelError as error:
            self.problem_found.emit(error)

    def announce(self) -> None:
        """Send the map again, for a view that has just been connected."""
        self.map_changed.emit(self._state)

    def close(self) -> None:
        """Stop training, and end the processes."""
        self._timer.stop()
        if self._running is not None:
            self._running.close()
            self._running = None

    # Inside ------------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        running = self._running
        assert running is not None  # the timer runs only with a map
        try:
            taken = running.take()
        except ModelError as error:
            self._end([])
            self.problem_found.emit(error)
            return
        if running.is_over:
            self._end(taken)
        else:
            self._add(taken, running=True)

    def _end(self, taken: list[CellResult]) -> None:
        self._timer.stop()
        self._add(taken, running=False)

    def _add(self, taken: list[CellResult], *, running: bool) -> None:
        before = self._state
        results = before.results
        if taken:
            results = {**results, **{(result.row, result.column): result for result in taken}}
        self._set(MapState(before.plan, results, running, perf_counter() - self._begun, before.cluster))

    def _set(self, state: MapState) -> None:
        self._state = state
        self.map_changed.emit(state)
