"""Conditions on units: saturated, dead, identical."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

import numpy as np
from numpy.typing import NDArray

from nnviz.model.breakpoints.condition import Condition, ConditionMoment, Hit, hit, lines_writing, lit_symbol
from nnviz.model.explain.sentence import Sentence
from nnviz.model.limits import Ge, Le
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.program import Program
from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import Cell
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_PAIRS_NEAR: Final = 64


@dataclass(frozen=True)
class SaturatedUnit(Condition):
    """A hidden unit's activation is near the ends of its range for all samples of the batch.

    Outputs do not count: for classes they should be near the ends.
    """

    within: Annotated[float, Ge(0.0), Le(0.5)] = 0.01

    def lines(self, program: Program) -> frozenset[int]:
        """Return the lines that compute hidden activations with a range."""
        layers = enumerate(program.recipe.network.layers[:-1], start=1)
        return lines_writing(program, *(f"A{n}" for n, layer in layers if layer.function.value_range is not None))

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Look for the first such unit."""
        symbol = lit_symbol(moment)
        values = moment.value(symbol)
        ends = moment.program.recipe.network.layers[parse(symbol).layer - 1].function.value_range
        if values is None or ends is None:
            return None
        reach = self.within * (ends[1] - ends[0])
        saturated = np.all((values <= ends[0] + reach) | (values >= ends[1] - reach), axis=1)
        text = QT_TRANSLATE_NOOP("model", "unit {unit} of layer {layer} is saturated for all samples of the batch")
        return _first_unit(moment, symbol, saturated, text)


@dataclass(frozen=True)
class DeadRelu(Condition):
    """A ReLU unit outputs 0 for all samples of the batch, so that its weights have no gradient."""

    def lines(self, program: Program) -> frozenset[int]:
        """Return the lines that compute ReLU's activations."""
        layers = enumerate(program.recipe.network.layers, start=1)
        return lines_writing(program, *(f"A{n}" for n, layer in layers if layer.function is ACTIVATIONS["relu"]))

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Look for the first such unit."""
        symbol = lit_symbol(moment)
        values = moment.value(symbol)
        if values is None:
            return None
        text = QT_TRANSLATE_NOOP("model", "unit {unit} of layer {layer} outputs 0 for all samples of the batch")
        return _first_unit(moment, symbol, np.all(values == 0.0, axis=1), text)


@dataclass(frozen=True)
class IdenticalUnits(Condition):
    """Two units of a layer have the same weights and bias, so that they compute the same."""

    tolerance: Annotated[float, Ge(0.0), Le(1.0)] = 1e-9

    def lines(self, program: Program) -> frozenset[int]:
        """Return the lines that read the weights, which are those at the start of the update."""
        layers = enumerate(program.recipe.network.layers, start=1)
        return lines_writing(program, *(f"Z{n}" for n, layer in layers if layer.units > 1))

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Look for the first such pair."""
        layer = parse(lit_symbol(moment)).layer
        # A bias that units share, or do not have, tells none of them from another.
        has_own = moment.program.recipe.network.layers[layer - 1].bias == "per-unit"
        parts = [moment.value(f"{kind}{layer}") for kind in ("Wb" if has_own else "W")]
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            return None
        pair = _same_rows(np.hstack(known), self.tolerance)
        if pair is None:
            return None
        text = QT_TRANSLATE_NOOP("model", "units {unit} and {other} of layer {layer} have the same weights and bias")
        sentence = Sentence(text, {"unit": pair[0] + 1, "other": pair[1] + 1, "layer": layer})
        return hit(moment, sentence, f"W{layer}", Cell(f"W{layer}", pair[0], 0))


def _first_unit(moment: ConditionMoment, symbol: str, found: NDArray[np.bool_], text: str) -> Hit | None:
    if not found.any():
        return None
    unit = int(np.argmax(found))
    sentence = Sentence(text, {"unit": unit + 1, "layer": parse(symbol).layer})
    return hit(moment, sentence, symbol, Cell(symbol, unit, 0))


def _same_rows(rows: NDArray[np.float64], tolerance: float) -> tuple[int, int] | None:
    """Return the first two rows that differ by at most `tolerance` in every cell."""
    # Rows that are alike have similar sums, so only neighbours in the order of their sums need comparing.
    sums = rows.sum(axis=1)
    order = np.argsort(sums, kind="stable")
    reach = tolerance * rows.shape[1] + 1e-12 * float(np.abs(rows).sum(axis=1).max())
    pairs = []
    for apart in range(1, min(len(rows), _PAIRS_NEAR)):
        one, other = order[:-apart], order[apart:]
        near = sums[other] - sums[one] <= reach
        if not near.any():
            break
        one, other = one[near], other[near]
        same = (np.abs(rows[one] - rows[other]) <= tolerance).all(axis=1)
        pairs += [(int(min(i, j)), int(max(i, j))) for i, j in zip(one[same], other[same], strict=True)]
    return min(pairs, default=None)
