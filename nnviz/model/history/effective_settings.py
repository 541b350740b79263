"""Which settings are effective along a branch, found without moving the cursor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from nnviz.model.engine.schedule import Stretch
from nnviz.model.history.branch import Branch
from nnviz.model.history.edits import SettingsEdit
from nnviz.model.scenario.scenario import Scenario


@dataclass(frozen=True, eq=False)
class EffectiveSettings:
    """Settings, and from where they are effective until others are.

    Attributes
    ----------
    since
        After how many updates; update ``since + 1`` is the first made with them.
    scenario
        The settings.
    stretch
        The data and batches that go with them.
    """

    since: int
    scenario: Scenario
    stretch: Stretch


_since = attrgetter("since")


def settings_of(branch: Branch) -> tuple[EffectiveSettings, ...]:
    """Return the settings along a branch, in order; of several chosen at one place the last, as only that was used."""
    start = next(iter(branch.keyframes))
    along = {0: EffectiveSettings(0, start.prepared.scenario, branch.first)}
    for edit in branch.edits:
        if isinstance(edit, SettingsEdit):
            along[edit.place.completed] = EffectiveSettings(edit.place.completed, edit.prepared.scenario, edit.stretch)
    return tuple(along.values())


def effective_at(along: Sequence[EffectiveSettings], update: int) -> EffectiveSettings:
    """Return the settings that an update (from 1) was made with; for 0, those that the run began with."""
    return along[max(bisect_left(along, update, key=_since) - 1, 0)]


def epoch_of(along: Sequence[EffectiveSettings], update: int) -> int:
    """Return the epoch that an update belongs to."""
    return effective_at(along, update).stretch.epoch_of(update)


def end_of_epoch(along: Sequence[EffectiveSettings], epoch: int, newest: int) -> int | None:
    """Return the last update of an epoch (from 1); None where that is not within the first `newest` updates.

    An epoch that other data or batches broke off ends where that happened.
    """
    for at, settings in enumerate(along):
        stretch = settings.stretch
        until = along[at + 1].since if at + 1 < len(along) else newest
        end = stretch.first_update + (epoch - stretch.first_epoch) * stretch.per_epoch
        if settings.since < end <= until:
            return end
        breaks_off = at + 1 < len(along) and along[at + 1].stretch != stretch
        if breaks_off and until > settings.since and stretch.epoch_of(until) == epoch:
            return until
    return None
