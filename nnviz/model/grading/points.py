"""How many points each line has, and which lines must come back."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from nnviz.model.errors import ModelError
from nnviz.model.program.program import Program
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_ASKED: Final = QT_TRANSLATE_NOOP("model", "to mark code")


@dataclass(frozen=True)
class Points:
    """What lines are worth.

    Attributes
    ----------
    of
        Symbol → points, in the order of the program.
    required
        Symbols that must come back.
    is_default
        Whether they are the usual ones, which follow the network of a whole script.
    """

    of: Mapping[str, float]
    required: tuple[str, ...]
    is_default: bool = True

    @property
    def total(self) -> float:
        """Points for code that is right."""
        return sum(self.of.values())


def points_for(program: Program, points: str = "", require: str = "") -> Points:
    """Return the points of a program's lines.

    Parameters
    ----------
    program
        The right program.
    points
        As in ``"delta2=2,dW1=1"``; one for each line of the forward and the backward pass if empty.
    require
        As in ``"dW1,db1"``; the gradients of all parameters that are trained if empty.

    Raises
    ------
    ModelError
        If a symbol or a number cannot be read.
    """
    known = tuple(dict.fromkeys(line.writes for line in program))
    usual = {line.writes: 1.0 for line in program if line.stage in ("forward", "backward")}
    given = _read_points(points, known)
    required = tuple(_known(name, known) for name in require.split(",") if name.strip())
    return Points(
        {name: given[name] for name in known if name in given} if given else usual,
        required or tuple(f"d{name}" for name in program.trained),
        is_default=not given,
    )


def usual_points(depth: int, required: tuple[str, ...] = ()) -> Points:
    """Return the usual points of a network with so many layers."""
    layers = range(1, depth + 1)
    names = [f"{kind}{layer}" for layer in layers for kind in ("Z", "A")]
    names += [f"{kind}{layer}" for layer in reversed(layers) for kind in ("delta", "dW", "db")]
    return Points(dict.fromkeys(names, 1.0), required)


def _read_points(text: str, known: tuple[str, ...]) -> dict[str, float]:
    read = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, _, number = part.partition("=")
        try:
            value = float(number)
        except ValueError:
            value = math.nan
        if not 0 <= value < math.inf:
            raise ModelError(_ASKED, "points", repr(part), "delta2=2,dW1=1")
        read[_known(name, known)] = value
    return read


def _known(name: str, known: tuple[str, ...]) -> str:
    if name.strip() in known:
        return name.strip()
    found = filled(QT_TRANSLATE_NOOP("model", "no line that gives {name}"), name=name.strip())
    raise ModelError(_ASKED, "", found, ", ".join(known))
