"""Marks for English strings of the model that people see; the views translate them."""

from __future__ import annotations

from collections.abc import Mapping


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation, as Qt's function of this name does, without needing Qt.

    pylupdate6 finds calls by this very name only, written without a module before it, with literal arguments.
    """
    return text


class Filled(str):
    """A marked text with its places filled; it remembers both, so that a view can write it in another language.

    Attributes
    ----------
    text
        English, marked with ``QT_TRANSLATE_NOOP("model", …)``, with places such as ``{name}``.
    values
        What stands in the places; texts among them may be marked or filled ones.
    """

    text: str
    values: Mapping[str, object]


def filled(text: str, /, **values: object) -> Filled:
    """Fill the places of a marked text."""
    made = Filled(text.format(**values))
    made.text, made.values = text, values
    return made
