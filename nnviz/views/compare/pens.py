"""Which line is which session."""

from __future__ import annotations

from PyQt6.QtGui import QColor, QPen

from nnviz.model.comparison import ComparedSnapshot
from nnviz.views.loss import compared_pen
from nnviz.views.theme import Theme


def contender_pen(theme: Theme, contender: ComparedSnapshot, width: float) -> QPen:
    """Give the line of a session: without gaps in the accent colour for the one in the window, as the loss plot has it.

    Parameters
    ----------
    theme
        Colours.
    contender
        Whose.
    width
        In pixels.
    """
    if not contender.is_main:
        return compared_pen(theme, contender.place, width)
    pen = QPen(QColor(theme.accent), width)
    pen.setCosmetic(True)
    return pen
