"""Conditions on what an update changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

import numpy as np

from nnviz.model.breakpoints.condition import Condition, ConditionMoment, Hit, hit, lines_writing, lit_symbol
from nnviz.model.explain.sentence import Sentence
from nnviz.model.limits import Ge
from nnviz.model.program.program import Program
from nnviz.model.session.selection import Cell
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class WeightChangesSign(Condition):
    """An update carries a weight across 0.

    Attributes
    ----------
    symbol
        Which parameter; every weight matrix when empty.
    """

    symbol: str = ""
    is_event: ClassVar[bool] = True

    def lines(self, program: Program) -> frozenset[int]:
        """Return the lines that move weights."""
        return lines_writing(program, *([self.symbol] if self.symbol else program.recipe.network.weights))

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Compare with the signs at the start of the update."""
        symbol = lit_symbol(moment)
        after, before = moment.value(symbol), moment.before[symbol]
        if after is None:
            return None
        changed = np.sign(before) * np.sign(after) < 0.0
        if not changed.any():
            return None
        row, column = (int(i) for i in np.unravel_index(int(np.argmax(changed)), changed.shape))
        text = QT_TRANSLATE_NOOP("model", "{cell} changes its sign, from {before} to {after}")
        cell = Cell(symbol, row, column)
        signs = {"before": float(before[row, column]), "after": float(after[row, column])}
        return hit(moment, Sentence(text, {"cell": cell, **signs}), symbol, cell)


@dataclass(frozen=True)
class SampleChangesClass(Condition):
    """An update moves a sample, in its batch or not, into another class.

    Attributes
    ----------
    sample
        Its index in the data, from 0.
    """

    sample: Annotated[int, Ge(0)] = 0
    is_event: ClassVar[bool] = True

    def lines(self, program: Program) -> frozenset[int]:
        """Return the last line: between two ``←`` lines the network is neither the old nor the new one."""
        return frozenset({len(program)})

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Compare the classes of the parameters before and after the update."""
        parameters = {name: moment.value(name) for name in moment.program.parameters}
        after = moment.class_of(self.sample, {name: array for name, array in parameters.items() if array is not None})
        before = moment.class_of(self.sample, moment.before)
        if before is None or after is None or before == after:
            return None
        text = QT_TRANSLATE_NOOP("model", "sample {sample} goes from class {before} to class {after}")
        return hit(moment, Sentence(text, {"sample": self.sample + 1, "before": before, "after": after}))
