"""What is said of a person's expression that is not accepted."""

from __future__ import annotations

from typing import Final

from nnviz.model.errors import ModelError
from nnviz.model.evaluator.functions import FUNCTIONS, METHODS
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

ACCEPTED: Final = filled(
    QT_TRANSLATE_NOOP(
        "model",
        "numbers, symbols such as W1, + − * / **, comparisons, and, or, not, indices such as A2[0, 2], "
        "the functions {functions}, and .T .shape[0] {methods}",
    ),
    functions=" ".join(FUNCTIONS),
    methods=" ".join(f".{name}()" for name in METHODS),
)
AT_MOST: Final = QT_TRANSLATE_NOOP("model", "at most {most}")
A_COMPARISON: Final = QT_TRANSLATE_NOOP("model", "a comparison, such as L < 0.1")


def refusal(text: str, column: int | None, found: str, accepted: str) -> ModelError:
    """Make the error that says what in an expression is not accepted, and at which column (from 1)."""
    where = "" if column is None else filled(QT_TRANSLATE_NOOP("model", "column {column}"), column=column)
    asked = filled(QT_TRANSLATE_NOOP("model", "the expression {text}"), text=repr(text))
    return ModelError(asked=asked, where=where, found=found, accepted=accepted)
