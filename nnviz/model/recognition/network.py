"""What was recognised in a recording: layers, targets, loss, updates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from nnviz.model.arrays.array import Array
from nnviz.model.recognition.activation_values import ActivationValue

SamplesAre = Literal["rows", "columns"]


@dataclass(frozen=True, eq=False)
class Layer:
    """One layer of one forward pass, in nnviz's convention: units × inputs, samples as columns.

    Attributes
    ----------
    W, b, I, Z, A
        Weights (n, k), bias (n, 1) or None, input (k, m), net input and activation (n, m).
    activation
        The function that gives A from Z.
    product, net, out
        Events of the product, of Z and of A.
    weights, bias
        Events that gave the parameters, as the forward lines read them.
    input
        Event of the input.
    turned
        Whether their weights are inputs × units.
    ones
        Which column of W is the bias that is folded into it, −1 for the last; None if there is none.
    """

    W: Array
    b: Array | None
    I: Array  # noqa: E741  (the symbol of the field)
    Z: Array
    A: Array
    activation: ActivationValue
    product: int
    net: int
    out: int
    weights: int
    bias: int | None
    input: int
    turned: bool
    ones: int | None = None
    activation_axis_wrong: bool = False
    bias_after: bool = False


@dataclass(frozen=True, eq=False)
class ForwardPass:
    """The layers of one run of the forward lines.

    Attributes
    ----------
    layers
        From the input.
    samples_are
        What samples are in their arrays.
    update
        Number of the update that it belongs to, from 0.
    Y
        Targets (n, m); None where none were found.
    target
        Event of the targets.
    """

    layers: tuple[Layer, ...]
    samples_are: SamplesAre
    update: int = 0
    Y: Array | None = None
    target: int | None = None

    @property
    def m(self) -> int:
        """How many samples there are."""
        return int(self.layers[0].I.shape[1])

    def own(self, array: Array) -> Array:
        """Return an array in their orientation."""
        return array if self.samples_are == "columns" else array.T


@dataclass(frozen=True)
class Loss:
    """A loss that was found by its value.

    Attributes
    ----------
    kind
        ``squared``, ``absolute``, ``bce``, ``cce`` or ``hinge``.
    factor
        Of the sum over all cells.
    penalty
        λ in λ·Σ w², 0 without one.
    event
        The event that computed it; None where it is implied by δ.
    """

    kind: str
    factor: float
    penalty: float = 0.0
    event: int | None = None


@dataclass(frozen=True, eq=False)
class FoundParameter:
    """A parameter and its states.

    Attributes
    ----------
    symbol
        ``W1``, ``b1`` …
    path
        How the person's code calls it.
    states
        Its value before each update and after the last, in their orientation.
    changed
        Events that gave each new state.
    root
        Event that gave the first.
    """

    symbol: str
    path: str
    states: tuple[Array, ...]
    changed: tuple[int, ...]
    root: int


@dataclass(frozen=True, eq=False)
class Recognition:
    """The network in a recording.

    Attributes
    ----------
    passes
        Forward passes, by update: those on whose numbers the update depends.
    parameters
        Symbol → parameter.
    losses
        Scalars of the first update that are a known loss of its output and targets.
    symbols
        Event → symbol, for every recorded update.
    updates
        First and last step of each update.
    """

    passes: tuple[tuple[ForwardPass, ...], ...]
    parameters: Mapping[str, FoundParameter]
    losses: tuple[Loss, ...] = ()
    symbols: Mapping[int, str] = field(default_factory=dict)
    updates: tuple[tuple[int, int], ...] = ()

    @property
    def first(self) -> ForwardPass:
        """The first forward pass."""
        return self.passes[0][0]

    @property
    def sizes(self) -> list[int]:
        """Units of each layer, the inputs first."""
        layers = self.first.layers
        inputs = layers[0].I.shape[0] - (layers[0].ones is not None)
        return [inputs, *(layer.W.shape[0] for layer in layers)]
