"""Which values are right for each line: what follows from the person's own, and other ways in which a program is right.

What is right absolutely comes first: where all gradients are right, a δ that is a number times ∂L/∂Z is no difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.array_comparison import ArrayComparison
from nnviz.model.codecheck.line_verdicts import compare_symbol, expected_values
from nnviz.model.codecheck.trial_values import TrialValues


class AcceptedValues:
    """The right values for what was returned on one trial.

    Parameters
    ----------
    one
        The trial, and what was returned.
    """

    def __init__(self, one: TrialValues) -> None:
        self._one = one
        self._follows = expected_values(one.trial, one.values)

    def of(self, symbol: str) -> Array:
        """Return what a line computes from the person's values before it."""
        return self._follows[symbol]

    def compare(self, symbol: str) -> ArrayComparison:
        """Compare a value with the right one; where that differs, with the others that are right too."""
        found = self._compared(symbol, self._follows)
        if found.holds or symbol not in self._one.values:
            return found
        if self._gradients_are_right:
            absolutely = self._compared(symbol, self._without_deltas)
            if absolutely.holds:
                return absolutely
            if symbol.startswith("delta") and absolutely.status in ("factor", "sign"):
                return replace(absolutely, status="scaled")
        if self._compared(symbol, self._above_kinks).holds or self.starts_again:
            return replace(found, status="equal")
        if self.overwritten and symbol not in self.overwritten:
            spared = self._compared(symbol, self._without_overwritten)
            return spared if spared.holds else found
        return found

    def is_by_kink(self, symbol: str) -> bool:
        """Return whether a value is right with the other derivative at a kink only."""
        values = self._one.values
        return (
            symbol in values
            and not self._compared(symbol, self._follows).holds
            and (self._compared(symbol, self._above_kinks).holds and not self._gradients_are_right)
        )

    @cached_property
    def starts_again(self) -> bool:
        """Whether a later update is right as a first one, with an optimiser whose first update says that it is one.

        A function that gets no state may be meant so; momentum's first update is plain gradient descent.
        """
        trial, values = self._one.trial, self._one.values
        if trial.previous is None or not any(kind in trial.scalars for kind in ("correction1", "rho")):
            return False
        again = expected_values(trial.started_again(), values)
        names = [name for name in values if name in trial.program.line_of]
        return all(self._compared(name, again).holds for name in names)

    @cached_property
    def overwritten(self) -> frozenset[str]:
        """Activations whose array was changed after the line that follows had read it."""
        values, found = self._one.values, set()
        for layer in range(1, self._one.trial.program.recipe.network.depth):
            name, follower = f"A{layer}", f"Z{layer + 1}"
            if name not in values or follower not in values or self._compared(name, self._follows).holds:
                continue
            spared = expected_values(self._one.trial, _without(values, name))
            if self._compared(follower, spared).holds and not self._compared(follower, self._follows).holds:
                found.add(name)
        return frozenset(found)

    @cached_property
    def _gradients_are_right(self) -> bool:
        """Whether every gradient or updated parameter of the layers with another δ is right, and all else is."""
        one = self._one
        deltas = [name for name in one.values if name.startswith("delta")]
        wrong = [name for name in deltas if not self._compared(name, self._without_deltas).holds]
        if not wrong or any(not {f"dW{name[5:]}", f"W{name[5:]}"} & one.values.keys() for name in wrong):
            return False
        others = [name for name in one.values if name in self._follows and name not in deltas]
        return all(self._compared(name, self._without_deltas).holds for name in others)

    @cached_property
    def _without_deltas(self) -> Mapping[str, Array]:
        values = self._one.values
        return expected_values(self._one.trial, _without(values, *(name for name in values if "delta" in name)))

    @cached_property
    def _above_kinks(self) -> Mapping[str, Array]:
        return expected_values(self._one.trial, self._one.values, kinks_are_above=True)

    @cached_property
    def _without_overwritten(self) -> Mapping[str, Array]:
        return expected_values(self._one.trial, _without(self._one.values, *self.overwritten))

    def _compared(self, symbol: str, expected: Mapping[str, Array]) -> ArrayComparison:
        found = compare_symbol(self._one.trial, symbol, self._one.values[symbol], expected[symbol])
        # A bias is one vector: the wrong way round, it has the wrong shape.
        return replace(found, status="shape") if found.status == "transpose" and "b" in symbol else found


def _without(values: Mapping[str, Array], *names: str) -> dict[str, Array]:
    return {name: value for name, value in values.items() if name not in names}
