"""A sample, and the network's prediction for it, as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from PyQt6.QtCore import QCoreApplication

from nnviz.model.arrays.array import Array
from nnviz.model.engine.metrics import predicted_classes
from nnviz.model.prediction.forward import values_of_sample
from nnviz.model.program.symbols import subscript
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import exact, format_count, format_number, format_percent, format_short
from nnviz.views.plots.predictions.own_units import input_axis
from nnviz.views.plots.predictions.plot import PlotMoment
from nnviz.views.plots.predictions.text import class_name, inputs_text, output_names

NOT_COMPUTED: Final = "—"
_MOST_OUTPUTS: Final = 4
_MOST_INPUTS: Final = 3
_LONGEST: Final = 14
_SOME: Final = 200

Role = Literal["secondary", "plain", "bold"]


@dataclass(frozen=True)
class TextLine:
    """A line of text beside the plot."""

    text: str
    role: Role = "plain"


def words_of(moment: PlotMoment, sample: int | None, *, brief: bool) -> tuple[tuple[TextLine, ...], ...]:
    """Return the paragraphs about the selected sample.

    Parameters
    ----------
    moment, sample
        What is drawn, and the sample that is ringed, if one is.
    brief
        Whether a paragraph has to fit into a line.
    """
    paragraphs = [] if sample is None else [_sample_words(moment, sample, brief=brief)]
    return tuple(paragraphs)


def accuracy_text(snapshot: Snapshot) -> str:
    """Return how many samples are classified correctly, for training and for testing; empty for regression."""
    measured, translate = snapshot.metrics, QCoreApplication.translate
    if measured.train_right is None:
        return ""
    text = translate("Boundary", "accuracy %1").replace("%1", _share(measured.train_right, measured.train_samples))
    if measured.test_right is not None:
        share = _share(measured.test_right, measured.test_samples)
        text += " · " + translate("Boundary", "test %1").replace("%1", share)
    if snapshot.is_measured_rarely:
        after = translate("Boundary", "after update %1").replace("%1", format_count(measured.update))
        text = f"{text} ({after})"
    return text


def _share(right: int, of: int) -> str:
    """Return how many are correct, as a percentage of many samples."""
    if of >= _SOME:
        return f"{format_percent(right / of)} %"
    text = QCoreApplication.translate("Boundary", "%1 of %2")
    return text.replace("%1", format_count(right)).replace("%2", format_count(of))


def _sample_words(moment: PlotMoment, sample: int, *, brief: bool) -> tuple[TextLine, ...]:
    snapshot = moment.snapshot
    answers = outputs_of(moment, sample)
    target = _target(snapshot, sample, moment.output, format_short)
    names = output_names(snapshot)
    most = 1 if brief else _MOST_OUTPUTS
    if answers is None:
        written = [f"{names[moment.output]} = {NOT_COMPUTED}"]
    else:
        shown = list(range(len(names)))
        if len(names) > most and snapshot.data.labels is not None:
            # Of the outputs of many classes, only the greatest matter.
            shown = np.argsort(-np.nan_to_num(answers, nan=-np.inf), kind="stable")[:most].tolist()
        elif len(names) > most:
            # The drawn one, which the target is for, and those beside it.
            first = min(max(moment.output - most // 2, 0), len(names) - most)
            shown = list(range(first, first + most))
        written = [
            *_answer(snapshot, answers),
            *(f"{names[index]} = {format_number(answers[index])}" for index in shown),
        ]
    if brief:
        # The inputs are the longest and come last: they are what is cut off.
        inputs = _short_inputs(snapshot, sample) if len(snapshot.data.places) < 3 else []
        texts = [target, *written, *inputs]
    else:
        texts = [*_short_inputs(snapshot, sample), target, *written]
    return (TextLine(title_of(snapshot, sample), "secondary"), *(TextLine(text) for text in texts))


def tooltip(moment: PlotMoment, sample: int) -> str:
    """Return everything about a sample, with exact numbers."""
    snapshot = moment.snapshot
    lines = [
        title_of(snapshot, sample),
        _inputs(snapshot, sample, exact),
        _target(snapshot, sample, moment.output, exact),
    ]
    names, answers = output_names(snapshot), outputs_of(moment, sample)
    if answers is None:
        lines.append(
            f"{names[moment.output]}: {QCoreApplication.translate('Boundary', 'not computed yet in this update')}"
        )
    else:
        lines += _answer(snapshot, answers)
        lines += [f"{name} = {exact(answer)}" for name, answer in zip(names, answers.tolist(), strict=True)]
    if answers is None or (_has_moved(snapshot) and snapshot.column_of(sample) is not None):
        place = moment.predictions.place_of(sample)
        if place is not None:
            now = ", ".join(exact(answer) for answer in moment.predictions.outputs[:, place].tolist())
            text = QCoreApplication.translate("Boundary", "with the current parameters: %1")
            lines.append(text.replace("%1", now))
    place = moment.predictions.place_of(sample)
    if place is not None and moment.predictions.wrong[place]:
        lines.append(QCoreApplication.translate("Boundary", "misclassified"))
    return "\n".join(lines)


def title_of(snapshot: Snapshot, sample: int) -> str:
    """Return the name of a sample, counted from 1."""
    name = QCoreApplication.translate("Boundary", "sample %1").replace("%1", format_count(sample + 1))
    if sample in snapshot.data.test:
        name += " " + QCoreApplication.translate("Boundary", "(test)")
    return name


def outputs_of(moment: PlotMoment, sample: int) -> Array | None:
    """Return a sample's outputs as every view shows them.

    They are those that the update on the screen computed, or None when it has not come that far. For a sample that is
    not in its batch, they are those of the current parameters.
    """
    snapshot = moment.snapshot
    name = f"A{snapshot.network.depth}"
    column = snapshot.column_of(sample)
    if column is not None:
        computed = snapshot.value(name)
        return None if computed is None else computed[:, column]
    place = moment.predictions.place_of(sample)
    if place is not None:
        return moment.predictions.outputs[:, place]
    return values_of_sample(snapshot, sample)[name][:, 0]


def _short_inputs(snapshot: Snapshot, sample: int) -> list[str]:
    """Return the inputs in one line, or two of them in two lines where one would be too long."""
    text = _inputs(snapshot, sample, format_short)
    data = snapshot.data
    if len(data.places) != 2 or (len(text) <= _LONGEST and "\n" not in text):
        return text.split("\n")
    # There is room for the numbers in their own unit alone; the tooltip has both.
    axes = [input_axis(data, index) for index in range(2)]
    values = data.places[:, sample].tolist()
    return [f"{axis.name} = {format_short(axis.value(value))}" for axis, value in zip(axes, values, strict=True)]


def _inputs(snapshot: Snapshot, sample: int, write: Callable[[float], str]) -> str:
    values = snapshot.data.places[:, sample].tolist()
    if len(values) > _MOST_INPUTS:
        return QCoreApplication.translate("Boundary", "x: %1 inputs").replace("%1", format_count(len(values)))
    return inputs_text(snapshot.data, values, write)


def _target(snapshot: Snapshot, sample: int, output: int, write: Callable[[float], str]) -> str:
    labels = snapshot.data.labels
    if labels is not None and len(snapshot.targets) > 1:
        name = class_name(snapshot.data, int(labels[sample]))
        return QCoreApplication.translate("Boundary", "y: class %1").replace("%1", name)
    name = snapshot.labels.target
    if len(snapshot.targets) > 1:
        name += subscript(output + 1)
    text = f"{name} = {write(float(snapshot.targets[output, sample]))}"
    own = "" if labels is None else class_name(snapshot.data, int(labels[sample]))
    return text if labels is None or own == str(labels[sample]) else f"{text} ({own})"


def _answer(snapshot: Snapshot, answers: Array) -> list[str]:
    """Return a line with the class that several outputs predict: outputs are counted from 1, classes from 0."""
    if snapshot.data.labels is None or len(answers) == 1 or np.isnan(answers).any():
        return []
    label = int(predicted_classes(answers[:, np.newaxis], snapshot.threshold)[0])
    return [QCoreApplication.translate("Boundary", "answer: class %1").replace("%1", class_name(snapshot.data, label))]


def _has_moved(snapshot: Snapshot) -> bool:
    """Return whether parameters have changed in the update on the screen: its outputs may be those of the old ones."""
    return bool(snapshot.update_edits) or any(
        snapshot.change(parameter) is not None for parameter in snapshot.program.trained
    )
