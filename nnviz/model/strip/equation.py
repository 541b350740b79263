"""What a strip shows at a moment: a result, what it is computed from, and the values of both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from nnviz.model.arrays.array import Array
from nnviz.model.program.shapes import Shape
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.strip.line_numbers import LineNumbers
from nnviz.model.strip.tokens import StripOperand, Token
from nnviz.model.strip.written_line import WrittenLine


@dataclass(frozen=True, eq=False)
class LineEquation:
    """A result and what it is computed from.

    Attributes
    ----------
    result
        What the line wrote.
    sign
        Between the two: ``=``, ``←``, or a person's own ``-=``.
    operands, computed
        As written, and with intermediate values; the latter is empty where there are none to be shown.
    value
        An operand's value as it is drawn; None where it has not been computed.
    shape
        An operand's (rows, columns).
    replaces
        The operand that holds what the result replaces; None where nothing is replaced.
    shape_texts
        Shapes that are not written as rows × columns, by the id of the operand: those of a person's own arrays.
    is_wrong
        Whether the line of a person's own code is known to be wrong.
    """

    result: StripOperand
    sign: str
    operands: tuple[Token, ...]
    computed: tuple[Token, ...]
    value: Callable[[StripOperand], Array | None]
    shape: Callable[[StripOperand], Shape]
    replaces: StripOperand | None = None
    shape_texts: Mapping[int, str] = field(default_factory=dict)
    is_wrong: bool = False

    @property
    def every(self) -> tuple[StripOperand, ...]:
        """All operands that may be shown, the result first."""
        tokens = (self.result, *self.operands, *self.computed)
        return tuple(token for token in tokens if isinstance(token, StripOperand))


def equation_of(snapshot: Snapshot, number: int, written: WrittenLine) -> LineEquation:
    """Return the equation of a line (from 1) of the program at a moment."""
    numbers = LineNumbers(snapshot, number, written)
    replaced = (
        token
        for token in written.operands
        if isinstance(token, StripOperand) and written.line.assigns and token.symbol == written.line.writes
    )
    computed = written.computed if numbers.shows_computed else ()
    return LineEquation(
        written.result, written.sign, written.operands, computed, numbers.value, numbers.shape, next(replaced, None)
    )
