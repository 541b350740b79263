"""A network: the number of its inputs, and each layer's units and activation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from nnviz.model.limits import Ge, Le, Longest
from nnviz.model.network.activation import Activation
from nnviz.model.network.activations import ACTIVATIONS
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


Bias = Literal["per-unit", "shared", "none"]
"""Whether each unit of a layer has a bias of its own, all have the same one, or none has any."""


@dataclass(frozen=True)
class Layer:
    """One layer of units.

    Attributes
    ----------
    units
        Number of units, 1 to `UNITS_MAX`.
    activation
        Name of a row of `ACTIVATIONS`.
    bias
        Whether each unit has a bias, all share one, or there is none.
    learning_rate
        η of this layer's parameters; None where it is the optimiser's.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = {"extra": "forbid"}

    units: Annotated[int, Ge(1), Le(UNITS_MAX, UNITS_WHY)]
    activation: str
    bias: Bias = "per-unit"
    learning_rate: Annotated[float, Ge(0)] | None = None

    @property
    def biases(self) -> int:
        """How many biases the layer has."""
        return {"per-unit": self.units, "shared": 1, "none": 0}[self.bias]

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
    def biases(self) -> tuple[int, ...]:
        """Biases per layer."""
        return tuple(layer.biases for layer in self.layers)

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
        """Names of all parameters in layer order: ``W1 b1 W2 b2``; a layer without a bias has only its weights."""
        each = enumerate(self.layers, start=1)
        return tuple(f"{kind}{number}" for number, layer in each for kind in ("Wb" if layer.biases else "W"))

    @property
    def shapes(self) -> dict[str, tuple[int, int]]:
        """Symbol → shape of each parameter, in layer order: ``W1`` ``(n_1, n_0)``, ``b1`` ``(n_1, 1)``."""
        shapes = {}
        for number, layer in enumerate(self.layers, start=1):
            shapes[f"W{number}"] = (layer.units, self.sizes[number - 1])
            if layer.biases:
                shapes[f"b{number}"] = (layer.biases, 1)
        return shapes

    def text(self) -> str:
        """Return the sizes as text: ``2-3-1``."""
        return "-".join(str(size) for size in self.sizes)
