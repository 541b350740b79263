"""The table of places: the pieces of a person's source that report what they compute."""

from __future__ import annotations

import ast
from typing import Any


class Place:
    """A piece of source that reports; see `nnviz.model.recording.recording.Place`."""

    __slots__ = ("column", "end_column", "end_line", "extra", "file", "function", "home", "kind", "line", "operands",
                 "operator", "statement", "text")  # fmt: skip

    def __init__(self, file: int, kind: str, operator: str, text: str, statement: int, function: str) -> None:
        self.file, self.kind, self.operator, self.text = file, kind, operator, text
        self.statement, self.function = statement, function
        self.line = self.column = self.end_line = self.end_column = 0
        self.operands: tuple[int, ...] = ()
        self.extra: Any = None
        self.home: str | None = None
        """The function whose name is bound here, where it is another one; empty for the module."""

    def as_row(self) -> list[Any]:
        """Return what is written of it."""
        return [
            self.file, self.line, self.column, self.end_line, self.end_column, self.kind, self.operator, self.text,
            self.statement, self.function, list(self.operands),
        ]  # fmt: skip


class Places:
    """All places, in the order of the source."""

    def __init__(self) -> None:
        self.rows: list[Place] = []

    def __getitem__(self, number: int) -> Place:
        return self.rows[number]

    def add(self, place: Place, node: ast.AST, lines: list[str]) -> int:
        """Add a place, and return its number.

        Parameters
        ----------
        place
            The place, without its position.
        node
            Where it is.
        lines
            The lines of its file: columns are counted in characters, which the tree counts in bytes.
        """
        place.line, place.end_line = getattr(node, "lineno", 1), getattr(node, "end_lineno", None) or 1
        place.column = characters(lines, place.line, getattr(node, "col_offset", 0))
        place.end_column = characters(lines, place.end_line, getattr(node, "end_col_offset", None) or 0)
        self.rows.append(place)
        return len(self.rows) - 1


def characters(lines: list[str], line: int, offset: int) -> int:
    """Return how many characters an offset in bytes is."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    return offset if text.isascii() else len(text.encode("utf-8")[:offset].decode("utf-8", "replace"))


def segment(lines: list[str], place: Place) -> str:
    """Return the text of a place; only the header of one that has a body."""
    if place.line == place.end_line:
        return lines[place.line - 1][place.column : place.end_column] if place.line <= len(lines) else ""
    parts = [line.rstrip("\n") for line in lines[place.line - 1 : place.end_line]]
    if not parts:
        return ""
    parts[-1] = parts[-1][: place.end_column]
    parts[0] = parts[0][place.column :]
    return "\n".join(parts)
