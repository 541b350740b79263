"""What must hold whatever is done in the window: seek there and back, snapshot and session, saved and opened."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from nnviz.app.application import App
from nnviz.model.errors import ModelError
from nnviz.model.session_file.file import open_session, save_session


def differences(app: App, folder: Path, draw: random.Random) -> Iterator[str]:
    """Yield what differs that has to be the same to the last bit."""
    owner = app.controller.owner
    owner.pause()
    session = owner.session
    yield from _different("the snapshot", owner.snapshot.values, session.snapshot().values)
    before = {name: value.copy() for name, value in session.snapshot().values.items()}
    at = session.position
    place = draw.randrange(max(1, at.update - 3000), at.update + 1) if at.update else 0
    if place:
        session.seek(place)
    else:
        session.step_update()
    session.seek(at.update, at.line)
    yield from _different(f"seek to {place} and back to {at}", before, session.snapshot().values)
    path = folder / "oracle.nnviz"
    try:
        save_session(session, path)
        again = open_session(path).session
    except ModelError as error:
        yield f"save and open: {error}"
        return
    if again.position != at:
        yield f"save and open: at {again.position}, not {at}"
    yield from _different("save and open", before, again.snapshot().values)


def _different(what: str, first: Mapping[str, np.ndarray], second: Mapping[str, np.ndarray]) -> Iterator[str]:
    if set(first) != set(second):
        yield f"{what}: other symbols: {set(first) ^ set(second)}"
        return
    for name, value in first.items():
        if not np.array_equal(value, second[name], equal_nan=True):
            yield f"{what}: {name} differs"
