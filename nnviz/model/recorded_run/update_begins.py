"""Where each recorded update begins: with the statement of the loop that makes the updates."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.model.recorded_run.findings import FoundPass
from nnviz.model.recording.recording import Recording


def with_begins(
    recording: Recording, updates: Sequence[tuple[int, int]], forward: Sequence[FoundPass]
) -> tuple[tuple[int, int], ...]:
    """Return the first and the last step of every update.

    What comes before the loop that makes the updates, and what an update is followed by, belongs to none.

    Parameters
    ----------
    recording
        What ran.
    updates
        Steps from the end of the update before, and to its own end.
    forward
        The runs of the forward lines.
    """
    products = [
        min((recording.events[each.event].step for each in forward if each.update == number), default=first)
        for number, (first, _) in enumerate(updates, start=1)
    ]
    loop = None
    if len(updates) > 1:
        loop = _loop_in(recording, updates[1][0], products[1])
    begins = []
    for (first, _), product in zip(updates, products, strict=True):
        same = [step for step in range(first, product) if recording.steps[step].place == loop]
        begins.append(same[-1] if same else product)
    return tuple((begin, last) for begin, (_, last) in zip(begins, updates, strict=True))


def _loop_in(recording: Recording, first: int, product: int) -> int | None:
    """Return the place of the outermost loop that goes round between two steps; None where none does."""
    found = [
        (recording.steps[step].depth, step)
        for step in range(first, product)
        if recording.places[recording.steps[step].place].kind == "loop"
    ]
    return recording.steps[min(found)[1]].place if found else None
