"""Edits: what was changed during a run, and where; replay needs them besides the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nnviz.model.engine.schedule import Stretch
from nnviz.model.history.position import Place, Position
from nnviz.model.scenario.validation import Prepared


@dataclass(frozen=True, eq=False)
class SettingsEdit:
    """Other settings for the same network, from the next update on.

    Attributes
    ----------
    place
        Where it was made; always between updates.
    text
        What was done, as it is shown.
    position
        Where the cursor was when it had been made.
    prepared
        The settings from then on.
    stretch
        The data and batches from then on.
    engine
        What runs the updates from then on.
    only_engine
        Whether everything else stays as it was: nnviz itself made the edit, and the update on the screen stays there.
    """

    place: Place
    text: str
    position: Position
    prepared: Prepared
    stretch: Stretch
    engine: str
    only_engine: bool = False


@dataclass(frozen=True, eq=False)
class ValueEdit:
    """Another value of one cell of a parameter, for the lines that follow.

    Attributes
    ----------
    place, text, position
        As for `SettingsEdit`; the place may be inside an update.
    symbol, cell, value
        What was set.
    old
        The value that was replaced; None where a session file of an older version does not say.
    typed
        How a person wrote the value, where that is a fraction (``1/3``); else empty.
    """

    place: Place
    text: str
    position: Position
    symbol: str
    cell: tuple[int, int]
    value: float
    old: float | None = None
    typed: str = ""


Edit = SettingsEdit | ValueEdit


@dataclass(frozen=True)
class Mark:
    """An edit as a timeline shows it: where, what kind, what was done, and of a value that was set the old one."""

    position: Position
    kind: Literal["settings", "value"]
    text: str
    old: float | None = None


def mark_of(edit: Edit) -> Mark:
    """Return what a timeline shows of an edit."""
    if isinstance(edit, SettingsEdit):
        return Mark(edit.position, "settings", edit.text)
    return Mark(edit.position, "value", edit.text, edit.old)


def resets_update(edit: Edit) -> bool:
    """Return whether nothing of an update is computed where an edit was made."""
    return isinstance(edit, SettingsEdit) and not edit.only_engine


def breaks_off(edit: Edit, stretch: Stretch) -> bool:
    """Return whether an edit ends a stretch of the schedule, with the pass over the data that it is in."""
    return isinstance(edit, SettingsEdit) and edit.stretch != stretch
