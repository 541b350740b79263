"""The words: the lines, the matrices, the units, the samples, and the explanation of the selected cell."""

from __future__ import annotations

from functools import partial

import numpy as np
from PyQt6.QtCore import QCoreApplication

from nnviz.model.arrays.array import Array
from nnviz.model.engine.metrics import predicted_classes
from nnviz.model.errors import ModelError
from nnviz.model.explain.equation import equation
from nnviz.model.program.shapes import shape_text
from nnviz.model.session.selection import Cell, shown_cell, shown_sample
from nnviz.model.text.numbers import format_number, format_short
from nnviz.views.lines.texts import sign_and_number, stage_name
from nnviz.views.outline.node import LineTarget, OutlineMoment, OutlineRow, SampleTarget, UnitTarget
from nnviz.views.plots.predictions.text import class_name, output_names


def _not_computed() -> str:
    return QCoreApplication.translate("OutlinePanel", "not computed")


# The program ----------------------------------------------------------------------------------------------------------


def program_section(moment: OutlineMoment) -> OutlineRow:
    """Return the lines of the update."""
    lines = [
        OutlineRow(partial(_line_words, index), target=LineTarget(index + 1))
        for index in range(len(moment.snapshot.program))
    ]
    return OutlineRow(_program_words, lambda _: lines)


def _program_words(moment: OutlineMoment) -> str:
    position = moment.snapshot.position
    text = QCoreApplication.translate("OutlinePanel", "Program: update %1, line %2 of %3")
    for place, value in enumerate((position.update, position.line, position.lines), start=1):
        text = text.replace(f"%{place}", str(value))
    return text


def _line_words(index: int, moment: OutlineMoment) -> str:
    snapshot = moment.snapshot
    line = snapshot.program[index + 1]
    words = [
        QCoreApplication.translate("OutlinePanel", "line %1, %2")
        .replace("%1", str(index + 1))
        .replace("%2", stage_name(line.stage)),
        line.formula(snapshot.labels, moment.convention),
    ]
    has_run = index < snapshot.position.line
    if has_run:
        value = snapshot.written(line.writes)
        sign, number = sign_and_number(value)
        norm = QCoreApplication.translate("OutlinePanel", "norm %1") if sign else "%1"
        words.append(norm.replace("%1", format_number(number)))
    else:
        words.append(_not_computed())
    if snapshot.lit_line is line:
        words.append(QCoreApplication.translate("OutlinePanel", "has just run"))
    return "; ".join(words)


# Matrices -------------------------------------------------------------------------------------------------------------


def matrices_section(moment: OutlineMoment) -> OutlineRow:
    """Return every symbol, its rows, and their cells."""
    symbols = [OutlineRow(partial(_symbol_words, name), partial(_rows_of, name)) for name in moment.snapshot.shapes]
    return OutlineRow(lambda _: QCoreApplication.translate("OutlinePanel", "Matrices"), lambda _: symbols)


def _drawn(array: Array, moment: OutlineMoment) -> Array:
    return array.T if moment.convention == "rows" else array


def _shape(name: str, moment: OutlineMoment) -> tuple[int, int]:
    rows, columns = moment.snapshot.shapes[name]
    return (columns, rows) if moment.convention == "rows" else (rows, columns)


def _symbol_words(name: str, moment: OutlineMoment) -> str:
    text = f"{moment.snapshot.labels.of(name)}, {shape_text(_shape(name, moment))}"
    value = moment.snapshot.value(name)
    if value is None:
        return f"{text}: {_not_computed()}"
    return f"{text}: {format_number(float(value[0, 0]))}" if value.size == 1 else text


def _rows_of(name: str, moment: OutlineMoment) -> list[OutlineRow]:
    if _shape(name, moment) == (1, 1):
        return []
    return [
        OutlineRow(partial(_row_words, name, row), partial(_cells_of, name, row))
        for row in range(_shape(name, moment)[0])
    ]


_READ = 8
"""Numbers of a row that are read with it; the others are below it."""


def _row_words(name: str, row: int, moment: OutlineMoment) -> str:
    text = QCoreApplication.translate("OutlinePanel", "row %1").replace("%1", str(row + 1))
    value = moment.snapshot.value(name)
    if value is None:
        return f"{text}: {_not_computed()}"
    numbers = _drawn(value, moment)[row]
    read = ", ".join(format_number(float(number)) for number in numbers[:_READ])
    return f"{text}: {read}{' …' if len(numbers) > _READ else ''}"


def _cells_of(name: str, row: int, moment: OutlineMoment) -> list[OutlineRow]:
    cells = []
    for column in range(_shape(name, moment)[1]):
        cell = Cell(name, column, row) if moment.convention == "rows" else Cell(name, row, column)
        cells.append(OutlineRow(partial(_cell_words, cell, row, column), target=cell))
    return cells


def _cell_words(cell: Cell, row: int, column: int, moment: OutlineMoment) -> str:
    text = QCoreApplication.translate("OutlinePanel", "row %1, column %2")
    text = text.replace("%1", str(row + 1)).replace("%2", str(column + 1))
    value = moment.snapshot.value(cell.symbol)
    return f"{text}: {_not_computed() if value is None else format_number(float(value[cell.row, cell.column]))}"


# The network ----------------------------------------------------------------------------------------------------------


def network_section(moment: OutlineMoment) -> OutlineRow:
    """Return the layers and their units, with the numbers of the shown sample."""
    layers = [
        OutlineRow(partial(_layer_words, layer), partial(_units_of, layer))
        for layer in range(moment.snapshot.network.depth + 1)
    ]
    return OutlineRow(_network_words, lambda _: layers)


