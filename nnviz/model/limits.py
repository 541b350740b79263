"""Ends of ranges, as annotations of numbers: ``Annotated[int, Ge(1), Le(10)]``.

`ranges` reads them for whoever asks a person, pydantic for files. They stand in the place of annotated_types, which
takes 6 ms to import and is no dependency of ours by itself.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Ge(NamedTuple):
    """The number is this one or greater."""

    ge: float

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Have pydantic check it, and write it into schemas."""
        return {**handler(source), "ge": self.ge}


class Le(NamedTuple):
    """The number is this one or less."""

    le: float

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Have pydantic check it, and write it into schemas."""
        return {**handler(source), "le": self.le}
