"""What both checks need."""

from __future__ import annotations

from nnviz.model.errors import ModelError
from nnviz.model.methods import METHODS
from nnviz.model.snapshot import Snapshot


def require_gradients(snapshot: Snapshot, asked: str) -> None:
    """Refuse a check of a program without gradients.

    Raises
    ------
    ModelError
        If it is an evolution strategy's.
    """
    if not snapshot.program.computes_gradients:
        method = METHODS[snapshot.program.recipe.optimiser]
        raise ModelError(asked, method.title, "a program that computes no gradients", "an optimiser that does")
