"""Names of outputs and classes, and the network's outputs at a place, as text."""

from __future__ import annotations

import numpy as np

from nnviz.model.data import DataSet
from nnviz.model.prediction.forward import ForwardPass
from nnviz.model.program.symbols import subscript
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_number, format_short
from nnviz.views.plots.predictions.plot import PlotMoment


def output_names(snapshot: Snapshot) -> list[str]:
    """Return the names of the outputs: a², or a²₁, a²₂ …."""
    name = snapshot.labels.of(f"A{snapshot.network.depth}").lower()
    units = snapshot.network.output.units
    return [name] if units == 1 else [name + subscript(index + 1) for index in range(units)]


def class_name(data: DataSet, label: int) -> str:
    """Return the name of a class, or its number where it has none."""
    return data.class_names[label] if label < len(data.class_names) else str(label)


def probe(moment: PlotMoment, place: tuple[float, ...]) -> str:
    """Return the network's outputs for inputs that no sample has."""
    snapshot = moment.snapshot
    with np.errstate(all="ignore"):
        inputs = snapshot.data.inputs_at(np.array(place)[:, np.newaxis])
        values = ForwardPass(snapshot.program_run, 1).run(snapshot.values, inputs)
    answers = values[f"A{snapshot.network.depth}"][:, 0].tolist()
    where = ", ".join(format_short(value) for value in place)
    first = f"x = ({where})" if len(place) > 1 else f"{snapshot.data.place_names[0]} = {where}"
    lines = [f"{name} = {format_number(answer)}" for name, answer in zip(output_names(snapshot), answers, strict=True)]
    return "\n".join([first, *lines])
