"""In which layout a script's arrays are: found out by their shapes, and asked for where several layouts fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.errors import ModelError
from nnviz.model.text.convention import Convention

WeightLayout = Literal["units-inputs", "inputs-units"]

ASKED: Final = "to show arrays"
SAMPLES: Final[tuple[Convention, ...]] = ("columns", "rows")
WEIGHTS: Final[tuple[WeightLayout, ...]] = ("units-inputs", "inputs-units")


@dataclass(frozen=True)
class GivenArrays:
    """The arrays of a script, as they were given; biases are flat, and None for a layer without."""

    weights: Sequence[Array]
    biases: Sequence[Array | None]
    inputs: Array
    targets: Array


@dataclass(frozen=True)
class ArrayReading:
    """One way to read arrays.

    Attributes
    ----------
    samples
        Whether a sample is a column or a row.
    layout
        Whether W is (units × inputs) or (inputs × units).
    """

    samples: Convention
    layout: WeightLayout

    @property
    def convention(self) -> Convention:
        """The convention in which the program reads as the script does."""
        return "rows" if (self.samples, self.layout) == ("rows", "inputs-units") else "columns"

    def weights(self, given: GivenArrays) -> list[Array]:
        """Return the weights as (units × inputs)."""
        return [W if self.layout == "units-inputs" else W.T for W in given.weights]

    def rows(self, array: Array) -> Array:
        """Return inputs or targets with a row for each sample."""
        return array if self.samples == "rows" else array.T

    def wrong_bias(self, given: GivenArrays) -> tuple[int, int] | None:
        """Return the number of the first bias vector that has not one for each unit, and how many units there are."""
        units = [len(W) for W in self.weights(given)]
        biases = enumerate(given.biases)
        return next(((n, units[n]) for n, b in biases if b is not None and len(b) != units[n]), None)

    def fits(self, given: GivenArrays) -> bool:
        """Return whether the shapes of all but the biases go together if the arrays are read so."""
        shapes = [W.shape for W in self.weights(given)]
        inputs, targets = self.rows(given.inputs), self.rows(given.targets)
        outputs, samples = shapes[-1][0], len(inputs)
        chained = all(above[1] == below[0] for below, above in pairwise(shapes))
        matched = targets.shape in ((samples,), (samples, outputs), (samples, 1))
        return chained and matched and shapes[0][1] == inputs.shape[1]

    def is_same(self, other: ArrayReading, given: GivenArrays) -> bool:
        """Return whether another reading makes the same network and the same samples of the arrays."""
        pairs = [*zip(self.weights(given), other.weights(given), strict=True)]
        pairs += [(self.rows(array), other.rows(array)) for array in (given.inputs, given.targets)]
        return all(np.array_equal(one, two) for one, two in pairs)

    def __str__(self) -> str:
        return f"W is {self.layout.replace('-', ' × ')} with samples in {self.samples}"


# Those of one convention throughout come first: among readings that make the same of the arrays, the first is taken.
_READINGS: Final = (
    ArrayReading("columns", "units-inputs"),
    ArrayReading("rows", "inputs-units"),
    ArrayReading("rows", "units-inputs"),
    ArrayReading("columns", "inputs-units"),
)


def recognised(given: GivenArrays, samples: Convention | None, layout: WeightLayout | None) -> ArrayReading:
    """Return the one way in which arrays can be read.

    Parameters
    ----------
    given
        The arrays.
    samples, layout
        What the script says about them.

    Raises
    ------
    ModelError
        If none fits, or several that make different networks or samples of them; then it names each.
    """
    for where, name, accepted in (("convention", samples, SAMPLES), ("weight_layout", layout, WEIGHTS)):
        if name is not None and name not in accepted:
            raise ModelError(ASKED, where, repr(name), " or ".join(map(repr, accepted)))
    allowed = [one for one in _READINGS if samples in (None, one.samples) and layout in (None, one.layout)]
    fitting: list[ArrayReading] = []
    for one in allowed:
        if one.fits(given) and not one.wrong_bias(given) and not any(one.is_same(other, given) for other in fitting):
            fitting.append(one)
    if not fitting:
        raise _misfit(given, allowed)
    if len(fitting) > 1:
        raise _ambiguous(fitting)
    return fitting[0]


def _misfit(given: GivenArrays, allowed: Sequence[ArrayReading]) -> ModelError:
    wrong = next((one.wrong_bias(given) for one in allowed if one.fits(given)), None)
    if wrong is not None:
        number, units = wrong
        bias = given.biases[number]
        found = f"{0 if bias is None else len(bias)} numbers"
        return ModelError(ASKED, f"biases[{number}]", found, f"{units}, one for each unit")
    shapes = ", ".join(f"W{number} {weights.shape}" for number, weights in enumerate(given.weights, start=1))
    found = f"X {given.inputs.shape}, {shapes}, Y {given.targets.shape}, which do not go together"
    accepted = "W (units, inputs) or (inputs, units), layer on layer, and X and Y with as many samples"
    return ModelError(ASKED, "", f"{found} where {allowed[0]}" if len(allowed) == 1 else found, accepted)


def _ambiguous(fitting: Sequence[ArrayReading]) -> ModelError:
    ways = "; or ".join(map(str, fitting))
    asked = []
    if len({one.samples for one in fitting}) > 1:
        asked.append("convention='columns' or convention='rows' for the samples")
    if len({one.layout for one in fitting}) > 1:
        asked.append("weight_layout='units-inputs' (as in PyTorch) or weight_layout='inputs-units' (as in Keras)")
    count = {2: "two", 3: "three"}.get(len(fitting), str(len(fitting)))
    return ModelError(ASKED, "", f"shapes that fit in {count} ways: {ways}", ", and ".join(asked))
