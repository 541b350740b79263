"""A map being trained in the background, by processes of this computer or by a Dask cluster.

joblib distributes the cells, in batches of a size that it adapts. A thread waits for the results, so that the caller
can take them at any time, and cancel without waiting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Final

from nnviz.model.errors import ModelError
from nnviz.model.map.executors import Executor, Task, executor_for
from nnviz.model.map.plan import MapPlan
from nnviz.model.map.table import Results
from nnviz.model.map.training import CellResult
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_PATIENCE: Final = 0.3
"""Seconds for processes to end on their own."""
_ASKED: Final = QT_TRANSLATE_NOOP("model", "the map")


@dataclass(frozen=True)
class MapState:
    """The state of a map; all that a view of it may read.

    Attributes
    ----------
    plan
        The map that is, or was, being trained; None before the first.
    results
        (row, column) → result of a cell; cells that are not there have not been trained yet.
    running
        Whether more results will come.
    seconds
        Time since it began, or that it took.
    cluster
        Address of the cluster that trains it; empty for this computer.
    """

    plan: MapPlan | None = None
    results: Results = field(default_factory=dict)
    running: bool = False
    seconds: float = 0.0
    cluster: str = ""


class MapRun:
    """Trains a map's cells in the background, from its construction on.

    Parameters
    ----------
    plan
        The map.
    jobs
        Number of processes; as many as the machine has cores, but at least two, when None. With 1 it is a thread of
        this process, and a cluster has its own.
    cluster
        Address of a Dask scheduler, such as ``tcp://host:8786``; this computer when empty.

    Raises
    ------
    ModelError
        If the map cannot be trained.
    """

    def __init__(self, plan: MapPlan, jobs: int | None = None, cluster: str = "") -> None:
        plan.check()
        self._plan, self._cluster = plan, cluster
        self._results: SimpleQueue[CellResult | ModelError | None] = SimpleQueue()
        self._cancelled = Event()
        self._over = False
        self._problem: ModelError | None = None
        self._executor: Executor = executor_for(plan, jobs, cluster)
        # As a daemon it does not keep the program from exiting while a cluster is still working.
        self._thread = Thread(target=self._work, name="map", daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether there will be no more results."""
        return self._over

    def take(self, wait: float = 0.0) -> list[CellResult]:
        """Return the results since the last call, waiting at most `wait` seconds for the first of them.

        Raises
        ------
        ModelError
            If the executor cannot train the cells.
        """
        taken: list[CellResult] = []
        while not self._over and self._problem is None:
            try:
                found = self._results.get(timeout=wait) if wait and not taken else self._results.get_nowait()
            except Empty:
                break
            if isinstance(found, CellResult):
                taken.append(found)
            elif isinstance(found, ModelError):
                self._problem = found
            else:
                self._over = True
        # Results that came before a problem are returned first.
        if self._problem is not None and not taken:
            self._over = True
            raise self._problem
        return taken

    def cancel(self) -> None:
        """Cancel the training; results that still come are dropped."""
        self._cancelled.set()
        self._over = True
        self._executor.cancel()

    def close(self) -> None:
        """Cancel the training, and end all processes of this computer."""
        self.cancel()
        self._thread.join(_PATIENCE)
        self._executor.shut_down()
        self._thread.join(_PATIENCE)  # it waits for them

    # Inside, in the thread ---------------------------------------------------------------------------------------

    def _work(self) -> None:
        try:
            with self._executor:
                # To the end, even when cancelled: the rest then comes at once, and is empty.
                for result in self._executor.train(self._tasks()):
                    if result is not None:
                        self._results.put(result)
        except ModelError as error:
            self._results.put(error)
        except (OSError, RuntimeError) as error:
            # The processes, or the connection to them, are gone: killed, out of memory, or with the network.
            if not self._cancelled.is_set():
                accepted = QT_TRANSLATE_NOOP("model", "processes that run until they are done")
                self._results.put(ModelError(_ASKED, self._cluster, str(error) or type(error).__name__, accepted))
        finally:
            self._results.put(None)

    def _tasks(self) -> Iterator[Task]:
        """Yield the cells to be trained, until cancelled."""
        for row, column in self._plan.cells():
            if self._cancelled.is_set():
                return
            yield row, column
