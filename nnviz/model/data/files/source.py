"""A source of samples: a file, plain or compressed with gzip, or pasted text."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from nnviz.model.background.interruption import check_interrupted
from nnviz.model.data.files.forms.form import Form
from nnviz.model.data.files.options import Format
from nnviz.model.errors import ModelError
from nnviz.model.text.numbers import format_count
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

MOST_BYTES = 4 * 2**30
"""Bytes, after decompression, of the largest file that is read."""

MOST_NUMBERS = 300_000_000
"""Most inputs of all samples together: 2.4 GB of memory."""

MOST_PASTED = 16 * 2**20
"""Bytes of the longest pasted text: as many as a scenario may have."""

MOST_COLUMNS = 100_000
"""Most columns of a table."""

SMALL_BYTES = 2**16
"""Bytes that are read in a moment, whatever they contain: the slowest way, cell by cell, takes 25 ms."""

_GZIP = b"\x1f\x8b"
_BLOCK = 2**20


@dataclass(frozen=True)
class DataSource:
    """A file, or pasted text.

    Attributes
    ----------
    name
        The file's name; empty for pasted text.
    path
        The file; None for pasted text.
    text
        The pasted text, as UTF-8; or what a file was turned into.
    form
        The table that a file was turned into.
    format
        What it is read as.
    """

    name: str
    path: Path | None = None
    text: bytes = b""
    form: Form | None = None
    format: Format = "text"

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """Open for reading, decompressed.

        Raises
        ------
        ModelError
            If it cannot be read, here or while it is being read.
        """
        try:
            if self.path is None or self.text:
                yield io.BytesIO(self.text)
            elif _starts_with(self.path, _GZIP):
                with gzip.open(self.path) as unpacked:
                    yield cast(IO[bytes], unpacked)
            else:
                with self.path.open("rb") as file:
                    yield file
        except (EOFError, gzip.BadGzipFile, zlib.error):
            found = QT_TRANSLATE_NOOP("model", "a .gz file that ends too early, or is damaged")
            raise self.refused(
                "", found, QT_TRANSLATE_NOOP("model", "a complete file; copy or download it again")
            ) from None
        except OSError as error:
            found = error.strerror or str(error)
            raise self.refused("", found, QT_TRANSLATE_NOOP("model", "a file that can be read")) from None

    def head(self, size: int) -> bytes:
        """Return the first bytes.

        Raises
        ------
        ModelError
            If there are none, or they cannot be read.
        """
        with self.opened() as file:
            begin = file.read(size)
        if not begin.strip():
            found = QT_TRANSLATE_NOOP("model", "nothing: it is empty")
            raise self.refused("", found, QT_TRANSLATE_NOOP("model", "samples"))
        return begin

    def refused(self, where: str, found: str, accepted: str, kind: type[ModelError] = ModelError) -> ModelError:
        """Return the error for a fault in the source."""
        if self.path is None:
            return kind(QT_TRANSLATE_NOOP("model", "to read the pasted text"), where, found, accepted)
        return kind(filled(QT_TRANSLATE_NOOP("model", "to read {name}"), name=self.name), where, found, accepted)

    def check_size(self, samples: int, inputs: int) -> None:
        """Refuse samples that would not fit into memory."""
        if samples * inputs > MOST_NUMBERS:
            found = filled(
                QT_TRANSLATE_NOOP("model", "{samples} samples of {inputs} inputs"),
                samples=format_count(samples),
                inputs=format_count(inputs),
            )
            raise self.refused("", found, at_most_numbers())

    def check_columns(self, columns: int) -> None:
        """Refuse a table with very many columns."""
        if columns > MOST_COLUMNS:
            found = filled(QT_TRANSLATE_NOOP("model", "{count} columns"), count=format_count(columns))
            accepted = filled(QT_TRANSLATE_NOOP("model", "at most {count}"), count=format_count(MOST_COLUMNS))
            raise self.refused("", found, accepted)


def pasted(text: str) -> DataSource:
    """Return pasted text as a source.

    Raises
    ------
    ModelError
        If it is too long.
    """
    source = DataSource("", text=text.encode(errors="replace"))
    if len(source.text) > MOST_PASTED:
        found = filled(QT_TRANSLATE_NOOP("model", "{size} MB"), size=f"{len(source.text) / 2**20:.1f}")
        accepted = QT_TRANSLATE_NOOP(
            "model",
            "at most {most} MB: pasted samples stay in the session with all digits; save them as a file",
        )
        raise source.refused("", found, filled(accepted, most=MOST_PASTED // 2**20))
    return source


def source_of(path: str | Path) -> DataSource:
    """Return a file as a source.

    Raises
    ------
    ModelError
        If it is not a file, or too large.
    """
    path = Path(path)
    source = DataSource(path.name, path)
    accepted = QT_TRANSLATE_NOOP("model", "a file that can be read")
    try:
        size = path.stat().st_size
    except OSError as error:
        raise source.refused("", error.strerror or str(error), accepted) from None
    if not path.is_file():
        raise source.refused("", QT_TRANSLATE_NOOP("model", "no file"), accepted)
    if size > MOST_BYTES:
        found = filled(QT_TRANSLATE_NOOP("model", "{size} GB"), size=f"{size / 2**30:.1f}")
        raise source.refused("", found, at_most_numbers())
    return source


def is_small(path: Path) -> bool:
    """Return whether a file is read in a moment; one that cannot be read is refused in one."""
    try:
        return path.stat().st_size <= SMALL_BYTES
    except OSError:
        return True


def at_most_numbers() -> str:
    """Return a text about the most numbers that are read."""
    return filled(QT_TRANSLATE_NOOP("model", "at most {count} numbers"), count=format_count(MOST_NUMBERS))


def sha256_of(*paths: Path) -> str:
    """Return the SHA-256 of the contents of files, one after the other.

    Raises
    ------
    OSError
        If one cannot be read.
    """
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                check_interrupted()
                digest.update(block)
    return digest.hexdigest()


def _starts_with(path: Path, begin: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(begin)) == begin
