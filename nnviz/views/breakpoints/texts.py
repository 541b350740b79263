"""Texts about conditions and their parameters."""

from __future__ import annotations

from PyQt6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from nnviz.controller.breakpoint_hits import BreakpointHits
from nnviz.model.breakpoints import CONDITIONS, Condition, ConditionKind
from nnviz.model.program.symbols import Labels
from nnviz.model.text.numbers import format_count, format_short
from nnviz.views.translation import translate_model

_PARAMETERS = {
    "times": QT_TRANSLATE_NOOP("Conditions", "Times in a row"),
    "bound": QT_TRANSLATE_NOOP("Conditions", "Number"),
    "quantity": QT_TRANSLATE_NOOP("Conditions", "What"),
    "layer": QT_TRANSLATE_NOOP("Conditions", "Layer (0: each)"),
    "low": QT_TRANSLATE_NOOP("Conditions", "Lowest"),
    "high": QT_TRANSLATE_NOOP("Conditions", "Highest"),
    "within": QT_TRANSLATE_NOOP("Conditions", "Distance to the limit"),
    "tolerance": QT_TRANSLATE_NOOP("Conditions", "Difference up to"),
    "symbol": QT_TRANSLATE_NOOP("Conditions", "Parameter"),
    "sample": QT_TRANSLATE_NOOP("Conditions", "Sample"),
    "accuracy": QT_TRANSLATE_NOOP("Conditions", "Accuracy, 0 to 1"),
    "update": QT_TRANSLATE_NOOP("Conditions", "Update"),
    "epoch": QT_TRANSLATE_NOOP("Conditions", "Epoch"),
    "text": QT_TRANSLATE_NOOP("Conditions", "Expression"),
}
_CHOICES = {
    "gradient": QT_TRANSLATE_NOOP("Conditions", "gradient"),
    "delta": QT_TRANSLATE_NOOP("Conditions", "δ"),
    "weight": QT_TRANSLATE_NOOP("Conditions", "weight"),
}


def parameter_name(name: str) -> str:
    """Return the name of a parameter."""
    return QCoreApplication.translate("Conditions", _PARAMETERS[name])


def choice_name(key: str) -> str:
    """Return the word for one of the choices of a parameter."""
    return QCoreApplication.translate("Conditions", _CHOICES[key])


def kind_of(condition: Condition) -> ConditionKind:
    """Return the kind of a condition."""
    return next(kind for kind in CONDITIONS.values() if kind.make is type(condition))


def kind_title(kind: ConditionKind) -> str:
    """Return the name of a kind of condition, for any parameters: ``|gradient / δ / weight| is above …``."""
    places = {
        name: " / ".join(choice_name(choice) for choice in parameter.choices) or "…"
        for name, parameter in kind.parameters.items()
    }
    return translate_model(kind.title).format(**places)


def condition_title(condition: Condition, labels: Labels) -> str:
    """Return the name of a condition: ``the loss is below 0.1``; parameters without a place in it are appended."""
    kind = kind_of(condition)
    title = translate_model(kind.title)
    values = {name: getattr(condition, name) for name in kind.parameters}
    written = {name: _written(name, value, labels) for name, value in values.items()}
    behind = [
        _named(name, written[name])
        for name, parameter in kind.parameters.items()
        if f"{{{name}}}" not in kind.title and values[name] != parameter.default
    ]
    return " · ".join((title.format(**written), *behind))


def hits_text(hits: BreakpointHits) -> str:
    """Return how often a breakpoint has stopped a run, and where last."""
    text = QCoreApplication.translate("Conditions", "hit %1 × · last at update %2, line %3")
    text = text.replace("%1", format_count(hits.count)).replace("%2", format_count(hits.last.update))
    return text.replace("%3", str(hits.last.line))


def _named(name: str, written: str) -> str:
    if name == "layer":
        return QCoreApplication.translate("Conditions", "layer %1").replace("%1", written)
    text = QCoreApplication.translate("Conditions", "%1: %2", "a parameter and what it is")
    return text.replace("%1", parameter_name(name)).replace("%2", written)


def _written(name: str, value: float | str, labels: Labels) -> str:
    if name == "symbol":
        return labels.of(str(value)) if value else ""
    if isinstance(value, str):
        return choice_name(value) if value in _CHOICES else value
    if name == "sample":
        return format_count(int(value) + 1)  # people count samples from 1
    return format_count(value) if isinstance(value, int) else format_short(value)
