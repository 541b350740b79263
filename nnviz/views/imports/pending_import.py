"""An import before it is carried out: its source, the person's choices, and how the source is read accordingly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal, cast

from nnviz.model.data import DataSpec, data_from_file, data_from_text
from nnviz.model.data.files import DetectedTable, Options, Table, detect_text, read_text
from nnviz.model.data.files.detect import detect
from nnviz.model.data.files.read import read
from nnviz.model.data.files.source import SMALL_BYTES, is_small
from nnviz.model.data.scaling import Scaling, TargetScaling
from nnviz.model.data.user_data import FEW, usual_test_share
from nnviz.model.errors import ModelError
from nnviz.model.scenario.edit import with_data
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.suggestion import scenario_for
from nnviz.model.scenario.validation import Prepared, prepare
from nnviz.model.session.session import Session

Role = Literal["input", "answer", "unused"]
"""What a column is used for."""

_SMALL: Final = 300_000
"""Up to so many numbers are read at once, so that problems are shown before the import is carried out."""

_OWN: Final = frozenset({"scaling", "divisor", "target_scaling", "test_share"})
"""Choices about the data, and not about how they are read."""

_COLUMNS: Final = ("answer_columns", "unused_columns", "task", "image_shape")
_FORGETS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "encoding": ("delimiter", "decimal", "header", *_COLUMNS),
        "delimiter": ("decimal", "header", *_COLUMNS),
        "decimal": ("task", "image_shape"),
        "answer_columns": ("task", "image_shape"),
        "unused_columns": ("image_shape",),
        "inputs_array": ("task", "image_shape", "samples_in_columns"),
        "answers_array": ("task", "samples_in_columns"),
        "samples_in_columns": ("task", "image_shape"),
        "other_file": ("task", "image_shape"),
    }
)
"""Which choices another choice resets: they are detected again."""


@dataclass(frozen=True, eq=False)
class PendingImport:
    """An import that is not carried out yet; made by `of_file`, `of_text` and `chosen`.

    Attributes
    ----------
    path, text
        The file, or the pasted text.
    choices
        What the person has chosen.
    reading
        How it is read; where `problem` says that it cannot be read, how it was read before; None if it never was.
    table
        The samples, where they are few; None until they are read.
    problem
        Why it cannot be read.
    """

    path: Path | None = None
    text: str = ""
    choices: Mapping[str, Any] = field(default_factory=dict)
    reading: DetectedTable | None = None
    table: Table | None = None
    problem: ModelError | None = None

    @property
    def name(self) -> str:
        """The name of the samples; empty for pasted ones."""
        return "" if self.path is None else self.path.name

    @property
    def is_small(self) -> bool:
        """Whether it is small enough to be read at once."""
        return len(self.text) <= SMALL_BYTES if self.path is None else is_small(self.path)

    @property
    def scaling(self) -> Scaling:
        """How the inputs are scaled: as chosen, else as the reading suggests."""
        return cast(Scaling, self._own("scaling", "none" if self.reading is None else self.reading.scaling))

    @property
    def divisor(self) -> float:
        """What scaling "divide" divides by."""
        suggested = 1.0 if self.reading is None else self.reading.divisor
        return float(self._own("divisor", suggested))

    @property
    def target_scaling(self) -> TargetScaling:
        """How targets are scaled."""
        suggested = "none" if self.reading is None else self.reading.target_scaling
        return cast(TargetScaling, self._own("target_scaling", suggested))

    @property
    def test_share(self) -> float:
        """Share of the samples that is used for testing."""
        samples = FEW if self.reading is None else self.reading.samples
        return float(self._own("test_share", usual_test_share(samples)))

    @property
    def missing(self) -> str:
        """What becomes of missing values: refused, their rows left out, or filled."""
        return self._own("fill", "") or ("drop" if self._own("skip_missing", False) else "refuse")

    @property
    def has_own_test(self) -> bool:
        """Whether the source says which samples are for testing."""
        if self.reading is None:
            return False
        return bool(self.reading.options.test_inputs_array and self.reading.options.test_answers_array)

    @property
    def options(self) -> Options | None:
        """How it is read, with the choices even where they are not possible; None where nothing was detected."""
        if self.reading is None:
            return None
        return replace(self.reading.options, **{key: value for key, value in self.choices.items() if key not in _OWN})

    def chosen(self, name: str, value: object) -> PendingImport:
        """Return the import with another choice; choices that it resets are detected again."""
        if name == "missing":
            fill = "" if value in ("refuse", "drop") else value
            return self.chosen("skip_missing", value == "drop").chosen("fill", fill)
        remaining = {key: other for key, other in self.choices.items() if key not in _FORGETS.get(name, ())}
        changed = replace(self, choices=MappingProxyType({**remaining, name: value}))
        return changed if name in _OWN else _detect(changed)

    def with_role(self, column: int, role: Role, *, more: bool = False) -> PendingImport:
        """Return the import with another use of a column.

        Parameters
        ----------
        column
            Which, from 0.
        role
            Its use. A new answer replaces the old one, which becomes an input, or is left out where it cannot be one.
        more
            Whether the answer is added to the present ones.
        """
        assert self.reading is not None  # columns are known
        options = self.reading.options
        answers = tuple(number for number in options.answer_columns if number != column)
        unused = tuple(number for number in options.unused_columns if number != column)
        if role == "answer":
            answers = tuple(sorted((*answers, column))) if more else (column,)
            choices = {**self.choices, "unused_columns": unused} if "unused_columns" in self.choices else self.choices
            return replace(self, choices=choices).chosen("answer_columns", answers)
        if role == "unused":
            unused = tuple(sorted((*unused, column)))
        if column in options.answer_columns and not answers:
            # There is always an answer: by default the last column that can be one.
            others = [number for number in range(len(self.reading.columns)) if number not in {column, *unused}]
            answers = tuple(others[-1:])
        changed = replace(self, choices={**self.choices, "unused_columns": unused})
        return changed.chosen("answer_columns", answers)

    def data(self) -> DataSpec:
        """Read everything.

        Raises
        ------
        ModelError
            If it cannot be read.
        """
        if self.problem is not None:
            raise self.problem
        assert self.reading is not None  # it is there unless there is a problem
        settings = (self.reading.options, self.scaling, self.divisor, self.test_share, self.target_scaling)
        if self.path is None:
            return data_from_text(self.text, *settings)
        return data_from_file(self.path, *settings)

    def new_session(self, title: str) -> Session:
        """Return a session of a new scenario that learns the samples; for large data this may take seconds.

        Raises
        ------
        ModelError
            If they cannot be read, or the scenario cannot be run.
        """
        return Session(scenario_for(self.data(), title))

    def used_in(self, scenario: Scenario) -> Prepared:
        """Return a scenario with these samples instead of its own; for large data this may take seconds.

        Raises
        ------
        ModelError
            If they cannot be read, or the scenario cannot be run.
        """
        return prepare(with_data(scenario, self.data()))

    def _own(self, name: str, suggested: object) -> Any:
        return self.choices.get(name, suggested)


def of_file(path: Path) -> PendingImport:
    """Return the import of a file."""
    return _detect(PendingImport(path))


def of_text(text: str) -> PendingImport:
    """Return the import of pasted text."""
    return _detect(PendingImport(text=text))


def _detect(pending: PendingImport) -> PendingImport:
    chosen = {name: value for name, value in pending.choices.items() if name not in _OWN}
    reading = pending.reading
    try:
        reading = detect_text(pending.text, chosen) if pending.path is None else detect(pending.path, chosen)
        table = None
        if reading.samples * len(reading.columns) <= _SMALL:
            options = reading.options
            table = read_text(pending.text, options) if pending.path is None else read(pending.path, options)
    except ModelError as error:
        return replace(pending, reading=reading, table=None, problem=error)
    return replace(pending, reading=reading, table=table, problem=None)
