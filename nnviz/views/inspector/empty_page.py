"""What the inspector shows while there is nothing to explain."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.views.inspector.paper import Page, Paragraph, Span


def empty_page() -> Page:
    """Return the page for when there is nothing to explain."""
    text = QCoreApplication.translate(
        "InspectorPanel", "Run a line, or click a number: its equation stands here, with its numbers."
    )
    return Page("", (Paragraph("words", (Span(text),)),))
