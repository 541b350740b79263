"""A person's files and notebook cells, as text."""

from __future__ import annotations

import io
import json
import os
import re
import tokenize
from typing import Any, NamedTuple


class Source(NamedTuple):
    """A file, or a code cell of a notebook.

    Attributes
    ----------
    number
        Which one it is, from 0.
    path
        The file.
    text
        Its text, without anything left out.
    cell
        Number of the cell among all cells of the notebook, from 1; None for a file.
    name
        What tracebacks call it.
    runnable
        The text that is compiled: without a notebook's magics, line by line the same.
    """

    number: int
    path: str
    text: str
    cell: int | None
    name: str
    runnable: str


def read_file(path: str) -> str:
    """Return the text of a Python file, in the encoding that it declares.

    Raises
    ------
    OSError, SyntaxError, UnicodeDecodeError
        If it cannot be read.
    """
    with open(path, "rb") as file:  # noqa: PTH123
        return decode(file.read())


def decode(data: bytes) -> str:
    """Return the text of a Python file's bytes, with line ends as Python sees them."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    return io.IncrementalNewlineDecoder(None, True).decode(data.decode(encoding))


class MagicsSkipped(NamedTuple):
    """Lines of a notebook that are no Python, and were not run."""

    cell: int
    lines: tuple[str, ...]


def read_notebook(path: str, first: int, text: str | None = None) -> tuple[list[Source], list[MagicsSkipped]]:
    """Read the code cells of a notebook: of a file, or of a text in its place.

    Raises
    ------
    OSError, ValueError, KeyError
        If it is no notebook.
    """
    if text is None:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123
            text = file.read()
    cells: list[dict[str, Any]] = json.loads(text)["cells"]
    found: list[Source] = []
    skipped: list[MagicsSkipped] = []
    for number, cell in enumerate(cells, start=1):
        if cell.get("cell_type") != "code":
            continue
        own = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
        runnable, magics = without_magics(own)
        if magics:
            skipped.append(MagicsSkipped(number, tuple(magics)))
        found.append(Source(first + len(found), path, own, number, f"{path}[{number}]", runnable))
    return found, skipped


_MAGIC = re.compile(r"^(\s*)([%!?].*|[\w.]+\?{1,2}\s*)$")
_HARMLESS = re.compile(r"%%(time|timeit|capture|nnviz)\b")


def without_magics(text: str) -> tuple[str, list[str]]:
    """Return a cell without lines that only a notebook understands, line by line the same, and those lines."""
    lines = text.split("\n")
    first = next((line for line in lines if line.strip()), "")
    if first.startswith("%%") and not _HARMLESS.match(first):
        return "\n" * (len(lines) - 1), [first]
    kept: list[str] = []
    magics: list[str] = []
    for line in lines:
        found = _MAGIC.match(line)
        # A line that begins with % inside brackets is arithmetic.
        if found and not _is_continued(kept):
            magics.append(line.strip())
            line = f"{found[1]}pass"
        kept.append(line)
    return "\n".join(kept), magics


def _is_continued(lines: list[str]) -> bool:
    try:
        list(tokenize.generate_tokens(io.StringIO("\n".join(lines) + "\n").readline))
    except (tokenize.TokenError, SyntaxError):
        return True
    return bool(lines) and lines[-1].endswith("\\")


def display_name(path: str, folder: str) -> str:
    """Return a file's name as it is said: relative to the folder of the person's code where it is in it."""
    relative = os.path.relpath(path, folder)
    return path if relative.startswith("..") else relative
