"""Marks for the English texts of the model that people see; the views translate them."""

from __future__ import annotations

from collections.abc import Mapping


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation, as Qt's function of this name does, without needing Qt.

    pylupdate6 finds only calls by this name, written without a module before it, with literal arguments.
    """
    return text


class Filled(str):
    """A marked text with its placeholders filled; it stores both, so that a view can write it in another language.

    Attributes
    ----------
    text
        English, marked with ``QT_TRANSLATE_NOOP("model", …)``, with placeholders such as ``{name}``.
    values
        What fills the placeholders; texts among them may be marked or filled themselves.
    """

    text: str
    values: Mapping[str, object]


def filled(text: str, /, **values: object) -> Filled:
    """Fill the placeholders of a marked text."""
    made = Filled(text.format(**values))
    made.text, made.values = text, values
    return made
