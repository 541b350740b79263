"""Checking an optimiser's numbers, its schedule, and the state that it starts from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nnviz.model.limits import Range
from nnviz.model.network.network import Network
from nnviz.model.program.optimisers import OPTIMISERS, Setting
from nnviz.model.program.rate_schedules import LIST, SCHEDULES
from nnviz.model.program.training_methods import METHODS
from nnviz.model.scenario.scenario import OptimiserSpec

Found = tuple[str, str, str]
"""A field, what was found there, and what is accepted."""


def settings_faults(optimiser: OptimiserSpec) -> Iterator[Found]:
    """Find names and numbers that an optimiser and its schedule do not have."""
    if optimiser.kind in METHODS:
        yield from _faults("optimiser.settings", METHODS[optimiser.kind].settings, optimiser.settings)
    schedule = optimiser.schedule
    if schedule.kind not in SCHEDULES:
        yield "optimiser.schedule.kind", repr(schedule.kind), ", ".join(SCHEDULES)
        return
    yield from _faults("optimiser.schedule.settings", SCHEDULES[schedule.kind].settings, schedule.settings)
    if bool(schedule.factors) != (schedule.kind == LIST):
        accepted = "at least one factor" if schedule.kind == LIST else f"no factors, but with the schedule {LIST}"
        yield "optimiser.schedule.factors", f"{len(schedule.factors)} factors", accepted


def state_faults(optimiser: OptimiserSpec, network: Network) -> Iterator[Found]:
    """Find state that the optimiser does not have, or that has another shape than its parameter."""
    kinds = OPTIMISERS[optimiser.kind].state if optimiser.kind in OPTIMISERS else ()
    shapes = {kind + name: shape for name, shape in network.shapes.items() for kind in kinds}
    for symbol, rows in optimiser.state.items():
        where = f"optimiser.state.{symbol}"
        if symbol not in shapes:
            yield where, "no such state", ", ".join(shapes) or "none at all"
        elif len(rows) != shapes[symbol][0] or any(len(row) != shapes[symbol][1] for row in rows):
            widths = sorted({len(row) for row in rows})
            yield where, f"{len(rows)}×{'/'.join(map(str, widths)) or 0}", f"{shapes[symbol][0]}×{shapes[symbol][1]}"


def _faults(where: str, known: Iterable[Setting], given: Mapping[str, float]) -> Iterator[Found]:
    settings = {setting.name: setting for setting in known}
    for name, value in given.items():
        if name not in settings:
            yield f"{where}.{name}", "no such setting", ", ".join(settings) or "none at all"
        elif not Range(settings[name].low, settings[name].high, settings[name].whole).has(value):
            number = "whole numbers, " if settings[name].whole else ""
            yield f"{where}.{name}", repr(value), f"{number}{settings[name].low} to {settings[name].high}"
