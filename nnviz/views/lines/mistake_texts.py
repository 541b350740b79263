"""Texts about mistakes: their places, what they need, where they are made and what they look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QCoreApplication

from nnviz.model.mistakes import CATALOGUE, Mistake
from nnviz.model.program.program import Program
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.translation import QT_TRANSLATE_NOOP
from nnviz.views.translation import translate_model

if TYPE_CHECKING:
    from nnviz.model.mistakes.places import Place


def place_title(place: Place) -> str:
    """Return the title of the mistakes that are made in a place."""
    translate = QCoreApplication.translate
    match place:
        case "forward":
            return translate("Mistakes", "Forward")
        case "output-delta":
            return translate("Mistakes", "Loss and the output’s δ")
        case "hidden-delta":
            return translate("Mistakes", "Hidden δ and slopes")
        case "gradients":
            return translate("Mistakes", "Gradients of weights and biases")
        case "averages":
            return translate("Mistakes", "Sums and means")
        case "penalty":
            return translate("Mistakes", "Penalty")
        case "update":
            return translate("Mistakes", "Update")
        case "optimiser":
            return translate("Mistakes", "Optimiser")
        case "setup":
            return translate("Mistakes", "Data, batches and initial parameters")


def switch_text(name: str, *, on: bool) -> str:
    """Return the text of switching a mistake on or off, for Undo."""
    translate = QCoreApplication.translate
    text = translate("Mistakes", "Make a mistake: %1") if on else translate("Mistakes", "Remove the mistake: %1")
    return text.replace("%1", translate_model(CATALOGUE[name].title))


def needs_text(mistake: Mistake) -> str:
    """Return text that says what a mistake needs that has no effect here."""
    needs = translate_model(mistake.needs)
    return QCoreApplication.translate("Mistakes", "Has no effect here. It needs: %1").replace("%1", needs)


def reason_text(mistake: Mistake, snapshot: Snapshot) -> str:
    """Return text that says why a mistake cannot be switched on in the scenario of a snapshot."""
    from nnviz.model.scenario.edit.mistakes import conflicts_in

    if mistake.is_own_code:
        needs = translate_model(mistake.needs)
        return QCoreApplication.translate("Mistakes", "Cannot be made here. It needs: %1").replace("%1", needs)
    if mistake.needs_gradients and not snapshot.program.computes_gradients:
        needs = translate_model(QT_TRANSLATE_NOOP("model", "an optimiser that computes gradients"))
        return QCoreApplication.translate("Mistakes", "Has no effect here. It needs: %1").replace("%1", needs)
    others = conflicts_in(snapshot.scenario, snapshot.data, mistake.name)
    if not others:
        return needs_text(mistake)
    titles = "; ".join(translate_model(other.title) for other in others)
    text = QCoreApplication.translate("Mistakes", "The shapes of its lines do not go with: %1")
    return text.replace("%1", titles)


def about_texts(mistake: Mistake) -> tuple[str, ...]:
    """Return where people make a mistake, and what its symptoms are."""
    return translate_model(mistake.where), translate_model(mistake.looks)


def mistake_texts(program: Program, symbol: str) -> tuple[str, ...]:
    """Describe the mistakes made in a line: their titles, where people make them, their symptoms."""
    from nnviz.model.scenario.edit.mistakes import mistakes_at

    template = QCoreApplication.translate("Mistakes", "Made on purpose: %1")
    texts: list[str] = []
    for mistake in mistakes_at(program, symbol):
        texts += [template.replace("%1", translate_model(mistake.title)), *about_texts(mistake)]
    return tuple(texts)


def hidden_text() -> str:
    """Return text that says why mistakes cannot be switched on or off now."""
    return QCoreApplication.translate("Mistakes", "A mistake is hidden: find it, or give up, before you make others.")
