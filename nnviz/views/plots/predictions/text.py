"""Names of outputs and classes, and the network's outputs at a place, as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PyQt6.QtCore import QCoreApplication

from nnviz.model.data import DataSet
from nnviz.model.prediction.forward import ForwardPass
from nnviz.model.program.symbols import subscript
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_number, format_short
from nnviz.views.plots.predictions.own_units import PlotAxis, has_own_names, input_axis
from nnviz.views.plots.predictions.plot import PlotMoment


def output_names(snapshot: Snapshot) -> list[str]:
    """Return the names of the outputs: a², or a²₁, a²₂ …."""
    name = snapshot.labels.of(f"A{snapshot.network.depth}").lower()
    units = snapshot.network.output.units
    return [name] if units == 1 else [name + subscript(index + 1) for index in range(units)]


def class_name(data: DataSet, label: int) -> str:
    """Return the name of a class, or its number where it has none."""
    return data.class_names[label] if label < len(data.class_names) else str(label)


def inputs_text(data: DataSet, place: Sequence[float], write: Callable[[float], str]) -> str:
    """Return the inputs of a place: ``x = (0, 1)``; with names of their own, or scaled, a line each.

    Scaled inputs are written in their own unit, and beside it as the network sees them.
    """
    axes = [input_axis(data, index) for index in range(len(place))]
    if len(place) > 1 and not has_own_names(data) and not any(axis.is_scaled for axis in axes):
        return f"x = ({', '.join(write(value) for value in place)})"
    return "\n".join(_input_text(axis, value, write) for axis, value in zip(axes, place, strict=True))


def _input_text(axis: PlotAxis, value: float, write: Callable[[float], str]) -> str:
    if not axis.is_scaled:
        return f"{axis.name} = {write(value)}"
    text = QCoreApplication.translate("Boundary", "%1 = %2, scaled %3")
    return text.replace("%1", axis.name).replace("%2", format_short(axis.value(value))).replace("%3", write(value))


def probe(moment: PlotMoment, place: tuple[float, ...]) -> str:
    """Return the network's outputs for inputs that no sample has."""
    snapshot = moment.snapshot
    with np.errstate(all="ignore"):
        inputs = snapshot.data.inputs_at(np.array(place)[:, np.newaxis])
        values = ForwardPass(snapshot.program_run, 1).run(snapshot.values, inputs)
    answers = values[f"A{snapshot.network.depth}"][:, 0].tolist()
    first = inputs_text(snapshot.data, place, format_short)
    lines = [f"{name} = {format_number(answer)}" for name, answer in zip(output_names(snapshot), answers, strict=True)]
    return "\n".join([first, *lines])
