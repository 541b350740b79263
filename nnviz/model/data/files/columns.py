"""Which columns of a table are inputs, which the answers, and what is asked of the network."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nnviz.model.data.data_set_kind import Task
from nnviz.model.data.files.forms.cells import is_missing, number_in
from nnviz.model.data.files.forms.form import Row
from nnviz.model.data.scaling import Scaling, TargetScaling
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_FEW = 20
"""Most different whole numbers that are taken for classes, and most different texts that become inputs."""

_EACH = 5
"""Times that whole numbers are repeated on average from which they may be classes, however large they are."""

_CLASSES = frozenset(("label", "labels", "class", "classes", "species", "category", "digit", "diagnosis", "variety"))
_CLASSES_ZH = frozenset(("标签", "类别", "分类", "种类"))
_ANSWERS = frozenset(("target", "targets", "y", "output", "answer", "outcome", "result", "目标", "输出", "结果"))
_AMOUNTS = frozenset(
    ("price", "cost", "salary", "income", "mpg", "sales", "age", "medv", "价格", "房价", "收入", "销量")
)
_NUMBERS = frozenset(
    ("", "id", "ids", "index", "idx", "no", "no.", "nr", "nr.", "#", "row", "unnamed: 0", "rownames", "row names")
)
_NUMBERS_ZH = frozenset(("编号", "序号", "学号", "身份证号"))
_ENDS_WITH_ID = re.compile(r".*(?:[a-z]I[dD]|[_\s.\-][iI][dD]|[a-z]id|编号|序号)")

_SEVERAL = 10
"""Rows from which it means something that no text is repeated."""

_MOSTLY = 0.9
"""Share of numbers from which a column is numeric."""

_MANY = 0.5
"""Share of numbers from which words among them are rather mistakes than values."""

_MOST_TEXTS = 100
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
    values
        The different texts, in order.
    is_named
        Whether the name is one of the file's.
    is_mixed
        Whether it has many numbers and many texts.
    """

    name: str
    count: int
    numbers: tuple[float, ...] | None
    values: tuple[str, ...]
    is_named: bool = True
    is_mixed: bool = False

    @property
    def texts(self) -> int:
        """How many different texts there are."""
        return len(self.values)

    @property
    def is_whole(self) -> bool:
        """Whether all are whole numbers."""
        return bool(self.numbers) and all(number.is_integer() for number in self.numbers or ())

    @property
    def looks_like_classes(self) -> bool:
        """Whether the cells are texts, or few whole numbers that are repeated."""
        if self.numbers is None:
            return not self.names_rows and self.texts > 1
        if _words(self.name) in _CLASSES | _CLASSES_ZH:
            return self.is_whole
        if not self.is_whole or self.texts > _FEW or self.texts == self.count or _words(self.name) in _AMOUNTS:
            return False
        # Few from 0 or 1 on are numbered classes; of others, such as prices, more have to be the same.
        low, high = min(self.numbers), max(self.numbers)
        return (low in (-1, 0, 1) and high <= _FEW) or self.texts * _EACH <= self.count

    @property
    def names_rows(self) -> bool:
        """Whether it only distinguishes rows, as a date or a name does: texts of which few are repeated."""
        return self.numbers is None and (
            _words(self.name) in _NUMBERS | _NUMBERS_ZH or (self.count >= _SEVERAL and self.texts > self.count / 2)
        )

    @property
    def counts_rows(self) -> bool:
        """Whether it only counts the rows."""
        numbers = self.numbers
        if numbers is None or len(numbers) < 2 or any(b - a != 1 for a, b in pairwise(numbers)):
            return False
        known = _words(self.name) in _NUMBERS | _NUMBERS_ZH
        return known or not self.is_named or _ENDS_WITH_ID.fullmatch(self.name.strip()) is not None

    @property
    def is_identifier(self) -> bool:
        """Whether it is named as numbers of things are, and each is another one."""
        if not self.is_whole or self.texts < max(self.count, _SEVERAL):
            return False
        name = self.name.strip()
        if _words(name) in _NUMBERS_ZH | {"id", "ids"}:
            return True
        found = _ENDS_WITH_ID.fullmatch(name)
        # "humid" ends with "id", too: its numbers are in no order.
        return found is not None and (not name.islower() or not name.isalpha() or _increases(self.numbers or ()))


def columns_of(
    names: Sequence[str], rows: Sequence[Row], decimal: str, named: Sequence[bool] = ()
) -> tuple[TableColumn, ...]:
    """Look at the columns of a table's rows; `named` says which of the names are the file's, all where it is empty."""
    found = []
    # A row of another length is reported when it is read; its cells belong to no column.
    rows = [row for row in rows if len(row) == len(names)]
    for number, name in enumerate(names):
        texts = [row[number] for row in rows if not is_missing(row[number])]
        numbers = tuple(value for text in texts if (value := number_in(text, decimal)) is not None)
        # A word among many numbers is a fault, reported with its row when it is read; it does not make a column of
        # text.
        is_numeric = len(numbers) == len(texts) or len(numbers) >= _MOSTLY * len(texts)
        values = tuple(sorted({text.strip() for text in texts}))
        is_named = named[number] if named else True
        is_mixed = not is_numeric and len(numbers) > _MANY * len(texts)
        found.append(TableColumn(name, len(texts), numbers if is_numeric else None, values, is_named, is_mixed))
    return tuple(found)


