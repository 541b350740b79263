"""Limits of numbers, as annotations: ``Annotated[int, Ge(1), Le(10)]``.

`declared_range` reads them for input fields, pydantic reads them for files. They replace annotated_types, which takes 6
ms to import and is not a dependency of ours.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints


class Ge(NamedTuple):
    """The number is this one or greater."""

    ge: float

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Make pydantic check the limit, and write it into schemas."""
        return {**handler(source), "ge": self.ge}


class Le(NamedTuple):
    """The number is this one or less."""

    le: float

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Make pydantic check the limit, and write it into schemas."""
        return {**handler(source), "le": self.le}


@dataclass(frozen=True)
class Range:
    """The values that a number may have, both ends included; infinite where there is no limit."""

    low: float = -math.inf
    high: float = math.inf
    whole: bool = False

    def has(self, number: float) -> bool:
        """Return whether a number is accepted."""
        return self.low <= number <= self.high and (not self.whole or float(number).is_integer())


@cache
def declared_range(owner: type, field: str) -> Range:
    """Return the range that a dataclass's field is annotated with, as in ``Annotated[int, Ge(1)] | None``."""
    low, high, whole = -math.inf, math.inf, False
    for hint in _parts(get_type_hints(owner, include_extras=True)[field]):
        whole = whole or hint is int
        if isinstance(hint, Ge):
            low = max(low, float(hint.ge))
        elif isinstance(hint, Le):
            high = min(high, float(hint.le))
    return Range(low, high, whole)


def _parts(hint: Any) -> Iterator[Any]:
    """Yield what a type is made of: the members of a union, an annotated type and its annotations."""
    yield hint
    if get_origin(hint) is Annotated:
        for part in (hint.__origin__, *hint.__metadata__):
            yield from _parts(part)
    else:
        for part in get_args(hint):
            yield from _parts(part)
