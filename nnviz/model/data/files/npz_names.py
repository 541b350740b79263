"""Which arrays of an NPZ file are the inputs and which the answers, by their names and shapes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nnviz.model.data.files.numeric import Shape
from nnviz.model.data.files.source import DataSource
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_INPUTS = ("x", "data", "images", "image", "features", "inputs", "samples")
_ANSWERS = ("y", "labels", "label", "targets", "target", "answers", "classes", "outputs")
_TRAIN, _TEST = ("train", "training"), ("test", "testing", "val", "valid")


@dataclass(frozen=True)
class Named:
    """Which arrays are the inputs and the answers.

    Attributes
    ----------
    inputs, answers, test_inputs, test_answers
        Their names; the last two may be empty.
    samples_in_columns
        Whether a sample is a column.
    unused
        Names of arrays that are left out.
    """

    inputs: str
    answers: str
    test_inputs: str
    test_answers: str
    samples_in_columns: bool
    unused: tuple[str, ...]


def named_arrays(source: DataSource, shapes: Mapping[str, Shape], chosen: Mapping[str, Any]) -> Named:
    """Return which arrays are the inputs and the answers; `chosen` has the user's choices.

    Raises
    ------
    ModelError
        If no two arrays belong together.
    """
    inputs = chosen.get("inputs_array") or _named(shapes, _INPUTS) or _widest(shapes)
    answers = chosen.get("answers_array") or _named(shapes, _ANSWERS) or _beside(shapes, inputs)
    if not inputs or not answers or inputs == answers or not {inputs, answers} <= shapes.keys():
        there = ", ".join(f"{name} {shape}" for name, shape in shapes.items())
        found = there or QT_TRANSLATE_NOOP("model", "no arrays")
        accepted = QT_TRANSLATE_NOOP("model", "an array with the inputs and one with the answers, such as X and y")
        raise source.refused("", filled(QT_TRANSLATE_NOOP("model", "{arrays}"), arrays=found), accepted)
    turned = chosen.get("samples_in_columns")
    if turned is None:
        turned = _turned(shapes[inputs], shapes[answers])
    tests = ("", "")
    if "test_inputs_array" in chosen:
        tests = (str(chosen["test_inputs_array"]), str(chosen.get("test_answers_array", "")))
    elif _words(inputs) & {*_TRAIN}:
        tests = (_named(shapes, _INPUTS, of=_TEST), _named(shapes, _ANSWERS, of=_TEST))
    if "" in tests:
        tests = ("", "")
    used = (inputs, answers, *tests)
    return Named(*used, turned, tuple(name for name in shapes if name not in used))


def _named(shapes: Mapping[str, Shape], words: Sequence[str], of: Sequence[str] = ()) -> str:
    """Return the array whose name has one of these words, the first of them first; not one for testing unless asked."""
    for word in words:
        for name, shape in shapes.items():
            parts = _words(name)
            fits = bool(parts & {*of}) if of else not parts & {*_TEST}
            if word in parts and fits and shape:
                return name
    return ""


def _words(name: str) -> set[str]:
    return {*name.lower().replace("-", "_").split("_")}


def _widest(shapes: Mapping[str, Shape]) -> str:
    tables = [name for name, shape in shapes.items() if len(shape) >= 2]
    return max(tables, key=lambda name: len(shapes[name]), default="")


def _beside(shapes: Mapping[str, Shape], inputs: str) -> str:
    """Return the array with as many answers as there are samples."""
    if not inputs:
        return ""
    fitting = [name for name, shape in shapes.items() if name != inputs and shape[:1] == shapes[inputs][:1]]
    return fitting[0] if len(fitting) == 1 else ""


def _turned(inputs: Shape, answers: Shape) -> bool:
    """Return whether samples are columns: whether only then there are as many answers."""
    return len(inputs) == 2 and bool(answers) and inputs[0] != answers[0] and inputs[1] == answers[-1]
