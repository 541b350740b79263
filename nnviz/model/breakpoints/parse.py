"""Conditions as people write them in a script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from nnviz.model.breakpoints.condition import Condition
from nnviz.model.breakpoints.condition_table import CONDITIONS, from_plain
from nnviz.model.breakpoints.expression_condition import ExpressionHolds, names_for
from nnviz.model.breakpoints.loss_conditions import LossAbove, LossBelow
from nnviz.model.breakpoints.position_conditions import LineReached
from nnviz.model.errors import ModelError
from nnviz.model.evaluator.evaluator import parse_expression
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import parse_number

_ON_LOSS: Final = re.compile(r"\s*loss\s*([<>])\s*([^<>=]+)")


def read_condition(
    written: Condition | int | str, snapshot: Snapshot, parameters: Mapping[str, object] | None = None
) -> Condition:
    """Return the condition that a script means.

    Parameters
    ----------
    written
        A condition; a line's number (from 1), or the symbol that it writes; ``loss > 3`` or ``loss < 0.01``, where the
        loss is what an update minimises; the name of a row of `CONDITIONS`; or an expression:
        ``abs(delta1).max() < 1e-6``.
    snapshot
        The snapshot with the program and the shapes.
    parameters
        The parameters of a row of `CONDITIONS`, by name.

    Raises
    ------
    ModelError
        If it is none of these.
    """
    program = snapshot.program
    if isinstance(written, str) and written in CONDITIONS:
        return from_plain({"kind": written, **(parameters or {})})
    if parameters:
        raise ModelError("a breakpoint", repr(written), ", ".join(parameters), f"with {', '.join(CONDITIONS)}")
    if isinstance(written, Condition):
        return written
    if isinstance(written, int):
        if not 1 <= written <= len(program):
            raise ModelError("a breakpoint", "line", str(written), f"1 to {len(program)}")
        return LineReached(program[written].writes)
    if written in program.line_of:
        return LineReached(written)
    on_loss = _ON_LOSS.fullmatch(written)
    if on_loss is not None:
        bound = parse_number(on_loss[2])
        return LossAbove(bound) if on_loss[1] == ">" else LossBelow(bound)
    parse_expression(written, names_for(snapshot.shapes), condition=True)
    return ExpressionHolds(written)
