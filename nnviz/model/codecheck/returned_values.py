"""Reading what a person's function returned: names of symbols, or two lists of gradients."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.data.real_numbers import NotNumbersError, real_numbers
from nnviz.model.errors import ModelError
from nnviz.model.program.symbols import parse
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

ACCEPTED: Final = {
    "backprop": QT_TRANSLATE_NOOP(
        "model", "a dict such as {'Z1': …, 'A1': …, 'delta2': …, 'dW2': …, 'db2': …}, or two lists (dWs, dbs)"
    ),
    "update": QT_TRANSLATE_NOOP("model", "two lists (weights, biases)"),
    "predict": QT_TRANSLATE_NOOP("model", "an array of outputs or classes"),
}
"""Function → what it may return."""
NOTHING: Final = QT_TRANSLATE_NOOP("model", "None (is there a return?)")
NOTHING_NEW: Final = QT_TRANSLATE_NOOP("model", "only the unchanged parameters")

_ALIASES: Final = (
    (re.compile(r"(?:delta|δ|d_?z|dnet|d_?Z|dz)_?(\d+)$", re.IGNORECASE), "delta"),
    (re.compile(r"(?:z|net)_?(\d+)$", re.IGNORECASE), "Z"),
    (re.compile(r"a_?(\d+)$", re.IGNORECASE), "A"),
    (re.compile(r"(?:dw|grad_?w)_?(\d+)$", re.IGNORECASE), "dW"),
    (re.compile(r"(?:db|grad_?b)_?(\d+)$", re.IGNORECASE), "db"),
    (re.compile(r"w_?(\d+)$", re.IGNORECASE), "W"),
    (re.compile(r"b_?(\d+)$", re.IGNORECASE), "b"),
)
_SINGLE: Final = (np.dtype(np.float32), np.dtype(np.float16))
_LOSS_NAMES: Final = ("l", "loss", "cost", "e", "error", "j")


def symbol_of(name: str) -> str | None:
    """Return the symbol that a name stands for: ``dz_2`` → ``delta2``; None for a name that stands for none."""
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


def named_values(returned: object, weights: Sequence[tuple[int, ...]] = ()) -> dict[str, object]:
    """Return what was returned by symbol, unread.

    Parameters
    ----------
    returned
        A dict of symbols, two lists (dWs, dbs), or a list of pairs (dW, db).
    weights
        The shapes of the weights: they tell a list of two pairs from two lists of two.

    Raises
    ------
    ModelError
        If it has none of these forms.
    """
    if isinstance(returned, Mapping):
        named = {}
        for name, value in returned.items():
            symbol = symbol_of(str(name))
            if symbol is not None and value is not None:
                named[symbol] = value
        if not named:
            raise _unreadable(f"{{{', '.join(map(repr, list(returned)[:8]))}}}")
        return named
    if not isinstance(returned, Sequence) or not returned or not all(_is_list(part) for part in returned):
        raise _unreadable(describe(returned))
    parts = [list(part) for part in returned]
    if len(parts) == len(weights) and all(len(part) == 2 for part in parts):
        turned = [list(part) for part in zip(*parts, strict=True)]
        if len(parts) != 2 or (not _have_shapes(parts[0], weights) and _have_shapes(turned[0], weights)):
            parts = turned
    if len(parts) != 2:
        raise _unreadable(describe(returned))
    return {
        f"{kind}{layer}": value
        for kind, part in zip(("dW", "db"), parts, strict=True)
        for layer, value in enumerate(part, start=1)
        if value is not None
    }


def _have_shapes(values: Sequence[object], shapes: Sequence[tuple[int, ...]]) -> bool:
    return [getattr(value, "shape", None) for value in values] == list(shapes)


def arrays_of(returned: object) -> dict[str, Array]:
    """Return what was returned by symbol, as arrays.

    Raises
    ------
    ModelError
        If it has none of the forms of `named_values`, or holds anything but arrays of numbers.
    """
    return arrays_in_words(named_values(returned))


def parameters_of(returned: object) -> dict[str, Array]:
    """Return the parameters that `update` returned, by name: a dict, or two lists (weights, biases).

    Raises
    ------
    ModelError
        If it is neither, or holds anything but arrays of numbers.
    """
    if isinstance(returned, Mapping):
        return arrays_of(returned)
    if isinstance(returned, Sequence) and len(returned) == 2 and all(_is_list(part) for part in returned):
        return arrays_in_words(
            {
                f"{kind}{layer}": value
                for kind, part in zip("Wb", returned, strict=True)
                for layer, value in enumerate(part, start=1)
            },
            "update",
        )
    raise _unreadable(describe(returned), "update")


def _unreadable(found: str, part: str = "backprop") -> ModelError:
    return ModelError(f"what {part} returns", "", found, ACCEPTED[part])


def arrays_in_words(named: Mapping[str, object], part: str = "backprop") -> dict[str, Array]:
    """Return what there is for each symbol as an array of numbers.

    Raises
    ------
    ModelError
        If something is none; it says what it is.
    """
    arrays = {}
    for symbol, value in named.items():
        read = array_or_reason(value)
        if isinstance(read, str):
            raise _unreadable(filled(QT_TRANSLATE_NOOP("model", "{symbol} = {found}"), symbol=symbol, found=read), part)
        arrays[symbol] = read
    return arrays


def _is_list(part: object) -> bool:
    return isinstance(part, list | tuple)


def array_or_reason(value: object, *, booleans: bool = False) -> Array | str:
    """Return a copy as an array of numbers; where it is none, what it is in words."""
    if value is None or isinstance(value, str):
        return describe(value)
    try:
        array = real_numbers(value, booleans=booleans)
        # How exact the numbers can be is known from their type.
        return array.astype(np.float32) if np.asarray(value).dtype in _SINGLE else array
    except NotNumbersError as error:
        return error.found


def describe(value: object) -> str:
    """Describe a value by its type and length: ``list[3]``."""
    if value is None:
        return NOTHING
    return f"{type(value).__name__}[{len(value)}]" if isinstance(value, list | tuple | str) else type(value).__name__
