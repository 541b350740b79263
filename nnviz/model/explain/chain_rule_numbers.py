"""The numbers in the chain rule of one sample, from the values of the forward lines."""

from __future__ import annotations

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.explain.expand import Expander
from nnviz.model.explain.tree import magnitudes
from nnviz.model.mistakes.mistake import CLASS_NUMBERS
from nnviz.model.network.activation import Activation
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import Node, Symbol
from nnviz.model.program.losses import LOSSES
from nnviz.model.session.snapshot import Snapshot


class ChainNumbers:
    """The numbers that one sample's derivatives are computed from.

    Attributes
    ----------
    deltas
        ∂ℓ/∂z of every unit for the sample, ``(n_l, 1)`` for each layer.

    Parameters
    ----------
    snapshot
        The snapshot with the values; the output has been computed.
    column
        The sample's column in the batch.
    expander
        Computes the loss's derivative.
    """

    def __init__(self, snapshot: Snapshot, column: int, expander: Expander) -> None:
        self._snapshot, self._column, self._expander = snapshot, column, expander
        self._depth = snapshot.network.depth
        self.deltas = self._all_deltas()

    def _all_deltas(self) -> dict[int, Array]:
        """Compute ∂ℓ/∂z of every unit for the sample, ``(n_l, 1)`` each."""
        a, gradient = self.array(f"A{self._depth}"), self.output_gradient()
        if self.fuses():
            delta = a * self.target_sum() - self._targets()
        elif self.rule(self._depth).couples_units:
            delta = a * (gradient - (gradient * a).sum(axis=0))
        else:
            delta = gradient * self.slope(self._depth)
        deltas = {self._depth: delta}
        for layer in range(self._depth - 1, 0, -1):
            deltas[layer] = (self.weights(layer + 1).T @ deltas[layer + 1]) * self.slope(layer)
        return deltas

    def weights(self, layer: int) -> Array:
        """Return a layer's weights as its forward line read them: the loss is a function of these."""
        read = self._snapshot.read_by(self._snapshot.program.line_of[f"Z{layer}"], f"W{layer}")
        assert read is not None  # weights have a value from the start
        return read

    def path(self, layer: int, row: int) -> dict[int, int]:
        """Return, for each layer from a unit's upwards, the unit that contributes most to its derivative."""
        path = {layer: row}
        for number in range(layer, self._depth):
            shares = self.weights(number + 1)[:, path[number]] * self.deltas[number + 1][:, 0]
            path[number + 1] = int(np.argmax(magnitudes(shares)))
        return path

    def loss_gradient(self) -> Node:
        """Return ∂ℓ/∂a of the output, as an expression."""
        return LOSSES[self._snapshot.program.recipe.loss].gradient(Symbol(f"A{self._depth}"), Symbol("Y"))

    def output_gradient(self) -> Array:
        """Return ∂ℓ/∂a of the output, ``(n_L, 1)``."""
        return self._expander.array(self.loss_gradient())[:, self._column : self._column + 1]

    def target_sum(self) -> float:
        """Return what the sample's targets count as together, where the loss needs that to be 1 and it need not be."""
        recipe = self._snapshot.program.recipe
        is_free = recipe.any_targets or CLASS_NUMBERS in recipe.mistakes
        free = is_free and LOSSES[recipe.loss].targets_sum_to_one
        return float(self._targets().sum()) if free else 1.0

    def _targets(self) -> Array:
        return self._snapshot.values["Y"][:, self._column : self._column + 1]

    def fuses(self) -> bool:
        """Return whether the loss and the output's activation cancel to ``a − y``."""
        recipe = self._snapshot.program.recipe
        return LOSSES[recipe.loss].logits_with == recipe.network.output.activation

    def rule(self, layer: int) -> Activation:
        """Return the activation of a layer."""
        return ACTIVATIONS[self._snapshot.network.layers[layer - 1].activation]

    def slope(self, layer: int) -> Array:
        """Return the derivative of a layer's activation, ``(n_l, 1)``."""
        rule = self.rule(layer)
        source = self.array(f"{rule.slope_reads}{layer}")
        out = np.empty_like(source)
        if rule.slope is None:
            raise TypeError(f"{rule.name} has no element-wise derivative")
        rule.slope(source, out)
        return out

    def array(self, symbol: str) -> Array:
        """Return the sample's column of a symbol."""
        return self._snapshot.values[symbol][:, self._column : self._column + 1]
