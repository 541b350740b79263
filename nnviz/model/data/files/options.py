"""How a file of samples is read: as detected, or as the user chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from nnviz.model.data.data_set_kind import Task
from nnviz.model.limits import Ge
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

Format = Literal["text", "npz", "npy", "idx", "excel", "mat"]
Fill = Literal["", "mean", "median", "most-frequent"]

FILLS: Mapping[str, str] = MappingProxyType(
    {
        "mean": QT_TRANSLATE_NOOP("model", "the mean"),
        "median": QT_TRANSLATE_NOOP("model", "the median"),
        "most-frequent": QT_TRANSLATE_NOOP("model", "the most frequent value"),
    }
)
"""Name of what fills a missing value, for people."""

Index = Annotated[int, Ge(0)]

_STRICT: Mapping[str, object] = {"extra": "forbid", "allow_inf_nan": False}


@dataclass(frozen=True)
class Options:
    """How a file is read.

    Attributes
    ----------
    format
        ``"text"`` is a table with a row for each sample: CSV, TSV and similar, ARFF, LIBSVM, JSON, or an array as it is
        printed. ``"excel"`` is a table, and ``"mat"`` are arrays as NPZ has them.
    task
        What the answers are: classes, or target numbers.
    encoding, delimiter, decimal, header
        Of text: its encoding; the delimiter of columns (a space for any white space); the decimal sign; whether
        the first row has the columns' names.
    answer_columns, unused_columns
        Which columns, from 0, are the answers, and which are left out. All others are inputs. With NPZ and IDX the
        answers come after the inputs, and nothing is left out.
    skip_missing
        Of text: whether rows with a missing value are left out, instead of being refused.
    fill
        Of text: what missing inputs are filled with, if they are not refused; of text inputs always the most frequent
        one. Rows without an answer are left out.
    inputs_array, answers_array, test_inputs_array, test_answers_array
        Of NPZ: the names of the arrays; the last two may be empty.
    samples_in_columns
        Of NPZ: whether a sample is a column of the arrays, and not a row.
    other_file
        Of IDX: the file with the labels of the images, or with the images of the labels.
    image_shape
        Rows and columns of the picture that a sample's inputs are; None where they are none.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = _STRICT

    format: Format
    task: Task = "classification"
    encoding: str = "utf-8"
    delimiter: str = ","
    decimal: Literal[".", ","] = "."
    header: bool = False
    answer_columns: tuple[Index, ...] = ()
    unused_columns: tuple[Index, ...] = ()
    skip_missing: bool = False
    fill: Fill = ""
    inputs_array: str = ""
    answers_array: str = ""
    test_inputs_array: str = ""
    test_answers_array: str = ""
    samples_in_columns: bool = False
    other_file: str = ""
    image_shape: tuple[Index, Index] | None = None


@dataclass(frozen=True)
class FileSpec:
    """Samples that stay in a file.

    Attributes
    ----------
    path
        Path of the file.
    sha256
        Of its bytes, and those of the other file where there is one; a file with other content is refused.
    options
        How it is read.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = _STRICT

    path: str
    sha256: str
    options: Options = field(default_factory=lambda: Options("text"))
