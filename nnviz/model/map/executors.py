"""Who trains the cells of a map: processes of this computer, or the workers of a Dask cluster."""

from __future__ import annotations

import os
import pickle
import signal
import socket
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Protocol, Self

from nnviz.model.errors import ModelError
from nnviz.model.map.plan import MapPlan
from nnviz.model.map.training import CellResult, train_cell
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

Task = tuple[int, int]
"""Row and column of a cell."""

IDLE: Final = 60
"""Seconds after which a process that has nothing to do ends; until then the next map need not wait for it to start."""
ANSWER: Final = 5.0
"""Seconds in which a cluster's scheduler must answer."""
_FEWEST: Final = 2
_NICENESS: Final = 5


class Executor(Protocol):
    """Trains cells; a context manager for the time in which it does."""

    def __enter__(self) -> Self:
        """Get ready."""

    def __exit__(self, *problem: object) -> None:
        """Tidy up."""

    def train(self, tasks: Iterable[Task]) -> Iterator[CellResult | None]:
        """Return the results as they come, in any order; None for cells that were given up."""

    def cancel(self) -> None:
        """Give up what is being trained, from another thread."""

    def shut_down(self) -> None:
        """Leave no process behind, from another thread."""


def executor_for(plan: MapPlan, jobs: int | None, cluster: str) -> Executor:
    """Return who trains a map where it was asked to."""
    return ClusterExecutor(plan, cluster) if cluster else LocalExecutor(plan, jobs)


# This computer -----------------------------------------------------------------------------------------------------


class LocalExecutor:
    """Processes of this computer.

    The plan lies in a file for as long as it is wanted: each process reads it once, and gives up when it is gone.

    Parameters
    ----------
    plan
        What is trained.
    jobs
        How many processes; one for each core when None, but not a single one, which joblib would replace by a thread.
    """

    def __init__(self, plan: MapPlan, jobs: int | None) -> None:
        self._jobs = jobs
        self._folder = TemporaryDirectory(prefix="nnviz-map-", ignore_cleanup_errors=True)
        self._path = Path(self._folder.name) / "plan"
        self._path.write_bytes(pickle.dumps(plan))

    def __enter__(self) -> Self:
        """See to it that processes begun by this thread leave Ctrl+C to the one that was started."""
        if hasattr(signal, "pthread_sigmask"):
            from multiprocessing import resource_tracker

            from joblib.externals.loky.backend import resource_tracker as tracker_of_joblib

            # In a terminal it goes to every process; they inherit what their thread does not listen to. These two,
            # when they begin, make the thread listen again.
            resource_tracker.ensure_running()
            tracker_of_joblib.ensure_running()
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        return self

    def __exit__(self, *problem: object) -> None:
        """Remove the plan."""
        self._folder.cleanup()

    def train(self, tasks: Iterable[Task]) -> Iterator[CellResult | None]:
        """Return the results as they come."""
        from joblib import Parallel, cpu_count, delayed, parallel_config

        path, jobs = str(self._path), self._jobs or max(_FEWEST, cpu_count())
        # joblib would give each process its share of the cores. Of how many threads a product of large matrices is made
        # decides its last bits, so they are to be as many as in this process.
        with parallel_config("loky", inner_max_num_threads=_threads()):
            crew = Parallel(jobs, return_as="generator_unordered", idle_worker_timeout=IDLE)
        results: Iterator[CellResult | None] = crew(delayed(_train_from)(path, os.getpid(), *task) for task in tasks)
        # To the end, whoever has given up: it is near then, and the processes are kept for the next map.
        yield from results

    def cancel(self) -> None:
        """Take the plan away from the processes."""
        self._path.unlink(missing_ok=True)

    def shut_down(self) -> None:
        """End the processes."""
        from joblib.externals.loky import get_reusable_executor

        get_reusable_executor().shutdown(wait=True, kill_workers=True)


