"""Detecting what a file or pasted text is, and how it is to be read."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from nnviz.model.data.files.forms.form import MOST_FORM
from nnviz.model.data.files.forms.records import read_records
from nnviz.model.data.files.idx import detect_idx, is_idx
from nnviz.model.data.files.mat import detect_mat, is_mat
from nnviz.model.data.files.npy import detect_npy, is_npy
from nnviz.model.data.files.npz import detect_npz, is_zip
from nnviz.model.data.files.options import Options
from nnviz.model.data.files.source import pasted, source_of
from nnviz.model.data.files.table import DetectedTable
from nnviz.model.data.files.text_table import detect_table
from nnviz.model.data.files.unreadable import check_readable
from nnviz.model.data.files.workbook import as_form, is_workbook
from nnviz.model.errors import ModelError

_MAGIC = 16


def detect(path: str | Path, chosen: Mapping[str, Any] | None = None) -> DetectedTable:
    """Detect what a file of samples is, and how it is to be read.

    Parameters
    ----------
    path
        The file: CSV, TSV and similar, ARFF, LIBSVM, JSON, NPZ, NPY, IDX, Excel or MATLAB; text and IDX may be
        compressed with gzip.
    chosen
        Fields of `Options` that the user has chosen, such as ``{"header": True}``; all others are detected.

    Raises
    ------
    ModelError
        If it is none of these, or damaged, or has nothing to learn.
    """
    source, chosen = source_of(path), _checked(chosen)
    begin = source.head(_MAGIC)
    if is_npy(begin):
        return detect_npy(source, chosen)
    if is_zip(begin):
        return detect_table(as_form(source), chosen) if is_workbook(source) else detect_npz(source, chosen)
    if is_mat(begin):
        return detect_mat(source, chosen)
    if is_idx(source, begin):
        return detect_idx(source, chosen)
    check_readable(source, begin)
    return detect_table(source, chosen)


def is_samples(path: str | Path, *, unread: bool = False) -> bool:
    """Return whether a file may be samples, by its first bytes and its name: anything but Python code, or other JSON.

    Session files are recognised elsewhere; `unread` is the answer for a file that is empty or cannot be read.
    """
    try:
        begin = source_of(path).head(_MAGIC)
    except ModelError:
        return unread
    if Path(path).suffix == ".py":
        return False
    return not begin.lstrip(codecs.BOM_UTF8).lstrip().startswith(b"{") or _has_records(path)


def _has_records(path: str | Path) -> bool:
    """Return whether a file that begins as JSON does has samples, and is no scenario or notebook."""
    if Path(path).stat().st_size > MOST_FORM:
        return False
    text = Path(path).read_bytes().decode("utf-8-sig", errors="replace")
    return read_records(text) is not None


def is_of_numbers(path: str | Path) -> bool:
    """Return whether a file is NPY, NPZ or IDX, by its first bytes or its name, even one without samples."""
    source = source_of(path)
    begin = source.head(_MAGIC)
    return is_npy(begin) or is_zip(begin) or is_mat(begin) or is_idx(source, begin)


def detect_text(text: str, chosen: Mapping[str, Any] | None = None) -> DetectedTable:
    """Detect how pasted text is to be read, for example cells of a spreadsheet.

    Raises
    ------
    ModelError
        If it is not a table, or has nothing to learn.
    """
    return detect_table(pasted(text), {**_checked(chosen), "encoding": "utf-8"})


def _checked(chosen: Mapping[str, Any] | None) -> dict[str, Any]:
    chosen = dict(chosen or {})
    unknown = chosen.keys() - {field.name for field in fields(Options)}
    if unknown:
        raise TypeError(f"no such options: {', '.join(sorted(unknown))}")
    return chosen
