import math
from dataclasses import dataclass
from typing import Annotated, Literal

import pytest

from nnviz.model.limits import Ge, Le, Range, declared_range


@dataclass
class Declared:
    free: float = 0.0
    share: Annotated[float, Ge(0), Le(0.9)] = 0.0
    count: Annotated[int, Ge(2)] | None = None
    size: Literal["full"] | Annotated[int, Ge(1)] = "full"


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("free", Range()),
        ("share", Range(0, 0.9)),
        ("count", Range(2, math.inf, whole=True)),
        ("size", Range(1, math.inf, whole=True)),
    ],
)
def test_that_a_range_is_read_from_the_annotation(field: str, expected: Range) -> None:
    assert declared_range(Declared, field) == expected


def test_that_a_range_has_its_ends_and_a_whole_one_no_fractions() -> None:
    accepted = Range(1, 3, whole=True)
    assert [accepted.has(number) for number in (0, 1, 3, 4, 1.5)] == [False, True, True, False, False]
