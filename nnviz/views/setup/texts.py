"""What the Setup panel says: tooltips, and the name of a change."""

from __future__ import annotations

import html

from PyQt6.QtCore import QCoreApplication, QLocale

from nnviz.model.scenario.scenario import Scenario, keeps_network


def tooltip(*paragraphs: str) -> str:
    """Return a tooltip of paragraphs, which wraps; empty ones are left out."""
    return "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs if text)


def effect_text(old: Scenario, new: Scenario) -> str:
    """Return a sentence that says whether a change keeps the network."""
    if keeps_network(old, new):
        return QCoreApplication.translate("Setup", "Changing it keeps the network.")
    return QCoreApplication.translate("Setup", "Changing it restarts the network.")


def scenario_text(scenario: Scenario) -> str:
    """Return a scenario's text in the person's language, or in English."""
    name = QLocale().name()
    language = name if name in scenario.text else name.partition("_")[0]
    return scenario.text_in(language)


def change_text(name: str, value: str) -> str:
    """Return the name of a change for Undo: ``Learning rate 0.5``."""
    return QCoreApplication.translate("Setup", "{name} {value}").format(name=name, value=value)
