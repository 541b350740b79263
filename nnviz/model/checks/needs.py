"""What both checks need."""

from __future__ import annotations

from nnviz.model.errors import ModelError
from nnviz.model.program.training_methods import METHODS
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


def require_gradients(snapshot: Snapshot, asked: str) -> None:
    """Refuse a check of a program without gradients.

    Raises
    ------
    ModelError
        If it is an evolution strategy's.
    """
    if not snapshot.program.computes_gradients:
        method = METHODS[snapshot.program.recipe.optimiser]
        found = QT_TRANSLATE_NOOP("model", "a program that computes no gradients")
        accepted = QT_TRANSLATE_NOOP("model", "an optimiser that does")
        raise ModelError(asked, method.title, found, accepted)
