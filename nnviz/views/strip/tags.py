"""The words for what a line replaces, and for what replaces it."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.views.strip.boxes import Tag


def tag_text(tag: Tag) -> str:
    """Return the word for a value before or after a line has replaced it; empty for any other."""
    if tag == "old":
        return QCoreApplication.translate("StripPanel", "old")
    return QCoreApplication.translate("StripPanel", "new") if tag == "new" else ""
