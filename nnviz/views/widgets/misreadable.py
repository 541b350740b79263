"""Why a number that a person typed is not taken although it is one."""

from PyQt6.QtCore import QCoreApplication

from nnviz.model.text.numbers import MisreadableNumberError
from nnviz.views.translation import translate_model


def misreadable_text(error: MisreadableNumberError) -> str:
    """Return what might be read wrongly, and how to write it."""
    template = QCoreApplication.translate("Errors", "{asked}: found {found}; accepted: {accepted}")
    parts = {"asked": error.asked, "found": error.found, "accepted": error.accepted}
    return template.format(**{name: translate_model(part) for name, part in parts.items()})
