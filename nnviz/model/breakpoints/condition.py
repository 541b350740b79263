"""What a condition to stop on is, and what it looks at."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from nnviz.model.arrays.array import Array
from nnviz.model.engine.metrics import Metrics
from nnviz.model.explain.sentence import Sentence
from nnviz.model.history.position import Position
from nnviz.model.program.program import Program
from nnviz.model.session.selection import Cell


@dataclass(frozen=True)
class ConditionPast:
    """What conditions know of what came before, so that whether they hold depends on nothing else.

    Attributes
    ----------
    losses
        What the updates before this one computed for their batches, the latest last; as many as conditions ask for.
    held
        The tracks (see `Condition.track`) of the conditions that held when they were last evaluated.
    """

    losses: tuple[float, ...] = ()
    held: frozenset[Hashable] = field(default_factory=frozenset)


class ConditionMoment(Protocol):
    """A moment of a run: where the cursor stands after a line has run, and the values there, read-only."""

    @property
    def program(self) -> Program:
        """The lines."""

    @property
    def position(self) -> Position:
        """Where the cursor stands."""

    @property
    def past(self) -> ConditionPast:
        """What came before."""

    @property
    def before(self) -> Mapping[str, Array]:
        """Parameters and optimiser state as the update began."""

    @property
    def metrics(self) -> Metrics:
        """Losses and accuracies of the parameters as they stand."""

    @property
    def scalars(self) -> Mapping[str, float]:
        """Named numbers of the program."""

    def value(self, symbol: str) -> Array | None:
        """Return a symbol's value; None when it has not been computed, or the program has no such symbol."""

    def class_of(self, sample: int, parameters: Mapping[str, Array]) -> int | None:
        """Return the class in which a network puts a sample of the data; None when there is no such sample or class."""


@dataclass(frozen=True)
class Hit:
    """A condition that holds.

    Attributes
    ----------
    line
        The line after which it holds.
    symbol
        What it is about.
    cell
        The cell that it is about, if it is about one.
    sentence
        What holds, with its numbers.
    """

    line: int
    symbol: str
    cell: Cell | None
    sentence: Sentence


class Condition(ABC):
    """A condition on a moment; a frozen dataclass of its parameters.

    Attributes
    ----------
    is_event
        Whether it is something that happens (a sign changes) and not something that lasts (the loss is below a number).
        What lasts is worth stopping at where it begins.
    """

    is_event: ClassVar[bool] = False

    @property
    def memory(self) -> int:
        """How many losses before this update's it looks at."""
        return 0

    @abstractmethod
    def lines(self, program: Program) -> frozenset[int]:
        """Return the lines (from 1) after which it has to be evaluated; nowhere else can it begin to hold."""

    @abstractmethod
    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Tell whether it holds, after one of its lines has run."""

    def track(self, line: int) -> Hashable:
        """Return what tells apart what may hold after several lines: by default each line is for itself."""
        return self, line


def lines_writing(program: Program, *symbols: str) -> frozenset[int]:
    """Return the numbers of the lines that write any of some symbols."""
    return frozenset(program.line_of[symbol] for symbol in symbols if symbol in program.line_of)


def lit_symbol(moment: ConditionMoment) -> str:
    """Return what the line that has just run wrote."""
    return moment.program[moment.position.line].writes


def hit(moment: ConditionMoment, sentence: Sentence, symbol: str = "", cell: Cell | None = None) -> Hit:
    """Make a hit at the line that has just run, about what it wrote unless another symbol is given."""
    return Hit(moment.position.line, symbol or lit_symbol(moment), cell, sentence)
