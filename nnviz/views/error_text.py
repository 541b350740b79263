"""What the model says cannot be done, in the person's language."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.model.errors import ModelError
from nnviz.model.scenario.validation import ScenarioError
from nnviz.views.translation import translate_model


def error_text(error: ModelError) -> str:
    """Return an error's text as its ``str`` is in English; what the model has not marked stays as it is."""
    if isinstance(error, ScenarioError):
        template = QCoreApplication.translate("Errors", "{where}: found {found}; accepted: {accepted}")
        problems = (
            template.format(where=p.field, found=translate_model(p.found), accepted=translate_model(p.accepted))
            for p in error.problems
        )
        return "\n".join((translate_model(error.asked), *(f"  {problem}" for problem in problems)))
    if error.where:
        template = QCoreApplication.translate("Errors", "{asked} in {where}: found {found}; accepted: {accepted}")
    else:
        template = QCoreApplication.translate("Errors", "{asked}: found {found}; accepted: {accepted}")
    parts = {"asked": error.asked, "where": error.where, "found": error.found, "accepted": error.accepted}
    return template.format(**{name: translate_model(part) for name, part in parts.items()})


def not_drawn_text(error: ModelError) -> str:
    """Return why the network that was found in a person's own code is not drawn."""
    text = QCoreApplication.translate("OwnCode", "The network that was found cannot be drawn.")
    return f"{text}\n{error_text(error)}"
