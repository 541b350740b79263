"""What a person is about to import: where it is, what they chose, and what follows from both."""

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
from nnviz.model.data.user_data import TEST_SHARE
from nnviz.model.errors import ModelError

Role = Literal["input", "answer", "unused"]
"""What a column is for."""

_SMALL: Final = 300_000
"""Numbers that are read at once, for what is wrong with them to be told before anybody opens them."""

_FEW: Final = 20

_OWN: Final = frozenset({"scaling", "divisor", "target_scaling", "test_share"})
"""What is chosen of the data, and not of how they are read."""

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
"""Which choices another choice makes void: they are detected anew."""


@dataclass(frozen=True, eq=False)
class Draft:
    """An import that is not done yet; `of_file`, `of_text` and `chosen` make it.

    Attributes
    ----------
    path, text
        The file, or the pasted text.
    choices
        What a person has chosen.
    reading
        How it is read; where `problem` says that it cannot be, how it was before; None where it never could.
    table
        The samples, where they are few; None while they are not read.
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
        """What the samples are called; empty for pasted ones."""
        return "" if self.path is None else self.path.name

    @property
    def is_small(self) -> bool:
        """Whether it is read in a moment."""
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
        """Share of the samples that is kept for testing."""
        # Of a handful of samples, none can be spared.
        few = self.reading is not None and self.reading.samples < _FEW
        return float(self._own("test_share", 0.0 if few else TEST_SHARE))

    @property
    def has_own_test(self) -> bool:
        """Whether the source says which samples are for testing."""
        if self.reading is None:
            return False
        return bool(self.reading.options.test_inputs_array and self.reading.options.test_answers_array)

    @property
    def options(self) -> Options | None:
        """How it is read, with what was chosen also where that cannot be; None where nothing was detected."""
        if self.reading is None:
            return None
        return replace(self.reading.options, **{key: value for key, value in self.choices.items() if key not in _OWN})

    def chosen(self, name: str, value: object) -> Draft:
        """Return the draft with another choice; what it makes void is detected anew."""
        kept = {key: kept for key, kept in self.choices.items() if key not in _FORGETS.get(name, ())}
        changed = replace(self, choices=MappingProxyType({**kept, name: value}))
        return changed if name in _OWN else _read_anew(changed)

    def with_role(self, column: int, role: Role, *, more: bool = False) -> Draft:
        """Return the draft with another use of a column.

        Parameters
        ----------
        column
            Which, from 0.
        role
            What it is for. A new answer takes the place of the old one, which becomes an input, or is left out where
            it cannot be one.
        more
            Whether the answer stands beside those that there are.
        """
        assert self.reading is not None  # columns are known
        options = self.reading.options
        answers = tuple(number for number in options.answer_columns if number != column)
        unused = tuple(number for number in options.unused_columns if number != column)
        if role == "answer":
            answers = tuple(sorted((*answers, column))) if more else (column,)
            kept = {**self.choices, "unused_columns": unused} if "unused_columns" in self.choices else self.choices
            return replace(self, choices=kept).chosen("answer_columns", answers)
        if role == "unused":
            unused = tuple(sorted((*unused, column)))
        if column in options.answer_columns and not answers:
            # There is always an answer: the last column that could be one.
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
        assert self.reading is not None  # it is there where there is no problem
        settings = (self.reading.options, self.scaling, self.divisor, self.test_share, self.target_scaling)
        if self.path is None:
            return data_from_text(self.text, *settings)
        return data_from_file(self.path, *settings)

    def _own(self, name: str, suggested: object) -> Any:
        return self.choices.get(name, suggested)


def of_file(path: Path) -> Draft:
    """Begin with a file."""
    return _read_anew(Draft(path))


def of_text(text: str) -> Draft:
    """Begin with pasted text."""
    return _read_anew(Draft(text=text))


def _read_anew(draft: Draft) -> Draft:
    given = {name: value for name, value in draft.choices.items() if name not in _OWN}
    reading = draft.reading
    try:
        reading = detect_text(draft.text, given) if draft.path is None else detect(draft.path, given)
        table = None
        if reading.samples * len(reading.columns) <= _SMALL:
            options = reading.options
            table = read_text(draft.text, options) if draft.path is None else read(draft.path, options)
    except ModelError as error:
        return replace(draft, reading=reading, table=None, problem=error)
    return replace(draft, reading=reading, table=table, problem=None)
