"""A map being trained in the background, by processes of this computer or by a Dask cluster.

joblib hands the cells out, in batches that it makes as large as pays. A thread waits for what comes of them, so that
whoever asked can look at it when it suits, and give up without waiting.
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
"""Seconds that processes are given to end by themselves."""
_ASKED: Final = QT_TRANSLATE_NOOP("model", "the map")


@dataclass(frozen=True)
class MapState:
    """A map at one moment.

    Attributes
    ----------
    plan
        What is, or was, being trained; None before the first.
    results
        (row, column) → what came of a cell; those that are still missing have not been computed.
    running
        Whether more are to come.
    seconds
        Since it began, or how long it took.
    cluster
        Address of the cluster that trains it; empty for this computer.
    """

    plan: MapPlan | None = None
    results: Results = field(default_factory=dict)
    running: bool = False
    seconds: float = 0.0
    cluster: str = ""


class MapRun:
    """Trains a map's cells, from the moment it is made.

    Parameters
    ----------
    plan
        What is trained.
    jobs
        How many processes; as many as the machine has cores, but two at least, when None. With 1 it is a thread of this
        process, and a cluster has its own.
    cluster
        Address of a Dask scheduler, such as ``tcp://host:8786``; this computer when empty.

    Raises
    ------
    ModelError
        If the map cannot be made.
    """

    def __init__(self, plan: MapPlan, jobs: int | None = None, cluster: str = "") -> None:
        plan.check()
        self._plan, self._cluster = plan, cluster
        self._results: SimpleQueue[CellResult | ModelError | None] = SimpleQueue()
        self._given_up = Event()
        self._over = False
        self._problem: ModelError | None = None
        self._executor: Executor = executor_for(plan, jobs, cluster)
        # As a daemon it keeps nobody from leaving who does not want to wait for a cluster.
        self._thread = Thread(target=self._work, name="map", daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self._over

    def take(self, wait: float = 0.0) -> list[CellResult]:
        """Return the results that have come since; after waiting so many seconds at most for the first of them.

        Raises
        ------
        ModelError
            If the cells cannot be trained where they were to be.
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
        # What came before a problem is given first.
        if self._problem is not None and not taken:
            self._over = True
            raise self._problem
        return taken

    def cancel(self) -> None:
        """Give up; results that come nevertheless are dropped."""
        self._given_up.set()
        self._over = True
        self._executor.cancel()

    def close(self) -> None:
        """Give up, and leave no process of this computer behind."""
        self.cancel()
        self._thread.join(_PATIENCE)
        self._executor.shut_down()

    # Inside, in the thread ---------------------------------------------------------------------------------------

    def _work(self) -> None:
        try:
            with self._executor:
                # To the end, even after somebody gave up: what is left then comes at once, and is nothing.
                for result in self._executor.train(self._tasks()):
                    if result is not None:
                        self._results.put(result)
        except ModelError as error:
            self._results.put(error)
        except (OSError, RuntimeError) as error:
            # The processes, or the way to them, have gone: by hand, for want of memory, with the network.
            if not self._given_up.is_set():
                accepted = QT_TRANSLATE_NOOP("model", "processes that run until they are done")
                self._results.put(ModelError(_ASKED, self._cluster, str(error) or type(error).__name__, accepted))
        finally:
            self._results.put(None)

    def _tasks(self) -> Iterator[Task]:
        """Return the cells to be trained, while anybody wants them."""
        for row, column in self._plan.cells():
            if self._given_up.is_set():
                return
            yield row, column
