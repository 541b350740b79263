"""Words of the model on the screen."""

import re

from PyQt6.QtCore import QCoreApplication

from nnviz.model.text.translation import Filled


def branch_name(name: str) -> str:
    """Return a branch's name: in the person's language, unless a person chose it."""
    number = re.fullmatch(r"branch (\d+)", name)
    if number is None:
        return name
    return QCoreApplication.translate("Branches", "branch %1").replace("%1", number[1])


def translate_model(text: str) -> str:
    """
    Translate a string that the model marked with ``QT_TRANSLATE_NOOP("model", ...)``.

    Parameters
    ----------
    text : str
        English text from the model: a title, a help text, a formula's name, or one with its places filled.

    Returns
    -------
    str
        The text in the person's language; English where no translation is installed.
    """
    if not isinstance(text, Filled):
        return QCoreApplication.translate("model", text)
    values = {name: translate_model(value) if isinstance(value, str) else value for name, value in text.values.items()}
    return QCoreApplication.translate("model", text.text).format(**values)
