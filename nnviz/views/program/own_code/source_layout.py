"""Which rows the source has: its lines, the mended ones below wrong ones, and a heading for each of several files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Literal

from PyQt6.QtCore import QCoreApplication

from nnviz.model.recorded_run.findings import LineNote, SourceLine
from nnviz.views.program.own_code.syntax import Syntax


@dataclass(frozen=True)
class SourceText:
    """One file, or one cell of a notebook, as it is shown.

    Attributes
    ----------
    name
        The file's name.
    text
        Its content.
    cell
        Which cell of a notebook it is, from 1; None for a file.
    """

    name: str
    text: str
    cell: int | None = None

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its lines, with tabs as spaces."""
        return tuple(line.expandtabs(4) for line in self.text.split("\n")) if self.text else ()

    @cached_property
    def syntax(self) -> Syntax:
        """Its words."""
        return Syntax("\n".join(self.lines))

    @property
    def heading(self) -> str:
        """What stands above its lines where there are others."""
        if self.cell is None:
            return PurePath(self.name).name
        return QCoreApplication.translate("OwnCode", "cell %1").replace("%1", str(self.cell))


@dataclass(frozen=True)
class SourceRow:
    """One row.

    Attributes
    ----------
    kind
        A ``"line"`` of the source, the ``"mended"`` line below a wrong one, or the ``"heading"`` of a file.
    at
        The line; of a heading, the file with the number 0.
    """

    kind: Literal["line", "mended", "heading"]
    at: SourceLine


class SourceLayout:
    """The rows from the top.

    Parameters
    ----------
    files
        The person's files.
    notes
        What is said of their lines.
    """

    def __init__(self, files: Sequence[SourceText] = (), notes: Mapping[SourceLine, LineNote] | None = None) -> None:
        self.files, self.notes = tuple(files), notes or {}
        rows: list[SourceRow] = []
        for number, file in enumerate(self.files):
            if len(self.files) > 1:
                rows.append(SourceRow("heading", SourceLine(number, 0)))
            for line in range(1, len(file.lines) + 1):
                at = SourceLine(number, line)
                rows.append(SourceRow("line", at))
                note = self.notes.get(at)
                if note is not None and note.verdict == "wrong" and note.mended:
                    rows.append(SourceRow("mended", at))
        self.rows = tuple(rows)
        self._row_of = {row.at: number for number, row in enumerate(self.rows) if row.kind == "line"}

    @property
    def lines(self) -> tuple[SourceLine, ...]:
        """Every line in order."""
        return tuple(self._row_of)

    def row_of(self, at: SourceLine) -> int | None:
        """Return the row of a line; None where there is no such line."""
        return self._row_of.get(at)

    def text_of(self, row: SourceRow) -> str:
        """Return the text of a row."""
        if row.kind == "heading":
            return self.files[row.at.file].heading
        text = self.files[row.at.file].lines[row.at.number - 1]
        if row.kind == "line":
            return text
        mended = (self.notes[row.at].mended or "").strip()
        return text[: len(text) - len(text.lstrip())] + mended

    def may_try(self, at: SourceLine) -> bool:
        """Return whether the code can be run with a mended line: one of its first file, or of a notebook."""
        return at.file == 0 or self.files[at.file].cell is not None

    @cached_property
    def longest(self) -> int:
        """Characters of the longest line."""
        return max((len(line) for file in self.files for line in file.lines), default=0)

    @cached_property
    def digits(self) -> int:
        """Characters of the greatest line number."""
        return len(str(max((len(file.lines) for file in self.files), default=1)))
