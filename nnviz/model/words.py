"""Marks for English strings of the model that people see; the views translate them."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation, as Qt's function of this name does, without needing Qt.

    pylupdate6 finds calls by this very name only, written without a module before it, with literal arguments.
    """
    return text
