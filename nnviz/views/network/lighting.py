"""Which parts of the diagram the lit line concerns: what its formula names, and what it wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from nnviz.model.program.line import Line
from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import layer_of
from nnviz.model.session.snapshot import Snapshot

Part = Literal["units", "targets", "deltas", "edges", "biases"]
Light = Literal["read", "written"]

_PARTS: Mapping[str, Part] = MappingProxyType(
    {
        "X": "units",
        "Z": "units",
        "A": "units",
        "Y": "targets",
        "delta": "deltas",
        "W": "edges",
        "dW": "edges",
        "dR": "edges",
        "dRb": "biases",
        "vW": "edges",
        "sW": "edges",
        "hW": "edges",
        "uW": "edges",
        "cW": "edges",
        "gW": "edges",
        "b": "biases",
        "db": "biases",
        "vb": "biases",
        "sb": "biases",
        "hb": "biases",
        "ub": "biases",
        "cb": "biases",
        "gb": "biases",
    }
)
"""Kind of symbol → the part of the diagram that shows it; L, R and J are nowhere in it."""


@dataclass(frozen=True)
class Lighting:
    """What is lit.

    Attributes
    ----------
    lights
        (part, layer) → whether it was read or written.
    symbols
        Layer → the symbol on its edges that is lit: the one written, else the first one read.
    """

    lights: Mapping[tuple[Part, int], Light]
    symbols: Mapping[int, str]

    def of(self, part: Part, layer: int) -> Light | None:
        """Return how a part is lit; None where it is not."""
        return self.lights.get((part, layer))

    def dims(self, layer: int) -> bool:
        """Return whether a layer's edges are dimmed because the lit line is about those of other layers."""
        return bool(self.symbols) and layer not in self.symbols


NOTHING_LIT = Lighting(MappingProxyType({}), MappingProxyType({}))


def lighting(snapshot: Snapshot) -> Lighting:
    """Return what the lit line of a snapshot lights."""
    line = snapshot.lit_line
    return NOTHING_LIT if line is None else _of_line(snapshot, line)


def _of_line(snapshot: Snapshot, line: Line) -> Lighting:
    lights: dict[tuple[Part, int], Light] = {}
    symbols: dict[int, str] = {}
    # What is written comes first: it wins over being read as well, as in W ← W − η · dW.
    for symbol, light in ((line.writes, "written"), *((name, "read") for name in line.names)):
        part = _PARTS.get(parse(symbol).kind)
        if part is None:
            continue
        layer = layer_of(snapshot, symbol)
        lights.setdefault((part, layer), "written" if light == "written" else "read")
        if part == "edges":
            symbols.setdefault(layer, symbol)
    return Lighting(MappingProxyType(lights), MappingProxyType(symbols))
