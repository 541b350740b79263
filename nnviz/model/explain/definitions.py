"""The definitions of the functions in a line's formula: the activation, its derivative, the loss of a sample.

A file of its own, as the program panel needs nothing else of this package.
"""

from __future__ import annotations

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import Activate, LossValue, Node, Slope
from nnviz.model.program.losses import LOSSES


def definitions(expression: Node) -> tuple[str, ...]:
    """Return the definition of each function that an expression names.

    Returns
    -------
    tuple of str
        For example ``("tanh′(z) = 1 − a²",)``; empty where the formula needs none.
    """
    return tuple(dict.fromkeys(text for node in expression.walk() if (text := _definition(node))))


def _definition(node: Node) -> str:
    match node:
        case Activate(activation, _):
            rule = ACTIVATIONS[activation]
            named = f"{rule.sign}(z)"
            return f"{named} = {rule.formula}" if named != rule.formula else ""
        case Slope(activation, _, _):
            rule = ACTIVATIONS[activation]
            return f"{rule.sign}′(z) = {rule.slope_formula}"
        case LossValue(loss, _, _, _, _):
            return f"ℓ = {LOSSES[loss].formula}"
    return ""
