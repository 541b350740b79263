"""Texts for a run that a breakpoint, or a number that is not finite, has stopped."""

from __future__ import annotations

from collections.abc import Iterable

from PyQt6.QtCore import QCoreApplication

from nnviz.model.breakpoints import LineReached, Stop, WentNonFinite
from nnviz.model.explain.sentence import Sentence
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.model.text.numbers import format_count, format_short
from nnviz.views.translation import translate_model


def stop_text(stops: Iterable[Stop], snapshot: Snapshot, convention: Convention = "columns") -> str:
    """Return what stopped a run and where, a line for each breakpoint that did."""
    return "\n".join(_text(stop, snapshot, convention) for stop in stops)


def nonfinite_text(went: WentNonFinite, snapshot: Snapshot, convention: Convention = "columns") -> str:
    """Return where the first number is not finite, what produced it, the likely reason, and what to do."""

    def write(sentence: Sentence | None) -> str:
        return "" if sentence is None else sentence.write(snapshot.labels, snapshot.shapes, translate_model, convention)

    cause, reason = write(went.cause), write(went.reason)
    if cause and reason:
        text = QCoreApplication.translate(
            "Stops",
            "Update %1, line %2: %3 is not finite (%4), because %5. The likely reason: %6. ← shows the state before.",
        )
    elif cause:
        text = QCoreApplication.translate(
            "Stops", "Update %1, line %2: %3 is not finite (%4), because %5. ← shows the state before."
        )
    else:
        text = QCoreApplication.translate(
            "Stops", "Update %1, line %2: %3 is not finite (%4). ← shows the state before."
        )
    text = text.replace("%1", format_count(went.position.update)).replace("%2", str(went.position.line))
    text = text.replace("%3", write(Sentence("{cell}", {"cell": went.cell}))).replace("%4", format_short(went.value))
    return text.replace("%5", cause).replace("%6", reason)


def _text(stop: Stop, snapshot: Snapshot, convention: Convention) -> str:
    written = stop.hit.sentence.write(snapshot.labels, snapshot.shapes, translate_model, convention)
    if isinstance(stop.breakpoint.condition, LineReached):
        text = QCoreApplication.translate("Stops", "Stopped at a breakpoint in update %1: %2.")
    else:
        text = QCoreApplication.translate("Stops", "Stopped at a breakpoint in update %1, line %3: %2.")
    text = text.replace("%1", format_count(stop.position.update)).replace("%3", str(stop.position.line))
    return text.replace("%2", written)
