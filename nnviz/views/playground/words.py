"""What is said about a Playground link's parts."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.model.playground import LinkNote
from nnviz.model.playground.notes import LinkOutcome
from nnviz.views.translation import translate_model

_BETWEEN = " · "


def told(notes: Sequence[LinkNote], outcome: LinkOutcome) -> str:
    """Write the notes of one outcome: what is as it was in one paragraph, anything else in a line with its fields."""
    chosen = [note for note in notes if note.outcome == outcome]
    if outcome == "kept":
        return _BETWEEN.join(translate_model(note.text) for note in chosen)
    return "\n".join(f"{', '.join(note.fields)}: {translate_model(note.text)}" for note in chosen)
