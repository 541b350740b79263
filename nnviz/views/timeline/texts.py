"""Texts of the timeline about an update: its loss, its settings, its edits, and its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from PyQt6.QtCore import QCoreApplication

from nnviz.model.data import DATA_SETS
from nnviz.model.data.scaling import TITLES
from nnviz.model.history.edits import Mark
from nnviz.model.history.effective_settings import EffectiveSettings, effective_at
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.penalties import DIVISORS, PENALTIES
from nnviz.model.program.rate_schedules import CONSTANT, SCHEDULES
from nnviz.model.program.symbols import SCALAR_LABELS
from nnviz.model.program.training_methods import METHODS
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.model.text.numbers import format_count, format_number, format_short
from nnviz.views.translation import translate_model

MOST_EDITS = 6
"""Edits named at one place; there may be hundreds."""


def update_text(update: int, in_force: Sequence[EffectiveSettings]) -> str:
    """Return the name of an update of a branch, and its epoch."""
    if not update:
        return QCoreApplication.translate("Timeline", "the start")
    epoch = effective_at(in_force, update).stretch.epoch_of(update)
    text = QCoreApplication.translate("Timeline", "update %1 · epoch %2")
    return text.replace("%1", format_count(update)).replace("%2", format_count(epoch))


def run_tip(snapshot: Snapshot, update: int, near: Sequence[Mark]) -> str:
    """Return what there is at an update: its loss, those of its settings that ever changed, and the edits near it."""
    if snapshot.newest.update == 0:
        return QCoreApplication.translate(
            "Timeline", "The run so far: drag to go back to any update, exactly as it was"
        )
    in_force = snapshot.effective_settings
    texts = (update_text(update, in_force), _loss_at(snapshot, update), *settings_texts(in_force, update))
    return "\n".join(filter(None, (*texts, *edits_texts(near))))


def line_tip(snapshot: Snapshot, line: int, convention: Convention | None) -> str:
    """Return the formula of a line (from 1), in the scenario's convention where none is given; what a click does."""
    translate = QCoreApplication.translate
    formula = snapshot.program[line].formula(snapshot.labels, convention or snapshot.scenario.convention)
    if snapshot.position.is_inside and line > snapshot.position.line:
        what = translate("Timeline", "Click: run on to this line")
    else:
        what = translate("Timeline", "Click: run to this line of the next update")
    return f"{line}  {formula}\n{what}"


def _loss_at(snapshot: Snapshot, update: int) -> str:
    """Return the loss after an update; empty where it was not evaluated."""
    index = int(np.searchsorted(snapshot.curve.at, update))
    if index >= len(snapshot.curve.at) or snapshot.curve.at[index] != update:
        return ""
    text = QCoreApplication.translate("Timeline", "loss after it: %1")
    return text.replace("%1", format_number(float(snapshot.curve.train[index])))


def settings_texts(in_force: Sequence[EffectiveSettings], update: int) -> list[str]:
    """Return the settings of an update, of those that changed along the branch."""
    now = effective_at(in_force, update).scenario
    return [text(now) for text in _ASPECTS if len({text(settings.scenario) for settings in in_force}) > 1]


def edits_texts(marks: Iterable[Mark], shown: int = MOST_EDITS) -> list[str]:
    """Return the edits, each with the update after which it was made."""
    translate, texts = QCoreApplication.translate, []
    marks = list(marks)
    for mark in marks[:shown]:
        at = translate("Timeline", "after update %1").replace("%1", format_count(mark.position.completed))
        texts.append(f"{translate_model(mark.text)} ({at})")
    if len(marks) > shown:
        texts.append(translate("Timeline", "and %1 more").replace("%1", format_count(len(marks) - shown)))
    return texts


