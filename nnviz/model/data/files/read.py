"""Reading a file as detected, or as the user chose."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from nnviz.model.data.files.idx import read_idx
from nnviz.model.data.files.mat import read_mat
from nnviz.model.data.files.npy import read_npy
from nnviz.model.data.files.npz import read_npz
from nnviz.model.data.files.options import FileSpec, Options
from nnviz.model.data.files.source import DataSource, pasted, sha256_of, source_of
from nnviz.model.data.files.table import Table
from nnviz.model.data.files.text_table import read_table
from nnviz.model.data.files.workbook import read_excel
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_READERS = {
    "text": read_table,
    "npz": read_npz,
    "npy": read_npy,
    "idx": read_idx,
    "excel": read_excel,
    "mat": read_mat,
}


def read(path: str | Path, options: Options) -> Table:
    """Read a file of samples.

    Parameters
    ----------
    path
        The file.
    options
        How it is read; `detect` returns them.

    Raises
    ------
    ModelError
        If it cannot be read so; the error names row and column where there are any.
    """
    return _READERS[options.format](source_of(path), options)


def read_text(text: str, options: Options) -> Table:
    """Read pasted text.

    Raises
    ------
    ModelError
        If it cannot be read so; the error names row and column.
    """
    return read_table(pasted(text), options)


def file_spec(path: str | Path, options: Options) -> FileSpec:
    """Name a file, with the SHA-256 of its content, and how it is read.

    Raises
    ------
    ModelError
        If it cannot be read.
    """
    path = Path(path).resolve()
    source = source_of(path)
    return FileSpec(str(path), _sha256(source, path, options), options)


def read_file(spec: FileSpec) -> Table:
    """Read the file that a scenario names; the file read last is cached.

    Raises
    ------
    ModelError
        If it is missing, has other content, or cannot be read.
    """
    return _read(spec)


@lru_cache(maxsize=1)
def _read(spec: FileSpec) -> Table:
    source = source_of(spec.path)
    found = _sha256(source, Path(spec.path), spec.options)
    if found != spec.sha256:
        raise source.refused(
            "",
            QT_TRANSLATE_NOOP("model", "other content than when the scenario was made"),
            QT_TRANSLATE_NOOP("model", "the file as it was; open the changed one as new data"),
        )
    return _READERS[spec.options.format](source, spec.options)


def _sha256(source: DataSource, path: Path, options: Options) -> str:
    others = (Path(options.other_file),) if options.other_file else ()
    try:
        return sha256_of(path, *others)
    except OSError as error:
        found = error.strerror or str(error)
        raise source.refused("", found, QT_TRANSLATE_NOOP("model", "a file that can be read")) from None