def _network_words(moment: OutlineMoment) -> str:
    sample = shown_sample(moment.snapshot, moment.selection)
    text = QCoreApplication.translate("OutlinePanel", "Network, with the numbers of sample %1")
    if not moment.values_of(sample).is_in_batch:
        text = QCoreApplication.translate(
            "OutlinePanel", "Network, with the numbers of sample %1, which is not in this update's batch"
        )
    return text.replace("%1", str(sample + 1))


def _layer_words(layer: int, moment: OutlineMoment) -> str:
    network = moment.snapshot.network
    units = str(network.sizes[layer])
    if layer == 0:
        return QCoreApplication.translate("OutlinePanel", "inputs: %1").replace("%1", units)
    text = QCoreApplication.translate("OutlinePanel", "layer %1: %2 units, %3")
    sign = network.layers[layer - 1].function.sign
    return text.replace("%1", str(layer)).replace("%2", units).replace("%3", sign)


def _units_of(layer: int, moment: OutlineMoment) -> list[OutlineRow]:
    units = moment.snapshot.network.sizes[layer]
    return [OutlineRow(partial(_unit_words, layer, unit), target=UnitTarget(layer, unit)) for unit in range(units)]


def _unit_words(layer: int, unit: int, moment: OutlineMoment) -> str:
    snapshot, sample = moment.snapshot, shown_sample(moment.snapshot, moment.selection)
    text = QCoreApplication.translate("OutlinePanel", "unit %1").replace("%1", str(unit + 1))
    if layer == 0:
        return f"{text}: x {format_short(float(snapshot.data.X[unit, sample]))}"
    words, values = [text], moment.values_of(sample)
    # The update computes no δ of a sample that it does not use.
    names = (("z", f"Z{layer}"), ("a", f"A{layer}"), ("δ", f"delta{layer}"))
    for sign, name in names if values.is_in_batch else names[:2]:
        if name in snapshot.shapes:
            value = values.of(name)
            words.append(f"{sign} {_not_computed() if value is None else format_number(float(value[unit]))}")
    bias = snapshot.value(f"b{layer}")
    if bias is not None:
        words.append(f"b {format_number(float(np.broadcast_to(bias[:, 0], snapshot.network.sizes[layer])[unit]))}")
    return ", ".join(words)


# Samples --------------------------------------------------------------------------------------------------------------


def samples_section(moment: OutlineMoment) -> OutlineRow:
    """Return the samples, with their targets and the network's answers."""
    count = moment.snapshot.data.X.shape[1]
    return OutlineRow(
        _samples_words, lambda _: [OutlineRow(partial(_sample_words, k), target=SampleTarget(k)) for k in range(count)]
    )


def _samples_words(moment: OutlineMoment) -> str:
    metrics = moment.snapshot.metrics
    text = QCoreApplication.translate("OutlinePanel", "Samples: %1").replace("%1", str(moment.snapshot.data.X.shape[1]))
    if metrics.train_right is None:
        return text
    right = QCoreApplication.translate("OutlinePanel", "%1 of %2 classified correctly")
    return f"{text}, {right.replace('%1', str(metrics.train_right)).replace('%2', str(metrics.train_samples))}"


def _sample_words(sample: int, moment: OutlineMoment) -> str:
    snapshot = moment.snapshot
    data = snapshot.data
    text = QCoreApplication.translate("OutlinePanel", "sample %1").replace("%1", str(sample + 1))
    inputs = ", ".join(format_short(float(value)) for value in data.X[:_READ, sample])
    words = [f"{text}: x {inputs}{' …' if len(data.X) > _READ else ''}"]
    targets = snapshot.targets[:, sample : sample + 1]
    is_classes = snapshot.metrics.train_right is not None
    if is_classes:
        words.append(f"y {class_name(data, int(predicted_classes(targets, snapshot.threshold)[0]))}")
    else:
        words.append("y " + ", ".join(format_short(float(value)) for value in targets[:, 0]))
    outputs = moment.values_of(sample).activations(snapshot.network.depth)
    if outputs is not None:
        answers = zip(output_names(snapshot), outputs, strict=True)
        words += [f"{name} {format_number(float(answer))}" for name, answer in answers]
    return ", ".join(words)


# The explanation ------------------------------------------------------------------------------------------------------


def explanation_section(moment: OutlineMoment) -> OutlineRow:
    """Return the equation of the cell that is explained, a step a row."""
    return OutlineRow(_explanation_words, explanation_rows)


def explanation_rows(moment: OutlineMoment) -> list[OutlineRow]:
    """Return the steps of the equation at a moment."""
    return [OutlineRow(partial(_step_words, row)) for row in range(len(_steps(moment)))]


def _explanation_words(moment: OutlineMoment) -> str:
    return QCoreApplication.translate("OutlinePanel", "Explanation of the selected cell")


def _step_words(row: int, moment: OutlineMoment) -> str:
    steps = _steps(moment)
    return steps[row].strip() if row < len(steps) else ""


def _steps(moment: OutlineMoment) -> tuple[str, ...]:
    cell = shown_cell(moment.snapshot, moment.selection)
    if cell is None:
        return ()
    try:
        return equation(moment.snapshot, cell.symbol, (cell.row, cell.column)).rows
    except ModelError:  # nothing has computed it yet
        return (_not_computed(),)
