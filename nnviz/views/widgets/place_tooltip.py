"""Tooltips of a widget that draws many things: what they say depends on the place under the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QEvent, QPointF
from PyQt6.QtGui import QHelpEvent
from PyQt6.QtWidgets import QToolTip, QWidget


def shows_tooltip(widget: QWidget, event: QEvent | None, text_at: Callable[[QPointF], str]) -> bool:
    """Show the tooltip of the place under the mouse, or hide it where the text is empty.

    Parameters
    ----------
    widget
        Whose event it is.
    event
        Any event.
    text_at
        Returns the text for a place, in the widget's pixels.

    Returns
    -------
    Whether the event asked for a tooltip, so that it is dealt with.
    """
    if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
        return False
    QToolTip.showText(event.globalPos(), text_at(QPointF(event.pos())), widget)
    return True
