"""Names of the arrays in an update: ``W1``, ``delta2``, ``dW1`` … and how they are written for people (``W¹``, ``δ²``).

==========  =====================  =============================================
name        written                is
==========  =====================  =============================================
X, Y        X, Y                   the batch's inputs and targets, a column a sample
W1, b1      W¹, b¹                 parameters
Z1, A1      Z¹, A¹                 weighted input and activation
L, R, J     L, R, J                data loss, penalty, and their sum
delta1      δ¹                     ∂(a sample's loss)/∂Z¹
dW1, db1    ∂L/∂W¹ (∂J with R)     gradient of what is minimised
dA1, dX     ∂L/∂A¹, ∂L/∂X          derivatives by activations and inputs, where a scenario asks for them
dR1, dRb1   ∂R/∂W¹, ∂R/∂b¹         the penalty's part of it
vW1, sW1    v(W¹), s(W¹)           the optimiser's state: first and second moment
hW1         h(W¹)                  the largest second moment so far
uW1, cW1    u(W¹), c(W¹)           an evolution strategy's random numbers, and the candidate made with them
gW1         g(W¹)                  the best candidate of the generation
Lbest       L*                     the lowest loss so far
==========  =====================  =============================================
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

_PATTERN = re.compile(r"(delta|Lbest|dRb|dR|dA|dX|[dvshucg][Wb]|[WbZAXYLRJ])(\d*)$")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class _ScalarLabels(dict[str, str]):
    """Labels of named numbers; a number without a label is written as its name, and a layer's η as ``η¹``."""

    def __missing__(self, name: str) -> str:
        layer = name.removeprefix("eta")
        return f"η{superscript(int(layer))}" if layer != name and layer.isdecimal() else name


SCALAR_LABELS: Mapping[str, str] = _ScalarLabels(
    {
        "eta": "η",
        "lambda": "λ",
        "m": "m",
        "N": "N",
        "n": "n",
        "mu": "μ",
        "beta1": "β₁",
        "beta2": "β₂",
        "rho": "ρ",
        "epsilon": "ε",
        "dampening": "τ",
        "decay": "w",
        "gamma": "γ",
        "kappa": "κ",
        "period": "T",
        "least": "ρ",
        "reach": "ε",
        "sigma": "σ",
        "population": "K",
        "candidate": "k",
        "correction1": "(1 − β₁ᵗ)",
        "correction2": "(1 − β₂ᵗ)",
    }
)
"""How the named numbers of a program are written."""

Axis = Literal["units", "samples", "one"]


@dataclass(frozen=True)
class SymbolName:
    """The parts of a symbol's name: ``kind`` as in ``delta``, and the layer (0 for X, Y and losses)."""

    kind: str
    layer: int


@cache
def parse(name: str) -> SymbolName:
    """Split a symbol's name into its parts.

    Raises
    ------
    KeyError
        If no symbol can have that name.
    """
    match = _PATTERN.match(name)
    if match is None:
        raise KeyError(name)
    return SymbolName(match[1], int(match[2] or 0))


def superscript(number: int) -> str:
    """Write a number as a superscript: 12 → ¹²."""
    return str(number).translate(_SUPERSCRIPTS)


def subscript(number: int) -> str:
    """Write a number as a subscript: 12 → ₁₂."""
    return str(number).translate(_SUBSCRIPTS)


@dataclass(frozen=True)
class Labels:
    """How symbols are written: by the rule of this module, or as a document names them.

    Attributes
    ----------
    objective
        What is differentiated: ``L``, or ``J`` where a penalty is added to it.
    own
        A scenario's names for symbols, for example ``{"W2": "V"}``; they override the rule.
    """

    objective: str = "L"
    own: Mapping[str, str] = field(default_factory=dict)

    def of(self, name: str) -> str:
        """Write a symbol: ``dW1`` → ``∂L/∂W¹``."""
        if name in self.own:
            return self.own[name]
        kind, layer = parse(name).kind, superscript(parse(name).layer) if parse(name).layer else ""
        if kind == "delta":
            return f"δ{layer}"
        if kind in ("dW", "db"):
            return f"∂{self.of(self.objective)}/∂{self.of(name[1:])}"
        if kind in ("dA", "dX"):
            return f"∂{self.of('L')}/∂{self.of(name[1:])}"
        if kind in ("dR", "dRb"):
            return f"∂{self.of('R')}/∂{self.of(name[2:] if kind == 'dRb' else 'W' + name[2:])}"
        if kind == "Lbest":
            return f"{self.of(self.objective)}*"
        if kind[0] in "vshucg" and len(kind) == 2:
            return f"{kind[0]}({self.of(name[1:])})"
        return kind + layer

    @property
    def target(self) -> str:
        """How a target is written where its place shows its unit: ``y``, or a document's name for it."""
        return self.own.get("Y", "y")

    def of_cell(self, name: str, row: int, column: int, shape: tuple[int, int]) -> str:
        """Write one cell of a symbol with 1-based subscripts: ``δ¹₂₃``; a lone cell has none, a long index a comma.

        The elements of a matrix of values are written small, as on paper: ``a¹₂₃`` is a cell of A¹.
        """
        label = self.of(name)
        if name not in self.own and name[0] in "XYZA":
            label = label.lower()
        if shape == (1, 1):
            return label
        is_vector = parse(name).kind.endswith("b")
        indices = [max(row, column)] if is_vector else [row, column] if shape[1] > 1 else [row]
        # Subscripts have no comma of their own; a low one in the same run reads well.
        separator = "," if max(shape) > 9 else ""
        return label + separator.join(subscript(index + 1) for index in indices)
