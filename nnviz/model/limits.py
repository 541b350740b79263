"""Limits of numbers and lengths, as annotations: ``Annotated[int, Ge(1), Le(10)]``, ``Annotated[str, Longest(80, …)]``.

`declared_range` reads them for input fields, `too_long` for what a script made, pydantic for files. A limit that a
person may meet has its reason with it: what would take the memory, or the time. They replace annotated_types, which
takes 6 ms to import and is not a dependency of ours.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

_Limit = TypeVar("_Limit")


class Ge(NamedTuple):
    """The number is this one or greater."""

    ge: float

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Make pydantic check the limit, and write it into schemas."""
        return {**handler(source), "ge": self.ge}


class Le(NamedTuple):
    """The number is this one or less."""

    le: float
    why: str = ""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Make pydantic check the limit, and write it into schemas."""
        return {**handler(source), "le": self.le}


class Longest(NamedTuple):
    """The text, list or object is not longer than this.

    Attributes
    ----------
    most
        Most characters, or entries.
    why
        What is accepted, and why no more: marked for translation, with the placeholder ``{most}``.
    """

    most: int
    why: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Make pydantic check the limit, and write it into schemas."""
        return {**handler(source), "max_length": self.most}


class TooLong(NamedTuple):
    """What is longer than its declared limit: the field, its value, and the limit."""

    field: str
    value: Any
    limit: Longest


@dataclass(frozen=True)
class Range:
    """The values that a number may have, both ends included; infinite where there is no limit; and why no greater."""

    low: float = -math.inf
    high: float = math.inf
    whole: bool = False
    why: str = ""

    def has(self, number: float) -> bool:
        """Return whether a number is accepted."""
        return self.low <= number <= self.high and (not self.whole or isinstance(number, int) or number.is_integer())


@cache
def declared_range(owner: type, field: str) -> Range:
    """Return the range that a dataclass's field is annotated with, as in ``Annotated[int, Ge(1)] | None``."""
    low, high, whole, why = -math.inf, math.inf, False, ""
    for hint in _parts(get_type_hints(owner, include_extras=True)[field]):
        whole = whole or hint is int
        if isinstance(hint, Ge):
            low = max(low, float(hint.ge))
        elif isinstance(hint, Le):
            high, why = min(high, float(hint.le)), hint.why
    return Range(low, high, whole, why)


def _parts(hint: Any) -> Iterator[Any]:
    """Yield what a type is made of: the members of a union, an annotated type and its annotations."""
    yield hint
    if get_origin(hint) is Annotated:
        for part in (hint.__origin__, *hint.__metadata__):
            yield from _parts(part)
    else:
        for part in get_args(hint):
            yield from _parts(part)


def too_long(part: Any, where: str = "") -> Iterator[TooLong]:
    """Find the texts, lists and objects of a dataclass that are longer than declared; what is inside is not read."""
    owner: type = type(part)
    for name, hint in _limited_fields(owner).items():
        yield from _too_long(getattr(part, name), hint, f"{where}{name}")


def limit_at(document: type, names: Sequence[int | str], kind: type[_Limit]) -> _Limit | None:
    """Return the declared limit, of a kind, of what is at a place of a document: ``("title", "en")``."""
    hint: Any = document
    for name in names:
        hint = next((inner for part in _parts(hint) if (inner := _inside(part, name)) is not None), None)
    return next((part for part in _annotations(hint) if isinstance(part, kind)), None)


def _too_long(value: Any, hint: Any, field: str) -> Iterator[TooLong]:
    for limit in _annotations(hint):
        if isinstance(limit, Longest) and value is not None and len(value) > limit.most:
            yield TooLong(field, value, limit)
            return
    if is_dataclass(value):
        yield from too_long(value, f"{field}.")
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _too_long(inner, _element(hint), f"{field}.{key}")
    elif isinstance(value, tuple | list):
        for number, inner in enumerate(value):
            yield from _too_long(inner, _element(hint), f"{field}[{number}]")


@cache
def _limited_fields(owner: type) -> dict[str, Any]:
    """Return the fields of a dataclass that have a limit of length in them, with their types."""
    hints = get_type_hints(owner, include_extras=True)
    return {name: hint for name, hint in hints.items() if name in owner.__dataclass_fields__ and _has_limit(hint)}  # type: ignore[attr-defined]


def _has_limit(hint: Any) -> bool:
    kinds: list[type] = [part for part in _parts(hint) if isinstance(part, type) and is_dataclass(part)]
    return any(isinstance(part, Longest) for part in _parts(hint)) or any(map(_limited_fields, kinds))


def _annotations(hint: Any) -> Iterator[Any]:
    """Yield the annotations of a type itself, or of a member of a union; not those of what is inside it."""
    if get_origin(hint) is Annotated:
        yield from hint.__metadata__
    elif get_origin(hint) in (Union, UnionType):
        for member in get_args(hint):
            yield from _annotations(member)


def _element(hint: Any) -> Any:
    """Return the type of the elements of a list or the values of an object; None for anything else."""
    return next((inner for part in _parts(hint) if (inner := _inside(part, 0)) is not None), None)


def _inside(hint: Any, name: int | str) -> Any:
    """Return the type of a field, an element or a value; None where there is none."""
    origin = get_origin(hint)
    if isinstance(hint, type) and is_dataclass(hint) and isinstance(name, str):
        return get_type_hints(hint, include_extras=True).get(name)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return get_args(hint)[1]
    if isinstance(origin, type) and issubclass(origin, tuple | list):
        return get_args(hint)[0]
    return None
