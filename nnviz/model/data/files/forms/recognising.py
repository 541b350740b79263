"""Which way of writing a text has, and its rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nnviz.model.data.files.forms.arff import is_arff, read_arff
from nnviz.model.data.files.forms.delimited import read_delimited
from nnviz.model.data.files.forms.form import Form
from nnviz.model.data.files.forms.libsvm import is_libsvm, read_libsvm
from nnviz.model.data.files.forms.literals import is_literal, is_shortened, read_literal
from nnviz.model.data.files.forms.markdown import is_markdown, read_markdown
from nnviz.model.data.files.forms.records import read_records
from nnviz.model.data.files.source import DataSource
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


def form_of(source: DataSource, text: str, chosen: Mapping[str, Any]) -> Form:
    """Return the rows of a text, whatever it was written as.

    Parameters
    ----------
    source
        Named in errors.
    text
        The text, or its beginning.
    chosen
        The user's choices; a chosen delimiter says that it is a delimited text.

    Raises
    ------
    ModelError
        If numbers were left out of what was printed.
    """
    lines = text.split("\n")
    special = special_form(text, lines)
    if special is not None:
        if is_literal(text) and is_shortened(text):
            found = QT_TRANSLATE_NOOP("model", "an array with “...” in place of numbers")
            accepted = "numpy.set_printoptions(threshold=10**9); print(X)"
            raise source.refused("", found, accepted)
        return special
    return read_delimited(lines, chosen.get("delimiter") or "")


def special_form(text: str, lines: list[str]) -> Form | None:
    """Return the rows of a text that is no delimited one; None where it is."""
    special = read_records(text)
    if special is None and is_literal(text):
        special = read_literal(text)
    if special is not None and special.rows:
        return special
    for is_so, read in ((is_arff, read_arff), (is_markdown, read_markdown), (is_libsvm, read_libsvm)):
        if is_so(lines):
            return read(lines)
    return None
