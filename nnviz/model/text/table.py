"""Tables as plain text, for scripts and notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

NOTHING: Final = "—"
"""Written in an empty cell."""


def text_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table: the first and last columns aligned left, the numbers between them aligned right."""
    lines = [tuple(head), *map(tuple, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    last = len(widths) - 1

    def written(line: tuple[str, ...]) -> str:
        cells = (
            text.ljust(width) if index in (0, last) else text.rjust(width)
            for index, (text, width) in enumerate(zip(line, widths, strict=True))
        )
        return "  ".join(cells).rstrip()

    return "\n".join(map(written, lines))
