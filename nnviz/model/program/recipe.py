"""All that determines a program."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.model.network.network import Network
from nnviz.model.program.evolution_strategies import STRATEGIES

WIDENING = "no-sum"
"""The mistake that gives the biases a column for each sample."""

LEAKING = "leaking-batch"
"""The mistake that carries the samples of a last, partial batch into the next epoch."""

STALE = "stale-prediction"
"""The mistake that predicts every sample from the one that a loop has left."""


@dataclass(frozen=True)
class Recipe:
    """All that determines a program.

    Attributes
    ----------
    network
        Layers and activations.
    loss, optimiser
        Names of rows of `LOSSES` and `METHODS`.
    penalty
        Name of a row of `PENALTIES`, or None.
    trains_biases
        Whether the update moves the biases; their gradients are computed either way.
    mistakes
        Names of rows of the `CATALOGUE` that are made on purpose.
    hides_mistakes
        Whether the wrong program has a line for each right one, in its place, so that numbers of lines tell nothing.
    """

    network: Network
    loss: str
    optimiser: str = "gradient-descent"
    penalty: str | None = None
    trains_biases: bool = True
    mistakes: tuple[str, ...] = ()
    hides_mistakes: bool = False

    @property
    def computes_gradients(self) -> bool:
        """Whether there are gradients; an evolution strategy has none."""
        return self.optimiser not in STRATEGIES


def widens_biases(recipe: Recipe) -> bool:
    """Return whether a mistake gives the biases a column for each sample."""
    return WIDENING in recipe.mistakes
