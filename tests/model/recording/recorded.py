"""Short scripts that are recorded, each once for all tests of a file."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from nnviz.model.recording.record import record
from nnviz.model.recording.recording import Event, Recording


@cache
def recorded(source: str, **limits: Any) -> Recording:
    """Record a text as the file ``mine.py`` in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mine.py"
        path.write_text(source, encoding="utf-8")
        return record(path, **limits)


def events_of(recording: Recording, text: str) -> list[int]:
    """Return the events of a piece of source."""
    return [number for number, event in enumerate(recording.events) if recording.places[event.place].text == text]


def bound(recording: Recording, path: str) -> list[Event]:
    """Return the events that bound or changed a path."""
    return [event for event in recording.events if event.path == path]


def written(recording: Recording, event: Event) -> list[str]:
    """Return the source of an event's operands."""
    return [recording.places[recording.events[one].place].text if one >= 0 else "" for one in event.operands]
