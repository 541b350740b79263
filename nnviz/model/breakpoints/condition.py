"""The interface of conditions, and of the moments that they are evaluated on."""

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
    """What conditions know about earlier updates; whether they hold depends on this and the moment alone.

    Attributes
    ----------
    losses
        The batch losses of the updates before this one, the latest last; as many as the conditions need.
    held
        The tracks (see `Condition.track`) of the conditions that held when they were last evaluated.
    """

    losses: tuple[float, ...] = ()
    held: frozenset[Hashable] = field(default_factory=frozenset)


class ConditionMoment(Protocol):
    """A moment of a run: the position after a line has run, and the values there, read-only."""

    @property
    def program(self) -> Program:
        """The lines."""

    @property
    def position(self) -> Position:
        """The cursor's position."""

    @property
    def past(self) -> ConditionPast:
        """What is known about earlier updates."""

    @property
    def before(self) -> Mapping[str, Array]:
        """Parameters and optimiser state at the start of the update."""

    @property
    def metrics(self) -> Metrics:
        """Losses and accuracies of the present parameters."""

    @property
    def scalars(self) -> Mapping[str, float]:
        """Named numbers of the program."""

    def value(self, symbol: str) -> Array | None:
        """Return a symbol's value; None when it has not been computed, or the program has no such symbol."""

    def class_of(self, sample: int, parameters: Mapping[str, Array]) -> int | None:
        """Return the class that the network predicts for a sample of the data; None without such a sample or class."""


@dataclass(frozen=True)
class Hit:
    """A condition that holds.

    Attributes
    ----------
    line
        The line after which it holds.
    symbol
        The symbol that it is about.
    cell
        The cell that it is about, if any.
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
        Whether it is an event (a sign changes), and not a state that lasts (the loss is below a number). An event stops
        a run each time, a state where it begins.
    """

    is_event: ClassVar[bool] = False

    @property
    def memory(self) -> int:
        """How many losses of earlier updates it needs."""
        return 0

    @abstractmethod
    def lines(self, program: Program) -> frozenset[int]:
        """Return the lines (from 1) after which it has to be evaluated; it can begin to hold nowhere else."""

    @abstractmethod
    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Return what holds after one of its lines has run, or None."""

    def track(self, line: int) -> Hashable:
        """Return the key under which it is remembered that the condition held: by default one for each line."""
        return self, line


def lines_writing(program: Program, *symbols: str) -> frozenset[int]:
    """Return the numbers of the lines that write any of these symbols."""
    return frozenset(program.line_of[symbol] for symbol in symbols if symbol in program.line_of)


def lit_symbol(moment: ConditionMoment) -> str:
    """Return the symbol that the line that has just run wrote."""
    return moment.program[moment.position.line].writes


def hit(moment: ConditionMoment, sentence: Sentence, symbol: str = "", cell: Cell | None = None) -> Hit:
    """Return a hit at the line that has just run, about the symbol that it wrote unless there is another one."""
    return Hit(moment.position.line, symbol or lit_symbol(moment), cell, sentence)
