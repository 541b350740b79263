"""A network: the number of its inputs, and each layer's units and activation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from nnviz.model.limits import Ge, Le, Longest
from nnviz.model.network.activations import ACTIVATIONS, Activation
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

UNITS_MAX = 4096
"""Units of the widest layer: two such layers' weights take 128 MB."""

LAYERS_MAX = 64
"""Most layers, the output included: laying out the window for 200 of them takes 12 s."""

PARAMETERS_MAX = 20_000_000
"""Most parameters: 160 MB, which an update with Adam holds six times, with gradients, moments and steps."""

LAYERS = Longest(
    LAYERS_MAX,
    QT_TRANSLATE_NOOP("model", "at most {most} layers: the window takes seconds to lay out more of them"),
)
UNITS_WHY = QT_TRANSLATE_NOOP("model", "the weights between two layers of so many units take 128 MB")


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

    units: Annotated[int, Ge(1), Le(UNITS_MAX, UNITS_WHY)]
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
