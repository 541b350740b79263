"""Words of the model on the screen."""

from PyQt6.QtCore import QCoreApplication


def translate_model(text: str) -> str:
    """
    Translate a string that the model marked with ``QT_TRANSLATE_NOOP("model", ...)``.

    Parameters
    ----------
    text : str
        English text from the model: a title, a help text, a formula's name.

    Returns
    -------
    str
        The text in the person's language; English where no translation is installed.
    """
    return QCoreApplication.translate("model", text)
