"""The formats of a receipt, by the ending of its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from nnviz.model.errors import ModelError
from nnviz.model.receipt.as_json import as_json
from nnviz.model.receipt.html import as_html
from nnviz.model.receipt.latex import as_latex
from nnviz.model.receipt.markdown import as_markdown
from nnviz.model.receipt.receipt import ASKED, Receipt
from nnviz.model.receipt.words import words_in

_FORMATS: Final[Mapping[str, Callable[..., str]]] = MappingProxyType(
    {".md": as_markdown, ".tex": as_latex, ".html": as_html}
)

SUFFIXES: Final = (*_FORMATS, ".json")
"""Endings of files that a receipt is written to."""


def receipt_text(receipt: Receipt, suffix: str, *, language: str = "en", is_exact: bool = False) -> str:
    """Return a receipt in the format of a file's ending.

    Parameters
    ----------
    receipt
        The receipt.
    suffix
        One of `SUFFIXES`.
    language
        Of its headings.
    is_exact
        Whether all digits are written; JSON always has them.

    Raises
    ------
    ModelError
        If it is the ending of no format.
    """
    if suffix == ".json":
        return as_json(receipt)
    if suffix not in _FORMATS:
        raise ModelError(ASKED, str(Path(f"receipt{suffix}")), suffix or "…", ", ".join(SUFFIXES))
    return _FORMATS[suffix](receipt, words_in(language), is_exact=is_exact)
