"""All that determines a program."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.model.network.network import Network
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.losses import LOSSES, Reduction
from nnviz.model.program.penalties import Divisor


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
        Names of rows of the mistakes' `CATALOGUE`, made on purpose; the program itself knows none of them.
    hides_mistakes
        Whether the wrong program has a line in the place of each right one, so that line numbers reveal nothing.
    reduction
        Whether the loss of a batch is the mean of its samples' losses, or their sum.
    penalty_divisor, penalises_biases
        What the penalty is divided by, and whether it is on the biases too.
    any_targets
        Whether a sample's targets need not be what the loss is made for: a cross-entropy's need not sum to 1.
    derivatives
        Whether there are lines for ∂L/∂A of every layer and ∂L/∂X.
    """

    network: Network
    loss: str
    optimiser: str = "gradient-descent"
    penalty: str | None = None
    trains_biases: bool = True
    mistakes: tuple[str, ...] = ()
    hides_mistakes: bool = False
    reduction: Reduction = "mean"
    penalty_divisor: Divisor = "one"
    penalises_biases: bool = False
    any_targets: bool = False
    derivatives: bool = False

    @property
    def computes_gradients(self) -> bool:
        """Whether there are gradients; an evolution strategy has none."""
        return self.optimiser not in STRATEGIES

    @property
    def penalised(self) -> tuple[str, ...]:
        """Names of the parameters that the penalty is on."""
        if self.penalty is None:
            return ()
        return self.network.parameters if self.penalises_biases else self.network.weights

    @property
    def is_fused(self) -> bool:
        """Whether loss and output activation are computed together, from the logits, so that δ is A − Y."""
        return LOSSES[self.loss].logits_with == self.network.output.activation
