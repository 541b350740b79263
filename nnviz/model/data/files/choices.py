"""What a person asks for in words, on a command line or in a script, as options of a file's reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nnviz.model.data.files.options import Fill
from nnviz.model.data.files.table import DetectedTable
from nnviz.model.data.scaling import Scaling
from nnviz.model.errors import ModelError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled


@dataclass(frozen=True)
class DataChoices:
    """How samples are to be used; what is None is detected, or left as it is.

    Attributes
    ----------
    target, inputs
        Columns by their names, or by their numbers from 1.
    drop_missing, fill
        What becomes of missing values.
    scaling
        How the inputs are scaled.
    test_share
        Share of the samples that is set aside for testing.
    seed
        Seed of the split, and of the scenario.
    """

    target: tuple[str, ...] | None = None
    inputs: tuple[str, ...] | None = None
    drop_missing: bool = False
    fill: Fill = ""
    scaling: Scaling | None = None
    test_share: float | None = None
    seed: int | None = None

    @property
    def is_reading(self) -> bool:
        """Whether it says how a file is read."""
        return self.target is not None or self.inputs is not None or self.drop_missing or bool(self.fill)

    def of_missing(self) -> dict[str, Any]:
        """Return the options that say what becomes of missing values."""
        return {"skip_missing": self.drop_missing, "fill": self.fill} if self.drop_missing or self.fill else {}

    def of_columns(self, found: DetectedTable) -> dict[str, Any]:
        """Return the options that say what the columns of a table are used for.

        Raises
        ------
        ModelError
            If there are no such columns, or one is asked for twice.
        """
        chosen: dict[str, Any] = {}
        answers: tuple[int, ...] = found.answer_columns
        if self.target is not None:
            answers = chosen["answer_columns"] = tuple(column_of(found, name) for name in self.target)
        if self.inputs is not None:
            inputs = {column_of(found, name) for name in self.inputs}
            if inputs & {*answers}:
                if self.target is not None:
                    both = found.columns[min(inputs & {*answers})]
                    text = filled(QT_TRANSLATE_NOOP("model", "{name} as an input and as the answer"), name=repr(both))
                    raise _refused(found, text, QT_TRANSLATE_NOOP("model", "one of the two"))
                answers = tuple(n for n in range(len(found.columns)) if n not in inputs)[-1:]
                chosen["answer_columns"] = answers
            others = (n for n in range(len(found.columns)) if n not in inputs and n not in answers)
            chosen["unused_columns"] = tuple(others)
        return chosen


def column_of(found: DetectedTable, name: str) -> int:
    """Return a column by its name, or by its number from 1 where none has that name.

    Raises
    ------
    ModelError
        If there is none; the error lists the columns.
    """
    name = name.strip()
    for same in (str, str.lower):
        names = [same(column) for column in found.columns]
        if same(name) in names:
            return names.index(same(name))
    if name.isdecimal() and 0 < int(name) <= len(found.columns):
        return int(name) - 1
    text = filled(QT_TRANSLATE_NOOP("model", "no column {name}"), name=repr(name))
    raise _refused(found, text, _listed(found.columns))


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:20]) + (" …" if len(names) > 20 else "")
    return filled(QT_TRANSLATE_NOOP("model", "one of {names}, or its number from 1"), names=shown)


def _refused(found: DetectedTable, text: str, accepted: str) -> ModelError:
    asked = filled(QT_TRANSLATE_NOOP("model", "to read {name}"), name=found.name)
    return ModelError(asked, "", text, accepted)
