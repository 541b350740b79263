"""The definitions of the functions in a line's formula: the activation, its derivative, the loss of a sample.

A file of its own, as the program panel needs nothing else of this package.
"""

from __future__ import annotations

import re

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
    return tuple(dict.fromkeys(text for node in expression.walk() for text in _definitions_of(node)))


def _definitions_of(node: Node) -> tuple[str, ...]:
    match node:
        case Activate(activation, _):
            rule = ACTIVATIONS[activation]
            named = f"{rule.sign}(z)"
            return (f"{named} = {rule.formula}",) if named != rule.formula else ()
        case Slope(activation, _, _):
            rule = ACTIVATIONS[activation]
            return (f"{rule.sign}′(z) = {rule.slope_formula}",)
        case LossValue(loss, _, _, _, from_logits):
            row = LOSSES[loss]
            if not from_logits:
                return (f"ℓ = {row.formula}",)
            # What it is, and how it is computed: the same number, but for what rounding would lose of the first.
            of_output = re.sub(r"\ba\b", row.output_of("z"), row.formula)
            return f"ℓ = {of_output}", f"ℓ = {row.formula_from_logits}"
    return ()
