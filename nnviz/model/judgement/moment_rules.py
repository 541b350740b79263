"""Steps of Adam and RMSprop with one thing changed, from the gradients of several updates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np

from nnviz.model.arrays.array import Array

Part = Literal["first", "second", "first-corrected", "second-corrected", "root", "step"]

_BETAS: Final = (0.9, 0.999, 0.99)
_EPSILONS: Final = (1e-8, 1e-7, 0.0)


@dataclass(frozen=True)
class MomentRule:
    """m ← a₁m + c₁g, s ← a₂s + c₂g², and a step along m / √s.

    Attributes
    ----------
    first, second
        What a moment is multiplied with, and its gradient; (0, 1) where there is none.
    epsilon
        Of the division.
    bases, late
        β of each bias correction, 0 without one; how much its t is too large.
    rooted
        Whether the root of s is taken.
    mistakes, part
        What is changed, and where; empty where it is as it should be.
    """

    first: tuple[float, float]
    second: tuple[float, float]
    epsilon: float
    bases: tuple[float, float] = (0.0, 0.0)
    late: tuple[int, int] = (0, 0)
    rooted: bool = True
    mistakes: tuple[str, ...] = ()
    part: Part = "step"

    def parts(self, gradients: Sequence[Array]) -> list[dict[Part, Array]]:
        """Return what each part gives in each update; a step is down for a rate of 1."""
        m = s = np.zeros_like(gradients[0])
        found: list[dict[Part, Array]] = []
        for t, g in enumerate(gradients, start=1):
            m = self.first[0] * m + self.first[1] * g
            s = self.second[0] * s + self.second[1] * g * g
            one = m / (1 - self.bases[0] ** (t + self.late[0]))
            two = s / (1 - self.bases[1] ** (t + self.late[1]))
            root = (np.sqrt(two) if self.rooted else two) + self.epsilon
            step = -one / root
            found.append(
                {
                    "first": m,
                    "second": s,
                    "first-corrected": one,
                    "second-corrected": two,
                    "root": root,
                    "step": step,
                }
            )
        return found


def right_rules(numbers: Sequence[float]) -> Iterator[MomentRule]:
    """Yield Adam and RMSprop with the numbers that stand in a source, and the usual ones."""
    betas = list(dict.fromkeys([*(n for n in numbers if 0.5 <= n < 1), *_BETAS]))
    epsilons = list(dict.fromkeys([*(n for n in numbers if 0 < n < 1e-4), *_EPSILONS]))
    for epsilon in epsilons:
        for two in betas:
            yield MomentRule((0.0, 1.0), (two, 1 - two), epsilon)
            for one in betas:
                if one < two:
                    yield MomentRule((one, 1 - one), (two, 1 - two), epsilon, (one, two))


def changed_rules(right: MomentRule) -> Iterator[MomentRule]:
    """Yield a rule with one thing changed."""
    one, two = right.first[0], right.second[0]
    if one:
        for first, name in (
            ((one, 1.0), "moment-weight-forgotten"),
            ((0.0, 1 - one), "moments-not-kept"),
            ((two, 1 - two), "betas-exchanged"),
            ((1 - one, one), ""),
            ((one, 1 - two), "betas-exchanged"),
            ((-one, 1 - one), "buffer-sign"),
        ):
            yield replace(right, first=first, mistakes=_named(name), part="first")
        for bases, name, part in (
            ((0.0, two), "no-bias-correction", "first-corrected"),
            ((one, 0.0), "no-bias-correction", "second-corrected"),
            ((two, two), "betas-exchanged", "first-corrected"),
            ((one, one), "betas-exchanged", "second-corrected"),
        ):
            yield replace(right, bases=bases, mistakes=_named(name), part=part)  # type: ignore[arg-type]
        yield replace(right, late=(1, 0), mistakes=("time-off-by-one",), part="first-corrected")
        yield replace(right, late=(0, 1), mistakes=("time-off-by-one",), part="second-corrected")
    for second, name in (
        ((two, 1.0), "moment-weight-forgotten"),
        ((0.0, 1 - two), "moments-not-kept"),
        ((1 - two, two), ""),
        *((((one, 1 - one), "betas-exchanged"), ((two, 1 - one), "betas-exchanged")) if one else ()),
    ):
        yield replace(right, second=second, mistakes=_named(name), part="second")
    yield replace(right, rooted=False, part="root")


def _named(name: str) -> tuple[str, ...]:
    return (name,) if name else ()
