"""What trains a workload: here, or in a process that answers on a pipe."""

from __future__ import annotations

import subprocess
from abc import ABC, abstractmethod
from collections.abc import Sequence
from time import thread_time
from typing import Final

import numpy as np
from workloads import Array

ETA: Final = 0.1
"""The learning rate of all."""


class NotMeasuredError(Exception):
    """Why something cannot be measured here."""


class Trainee(ABC):
    """Trains one workload, from the parameters that all begin with.

    Attributes
    ----------
    unit
        Updates that it runs at least at a time.
    """

    unit = 1

    @abstractmethod
    def run(self, units: int) -> float:
        """Train on, and return the seconds of the processor that it took."""

    @abstractmethod
    def parameters(self) -> Sequence[float] | None:
        """Return the present ``W1``, ``b1``, ``W2`` …, row by row; None where what it trains is not quite the same."""

    def close(self) -> None:  # noqa: B027  most have nothing to end
        """End what it began."""


class Here(Trainee):
    """Trains in this process."""

    @abstractmethod
    def train(self, units: int) -> None:
        """Train on."""

    def run(self, units: int) -> float:
        """Train on, and return the seconds of this thread."""
        begin = thread_time()
        self.train(units)
        return thread_time() - begin


class Elsewhere(Trainee):
    """Trains in a program that reads how many updates to run, and writes the seconds; for 0, the parameters."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, units: int) -> float:
        """Train on, and return the seconds of that process."""
        answer = self._ask(units)
        try:
            return float(answer.split()[0])
        except ValueError:
            raise NotMeasuredError(f"it {answer.strip()}") from None

    def parameters(self) -> Sequence[float]:
        """Return the present parameters."""
        return [float(number) for number in self._ask(0).split()]

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def _ask(self, units: int) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(f"{units}\n")
            self._process.stdin.flush()
        except BrokenPipeError:  # it has ended already: an old node cannot read TypeScript
            raise NotMeasuredError(f"it ended with status {self._process.wait()}") from None
        answer = self._process.stdout.readline()
        if not answer:
            raise NotMeasuredError(f"it ended with status {self._process.wait()}")
        return answer


def in_a_row(parameters: Sequence[tuple[Array, Array]]) -> list[float]:
    """Write weights and biases of all layers one after another."""
    return np.concatenate([array.ravel() for pair in parameters for array in pair]).tolist()
