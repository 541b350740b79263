"""A network: the number of its inputs, and each layer's units and activation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from nnviz.model.limits import Ge, Le
from nnviz.model.network.activations import ACTIVATIONS, Activation

UNITS_MAX = 4096
"""Units of the widest layer: two such layers' weights take 128 MB."""


@dataclass(frozen=True)
class Layer:
    """One layer of units.

    Attributes
    ----------
    units
        Number of units, 1 to `UNITS_MAX`.
    activation
        Name of a row of `ACTIVATIONS`.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = {"extra": "forbid"}

    units: Annotated[int, Ge(1), Le(UNITS_MAX)]
    activation: str

    @property
    def function(self) -> Activation:
        """The activation's row."""
        return ACTIVATIONS[self.activation]


@dataclass(frozen=True)
class Network:
    """A fully connected network.

    Attributes
    ----------
    n_inputs
        Number of inputs.
    layers
        Hidden layers, then the output layer; layer 1 is the first of them.
    """

    n_inputs: int
    layers: tuple[Layer, ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Units per layer, inputs first: ``(2, 3, 1)``."""
        return (self.n_inputs, *(layer.units for layer in self.layers))

    @property
    def depth(self) -> int:
        """Number of layers that compute, output included."""
        return len(self.layers)

    @property
    def output(self) -> Layer:
        """The output layer."""
        return self.layers[-1]

    @property
    def weights(self) -> tuple[str, ...]:
        """Names of the weight matrices, ``W1`` first."""
        return tuple(f"W{layer}" for layer in range(1, self.depth + 1))

    @property
    def parameters(self) -> tuple[str, ...]:
        """Names of all parameters in layer order: ``W1 b1 W2 b2``."""
        return tuple(f"{kind}{layer}" for layer in range(1, self.depth + 1) for kind in "Wb")

    def text(self) -> str:
        """Return the sizes as text: ``2-3-1``."""
        return "-".join(str(size) for size in self.sizes)