def _threads() -> int:
    """Return how many threads the products of matrices are made of here, as numpy's library finds it out itself."""
    asked = (os.environ.get(name, "") for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"))
    own = next((int(number) for number in asked if number.isdecimal()), 0)
    if own:
        return own
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@lru_cache(maxsize=1)
def _give_way() -> None:
    """Let a window, and whatever else a person does, go before this process."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)


@lru_cache(maxsize=1)
def _plan_in(path: str) -> MapPlan:
    plan: MapPlan = pickle.loads(Path(path).read_bytes())
    return plan


def _train_from(path: str, owner: int, row: int, column: int) -> CellResult | None:
    """Train a cell of the plan in a file, while the file is there, and the process whose id is `owner`."""
    wanted = Path(path)
    if os.getpid() != owner:
        _give_way()

    def goes_on() -> bool:
        return wanted.exists() and owner in (os.getppid(), os.getpid())

    try:
        plan = _plan_in(path)
    except FileNotFoundError:
        return None
    return train_cell(plan, row, column, goes_on)


# A cluster ---------------------------------------------------------------------------------------------------------


class ClusterExecutor:
    """The workers of a Dask cluster; they need nnviz, and give back what a session on their machines would.

    Parameters
    ----------
    plan
        What is trained.
    address
        Of the scheduler.
    """

    def __init__(self, plan: MapPlan, address: str) -> None:
        self._plan, self._address = plan, address
        self._client: Any = None

    def __enter__(self) -> Self:
        """Connect."""
        self._client = _connected(self._address)
        return self

    def __exit__(self, *problem: object) -> None:
        """Disconnect; what nobody waits for any more is dropped by the scheduler."""
        self._client.close()

    def train(self, tasks: Iterable[Task]) -> Iterator[CellResult | None]:
        """Return the results as they come."""
        from joblib import Parallel, delayed, parallel_config

        with parallel_config("dask", client=self._client, wait_for_workers_timeout=ANSWER):
            crew = Parallel(-1, return_as="generator_unordered")
            results: Iterator[CellResult] = crew(delayed(train_cell)(self._plan, *task) for task in tasks)
        yield from results

    def cancel(self) -> None:
        """Nothing can be done from here: workers end the batches that they have."""

    def shut_down(self) -> None:
        """Nothing is to be done: no process of this computer works for it."""


def _connected(address: str) -> Any:
    """Connect to a scheduler whose workers can train.

    Raises
    ------
    ModelError
        If there is no such scheduler, or no worker that can.
    """
    try:
        from distributed import Client
        from distributed.comm import get_address_host_port
    except ImportError:
        found = QT_TRANSLATE_NOOP("model", "no library for Dask clusters")
        raise _refused(address, found, QT_TRANSLATE_NOOP("model", "nnviz installed as nnviz[cluster]")) from None
    try:
        # A client that finds nobody is hard to get rid of: first hear whether somebody is there.
        socket.create_connection(get_address_host_port(address), ANSWER).close()
        client = Client(address, timeout=ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        found = QT_TRANSLATE_NOOP("model", "no Dask scheduler answers")
        accepted = QT_TRANSLATE_NOOP("model", "an address such as tcp://host:8786")
        raise _refused(address, found, accepted) from error
    try:
        ready = client.run(_is_ready)
    except ImportError as error:
        client.close()
        accepted = QT_TRANSLATE_NOOP("model", "workers with the same version of nnviz")
        raise _refused(address, str(error), accepted) from error
    if not ready:
        client.close()
        found = QT_TRANSLATE_NOOP("model", "a scheduler without workers")
        raise _refused(address, found, QT_TRANSLATE_NOOP("model", "at least one worker"))
    return client


def _refused(address: str, found: str, accepted: str) -> ModelError:
    return ModelError(QT_TRANSLATE_NOOP("model", "to train on a Dask cluster"), address, found, accepted)


def _is_ready() -> bool:
    """Tell that a worker could read this very function, which is to say that it has nnviz."""
    return True
