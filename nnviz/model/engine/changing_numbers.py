"""The named numbers that change from update to update: Adam's corrections, and scheduled learning rates."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nnviz.model.data.batches import updates_per_epoch
from nnviz.model.program.rate_schedules import CONSTANT
from nnviz.model.scenario.scenario import Scenario

CORRECTION = "correction"
"""Prefix of the names of Adam's corrections; their number follows."""


def engine_scalars(scenario: Scenario, samples: int) -> dict[str, float]:
    """Return the named numbers that a scenario's lines read: those that it sets, then those that change each update.

    Parameters
    ----------
    scenario
        The scenario.
    samples
        How many training samples it has.
    """
    numbers = scenario.scalars()
    if scenario.penalty.divided_by == "data":
        numbers["N"] = float(samples)
    return numbers | {f"{CORRECTION}{number}": 0.0 for number in (1, 2) if f"beta{number}" in numbers}


def changing_numbers(scenario: Scenario, samples: int) -> Mapping[str, Callable[[int], float]]:
    """Return the numbers that change, in the order of `engine_scalars`: name → its value in an update (from 1).

    Updates are counted by the optimiser: since its state was last begun. Those that it had seen before the run count
    too.
    """
    numbers, optimiser = engine_scalars(scenario, samples), scenario.optimiser
    before, schedule = optimiser.steps, optimiser.schedule
    each = updates_per_epoch(samples, scenario.effective_batch) if schedule.counts == "epoch" else 1

    def rate(eta: float) -> Callable[[int], float]:
        return lambda move: eta * schedule.factor((before + move - 1) // each)

    def correction(beta: float) -> Callable[[int], float]:
        # Of moments that began at 0. Python's powers: numpy's round differently.
        return lambda move: 1.0 - beta ** (before + move)

    changing: dict[str, Callable[[int], float]] = {}
    for name, value in numbers.items():
        if name.startswith(CORRECTION):
            changing[name] = correction(numbers[f"beta{name[-1]}"])
        elif name.startswith("eta") and schedule.kind != CONSTANT:
            changing[name] = rate(value)
    return changing
