"""The part of a scenario that says how the learning rate changes; and what all parts that are read from files share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from nnviz.model.limits import Ge, Longest
from nnviz.model.program.rate_schedules import CONSTANT, LIST, SCHEDULES, Counted
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

STRICT: Mapping[str, object] = {"extra": "forbid", "allow_inf_nan": False}
"""Configuration of pydantic: an unknown field or a number that is not finite is an error."""

FACTORS = Longest(
    100_000, QT_TRANSLATE_NOOP("model", "at most {most} factors: all of them stay in memory with every branch")
)
SETTINGS = Longest(100, QT_TRANSLATE_NOOP("model", "at most {most} entries: each of them is looked up and reported"))


@dataclass(frozen=True)
class ScheduleSpec:
    """How the learning rate changes during a run.

    Attributes
    ----------
    kind
        Name of a row of `SCHEDULES`.
    counts
        Whether it goes by updates or by epochs.
    settings
        The schedule's own numbers; its defaults if absent.
    factors
        Of the schedule ``list``: what the learning rate is multiplied by, one after the other; the last one stays.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    kind: str = CONSTANT
    counts: Counted = "epoch"
    settings: Annotated[Mapping[str, float], SETTINGS] = field(default_factory=dict)
    factors: Annotated[tuple[Annotated[float, Ge(0)], ...], FACTORS] = ()

    def numbers(self) -> dict[str, float]:
        """Return the schedule's numbers by name."""
        return {setting.name: setting.default for setting in SCHEDULES[self.kind].settings} | dict(self.settings)

    def factor(self, count: int) -> float:
        """Return what the learning rate is multiplied by, after so many updates or epochs."""
        if self.kind == LIST:
            return self.factors[min(count, len(self.factors) - 1)]
        return SCHEDULES[self.kind].factor(count, self.numbers())
