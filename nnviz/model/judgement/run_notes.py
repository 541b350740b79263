"""What is worth telling about a run, in words."""

from __future__ import annotations

from nnviz.model.recording.recording import Note, Recording

_OUTCOMES = {
    "time": "Your code was stopped when its time was up.",
    "memory": "Your code was stopped because it took too much memory.",
    "input": "Your code asks for input, which it cannot have here.",
    "exit": "Your code ended itself.",
    "crash": "Your code ended without a word.",
    "cancelled": "It was cancelled.",
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
        return f"Plots are not drawn here ({details})." if details else "Plots are not drawn here."
    if note.kind == "magics":
        return f"Lines that only a notebook understands were left out ({details})."
    if note.kind == "thinned":
        return f"The values of {details} events were not kept: the recording was full."
    if note.kind == "full":
        return "The recording was full before the end."
    if note.kind == "printed":
        return f"Only the head of what was printed is kept ({details} bytes were dropped)."
    if note.kind == "interpreter":
        return f"It was run with {details}."
    return ""
