"""A small scenario, and what scripts of it print."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

import nnviz
from nnviz.model.data.batches import BatchSpec
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scripts.written_script import WrittenScript

UPDATES = 9


@pytest.fixture
def small() -> Scenario:
    flower = Scenario.load("planar-flower")
    return replace(
        flower,
        data=replace(flower.data, samples=30),
        layers=(Layer(3, "tanh"), Layer(1, "sigmoid")),
        batch=BatchSpec(8, "shuffled"),
        title={"en": 'A "quoted" title'},
    )


@pytest.fixture
def printed() -> Callable[[str], list[float]]:
    """Run a script, and return the losses that it prints."""

    def run(text: str) -> list[float]:
        told = io.StringIO()
        with contextlib.redirect_stdout(told), np.errstate(all="ignore"):
            exec(compile(text, "script.py", "exec"), {"__name__": "__main__"})
        return [float(line.split()[1]) for line in told.getvalue().splitlines()]

    return run


@pytest.fixture
def computed() -> Callable[[Scenario], list[float]]:
    """Return the loss of each update's batch."""

    def run(scenario: Scenario) -> list[float]:
        session, losses = nnviz.Session(scenario), []
        for _ in range(UPDATES):
            session.step_update()
            losses.append(float(session.value("L")))
        return losses

    return run


@pytest.fixture
def check(printed, computed):
    """Write a script, run it, compare its losses, and return its text."""

    def run(write: Callable[[Scenario, int], WrittenScript], scenario: Scenario) -> str:
        text = write(scenario, UPDATES).text
        assert printed(text) == pytest.approx(computed(scenario), rel=1e-12, abs=1e-12, nan_ok=True)
        return text

    return run
