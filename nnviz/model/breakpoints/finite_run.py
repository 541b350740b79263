"""Running on while all numbers are finite, and saying in words where the first one is that is not: for scripts."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.breakpoints.nonfinite_guard import Guard, WentNonFinite
from nnviz.model.breakpoints.run import Breakpoint, RunResult
from nnviz.model.explain.sentence import Sentence, Value
from nnviz.model.history.position import Place
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_APPEARED: Final = QT_TRANSLATE_NOOP("model", "{cell} is not finite ({value})")
_BECAUSE: Final = QT_TRANSLATE_NOOP("model", "{cell} is not finite ({value}), because {cause}")
_AND_REASON: Final = QT_TRANSLATE_NOOP(
    "model", "{cell} is not finite ({value}), because {cause}; the likely reason: {reason}"
)
_ALREADY: Final = QT_TRANSLATE_NOOP("model", "{cell} is not finite ({value}) already, before anything more is run")
_LOSS: Final = QT_TRANSLATE_NOOP("model", "the loss of the training samples after this update is not finite ({value})")
_TEST_LOSS: Final = QT_TRANSLATE_NOOP("model", "the loss of the test samples after this update is not finite ({value})")


@dataclass(frozen=True)
class FirstNonFinite:
    """The first number that is not finite, in words.

    Attributes
    ----------
    update, line
        After that line of that update.
    cell
        The cell that it is in; None for a loss over all samples, which no line computes.
    value
        ±∞ or NaN.
    text
        Where it is, what it comes from and the likely reason, without the update and the line.
    """

    update: int
    line: int
    cell: Cell | None
    value: float
    text: str

    def __str__(self) -> str:
        return f"update {self.update}, line {self.line}: {self.text}"


def run_while_finite(
    session: Session, breakpoints: Iterable[Breakpoint], limit: int
) -> tuple[RunResult | None, FirstNonFinite | None]:
    """Run forward to a breakpoint, or to the first number that is not finite; where one is already, nothing is run.

    Parameters
    ----------
    session, breakpoints, limit
        As for `run_until`.

    Returns
    -------
    RunResult or None
        How the run ended; None where nothing was run.
    FirstNonFinite or None
        The first number that is not finite, at which the session stands.
    """
    if not session.is_finite:
        return None, nonfinite_here(session)
    last = Place(session.position.completed + limit)
    result, went = Guard().run(session, breakpoints, last, thorough=True)
    if went is not None:
        return result, _in_words(session, went)
    return result, None if result.stops else nonfinite_here(session)


def nonfinite_here(session: Session) -> FirstNonFinite | None:
    """Return a number that is not finite where a session stands, or a loss over all samples; None without one."""
    place, snapshot = session.position, session.snapshot()
    if not session.is_finite:
        for symbol in session.symbols:
            value = np.atleast_2d(session.value(symbol)) if session.is_computed(symbol) else np.zeros((1, 1))
            if not np.isfinite(value).all():
                row, column = (int(i) for i in np.unravel_index(int(np.argmin(np.isfinite(value))), value.shape))
                cell, number = Cell(symbol, row, column), float(value[row, column])
                text = _written(session, _ALREADY, {"cell": cell, "value": number})
                return FirstNonFinite(place.update, place.line, cell, number, text)
    for text, loss in ((_LOSS, snapshot.metrics.train), (_TEST_LOSS, snapshot.metrics.test)):
        if loss is not None and not math.isfinite(loss):
            written = _written(session, text, {"value": float(loss)})
            return FirstNonFinite(place.update, place.line, None, float(loss), written)
    return None


def _in_words(session: Session, went: WentNonFinite) -> FirstNonFinite:
    values: dict[str, Value] = {"cell": went.cell, "value": went.value}
    text = _APPEARED
    if went.cause is not None:
        values["cause"], text = _sentence(session, went.cause), _BECAUSE
        if went.reason is not None:
            values["reason"], text = _sentence(session, went.reason), _AND_REASON
    written = _written(session, text, values)
    return FirstNonFinite(went.position.update, went.position.line, went.cell, went.value, written)


def _written(session: Session, text: str, values: dict[str, Value]) -> str:
    return _sentence(session, Sentence(text, values))


def _sentence(session: Session, sentence: Sentence) -> str:
    snapshot = session.snapshot(measured=False)
    return sentence.write(snapshot.labels, snapshot.shapes, convention=snapshot.scenario.convention)
