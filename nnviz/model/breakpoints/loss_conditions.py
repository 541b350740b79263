"""Conditions on the loss that an update computes for its batch (with the penalty, if any), and on accuracy."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from nnviz.model.breakpoints.condition import Condition, ConditionMoment, Hit, hit, lines_writing
from nnviz.model.explain.sentence import Sentence, Value
from nnviz.model.limits import Ge, Le
from nnviz.model.program.expression import Symbol
from nnviz.model.program.program import Program
from nnviz.model.session.selection import Cell
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


class _OnLoss(Condition):
    """A condition on the batch's loss."""

    def lines(self, program: Program) -> frozenset[int]:
        """Return the line that computes the objective."""
        return lines_writing(program, program.objective)

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Evaluate the condition on the loss."""
        symbol = moment.program.objective
        value = moment.value(symbol)
        if value is None:
            return None
        loss = float(value[0, 0])
        text = self.text_for(moment, loss)
        if text is None:
            return None
        values: dict[str, Value] = {"symbol": Symbol(symbol), "value": loss, **vars(self)}
        return hit(moment, Sentence(text, values), symbol, Cell(symbol, 0, 0))

    @abstractmethod
    def text_for(self, moment: ConditionMoment, loss: float) -> str | None:
        """Return the text that says what holds, or None."""


@dataclass(frozen=True)
class LossBelow(_OnLoss):
    """The loss is below a number."""

    bound: float = 0.01

    def text_for(self, moment: ConditionMoment, loss: float) -> str | None:
        """Compare."""
        return QT_TRANSLATE_NOOP("model", "{symbol} = {value} is below {bound}") if loss < self.bound else None


@dataclass(frozen=True)
class LossAbove(_OnLoss):
    """The loss is above a number."""

    bound: float = 1.0

    def text_for(self, moment: ConditionMoment, loss: float) -> str | None:
        """Compare."""
        return QT_TRANSLATE_NOOP("model", "{symbol} = {value} is above {bound}") if loss > self.bound else None


@dataclass(frozen=True)
class LossRises(_OnLoss):
    """The loss has risen from update to update, several times in a row."""

    times: Annotated[int, Ge(1), Le(1000)] = 3

    @property
    def memory(self) -> int:
        """One earlier loss for each rise."""
        return self.times

    def text_for(self, moment: ConditionMoment, loss: float) -> str | None:
        """Compare each loss with the one before it."""
        losses = (*moment.past.losses[-self.times :], loss)
        if len(losses) <= self.times or not all(one < next_one for one, next_one in pairwise(losses)):
            return None
        return QT_TRANSLATE_NOOP("model", "{symbol} = {value} has risen {times} times in a row")


@dataclass(frozen=True)
class AccuracyReached(Condition):
    """The accuracy on the training samples, with the parameters after the update, reaches a number."""

    accuracy: Annotated[float, Ge(0.0), Le(1.0)] = 1.0

    def lines(self, program: Program) -> frozenset[int]:
        """Return the last line: between two ``←`` lines the network is neither the old nor the new one."""
        return frozenset({len(program)})

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Compare the accuracy; a regression has none."""
        found = moment.metrics.train_accuracy
        if found is None or found < self.accuracy:
            return None
        text = QT_TRANSLATE_NOOP("model", "the accuracy on the training samples is {value}, at least {accuracy}")
        return hit(moment, Sentence(text, {"value": found, "accuracy": self.accuracy}))
