"""How a change of the scenario is named, with what else it brings about: for Undo, wherever it was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import Literal

from PyQt6.QtCore import QCoreApplication

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.losses import LOSSES
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.text.numbers import format_count
from nnviz.views.translation import translate_model

Aspect = Literal["outputs", "output", "loss", "numbers"]
"""What a change of something else may bring with it."""

_FORMULA = re.compile(r"\s*[:：]|\s+[½Σ−±√λ]")


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


def short_title(title: str) -> str:
    """Return a title without the formula at its end, for a closed field."""
    return _FORMULA.split(title)[0]
