"""What is told when a breakpoint has stopped a run."""

from __future__ import annotations

from collections.abc import Iterable

from PyQt6.QtCore import QCoreApplication

from nnviz.model.breakpoints import LineReached, Stop
from nnviz.model.formula import Convention
from nnviz.model.numbers import format_count
from nnviz.model.snapshot import Snapshot
from nnviz.views.words import translate_model


def stop_text(stops: Iterable[Stop], snapshot: Snapshot, convention: Convention = "columns") -> str:
    """Say what stopped a run and where, a line for each breakpoint that did."""
    return "\n".join(_text(stop, snapshot, convention) for stop in stops)


def _text(stop: Stop, snapshot: Snapshot, convention: Convention) -> str:
    written = stop.hit.sentence.write(snapshot.labels, snapshot.shapes, translate_model, convention)
    if isinstance(stop.breakpoint.condition, LineReached):
        text = QCoreApplication.translate("Stops", "Stopped at a breakpoint in update %1: %2.")
    else:
        text = QCoreApplication.translate("Stops", "Stopped at a breakpoint in update %1, line %3: %2.")
    text = text.replace("%1", format_count(stop.position.update)).replace("%3", str(stop.position.line))
    return text.replace("%2", written)
