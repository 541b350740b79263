"""The colours of a source's words: those of the theme that mean nothing beside what is computed."""

from __future__ import annotations

from functools import cache
from typing import Literal

from PyQt6.QtGui import QColor

from nnviz.views.theme.tokens import Theme


@cache
def syntax_colour(theme: Theme, kind: Literal["keyword", "number", "string", "comment"]) -> QColor:
    """Return the colour of a kind of word."""
    colours = {
        "keyword": theme.accent,
        "number": theme.negative_text,
        "string": theme.compared[0],
        "comment": theme.secondary,
    }
    return QColor(colours[kind])
