"""The functions that a person's file may give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Functions:
    """A person's functions.

    Attributes
    ----------
    backprop
        ``backprop(X, Y, weights, biases)``, with ``learning_rate`` if it asks for it.
    update
        ``update(weights, biases, dWs, dbs, learning_rate)``; None where there is none.
    predict
        ``predict(X, weights, biases)``; None where there is none.
    """

    backprop: Callable[..., object]
    update: Callable[..., object] | None = None
    predict: Callable[..., object] | None = None
