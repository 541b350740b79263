"""Schedules of the learning rate, one row each: by which factor η is multiplied, after how many updates or epochs.

To add a schedule, write its factor and a row in `_ROWS`. All count t from 0; η itself is what a run begins with.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from nnviz.model.program.optimisers import Setting
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

Counted = Literal["update", "epoch"]
"""What a schedule counts."""

Numbers = Mapping[str, float]

CONSTANT = "constant"
LIST = "list"
"""The schedule whose factors a scenario gives one by one."""


@dataclass(frozen=True, kw_only=True)
class RateSchedule:
    """One schedule.

    Attributes
    ----------
    name, title
        Identifier in scenario files; name for people.
    formula
        The rate at t, written out.
    factor
        ``factor(t, numbers)`` returns what η is multiplied by.
    settings
        Its numbers.
    """

    name: str
    title: str
    formula: str
    factor: Callable[[int, Numbers], float]
    settings: tuple[Setting, ...] = ()


def _cosine(t: int, numbers: Numbers) -> float:
    least, share = numbers["least"], min(t / numbers["period"], 1.0)
    return least + 0.5 * (1.0 - least) * (1.0 + math.cos(math.pi * share))


_GAMMA = Setting(name="gamma", default=0.9, low=0.0, high=1.0)
_PERIOD = Setting(name="period", default=10.0, low=1.0, high=1e9, whole=True)

_ROWS = (
    RateSchedule(
        name=CONSTANT,
        title=QT_TRANSLATE_NOOP("model", "constant"),
        formula="η",
        factor=lambda t, numbers: 1.0,
    ),
    RateSchedule(
        name="step",
        title=QT_TRANSLATE_NOOP("model", "in steps"),
        formula="η · γ^⌊t/T⌋",
        factor=lambda t, numbers: numbers["gamma"] ** (t // int(numbers["period"])),
        settings=(_GAMMA, _PERIOD),
    ),
    RateSchedule(
        name="exponential",
        title=QT_TRANSLATE_NOOP("model", "exponential"),
        formula="η · γ^t",
        factor=lambda t, numbers: numbers["gamma"] ** t,
        settings=(_GAMMA,),
    ),
    RateSchedule(
        name="inverse",
        title=QT_TRANSLATE_NOOP("model", "1/t"),
        formula="η / (1 + κ·t)",
        factor=lambda t, numbers: 1.0 / (1.0 + numbers["kappa"] * t),
        settings=(Setting(name="kappa", default=0.01, low=0.0, high=1e6),),
    ),
    RateSchedule(
        name="cosine",
        title=QT_TRANSLATE_NOOP("model", "cosine"),
        formula="η · (ρ + ½ (1 − ρ)(1 + cos(π·t/T))), from T on η·ρ",
        factor=_cosine,
        settings=(_PERIOD, Setting(name="least", default=0.0, low=0.0, high=1.0)),
    ),
    RateSchedule(
        name=LIST,
        title=QT_TRANSLATE_NOOP("model", "from a list"),
        formula="η · factors[t], then the last of them",
        factor=lambda t, numbers: 1.0,
    ),
)

SCHEDULES: Mapping[str, RateSchedule] = MappingProxyType({row.name: row for row in _ROWS})
