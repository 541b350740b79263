"""Activations with a number of their own: a leak's slope, ELU's α.

A scenario names one with its number in brackets, ``leaky-relu(0.2)``; without it, the number is the usual one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.limits import Range
from nnviz.model.network.activation import Activation
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

LEAK: Final = 0.01
"""Slope of leaky ReLU for z < 0 (Maas, Hannun and Ng, 2013)."""

_NAME: Final = re.compile(r"([a-z-]+)\(([0-9.e+-]+)\)")


def leaky_relu(slope: float) -> Activation:
    """Return leaky ReLU with a slope below 0, 0 to 1."""

    def function(z: Array, out: Array) -> None:
        np.multiply(z, slope, out)
        np.maximum(z, out, out=out)

    def derivative(z: Array, out: Array) -> None:
        np.greater(z, 0.0, out, casting="unsafe")
        np.multiply(out, 1.0 - slope, out)
        np.add(out, slope, out)

    title = QT_TRANSLATE_NOOP("model", "leaky ReLU")
    return Activation(
        name=_name("leaky-relu", slope, LEAK),
        title=title
        if slope == LEAK
        else filled(QT_TRANSLATE_NOOP("model", "leaky ReLU, {slope} below 0"), slope=slope),
        sign="LReLU",
        formula=f"max({slope:.12g}·z, z)",
        slope_formula=f"1 if z > 0 else {slope:.12g}",
        slope_reads="Z",
        function=function,
        slope=derivative,
        bends_at_zero=True,
        family="leaky-relu",
        number=slope,
    )


def elu(alpha: float) -> Activation:
    """Return ELU with α, which is −α far below 0 (Clevert, Unterthiner and Hochreiter, 2016)."""

    def function(z: Array, out: Array) -> None:
        out[...] = np.maximum(z, 0.0) + alpha * np.expm1(np.minimum(z, 0.0))

    def derivative(z: Array, out: Array) -> None:
        out[...] = np.where(z > 0.0, 1.0, alpha * np.exp(np.minimum(z, 0.0)))

    factor = "" if alpha == 1.0 else f"{alpha:.12g}·"
    return Activation(
        name=_name("elu", alpha, 1.0),
        title=QT_TRANSLATE_NOOP("model", "ELU")
        if alpha == 1.0
        else filled(QT_TRANSLATE_NOOP("model", "ELU, α = {alpha}"), alpha=alpha),
        sign="ELU",
        formula=f"z if z > 0 else {factor}(e^z − 1)",
        slope_formula=f"1 if z > 0 else {factor}e^z",
        slope_reads="Z",
        function=function,
        slope=derivative,
        bends_at_zero=alpha != 1.0,
        family="elu",
        number=alpha,
    )


@dataclass(frozen=True)
class NumberedFamily:
    """Activations that differ by a number.

    Attributes
    ----------
    make
        Returns the one with a number.
    label
        What the number is called.
    accepted
        Which numbers there may be.
    """

    make: Callable[[float], Activation]
    label: str
    accepted: Range


FAMILIES: Mapping[str, NumberedFamily] = MappingProxyType(
    {
        "leaky-relu": NumberedFamily(leaky_relu, QT_TRANSLATE_NOOP("model", "slope below 0"), Range(0.0, 1.0)),
        "elu": NumberedFamily(elu, QT_TRANSLATE_NOOP("model", "α of ELU"), Range(0.001, 100.0)),
    }
)


class ActivationTable(Mapping[str, Activation]):
    """Name → activation; names with a number in brackets are found besides the rows, which alone are listed."""

    def __init__(self, rows: Mapping[str, Activation]) -> None:
        self._rows = MappingProxyType(dict(rows))

    def __getitem__(self, name: str) -> Activation:
        """Return an activation.

        Raises
        ------
        KeyError
            If there is none of that name, or its number is not accepted.
        """
        return self._rows[name] if name in self._rows else _with_number(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def named_with(family: str, number: float) -> str:
    """Return the name of a family's activation with a number: ``leaky-relu(0.2)``; with the usual one, its own."""
    return FAMILIES[family].make(number).name


@lru_cache(maxsize=256)
def _with_number(name: str) -> Activation:
    match = _NAME.fullmatch(name)
    if match is None or match[1] not in FAMILIES:
        raise KeyError(name)
    try:
        number = float(match[2])
    except ValueError:
        raise KeyError(name) from None
    if not FAMILIES[match[1]].accepted.has(number):
        raise KeyError(name)
    return FAMILIES[match[1]].make(number)


def _name(family: str, number: float, usual: float) -> str:
    return family if number == usual else f"{family}({number:.12g})"
