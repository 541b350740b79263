"""Edits of samples on the plot: each makes a new scenario, with a text for Undo.

Every function raises `ModelError`, and changes nothing, where the edited data cannot be run.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PyQt6.QtCore import QCoreApplication

from nnviz.model.data import (
    DataSpec,
    build,
    with_sample_added,
    with_sample_moved,
    with_sample_relabelled,
    with_sample_removed,
    with_samples_added,
)
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.validation import prepare
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_count
from nnviz.views.plots.predictions.viewport import Viewport

Place = tuple[float, float]


@dataclass(frozen=True)
class Abilities:
    """Which edits of a snapshot's samples are possible.

    Attributes
    ----------
    move
        Whether samples are drawn at their inputs, so that they can be moved and removed.
    add
        Whether a place and a class are all that a new sample needs.
    classes
        How many classes there are to choose from; 0 for regression.
    """

    move: bool
    add: bool
    classes: int


@dataclass(frozen=True)
class Edit:
    """A scenario with other samples, and what was done."""

    scenario: Scenario
    text: str


def abilities(snapshot: Snapshot) -> Abilities:
    """Return which edits of a snapshot's samples are possible."""
    network = snapshot.network
    axes = len(snapshot.data.places)
    if axes > 2:
        return Abilities(move=False, add=False, classes=0)
    if snapshot.data.labels is not None:
        return Abilities(move=True, add=True, classes=max(2, network.output.units))
    return Abilities(move=True, add=axes == 1 and network.output.units == 1, classes=0)


def added(snapshot: Snapshot, place: Place, label: int) -> Edit:
    """Add a sample of a class; on a curve, with the target at that place."""
    answer: int | Sequence[float] = (place[1],) if snapshot.data.labels is None else label
    spec = with_sample_added(snapshot.data, place[: len(snapshot.data.places)], answer)
    return _edit(snapshot, spec, QCoreApplication.translate("Boundary", "Add sample %1"), snapshot.data.n_samples + 1)


def drawn(snapshot: Snapshot, places: Sequence[Place], label: int) -> Edit:
    """Add samples of a class, all in one edit."""
    spec = with_samples_added(snapshot.data, places, label)
    return _edit(snapshot, spec, QCoreApplication.translate("Boundary", "Draw samples: %1"), len(places))


def moved(snapshot: Snapshot, sample: int, place: Place, output: int) -> Edit:
    """Move a sample to other inputs; on a fitted curve, to another input and target."""
    axes = len(snapshot.data.places)
    spec = with_sample_moved(snapshot.data, sample, place[:axes])
    if snapshot.data.labels is None and axes == 1:
        targets = snapshot.targets[:, sample].tolist()
        targets[output] = place[1]
        spec = with_sample_relabelled(build(spec, snapshot.scenario.seed), sample, targets)
    return _edit(snapshot, spec, QCoreApplication.translate("Boundary", "Move sample %1"), sample + 1)


def relabelled(snapshot: Snapshot, sample: int, label: int) -> Edit:
    """Assign a sample to another class."""
    spec = with_sample_relabelled(snapshot.data, sample, label)
    return _edit(snapshot, spec, QCoreApplication.translate("Boundary", "Relabel sample %1"), sample + 1)


def removed(snapshot: Snapshot, sample: int) -> Edit:
    """Remove a sample."""
    spec = with_sample_removed(snapshot.data, sample)
    return _edit(snapshot, spec, QCoreApplication.translate("Boundary", "Remove sample %1"), sample + 1)


def rounded(place: Place, viewport: Viewport) -> Place:
    """Round a place to what the mouse can aim at: to the decimal just below the size of a pixel."""
    steps = (
        viewport.extent.width / max(viewport.area.width(), 1.0),
        viewport.extent.height / max(viewport.area.height(), 1.0),
    )
    first, second = (round(value, -math.floor(math.log10(step))) for value, step in zip(place, steps, strict=True))
    return first, second


def _edit(snapshot: Snapshot, spec: DataSpec, text: str, number: int) -> Edit:
    scenario = replace(snapshot.scenario, data=spec)
    prepare(scenario)
    return Edit(scenario, text.replace("%1", format_count(number)))
