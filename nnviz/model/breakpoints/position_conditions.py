"""Conditions on the cursor's position."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from nnviz.model.breakpoints.condition import Condition, ConditionMoment, Hit, hit, lines_writing
from nnviz.model.explain.sentence import Sentence
from nnviz.model.limits import Ge
from nnviz.model.program.expression import Symbol
from nnviz.model.program.program import Program
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class LineReached(Condition):
    """A line has run: the one that writes `symbol`, whatever its number is when the program changes."""

    symbol: str
    is_event: ClassVar[bool] = True

    def lines(self, program: Program) -> frozenset[int]:
        """Return that line."""
        return lines_writing(program, self.symbol)

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Return a hit each time."""
        text = QT_TRANSLATE_NOOP("model", "line {line} has run: {symbol}")
        return hit(moment, Sentence(text, {"line": moment.position.line, "symbol": Symbol(self.symbol)}))


@dataclass(frozen=True)
class UpdateReached(Condition):
    """An update has begun, or one after it."""

    update: Annotated[int, Ge(1)] = 100

    def lines(self, program: Program) -> frozenset[int]:
        """Return the first line."""
        return frozenset({1})

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Return a hit from the update's first line on."""
        if moment.position.update < self.update:
            return None
        return hit(moment, Sentence(QT_TRANSLATE_NOOP("model", "update {update} has begun"), {"update": self.update}))


@dataclass(frozen=True)
class EpochReached(Condition):
    """An epoch has begun, or one after it."""

    epoch: Annotated[int, Ge(1)] = 100

    def lines(self, program: Program) -> frozenset[int]:
        """Return the first line."""
        return frozenset({1})

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Return a hit from the epoch's first update on."""
        if moment.position.epoch < self.epoch:
            return None
        return hit(moment, Sentence(QT_TRANSLATE_NOOP("model", "epoch {epoch} has begun"), {"epoch": self.epoch}))
