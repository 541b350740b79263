"""The layouts in which a person's function may expect its arrays: samples in columns or rows, W either way, b flat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.program.symbols import parse
from nnviz.model.text.convention import Convention

if TYPE_CHECKING:  # the process that runs a person's code reads calls, and makes no trials
    from nnviz.model.codecheck.trial_updates import Trial
    from nnviz.model.program.shapes import Shape

BiasShape = Literal["column", "row", "flat"]

PREDICTION: Final = "prediction"
"""The key of what `predict` returned, among the values by symbol."""


@dataclass(frozen=True)
class Call:
    """The arguments of one call: of ``backprop(X, Y, weights, biases)``, `update` and `predict`.

    Attributes
    ----------
    X, Y
        The batch.
    weights, biases
        The parameters, layer by layer.
    learning_rate
        For functions that take it.
    samples
        Inputs of the samples to predict, more than the batch has.
    weight_gradients, bias_gradients
        The right ones, for an `update` whose `backprop` returns none.
    updates
        How many updates to make, each from the parameters that the one before has left.
    is_alone
        Whether what the code remembers of earlier calls is to be forgotten first, by running its file again.
    """

    X: Array
    Y: Array
    weights: tuple[Array, ...]
    biases: tuple[Array, ...]
    learning_rate: float
    samples: Array
    weight_gradients: tuple[Array, ...]
    bias_gradients: tuple[Array, ...]
    updates: int = 1
    is_alone: bool = False


@dataclass(frozen=True)
class ArgumentLayout:
    """One way to lay out the arrays.

    Attributes
    ----------
    samples
        Whether a sample is a column or a row of X and Y.
    weights
        Whether W is (units × inputs) or (inputs × units).
    biases
        Whether b is ``(units, 1)``, ``(1, units)`` or ``(units,)``.
    """

    samples: Literal["columns", "rows"] = "columns"
    weights: Literal["units-inputs", "inputs-units"] = "units-inputs"
    biases: BiasShape = "column"

    def call(self, trial: Trial) -> Call:
        """Return fresh arrays of a trial in this layout."""
        layers = range(1, trial.program.recipe.network.depth + 1)
        return Call(
            X=self._batch(trial.X),
            Y=self._batch(trial.Y),
            weights=tuple(self._weights(trial.parameters[f"W{layer}"]) for layer in layers),
            biases=tuple(self._bias(trial.bias(layer)) for layer in layers),
            learning_rate=trial.scalars["eta"],
            samples=self._batch(trial.samples),
            weight_gradients=tuple(self._weights(trial.gradients[f"dW{layer}"]) for layer in layers),
            bias_gradients=tuple(self._bias(trial.bias_gradient(layer)) for layer in layers),
        )

    @property
    def convention(self) -> Convention:
        """The convention in which formulas read as the person's code does."""
        return "rows" if self.samples == "rows" and self.weights == "inputs-units" else "columns"

    def expected_shape(self, symbol: str, shape: Shape) -> tuple[int, ...]:
        """Return the shape that a symbol should be returned in; `shape` is that of the column convention."""
        kind = _kind(symbol)
        if kind.endswith("W"):
            return shape if self.weights == "units-inputs" else shape[::-1]
        if kind.endswith("b"):
            return {"column": shape, "row": shape[::-1], "flat": shape[:1]}[self.biases]
        if kind in "LRJ":
            return ()
        return shape if self.samples == "columns" else shape[::-1]

    def returned_shape(self, symbol: str, value: Array) -> tuple[int, ...]:
        """Return the shape in which a value of `to_columns` was returned."""
        return value.shape[::-1] if self._is_transposed(symbol) else value.shape

    def cell(self, symbol: str, place: tuple[int, int]) -> tuple[int, ...]:
        """Return the indices of a cell of the column convention in the person's own array."""
        kind = _kind(symbol)
        if kind.endswith("b") and self.biases == "flat":
            return place[:1]
        if kind in "LRJ":
            return ()
        return place[::-1] if self._is_transposed(symbol) else place

    def from_columns(self, symbol: str, value: Array) -> Array:
        """Return a value of the column convention as the person's code should return it."""
        turned = value.T if self._is_transposed(symbol) else value
        return turned.ravel() if _kind(symbol).endswith("b") and self.biases == "flat" else turned

    def _is_transposed(self, symbol: str) -> bool:
        kind = _kind(symbol)
        if kind.endswith("W"):
            return self.weights == "inputs-units"
        return self.biases == "row" if kind.endswith("b") else self.samples == "rows"

    def to_columns(self, symbol: str, value: Array, shape: Shape) -> Array:
        """Return what was returned for a symbol in the column convention, if its shape allows that.

        Values with one entry per sample may come back either way round, since functions differ in that. Gradients and
        parameters must leave a parameter the shape that it has; numpy may repeat cells for that, as it does in an
        update.
        """
        kind = _kind(symbol)
        if kind[-1] in "Wb":
            own = self.expected_shape(symbol, shape)
            if broadcast(own, value.shape) == own:
                value = np.broadcast_to(value, own)
                return value.T if self._is_transposed(symbol) else value.reshape(shape) if value.ndim < 2 else value
            if value.ndim != 2:
                return value
            turned = value.T if kind.endswith("W") and self.weights == "inputs-units" else value
            turned = value.T if kind.endswith("b") and self.biases != "column" else turned
            # The right shape of columns is a wrong one here.
            return value[..., None] if turned.shape == shape else turned
        if value.size == 1 and shape == (1, 1):
            return value.reshape(1, 1)
        if value.ndim == 1 and value.size == shape[0] * shape[1] and 1 in shape:
            return value.reshape(shape)
        if value.ndim != 2:
            return value
        first = value.T if self.samples == "rows" else value
        if first.shape != shape and first.T.shape == shape:
            return first.T
        return first

    def _batch(self, array: Array) -> Array:
        return self._copy(array, transpose=self.samples == "rows")

    def _weights(self, array: Array) -> Array:
        return self._copy(array, transpose=self.weights == "inputs-units")

    def _bias(self, array: Array) -> Array:
        return array.ravel().copy() if self.biases == "flat" else self._copy(array, transpose=self.biases == "row")

    @staticmethod
    def _copy(array: Array, *, transpose: bool) -> Array:
        return np.ascontiguousarray(array.T if transpose else array).copy()

    def __str__(self) -> str:
        weights = "units × inputs" if self.weights == "units-inputs" else "inputs × units"
        biases = {"column": "(units, 1)", "row": "(1, units)", "flat": "(units,)"}[self.biases]
        return f"samples are {self.samples}, W is {weights}, b is {biases}"


def broadcast(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...] | None:
    """Return the shape that numpy makes of two in an element-wise operation; None where it refuses."""
    try:
        return np.broadcast_shapes(one, other)
    except ValueError:
        return None


def _kind(symbol: str) -> str:
    # A prediction has a column for each sample, as an activation has.
    return "A" if symbol == PREDICTION else parse(symbol).kind


COLUMNS: Final = ArgumentLayout()
ROWS: Final = ArgumentLayout("rows", "inputs-units", "row")
_OTHERS: Final = tuple(
    layout
    for samples, weights, biases in product(
        ("columns", "rows"), ("units-inputs", "inputs-units"), ("column", "row", "flat")
    )
    if (layout := ArgumentLayout(samples, weights, biases)) not in (COLUMNS, ROWS)  # type: ignore[arg-type]
)
LAYOUTS: Final[Sequence[ArgumentLayout]] = (COLUMNS, ROWS, *_OTHERS)
"""All layouts, the common ones first."""
