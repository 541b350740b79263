"""The numbers that fixed words of a lesson rely on, compared with those that are computed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nnviz.model.lesson.lesson import Lesson
from nnviz.model.lesson.values import LessonValues
from nnviz.model.lesson.walk import walk

WITHIN: Final = 1e-5
"""How far off a fact may be, relative to it: it has been written down with seven digits."""


@dataclass(frozen=True)
class Fact:
    """A number of a lesson, and the one that is computed."""

    step: int
    expression: str
    expected: float
    computed: float

    @property
    def is_true(self) -> bool:
        """Whether the two agree."""
        return math.isclose(self.expected, self.computed, rel_tol=WITHIN, abs_tol=1e-12)

    def __str__(self) -> str:
        return f"step {self.step}: {self.expression} is {self.computed!r}, and the lesson says {self.expected!r}"


def facts_of(lesson: Lesson) -> Iterator[Fact]:
    """Run a lesson from its first step to its last, and yield each of its facts.

    Raises
    ------
    ModelError
        If a step cannot be reached, or reads what is not computed there.
    """
    for number, (step, session) in enumerate(walk(lesson), start=1):
        values = LessonValues(session.snapshot())
        for expression, expected in step.expect.items():
            yield Fact(number, expression, expected, values.number(expression))
