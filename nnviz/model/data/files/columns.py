"""Which columns of a table are inputs, which the answers, and what is asked of the network."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nnviz.model.data.data_set_kind import Task
from nnviz.model.data.files.sniffing import Row, is_missing, number_in
from nnviz.model.data.scaling import Scaling, TargetScaling

_FEW = 20
"""Most different whole numbers that are taken for classes."""

_CLASSES = frozenset(("label", "labels", "class", "classes", "species", "category", "digit", "diagnosis", "variety"))
_CLASSES_ZH = frozenset(("标签", "类别", "分类", "种类"))
_ANSWERS = frozenset(("target", "targets", "y", "output", "answer", "outcome", "result", "目标", "输出", "结果"))
_NUMBERS = frozenset(("", "id", "index", "no", "no.", "nr", "unnamed: 0", "rownames", "编号", "序号"))

_SEVERAL = 10
"""Rows from which it means something that no text is repeated."""

_MOSTLY = 0.9
"""Share of numbers from which a column is numeric."""

_SMALLEST_PICTURE = 64
_BRIGHTEST = 255


@dataclass(frozen=True)
class TableColumn:
    """What the first rows of a column contain.

    Attributes
    ----------
    name
        From the header, or generated.
    count
        How many cells are not missing.
    numbers
        The numbers, without missing values; None where much of it is text.
    texts
        How many different texts there are.
    """

    name: str
    count: int
    numbers: tuple[float, ...] | None
    texts: int

    @property
    def is_whole(self) -> bool:
        """Whether all are whole numbers."""
        return bool(self.numbers) and all(number.is_integer() for number in self.numbers or ())

    @property
    def looks_like_classes(self) -> bool:
        """Whether the cells are texts, or few whole numbers that are repeated."""
        if self.numbers is None:
            return not self.names_rows
        few = self.texts <= _FEW and self.texts < len(self.numbers)
        return self.is_whole and (few or _words(self.name) in _CLASSES | _CLASSES_ZH)

    @property
    def names_rows(self) -> bool:
        """Whether it only distinguishes rows, as a date or a name does: texts of which few are repeated."""
        return self.numbers is None and (
            _words(self.name) in _NUMBERS or (self.count >= _SEVERAL and self.texts > self.count / 2)
        )

    @property
    def counts_rows(self) -> bool:
        """Whether it only counts the rows."""
        numbers = self.numbers
        return numbers is not None and _words(self.name) in _NUMBERS and all(b - a == 1 for a, b in pairwise(numbers))


def columns_of(names: Sequence[str], rows: Sequence[Row], decimal: str) -> tuple[TableColumn, ...]:
    """Look at the columns of a table's first rows."""
    found = []
    # A row of another length is reported when it is read; its cells belong to no column.
    rows = [row for row in rows if len(row) == len(names)]
    for number, name in enumerate(names):
        texts = [row[number] for row in rows if not is_missing(row[number])]
        values = [number_in(text, decimal) for text in texts]
        numbers = tuple(value for value in values if value is not None)
        # A word among many numbers is a fault, reported with its row when it is read; it does not make a column of
        # text.
        is_numeric = len(numbers) == len(texts) or len(numbers) >= _MOSTLY * len(texts)
        found.append(TableColumn(name, len(texts), numbers if is_numeric else None, len(set(texts))))
    return tuple(found)


def answer_column(columns: Sequence[TableColumn]) -> int:
    """Find the answer's column: by its name, as the only text, as in MNIST's tables, or the last or first."""
    names = [_words(column.name) for column in columns]
    for words in (_CLASSES | _CLASSES_ZH, _ANSWERS - ({"y"} if "z" in names else set())):
        named = [number for number, name in enumerate(names) if name in words]
        if named:
            return named[-1]
    if is_mnist(columns):
        return 0
    last = len(columns) - 1
    texts = [number for number, column in enumerate(columns) if column.numbers is None and not column.names_rows]
    if texts and (len(texts) == 1 or last in texts or not columns[last].looks_like_classes):
        return texts[-1]
    if not columns[last].looks_like_classes and columns[0].looks_like_classes:
        return 0
    return next((number for number in range(last, -1, -1) if columns[number].numbers is not None), last)


def is_mnist(columns: Sequence[TableColumn]) -> bool:
    """Return whether it is ``mnist_train.csv``: a label from 0 to 9, then 784 pixels."""
    return len(columns) == 785 and _within(columns[0], 9) and all(_within(column, 255) for column in columns[1:])


def unused_columns(columns: Sequence[TableColumn], answers: Sequence[int]) -> tuple[int, ...]:
    """Return the columns to leave out: text, and columns that only count the rows."""
    others = [number for number in range(len(columns)) if number not in answers]
    return tuple(n for n in others if columns[n].numbers is None or columns[n].counts_rows)


def task_of(columns: Sequence[TableColumn], answers: Sequence[int]) -> Task:
    """Return the task that the answers' columns suggest."""
    if len(answers) != 1:
        return "regression"
    column = columns[answers[0]]
    return "classification" if column.numbers is None or column.looks_like_classes else "regression"


def image_shape_of(inputs: Sequence[TableColumn]) -> tuple[int, int] | None:
    """Return the shape if a sample's inputs are a square picture: whole numbers up to 255, and enough of them."""
    side = math.isqrt(len(inputs))
    if side * side != len(inputs) or len(inputs) < _SMALLEST_PICTURE:
        return None
    return (side, side) if all(_within(column, _BRIGHTEST) for column in inputs) else None


def scaling_for(inputs: Sequence[TableColumn], image_shape: tuple[int, int] | None) -> tuple[Scaling, float]:
    """Return the scaling to offer, and its divisor."""
    values = [abs(number) for column in inputs for number in column.numbers or ()]
    return scaling_for_numbers(max(values, default=0.0), image_shape)


def target_scaling_for(answers: Sequence[TableColumn], task: Task) -> TargetScaling:
    """Return the scaling of the targets to offer."""
    return target_scaling_for_numbers([number for column in answers for number in column.numbers or ()], task)


def target_scaling_for_numbers(values: Sequence[float], task: Task) -> TargetScaling:
    """Return the scaling to offer for targets with such values."""
    large = max(map(abs, values), default=0.0) > _LARGE
    return "standard" if task == "regression" and large else "none"


def scaling_for_numbers(greatest: float, image_shape: tuple[int, int] | None) -> tuple[Scaling, float]:
    """Return the scaling to offer for inputs with this greatest value, and its divisor."""
    if image_shape is not None and greatest > 1.0:
        # 16 for the UCI digits, 255 for bytes.
        return "divide", next(full for full in (16.0, 255.0, greatest) if greatest <= full)
    return ("standard", 1.0) if greatest > _LARGE else ("none", 1.0)


_LARGE = 3.0
"""Above this, inputs saturate units; standardised ones seldom are."""


def _within(column: TableColumn, most: int) -> bool:
    return column.is_whole and all(0 <= number <= most for number in column.numbers or ())


def _words(name: str) -> str:
    return name.strip().strip('"').lower()