def _learning_rate(scenario: Scenario) -> str:
    layers = enumerate(scenario.layers, start=1)
    own = {f"eta{n}": layer.learning_rate for n, layer in layers if layer.learning_rate is not None}
    parts = _numbers({"eta": scenario.optimiser.learning_rate, **own})
    schedule = scenario.optimiser.schedule
    if schedule.kind != CONSTANT:
        parts += [translate_model(SCHEDULES[schedule.kind].title), *_numbers(schedule.numbers())]
    return ", ".join(parts)


def _optimiser(scenario: Scenario) -> str:
    title = translate_model(METHODS[scenario.optimiser.kind].title)
    own = {name: number for name, number in scenario.optimiser.scalars().items() if name != "eta"}
    return ", ".join((title, *_numbers(own)))


def _batch(scenario: Scenario) -> str:
    size = scenario.batch.size
    if size == "full":
        return QCoreApplication.translate("Timeline", "all samples in each update")
    if scenario.batch.order == "shuffled":
        text = QCoreApplication.translate("Timeline", "batches of %1, shuffled")
    else:
        text = QCoreApplication.translate("Timeline", "batches of %1")
    return text.replace("%1", format_count(size))


def _penalty(scenario: Scenario) -> str:
    penalty = PENALTIES.get(scenario.penalty.kind)
    if penalty is None:
        return QCoreApplication.translate("Timeline", "no penalty")
    parts = [translate_model(penalty.title), *_numbers({"lambda": scenario.penalty.rate})]
    divisor = DIVISORS.get(scenario.penalty.divided_by)
    if divisor is not None:
        by = QCoreApplication.translate("Timeline", "divided by %1")
        parts.append(by.replace("%1", SCALAR_LABELS[divisor.name]))
    if scenario.penalty.on_biases:
        parts.append(QCoreApplication.translate("Timeline", "on the biases too"))
    return ", ".join(parts)


def _data(scenario: Scenario) -> str:
    data = scenario.data
    if data.kind in DATA_SETS:
        title = translate_model(DATA_SETS[data.kind].title)
    elif data.file is not None:
        title = Path(data.file.path).name
    else:
        title = QCoreApplication.translate("Timeline", "%1 explicit samples").replace(
            "%1", format_count(len(data.inputs))
        )
    parts = [title]
    if data.noise is not None:
        noise = QCoreApplication.translate("Timeline", "noise %1")
        parts.append(noise.replace("%1", format_short(data.noise)))
    if data.test_share:
        share = QCoreApplication.translate("Timeline", "test share %1 %")
        parts.append(share.replace("%1", format_short(100 * data.test_share)))
    if data.scaling is not None:
        scaling = QCoreApplication.translate("Timeline", "scaling: %1")
        parts.append(scaling.replace("%1", translate_model(TITLES[data.scaling])))
    if data.target_scaling is not None:
        scaling = QCoreApplication.translate("Timeline", "scaling of the targets: %1")
        parts.append(scaling.replace("%1", translate_model(TITLES[data.target_scaling])))
    return ", ".join(parts)


def _loss(scenario: Scenario) -> str:
    title = translate_model(LOSSES[scenario.loss].title)
    if scenario.reduction == "mean":
        return title
    return QCoreApplication.translate("Timeline", "%1, summed over the batch").replace("%1", title)


def _activations(scenario: Scenario) -> str:
    return ", ".join(translate_model(ACTIVATIONS[layer.activation].title) for layer in scenario.layers)


def _biases(scenario: Scenario) -> str:
    if not any(layer.biases for layer in scenario.layers):
        return QCoreApplication.translate("Timeline", "no biases")
    if scenario.train_biases:
        return QCoreApplication.translate("Timeline", "biases are trained")
    return QCoreApplication.translate("Timeline", "biases stay as they are")


def _numbers(scalars: Mapping[str, float]) -> list[str]:
    return [f"{SCALAR_LABELS[name]} = {format_short(number)}" for name, number in scalars.items()]


_ASPECTS: tuple[Callable[[Scenario], str], ...] = (
    _learning_rate,
    _optimiser,
    _batch,
    _penalty,
    _data,
    _activations,
    _loss,
    _biases,
)
