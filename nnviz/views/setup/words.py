"""What the Setup panel says: tooltips, and the words of a change."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Set
from typing import Literal

from PyQt6.QtCore import QCoreApplication, QLocale

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.losses import LOSSES
from nnviz.model.scenario.scenario import Scenario, keeps_network
from nnviz.model.text.numbers import format_count
from nnviz.views.translation import translate_model

Aspect = Literal["outputs", "output", "loss", "numbers"]
"""What a change of something else may bring with it."""

_FORMULA = re.compile(r"\s*[:：]|\s+[½Σ−±√λ]")


def tooltip(*paragraphs: str) -> str:
    """Return a tooltip of paragraphs, which wraps; empty ones are left out."""
    return "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs if text)


def effect_text(old: Scenario, new: Scenario) -> str:
    """Say whether a change keeps the network."""
    if keeps_network(old, new):
        return QCoreApplication.translate("Setup", "Changing it keeps the network.")
    return QCoreApplication.translate("Setup", "Changing it starts the network anew.")


def short_title(title: str) -> str:
    """Return a title without the formula at its end, for a closed field."""
    return _FORMULA.split(title)[0]


def scenario_text(scenario: Scenario) -> str:
    """Return a scenario's text in the person's language, or in English."""
    name = QLocale().name()
    language = name if name in scenario.text else name.partition("_")[0]
    return scenario.text_in(language)


def change_text(name: str, value: str) -> str:
    """Name a change for Undo: ``Learning rate 0.5``."""
    return QCoreApplication.translate("Setup", "{name} {value}").format(name=name, value=value)


def with_consequences(text: str, old: Scenario, new: Scenario, asked: Set[Aspect]) -> str:
    """Add to the words of a change what else it changed, so that nothing does so silently."""
    also = [what for aspect, what in _consequences(old, new) if aspect not in asked]
    if not also:
        return text
    comma = QCoreApplication.translate("Setup", ", ")
    return QCoreApplication.translate("Setup", "{change} (with it: {others})").format(
        change=text, others=comma.join(also)
    )


def _consequences(old: Scenario, new: Scenario) -> Iterable[tuple[Aspect, str]]:
    before, after = old.layers[-1], new.layers[-1]
    if before.units != after.units:
        yield "outputs", outputs_text(after.units)
    if before.activation != after.activation:
        yield "output", short_title(translate_model(ACTIVATIONS[after.activation].title))
    if old.loss != new.loss:
        yield "loss", short_title(translate_model(LOSSES[new.loss].title))
    if set(old.initial.values) - set(new.initial.values):
        yield "numbers", QCoreApplication.translate("Setup", "initial numbers drawn instead of given")


def outputs_text(units: int) -> str:
    """Return a number of outputs with its noun."""
    if units == 1:
        return QCoreApplication.translate("Setup", "1 output")
    return QCoreApplication.translate("Setup", "{number} outputs").format(number=format_count(units))
