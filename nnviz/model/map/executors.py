"""What trains the cells of a map: processes of this computer, or the workers of a Dask cluster."""

from __future__ import annotations

import os
import pickle
import signal
import socket
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Protocol, Self

from nnviz.model.background.hard_end import end_with
from nnviz.model.background.scratch import ScratchFolder
from nnviz.model.errors import ModelError
from nnviz.model.map.plan import MapPlan
from nnviz.model.map.training import CellResult, train_cell
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

Task = tuple[int, int]
"""Row and column of a cell."""

IDLE: Final = 60
"""Seconds after which an idle process ends; until then the next map need not wait for it to start."""
ANSWER: Final = 5.0
"""Seconds within which a cluster's scheduler must answer."""
_FEWEST: Final = 2
_NICENESS: Final = 5


class Executor(Protocol):
    """Trains cells; used as a context manager."""

    def __enter__(self) -> Self:
        """Prepare."""

    def __exit__(self, *problem: object) -> None:
        """Clean up."""

    def train(self, tasks: Iterable[Task]) -> Iterator[CellResult | None]:
        """Yield the results as they arrive, in any order; None for cancelled cells."""

    def cancel(self) -> None:
        """Cancel what is being trained; called from another thread."""

    def shut_down(self) -> None:
        """End all processes; called from another thread."""


def executor_for(plan: MapPlan, jobs: int | None, cluster: str) -> Executor:
    """Return the executor for a map: of a cluster if it has an address, else of this computer."""
    return ClusterExecutor(plan, cluster) if cluster else LocalExecutor(plan, jobs)


# This computer -----------------------------------------------------------------------------------------------------


class LocalExecutor:
    """Processes of this computer.

    The plan is in a file as long as it is to be trained: each process reads it once, and stops when it is gone.

    Parameters
    ----------
    plan
        The map.
    jobs
        Number of processes; one for each core when None, but at least two, as joblib would replace a single one by a
        thread.
    """

    def __init__(self, plan: MapPlan, jobs: int | None) -> None:
        self._jobs = jobs
        self._folder = ScratchFolder("map")
        self._path = self._folder.path / "plan"
        self._path.write_bytes(pickle.dumps(plan))

    def __enter__(self) -> Self:
        """Make processes started by this thread ignore Ctrl+C and a closed terminal, which are for the main process."""
        if hasattr(signal, "pthread_sigmask"):
            from multiprocessing import resource_tracker

            from joblib.externals.loky.backend import resource_tracker as tracker_of_joblib

            # A terminal sends it to every process; they inherit the signals that their thread has blocked. Starting
            # these two trackers would unblock it again, so they are started first. A terminal that is closed must not
            # end the trackers either, which tidy up after the others.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})
            resource_tracker.ensure_running()
            tracker_of_joblib.ensure_running()
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        return self

    def __exit__(self, *problem: object) -> None:
        """Remove the plan's file."""
        self._folder.close()

    def train(self, tasks: Iterable[Task]) -> Iterator[CellResult | None]:
        """Yield the results as they arrive."""
        from joblib import Parallel, cpu_count, delayed, parallel_config

        path, jobs = str(self._path), self._jobs or max(_FEWEST, cpu_count())
        # joblib would give each process its share of the cores. The number of threads of a product of large matrices
        # decides its last bits, so it must be the same as in this process.
        with parallel_config("loky", inner_max_num_threads=matrix_threads()):
            parallel = Parallel(jobs, return_as="generator_unordered", idle_worker_timeout=IDLE)
        results: Iterator[CellResult | None] = parallel(
            delayed(_train_from)(path, os.getpid(), *task) for task in tasks
        )
        # To the end even when cancelled: the end is near then, and the processes are kept for the next map.
        yield from results

    def cancel(self) -> None:
        """Remove the plan's file, so that the processes stop."""
        self._path.unlink(missing_ok=True)

    def shut_down(self) -> None:
        """End the processes."""
        from joblib.externals.loky import get_reusable_executor

        # The one that there is, whatever it was asked for: otherwise this would wait for it, and make a new one.
        get_reusable_executor(reuse=True).shutdown(wait=True, kill_workers=True)


def matrix_threads() -> int:
    """Return how many threads compute a matrix product in this process, found as numpy's library does it."""
    asked = (os.environ.get(name, "") for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"))
    own = next((int(number) for number in asked if number.isdecimal()), 0)
    if own:
        return own
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@lru_cache(maxsize=1)
def _prepare_process(owner: int) -> None:
    """Give this process a lower priority than the window and other programs, and end it when its owner is gone."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    # joblib's own would wait for more work for as long as an idle one is kept.
    end_with(owner)


@lru_cache(maxsize=1)
def _plan_in(path: str) -> MapPlan:
    plan: MapPlan = pickle.loads(Path(path).read_bytes())
    return plan


def _train_from(path: str, owner: int, row: int, column: int) -> CellResult | None:
    """Train a cell of the plan in a file, as long as the file and the process with the id `owner` exist."""
    wanted = Path(path)
    if os.getpid() != owner:
        _prepare_process(owner)

    def goes_on() -> bool:
        return wanted.exists() and owner in (os.getppid(), os.getpid())

    try:
        plan = _plan_in(path)
    except FileNotFoundError:
        return None
    return train_cell(plan, row, column, goes_on)


# A cluster ---------------------------------------------------------------------------------------------------------


class ClusterExecutor:
    """The workers of a Dask cluster; they need nnviz, and compute what a session on their machines would.

    Parameters
    ----------
    plan
        The map.
    address
        Address of the scheduler.
    """

    def __init__(self, plan: MapPlan, address: str) -> None:
        self._plan, self._address = plan, address
        self._client: Any = None

    def __enter__(self) -> Self:
        """Connect."""
        self._client = connected(self._address)
        return self

    def __exit__(self, *problem: object) -> None:
        """Disconnect; the scheduler drops results without a client."""
        self._client.close()

    def train(self, tasks: Iterable[Task]) -> Iterator[CellResult | None]:
        """Yield the results as they arrive."""
        from joblib import Parallel, delayed, parallel_config

        with parallel_config("dask", client=self._client, wait_for_workers_timeout=ANSWER):
            parallel = Parallel(-1, return_as="generator_unordered")
            results: Iterator[CellResult] = parallel(delayed(train_cell)(self._plan, *task) for task in tasks)
        yield from results

    def cancel(self) -> None:
        """Do nothing: workers finish the batches that they have."""

    def shut_down(self) -> None:
        """Do nothing: no process of this computer is involved."""


def connected(address: str) -> Any:
    """Connect to a scheduler whose workers can train.

    Raises
    ------
    ModelError
        If there is no such scheduler, or no worker that can train.
    """
    try:
        from distributed import Client
        from distributed.comm import get_address_host_port
    except ImportError:
        found = QT_TRANSLATE_NOOP("model", "no library for Dask clusters")
        raise _refused(address, found, QT_TRANSLATE_NOOP("model", "nnviz installed with its extra “cluster”")) from None
    try:
        # A client without a scheduler is hard to get rid of: first find out whether one answers.
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
    """Return True: a worker that can import this function has nnviz."""
    return True
