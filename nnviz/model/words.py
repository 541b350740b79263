"""Marks for English strings of the model that people see; the views translate them."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name is what translation tools look for
    """Mark `text` for translation, as Qt's function of this name does, without needing Qt."""
    return text
