"""What is worth telling about a run, in words."""

from __future__ import annotations

from nnviz.model.recording.outcome import Note
from nnviz.model.recording.recording import Recording
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_OUTCOMES = {
    "time": QT_TRANSLATE_NOOP("model", "Your code was stopped when its time was up."),
    "memory": QT_TRANSLATE_NOOP("model", "Your code was stopped because it took too much memory."),
    "input": QT_TRANSLATE_NOOP("model", "Your code asks for input, which it cannot have here."),
    "exit": QT_TRANSLATE_NOOP("model", "Your code ended itself."),
    "crash": QT_TRANSLATE_NOOP("model", "Your code ended without a word."),
    "cancelled": QT_TRANSLATE_NOOP("model", "It was cancelled."),
}


def outcome_text(recording: Recording) -> str:
    """Return how a recording ended that did not come to its end; empty otherwise."""
    return _OUTCOMES.get(recording.outcome.kind, "")


def notes_of(recording: Recording) -> tuple[str, ...]:
    """Return what is worth telling about a run."""
    return tuple(text for note in recording.notes if (text := _text(note)))


def _text(note: Note) -> str:
    details = ", ".join(map(str, note.details))
    if note.kind == "plots":
        plots = QT_TRANSLATE_NOOP("model", "Plots are not drawn here ({details}).")
        return filled(plots, details=details) if details else QT_TRANSLATE_NOOP("model", "Plots are not drawn here.")
    if note.kind == "magics":
        cell, lines = note.details[0], note.details[1:]
        each = [text for part in lines for text in (part if isinstance(part, list | tuple) else [part])]
        details = f"{cell}: {', '.join(map(str, each))}"
        return filled(
            QT_TRANSLATE_NOOP("model", "Lines that only a notebook understands were left out (cell {details})."),
            details=details,
        )
    if note.kind == "thinned":
        return filled(
            QT_TRANSLATE_NOOP("model", "The values of {details} events were not kept: the recording was full."),
            details=details,
        )
    if note.kind == "full":
        return QT_TRANSLATE_NOOP("model", "The recording was full before the end.")
    if note.kind == "printed":
        return filled(
            QT_TRANSLATE_NOOP("model", "Only the head of what was printed is kept ({details} bytes were dropped)."),
            details=details,
        )
    if note.kind == "interpreter":
        return filled(QT_TRANSLATE_NOOP("model", "It was run with {details}."), details=details)
    return ""
