"""Which lines are right for what they got, by the flow of the data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.recognition.trace import Trace


def following(trace: Trace, entries: Sequence[LineEntry]) -> list[LineEntry]:
    """Return entries in which right ones that depend on a wrong one follow from it."""
    wrong = [entry for entry in entries if entry.verdict == "wrong"]
    reached = trace.dependants({event for entry in wrong for event in (entry.fault, entry.event)})
    return [
        replace(entry, verdict="follows") if entry.verdict == "right" and reached[entry.fault] else entry
        for entry in entries
    ]
