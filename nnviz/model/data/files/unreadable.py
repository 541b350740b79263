"""Formats that are recognised and not read, each with the line of Python that turns it into one that is."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.model.data.files.source import DataSource
from nnviz.model.errors import ModelError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_TABLE = 'import pandas; pandas.{reader}({name}).to_csv("data.csv", index=False)'
_HDF5 = 'import h5py, numpy; f = h5py.File({name}); numpy.savez("data.npz", **{{k: v[()] for k, v in f.items()}})'
_PICTURE = (
    "import numpy, PIL.Image as P; numpy.savez(\"data.npz\", X=[numpy.asarray(P.open(f).convert('L')) for f in files], "
    "y=answers)"
)
_PICKLE = 'import pickle, numpy; numpy.savez("data.npz", **pickle.load(open({name}, "rb")))'
_SQLITE = (
    'import pandas, sqlite3; pandas.read_sql("select * from TABLE", sqlite3.connect({name})).to_csv("data.csv", '
    "index=False)"
)
_TORCH = 'import torch, numpy; numpy.savez("data.npz", **torch.load({name}))'

FORMATS: Sequence[tuple[bytes, str, str]] = (
    (b"PAR1", "Parquet", _TABLE.replace("{reader}", "read_parquet")),
    (b"ARROW1", "Arrow (Feather)", _TABLE.replace("{reader}", "read_feather")),
    (b"FEA1", "Feather", _TABLE.replace("{reader}", "read_feather")),
    (b"\xd0\xcf\x11\xe0", "Excel (.xls)", _TABLE.replace("{reader}", "read_excel")),
    (b"\x89HDF\r\n", "HDF5 (.h5, .mat 7.3)", _HDF5),
    (b"SQLite format 3", "SQLite", _SQLITE),
    (b"<stata_dta>", "Stata", _TABLE.replace("{reader}", "read_stata")),
    (b"$FL2", "SPSS", _TABLE.replace("{reader}", "read_spss")),
    (b"\x89PNG", "PNG", _PICTURE),
    (b"\xff\xd8\xff", "JPEG", _PICTURE),
    (b"GIF8", "GIF", _PICTURE),
    (b"BM", "BMP", _PICTURE),
    (b"\x80\x02", "pickle", _PICKLE),
    (b"\x80\x03", "pickle", _PICKLE),
    (b"\x80\x04", "pickle", _PICKLE),
    (b"\x80\x05", "pickle", _PICKLE),
    (b"RDX", "R", 'write.csv(data, "data.csv", row.names = FALSE)'),
    (b"%PDF", "PDF", 'import tabula; tabula.convert_into({name}, "data.csv", pages="all")'),
)
"""First bytes, the format's name, and what turns it into CSV or NPZ."""

_IN_ARCHIVES: Sequence[tuple[str, str, str]] = (
    ("data.pkl", "PyTorch", _TORCH),
    ("content.xml", "OpenDocument (.ods)", _TABLE.replace("{reader}", "read_excel")),
    ("word/", "Word", "import docx; [[c.text for c in r.cells] for r in docx.Document({name}).tables[0].rows]"),
)
"""What the name of a member of an archive ends or begins with."""


def check_readable(source: DataSource, begin: bytes) -> None:
    """Refuse a format that is not read, by its first bytes.

    Raises
    ------
    ModelError
        If it is one of these; the error has the line of Python.
    """
    for magic, title, line in FORMATS:
        if begin.startswith(magic) and (magic != b"BM" or b"\0" in begin):
            raise refusal(source, title, line)


def check_archive(source: DataSource, names: Sequence[str]) -> None:
    """Refuse an archive that is not NPZ and not a workbook, by the names of its members.

    Raises
    ------
    ModelError
        If it is one of these; the error has the line of Python.
    """
    for part, title, line in _IN_ARCHIVES:
        if any(name.endswith(part) or name.startswith(part) for name in names):
            raise refusal(source, title, line)


def refusal(source: DataSource, title: str, line: str) -> ModelError:
    """Return the error for a format that is not read; `line` has a place for the file's name."""
    found = filled(QT_TRANSLATE_NOOP("model", "a file of {format}"), format=title)
    accepted = filled(
        QT_TRANSLATE_NOOP("model", "CSV or NPZ, which this line of Python makes: {line}"),
        line=line.format(name=repr(source.name)),
    )
    return source.refused("", found, accepted)
