"""What was found in a person's code, in words."""

from __future__ import annotations

import re
from typing import Final

from PyQt6.QtCore import QCoreApplication

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.losses import LOSSES
from nnviz.model.recorded_run.findings import Part, ShownNetwork
from nnviz.model.recorded_run.recorded_run import RecordedRun
from nnviz.model.text.numbers import format_count, format_short
from nnviz.views.translation import translate_model

translate = QCoreApplication.translate

_FORMULA: Final = re.compile(r"[−Σ½]")

Row = tuple[str, str, bool]
"""A label, what was found, and whether that is right."""


def rows_of(run: RecordedRun) -> tuple[Row, ...]:
    """Return what was found, row by row."""
    findings = run.findings
    network = findings.network
    rows: list[Row] = []
    if network is not None:
        rows += [
            (translate("FindingsPanel", "network"), _network(network), True),
            (translate("FindingsPanel", "samples"), _samples(run, network), True),
            (translate("FindingsPanel", "loss"), loss_name(network.loss), True),
            (translate("FindingsPanel", "scaling"), _scaling(network.scaling), True),
            (translate("FindingsPanel", "rate"), _rate(network), True),
            (translate("FindingsPanel", "parameters"), ", ".join(findings.parameters.values()), True),
        ]
    names = {
        "forward": translate("FindingsPanel", "forward"),
        "gradients": translate("FindingsPanel", "gradients"),
        "updates": translate("FindingsPanel", "updates"),
    }
    rows += [(names.get(part.name, part.name), _part(part), part.verdict != "wrong") for part in findings.parts]
    return tuple(row for row in rows if row[1])


def _part(part: Part) -> str:
    texts = {
        "right": translate("FindingsPanel", "right, %1 of %2"),
        "wrong": translate("FindingsPanel", "wrong from line %3 on"),
        "follows": translate("FindingsPanel", "right for what they got"),
        "unknown": translate("FindingsPanel", "not judged"),
    }
    text = texts[part.verdict].replace("%1", str(part.right)).replace("%2", str(part.lines))
    return text.replace("%3", "" if part.first is None else str(part.first.number))


def activation_name(name: str) -> str:
    """Return how an activation is called in a few letters."""
    return ACTIVATIONS[name].sign if name in ACTIVATIONS else name


def loss_name(name: str) -> str:
    """Return how a loss is called in a few words; empty where none was found."""
    if not name:
        return translate("FindingsPanel", "none is computed")
    title = translate_model(LOSSES[name].title) if name in LOSSES else name
    # The formula behind the name is in the program.
    return _FORMULA.split(title, maxsplit=1)[0].strip()


def _network(network: ShownNetwork) -> str:
    sizes = "-".join(map(str, network.sizes))
    names = [activation_name(name) for name in network.activations]
    text = translate("FindingsPanel", "%1, %2").replace("%1", sizes)
    return text.replace("%2", translate("FindingsPanel", " then ").join(names))


def _samples(run: RecordedRun, network: ShownNetwork) -> str:
    count = network.batch if run.network is None else run.network.samples
    if network.samples_are == "rows":
        text = translate("FindingsPanel", "%1, in rows (X @ W)")
    else:
        text = translate("FindingsPanel", "%1, in columns (W @ X)")
    return text.replace("%1", format_count(count))


def _scaling(scaling: str) -> str:
    texts = {
        "mean": translate("FindingsPanel", "mean over the samples"),
        "sum": translate("FindingsPanel", "sum over the samples"),
    }
    return texts.get(scaling, translate_model(scaling))


def _rate(network: ShownNetwork) -> str:
    rate = (
        translate("FindingsPanel", "not found")
        if network.learning_rate is None
        else format_short(network.learning_rate)
    )
    batch = translate("FindingsPanel", "batches of %1").replace("%1", format_count(network.batch))
    if network.batch == 1:
        batch = translate("FindingsPanel", "sample by sample")
    return f"{rate}, {batch}"
