"""The value of a watch at the moment on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PyQt6.QtCore import QCoreApplication

from nnviz.model.errors import ModelError
from nnviz.model.evaluator.evaluator import compiled
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.watches.watch import Watch, evaluate
from nnviz.views.error_text import error_text


@dataclass(frozen=True)
class WatchReading:
    """A watch's value; None with a problem where the network on the screen has no such number."""

    value: float | None = None
    problem: str = ""
    is_condition: bool = False


def read_watch(watch: Watch, snapshot: Snapshot) -> WatchReading:
    """Return a watch's value now, or why there can be none."""
    refusal, is_condition = _check(watch.text, snapshot.program.symbols)
    if refusal is not None:
        return WatchReading(problem=error_text(refusal))
    try:
        return WatchReading(evaluate(watch, snapshot), is_condition=is_condition)
    except ModelError as error:
        return WatchReading(problem=error_text(error))
    except ValueError as error:
        # The expression was written for other shapes.
        problem = QCoreApplication.translate("Watches", "In this network the shapes do not fit together: %1")
        return WatchReading(problem=problem.replace("%1", str(error)))


@lru_cache(maxsize=256)
def _check(text: str, symbols: tuple[str, ...]) -> tuple[ModelError | None, bool]:
    """Return what is wrong with a text at every moment of a program, and whether it is a condition."""
    try:
        return None, compiled(text, symbols).is_condition
    except ModelError as error:
        return error.with_traceback(None), False
