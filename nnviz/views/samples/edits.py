"""Changes of samples in the table: each makes a new scenario, with a text for Undo."""

from __future__ import annotations

from dataclasses import replace

from PyQt6.QtCore import QCoreApplication

from nnviz.model.data import DataSet, with_cell_changed, with_sample_relabelled, with_sample_removed
from nnviz.model.data.spec import DataSpec
from nnviz.model.errors import ModelError
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.validation import prepare
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_count, parse_number
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled
from nnviz.views.samples.columns import Column

Change = tuple[Scenario, str]


def changed(snapshot: Snapshot, sample: int, column: Column, typed: str) -> Change:
    """Change a cell to what was typed.

    Raises
    ------
    ModelError
        If it is no number, or no class, or the changed data cannot be run.
    """
    data = snapshot.data
    if column.role == "class":
        spec = with_sample_relabelled(data, sample, _class_named(data, typed))
    else:
        at = column.number + (len(data.raw) if column.role == "target" else 0)
        spec = with_cell_changed(data, sample, at, parse_number(typed))
    return _change(snapshot, spec, QCoreApplication.translate("Samples", "Change sample %1"), sample)


def removed(snapshot: Snapshot, sample: int) -> Change:
    """Remove a sample.

    Raises
    ------
    ModelError
        If it is the last training sample.
    """
    spec = with_sample_removed(snapshot.data, sample)
    return _change(snapshot, spec, QCoreApplication.translate("Samples", "Remove sample %1"), sample)


def _class_named(data: DataSet, typed: str) -> int:
    names = [name.casefold() for name in data.class_names]
    typed = typed.strip()
    if typed.casefold() in names:
        return names.index(typed.casefold())
    shown = ", ".join(data.class_names[:12]) + (" …" if len(names) > 12 else "")
    accepted = filled(QT_TRANSLATE_NOOP("model", "one of the classes {names}"), names=shown)
    raise ModelError(QT_TRANSLATE_NOOP("model", "a class"), "", f"“{typed}”", accepted)


def _change(snapshot: Snapshot, spec: DataSpec, text: str, sample: int) -> Change:
    scenario = replace(snapshot.scenario, data=spec)
    prepare(scenario)
    return scenario, text.replace("%1", format_count(sample + 1))
