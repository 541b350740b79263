"""A mistake, and the situation in which it can be made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from nnviz.model.program.expression import Node
from nnviz.model.program.line import Line

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe

Lines = tuple[Line, ...]
Kind = Literal["forward", "backward", "update", "start", "data", "batches", "prediction"]

WIDENING = "no-sum"
"""The mistake by which biases have a column for each sample."""

LEAKING = "leaking-batch"
"""The mistake that carries the samples of a last, partial batch into the next epoch; the engine makes it."""

STALE = "stale-prediction"
"""The mistake that predicts every sample from the one that a loop has left; the engine makes it."""


PER_SAMPLE = "per-sample-updates"
"""The mistake that makes an update after every sample; the scenario's batches are then single samples."""

CLASS_NUMBERS = "one-hot-missing"
"""The mistake by which every output's target is the number of the class."""

ACCUMULATING = "gradients-accumulated"
"""The mistake by which gradients are added to those of the update before."""


@dataclass(frozen=True)
class Situation:
    """All that decides whether a mistake can be made, and would change anything.

    Attributes
    ----------
    recipe
        What the program is made from.
    samples
        How many training samples there are.
    batch
        How many samples a whole batch has.
    asked_batch
        How many samples the scenario asks for in a batch, which may be more than there are.
    tests
        Whether there are test samples.
    has_classes
        Whether the answers are classes, and not numbers.
    """

    recipe: Recipe
    samples: int
    batch: int
    asked_batch: int
    tests: bool = False
    has_classes: bool = True

    @property
    def batches(self) -> tuple[int, ...]:
        """How many samples a batch may have: as many as a whole one, and those of a smaller last one."""
        return (self.batch,) if self.is_even else (self.batch, self.samples % self.batch)

    @property
    def is_even(self) -> bool:
        """Whether all batches have the same size."""
        return self.samples % self.batch == 0


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """One row of the catalogue.

    Attributes
    ----------
    name
        Identifier in scenario files.
    title
        Name for people.
    says
        What is wrong with a line of a person's code that has it, with ``{sign}`` of the layer's activation and
        ``{slope}``, its slope; empty where the title says it.
    kind
        What is wrong: lines of a stage, the parameters at the start, the data, the batches, or the prediction.
    where
        Where it is made in practice.
    looks
        What it looks like from outside.
    needs
        What a scenario needs for it; empty where any will do.
    possible
        Whether it can be made in a situation, and changes something there.
    change
        Returns the wrong lines for the right ones; None where the lines are not what is wrong.
    is_own_code
        Whether only a person's own code can have it: the catalogue explains it, and the program never makes it.
    """

    name: str
    title: str
    says: str = ""
    kind: Kind
    where: str
    looks: str
    needs: str = ""
    possible: Callable[[Situation], bool] = lambda situation: True
    change: Callable[[Lines, Recipe], Lines] | None = None
    is_own_code: bool = False

    @property
    def needs_gradients(self) -> bool:
        """Whether it is made in the lines, or the batches, of a program that computes gradients."""
        return self.change is not None or self.name == PER_SAMPLE


def rewritten(lines: Lines, rewrite: Callable[[Line], Node | None]) -> Lines:
    """Replace the expressions of lines for which `rewrite` returns one."""
    return tuple(line if (node := rewrite(line)) is None else replace(line, expression=node) for line in lines)
