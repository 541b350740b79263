"""What a file or a pasted text is, and how it is to be read."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from nnviz.model.data.files.idx import detect_idx, is_idx
from nnviz.model.data.files.npy import detect_npy, is_npy
from nnviz.model.data.files.npz import detect_npz, is_zip
from nnviz.model.data.files.options import Options
from nnviz.model.data.files.source import Source, source_of
from nnviz.model.data.files.table import Reading
from nnviz.model.data.files.text import detect_table
from nnviz.model.errors import ModelError

_MAGIC = 16


def detect(path: str | Path, given: Mapping[str, Any] | None = None) -> Reading:
    """Tell what a file of samples is, and how it is to be read.

    Parameters
    ----------
    path
        The file: CSV, TSV and their like, NPZ, NPY, or IDX; text and IDX may be compressed with gzip.
    given
        Fields of `Options` that a person has chosen, such as ``{"header": True}``; all others are detected.

    Raises
    ------
    ModelError
        If it is none of these, or damaged, or has nothing to learn.
    """
    source, given = source_of(path), _checked(given)
    begin = source.head(_MAGIC)
    if is_npy(begin):
        return detect_npy(source, given)
    if is_zip(begin):
        return detect_npz(source, given)
    if is_idx(source, begin):
        return detect_idx(source, given)
    return detect_table(source, given)


def is_samples(path: str | Path) -> bool:
    """Tell by its first bytes, and its name, whether a file may be samples: anything but JSON and Python code.

    What a session file begins with is known elsewhere; one that cannot be read is none.
    """
    try:
        begin = source_of(path).head(_MAGIC)
    except ModelError:
        return False
    return not begin.lstrip(codecs.BOM_UTF8).lstrip().startswith(b"{") and Path(path).suffix != ".py"


def detect_text(text: str, given: Mapping[str, Any] | None = None) -> Reading:
    """Tell how pasted text is to be read, for example cells of a spreadsheet.

    Raises
    ------
    ModelError
        If it is no table, or has nothing to learn.
    """
    return detect_table(Source("", text=text.encode()), {**_checked(given), "encoding": "utf-8"})


def _checked(given: Mapping[str, Any] | None) -> dict[str, Any]:
    given = dict(given or {})
    unknown = given.keys() - {field.name for field in fields(Options)}
    if unknown:
        raise TypeError(f"no such options: {', '.join(sorted(unknown))}")
    return given
