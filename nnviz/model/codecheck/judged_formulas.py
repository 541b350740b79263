"""Mistakes that the judge of whole scripts knows by their numbers, and no row of the catalogue makes in a program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.array_comparison import compare
from nnviz.model.codecheck.line_verdicts import expected_values
from nnviz.model.codecheck.trial_values import TrialValues
from nnviz.model.judgement.formulas import (
    Candidate,
    bias_gradients,
    hidden_deltas,
    output_deltas,
    weight_gradients,
)
from nnviz.model.recognition.activation_values import BY_NAME
from nnviz.model.recognition.network import ForwardPass, Layer

_KINDS: Final = {
    "half-squared": ("squared", 1.0, False),
    "squared": ("squared", 2.0, False),
    "mean-squared": ("squared", 2.0, True),
    "half-mean-squared": ("squared", 1.0, True),
    "binary-cross-entropy": ("bce", 1.0, False),
    "categorical-cross-entropy": ("cce", 1.0, False),
}
"""Loss → the judge's word for it, by what its candidates for δ are multiplied, and whether 1/n is in that too."""


def judged_names(symbol: str, returned: Sequence[TrialValues]) -> tuple[str, ...]:
    """Return the names of the mistakes that give a symbol's values in all that was returned; empty if none do.

    Parameters
    ----------
    symbol
        δ, or a gradient.
    returned
        What was returned; the symbol is among it.
    """
    found: list[tuple[str, ...]] | None = None
    for one in returned:
        theirs = one.values[symbol]
        with np.errstate(all="ignore"):
            fitting = [
                names
                for names, value in _candidates(symbol, one)
                if names and value.shape == theirs.shape and compare(theirs, value, one.trial.terms.get(symbol)).holds
            ]
        found = fitting if found is None else [names for names in found if names in fitting]
        if not found:
            return ()
    return tuple(name for part in found[0] for name in part.split("+")) if found else ()


def forward_pass(one: TrialValues) -> ForwardPass | None:
    """Return the person's forward lines on a trial as the judge has them; None with an activation that it has not."""
    network = one.trial.program.recipe.network
    values = _values(one)
    layers = []
    for number, layer in enumerate(network.layers, start=1):
        row = BY_NAME.get(layer.activation)
        if row is None:
            return None
        below = one.trial.X if number == 1 else values[f"A{number - 1}"]
        weights, biases = one.trial.parameters[f"W{number}"], one.trial.bias(number)
        net, out = values[f"Z{number}"], values[f"A{number}"]
        layers.append(Layer(weights, biases, below, net, out, row, -1, -1, -1, -1, None, -1, False))
    return ForwardPass(tuple(layers), "columns", Y=one.trial.Y)


def _candidates(symbol: str, one: TrialValues) -> Iterator[Candidate]:
    """Yield what mistakes give for a symbol on a trial."""
    recipe, values = one.trial.program.recipe, _values(one)
    own = forward_pass(one)
    if own is None or recipe.loss not in _KINDS:
        return
    kind, times, is_mean = _KINDS[recipe.loss]
    times, depth = times / (one.trial.sizes[-1] if is_mean else 1), len(own.layers)
    number = int("".join(character for character in symbol if character.isdigit()) or 0)
    error = times * (own.layers[-1].A - one.trial.Y) if number in (depth, depth - 1) else None
    if symbol == f"delta{depth}":
        yield from ((names, times * value) for names, value in output_deltas(own, kind))
    elif symbol.startswith("delta"):
        above = own.layers[number]
        delta, left = values[f"delta{number + 1}"], values.get(f"W{number + 1}")
        yield from hidden_deltas(own.layers[number - 1], above, delta, error if number == depth - 1 else None, left)
    elif symbol.startswith(("dW", "db")):
        delta = values[f"delta{number}"]
        share = 1.0 / one.trial.X.shape[1] if recipe.reduction == "mean" else 1.0
        own_error = error if number == depth else None
        found = (
            weight_gradients(own, number, delta, own_error) if symbol[1] == "W" else bias_gradients(delta, len(delta))
        )
        yield from ((names, share * value) for names, value in found)


def _values(one: TrialValues) -> dict[str, Array]:
    """Return the person's values of a trial, and what follows from them where they returned none."""
    return {**expected_values(one.trial, one.values), **one.values}
