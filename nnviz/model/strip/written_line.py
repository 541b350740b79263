"""A line of the program as it is written out: its result, its operands, and the operation left when these are computed.

None of it depends on the values, so that it need not be written again for each frame.
"""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import Activate, LossValue, Scalar, Symbol
from nnviz.model.program.formula import in_convention
from nnviz.model.program.line import Line
from nnviz.model.program.symbols import Labels
from nnviz.model.strip.parts import Powers, SampleLosses, SumOfPowers
from nnviz.model.strip.reach import columns_of, everything, rows_of, same
from nnviz.model.strip.tokens import Sign, StripOperand, Token
from nnviz.model.strip.writing import TokenWriter, is_number_symbol
from nnviz.model.text.convention import Convention


@dataclass(frozen=True, eq=False)
class WrittenLine:
    """A line written out.

    Attributes
    ----------
    line
        The line.
    convention
        Whether samples are columns or rows.
    result
        What it writes.
    sign
        ``=``, or ``←`` where a value is replaced.
    operands
        The expression as written, with arrays as its letters.
    computed
        The outermost operation with the values of its operands; empty where that says nothing more.
    """

    line: Line
    convention: Convention
    result: StripOperand
    sign: str
    operands: tuple[Token, ...]
    computed: tuple[Token, ...]


def written_line(line: Line, labels: Labels, convention: Convention) -> WrittenLine:
    """Return a line written out."""
    writer = TokenWriter(labels, convention)
    node = in_convention(line.expression, convention)
    result = StripOperand(
        labels.of(line.writes), Symbol(line.writes), same, line.writes, is_number=is_number_symbol(line.writes)
    )
    operands, computed = writer.write(node), _parts(writer, line, convention) or writer.write(node, 1)
    says_more = any(isinstance(token, StripOperand) and token.is_computed for token in computed)
    # Of a single operand the value would be the result.
    is_result = len(computed) == 1 and not isinstance(line.expression, LossValue)
    sign = "←" if line.assigns else "="
    return WrittenLine(line, convention, result, sign, operands, computed if says_more and not is_result else ())


def _parts(writer: TokenWriter, line: Line, convention: Convention) -> tuple[Token, ...]:
    """Return what the value of a softmax or of a loss is made of; nothing for another expression."""
    match line.expression:
        case LossValue() as loss:
            cells = StripOperand("ℓ", SampleLosses(loss), everything, is_computed=True)
            mean = (Sign("/", is_break=True), *writer.write(Scalar("m"))) if loss.reduction == "mean" else ()
            return (Sign("Σ"), cells, *mean)
        case Activate(activation, Symbol() as z) if ACTIVATIONS[activation].couples_units:
            named = writer.operand(z)
            assert isinstance(named, StripOperand)
            of_sample = columns_of(same) if convention == "columns" else rows_of(same)
            return (
                StripOperand(f"e^{named.label}", Powers(z), same, is_computed=True),
                Sign("/", is_break=True),
                StripOperand(f"Σₖ e^{named.label}", SumOfPowers(z), of_sample, is_computed=True),
            )
    return ()