def answer_columns_of(columns: Sequence[TableColumn], rows: Sequence[Row]) -> tuple[int, ...]:
    """Find the answers: one column, or one for each class where the last ones have a single 1 in every row."""
    one_hot = one_hot_columns(columns, rows)
    return one_hot or (answer_column(columns),)


def one_hot_columns(columns: Sequence[TableColumn], rows: Sequence[Row]) -> tuple[int, ...]:
    """Return the last columns of which each row has 1 in one and 0 in the others; none where there are no such."""
    count = 0
    for column in reversed(columns):
        if column.numbers is None or len(column.numbers) != len(rows) or {*column.numbers} != {0.0, 1.0}:
            break
        count += 1
    for several in range(min(count, len(columns) - 1), 1, -1):
        last = columns[-several:]
        if all(sum(cells) == 1 for cells in zip(*(column.numbers or () for column in last), strict=True)):
            return tuple(range(len(columns) - several, len(columns)))
    return ()


def answer_column(columns: Sequence[TableColumn]) -> int:
    """Find the answer's column: by its name, as the only text, as in MNIST's tables, or the last or first."""
    names = [_words(column.name) for column in columns]
    last = len(columns) - 1
    # Beside x, y is a place, unless nothing comes after it.
    is_place = "z" in names or ("x" in names and names[last] != "y")
    for words in (_CLASSES | _CLASSES_ZH, _ANSWERS - ({"y"} if is_place else set())):
        named = [number for number, name in enumerate(names) if name in words]
        if named:
            return named[-1]
    if is_mnist(columns):
        return 0
    if _within(columns[last], 1) and columns[last].texts == 2:
        return last  # 0 and 1 in the last column answer a question, whatever else has words
    if names[last] in _AMOUNTS and columns[last].numbers is not None:
        return last
    texts = [n for n, column in enumerate(columns) if _can_be_asked(column, is_last=n == last)]
    if len(texts) == 1 and 0 < texts[0] < last and columns[last].numbers is not None:
        return last  # a class stands at an end; a text amid the numbers is one of the inputs
    if texts and (len(texts) == 1 or last in texts or not columns[last].looks_like_classes):
        return last if last in texts or len(texts) > 1 else texts[-1]
    if not columns[last].looks_like_classes and columns[0].looks_like_classes and not columns[0].counts_rows:
        return 0
    return next((number for number in range(last, -1, -1) if columns[number].numbers is not None), last)


def is_mnist(columns: Sequence[TableColumn]) -> bool:
    """Return whether it is ``mnist_train.csv``: a label from 0 to 9, then 784 pixels."""
    return len(columns) == 785 and _within(columns[0], 9) and all(_within(column, 255) for column in columns[1:])


def unused_columns(columns: Sequence[TableColumn], answers: Sequence[int]) -> tuple[int, ...]:
    """Return the columns to leave out: text that names rows, numbers that count or identify them, and empty columns.

    Nothing is left out that would leave no inputs.
    """
    others = [number for number in range(len(columns)) if number not in answers]
    left_out = tuple(n for n in others if reason_to_leave_out(columns[n]))
    return left_out if len(left_out) < len(others) else tuple(n for n in left_out if columns[n].numbers is None)


def reason_to_leave_out(column: TableColumn) -> str:
    """Return why a column is no input, as a text with a place for its name; empty where it is one."""
    if not column.count:
        return QT_TRANSLATE_NOOP("model", "Column {name} is empty and is left out.")
    if column.counts_rows:
        return QT_TRANSLATE_NOOP("model", "Column {name} only counts the rows and is left out.")
    if column.is_identifier:
        return QT_TRANSLATE_NOOP(
            "model", "Column {name} has another number in each row, an identifier, and is left out."
        )
    if column.is_mixed:
        return QT_TRANSLATE_NOOP("model", "Column {name} has numbers and texts and is left out.")
    if column.names_rows or (column.numbers is None and 2 < column.texts == column.count):
        return QT_TRANSLATE_NOOP("model", "Column {name} has another text in nearly every row and is left out.")
    if column.numbers is None and column.texts == 1:
        return QT_TRANSLATE_NOOP("model", "Column {name} has the same text everywhere and is left out.")
    if column.numbers is None and column.texts > _MOST_TEXTS:
        return QT_TRANSLATE_NOOP("model", "Column {name} has more than a hundred different texts and is left out.")
    return ""


def encoded_width(column: TableColumn) -> int:
    """Return how many inputs a column becomes: text of more than two values, one for each."""
    return 1 if column.numbers is not None or column.texts <= 2 else column.texts


def task_of(columns: Sequence[TableColumn], answers: Sequence[int]) -> Task:
    """Return the task that the answers' columns suggest."""
    if len(answers) != 1:
        together = zip(*(columns[number].numbers or () for number in answers), strict=False)
        one_hot = all(column.texts == 2 and _within(column, 1) for column in (columns[n] for n in answers))
        return "classification" if one_hot and all(sum(row) == 1 for row in together) else "regression"
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


def _can_be_asked(column: TableColumn, *, is_last: bool) -> bool:
    """Return whether a column of text may be the answer; one text everywhere is refused as that only in the last."""
    return column.numbers is None and (column.looks_like_classes or (is_last and column.texts == 1))


def _increases(numbers: Sequence[float]) -> bool:
    return all(b > a for a, b in pairwise(numbers))
