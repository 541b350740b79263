"""Reading what a person's function returned: names of symbols, or two lists of gradients."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from nnviz.model.binding import Array
from nnviz.model.errors import ModelError
from nnviz.model.symbols import parse

ASKED: Final = "what backprop(X, Y, weights, biases) returns"
ACCEPTED: Final = "a dict such as {'Z1': …, 'A1': …, 'delta2': …, 'dW2': …, 'db2': …}, or two lists (dWs, dbs)"

_ALIASES: Final = (
    (re.compile(r"(?:delta|δ|d_?z|dnet|d_?Z|dz)_?(\d+)$", re.IGNORECASE), "delta"),
    (re.compile(r"(?:z|net)_?(\d+)$", re.IGNORECASE), "Z"),
    (re.compile(r"a_?(\d+)$", re.IGNORECASE), "A"),
    (re.compile(r"(?:dw|grad_?w)_?(\d+)$", re.IGNORECASE), "dW"),
    (re.compile(r"(?:db|grad_?b)_?(\d+)$", re.IGNORECASE), "db"),
    (re.compile(r"w_?(\d+)$", re.IGNORECASE), "W"),
    (re.compile(r"b_?(\d+)$", re.IGNORECASE), "b"),
)
_LOSS_NAMES: Final = ("l", "loss", "cost", "e", "error", "j")


def symbol_of(name: str) -> str | None:
    """Give the symbol that a name stands for: ``dz_2`` → ``delta2``; None for a name that is nobody's."""
    if name.lower() in _LOSS_NAMES:
        return "J" if name == "J" else "L"
    for pattern, kind in _ALIASES:
        match = pattern.match(name)
        if match is not None:
            return f"{kind}{int(match[1])}"
    try:
        parse(name)
    except KeyError:
        return None
    return name


def arrays_of(returned: object) -> dict[str, Array]:
    """Give what was returned by symbol.

    Raises
    ------
    ModelError
        If it is neither of the two forms, or holds what is no array of numbers.
    """
    if isinstance(returned, Mapping):
        named = {}
        for name, value in returned.items():
            symbol = symbol_of(str(name))
            if symbol is not None and value is not None:
                named[symbol] = value
        if not named:
            found = "a dict with " + (", ".join(map(repr, list(returned)[:8])) or "nothing in it")
            raise ModelError(ASKED, "", found, ACCEPTED)
    elif isinstance(returned, Sequence) and len(returned) == 2 and all(_is_list(part) for part in returned):
        weights, biases = returned
        named = {f"dW{layer}": value for layer, value in enumerate(weights, start=1) if value is not None}
        named |= {f"db{layer}": value for layer, value in enumerate(biases, start=1) if value is not None}
    else:
        raise ModelError(ASKED, "", _described(returned), ACCEPTED)
    return {symbol: _array(symbol, value) for symbol, value in named.items()}


def _is_list(part: object) -> bool:
    return isinstance(part, list | tuple)


def _array(symbol: str, value: object) -> Array:
    try:
        return np.array(value, dtype=np.float64)
    except (TypeError, ValueError):
        raise ModelError(ASKED, symbol, _described(value), "an array of numbers") from None


def _described(value: object) -> str:
    if value is None:
        return "None (is there a return?)"
    if isinstance(value, list | tuple):
        return f"a {type(value).__name__} of {len(value)}"
    return f"a {type(value).__name__}"
