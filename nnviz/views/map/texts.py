"""The texts of the map panel."""

from __future__ import annotations

import math

from PyQt6.QtCore import QCoreApplication

from nnviz.model.map import MEASURES, CellResult, MapPlan, MapState
from nnviz.model.text.numbers import exact, format_count, format_short
from nnviz.views.map.content import Kind
from nnviz.views.translation import translate_model


def kind_name(kind: Kind) -> str:
    """Return the name of what a cell shows instead of a number, for the legend."""
    names = {
        Kind.MISSING: QCoreApplication.translate("Map", "not computed"),
        Kind.FAULT: QCoreApplication.translate("Map", "not finite"),
        Kind.NEVER: QCoreApplication.translate("Map", "never"),
        Kind.IMPOSSIBLE: QCoreApplication.translate("Map", "nothing"),
    }
    return names[kind]


def progress_text(state: MapState) -> str:
    """Return a text on the progress of a map, or on its results."""
    if state.plan is None:
        return QCoreApplication.translate("Map", "Each cell is trained separately; click one to open it here.")
    total, seconds = state.plan.size, format_short(state.seconds, 2 if state.seconds < 10 else 3)
    done = len(state.results)
    if state.running:
        text = QCoreApplication.translate("Map", "%1 of %2 cells · %3 s")
    elif done == total:
        return _summary(state)
    else:
        text = QCoreApplication.translate("Map", "Stopped after %1 of %2 cells · %3 s")
    text = text.replace("%1", format_count(done)).replace("%2", format_count(total)).replace("%3", seconds)
    return f"{text} · {state.cluster}" if state.cluster else text


def _summary(state: MapState) -> str:
    assert state.plan is not None  # a finished map has one
    results = state.results.values()
    learned = sum(_has_learned(result, state.plan) for result in results)
    text = QCoreApplication.translate("Map", "%1 of %2 cells end with a loss below %3")
    parts = [
        text.replace("%1", format_count(learned))
        .replace("%2", format_count(state.plan.size))
        .replace("%3", format_short(state.plan.threshold))
    ]
    faults = sum(result.fault is not None for result in results)
    if faults:
        parts.append(QCoreApplication.translate("Map", "%1 not finite").replace("%1", format_count(faults)))
    problems = sum(bool(result.problem) for result in results)
    if problems:
        parts.append(QCoreApplication.translate("Map", "%1 cannot be run").replace("%1", format_count(problems)))
    return " · ".join(parts)


def _has_learned(result: CellResult, plan: MapPlan) -> bool:
    metrics = result.metrics
    return metrics is not None and math.isfinite(metrics.train) and metrics.train < plan.threshold


def cell_tip(state: MapState, row: int, column: int) -> str:
    """Return everything about a cell, with exact numbers."""
    plan = state.plan
    assert plan is not None  # only a map has cells
    result = state.results.get((row, column))
    lines = [plan.cell_text(row, column, translate_model)]
    if result is None:
        lines.append(QCoreApplication.translate("Map", "Not computed yet"))
    elif result.problem:
        lines += [QCoreApplication.translate("Map", "It cannot be run:"), result.problem]
        return "\n".join(lines)
    else:
        lines += _numbers(result, plan)
    lines.append(QCoreApplication.translate("Map", "Click or press Enter to open it as a session"))
    return "\n".join(lines)


def _numbers(result: CellResult, plan: MapPlan) -> list[str]:
    lines = []
    for measure in MEASURES.values():
        number = measure.of(result)
        if number is not None and measure.name != "reached":
            lines.append(f"{translate_model(measure.title)}: {exact(number)}")
    if result.reached is not None:
        text = QCoreApplication.translate("Map", "Loss below %1 after %2 updates")
        lines.append(text.replace("%2", format_count(result.reached)).replace("%1", format_short(plan.threshold)))
    else:
        text = QCoreApplication.translate("Map", "Loss never below %1")
        lines.append(text.replace("%1", format_short(plan.threshold)))
    if result.fault is not None:
        text = QCoreApplication.translate("Map", "Not finite from update %1 on, where training stopped")
        lines.append(text.replace("%1", format_count(result.fault)))
    elif result.metrics is not None:
        text = QCoreApplication.translate("Map", "%1 updates")
        lines.append(text.replace("%1", format_count(result.metrics.update)))
    return lines
