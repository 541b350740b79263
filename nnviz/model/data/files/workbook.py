"""Excel workbooks as a source of a table."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import replace

from nnviz.model.data.files.forms.excel import read_workbook
from nnviz.model.data.files.options import Options
from nnviz.model.data.files.source import DataSource
from nnviz.model.data.files.table import Table
from nnviz.model.data.files.text_table import read_table


def is_workbook(source: DataSource) -> bool:
    """Return whether a zip archive is a workbook of Excel."""
    with source.opened() as file:
        try:
            with zipfile.ZipFile(file) as archive:
                return any(name.startswith("xl/") for name in archive.namelist())
        except (zipfile.BadZipFile, zlib.error, NotImplementedError):
            return False  # which is told when it is read


def as_form(source: DataSource) -> DataSource:
    """Return a workbook as the table that it has.

    Raises
    ------
    ModelError
        If it cannot be read.
    """
    return replace(source, form=read_workbook(source), format="excel")


def read_excel(source: DataSource, options: Options) -> Table:
    """Read a workbook's table.

    Raises
    ------
    ModelError
        If a cell or a row is not like the others.
    """
    return read_table(as_form(source), options)
