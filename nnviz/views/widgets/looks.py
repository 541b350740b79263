"""Properties by which the style sheet knows what a widget looks like now."""

from __future__ import annotations

from PyQt6.QtWidgets import QWidget


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet reads, and let it take effect."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    if style is not None:
        # The style sheet reads the property when it is polished.
        style.unpolish(widget)
        style.polish(widget)
