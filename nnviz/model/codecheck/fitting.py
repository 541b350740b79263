"""Which product of two operands would fit, where the one that a person wrote does not."""

from __future__ import annotations

from nnviz.model.codecheck.outcome import Misfit
from nnviz.model.formula import Shape


def fitting_products(misfit: Misfit, wanted: Shape | None = None) -> tuple[str, ...]:
    """Give the products of two operands that can be computed, as Python text with the shape that comes out.

    Parameters
    ----------
    misfit
        The operands.
    wanted
        The shape that the result should have; when one of the products has it, only those are given.
    """
    if len(misfit.left_shape) != 2 or len(misfit.right_shape) != 2:
        return ()
    left = [(misfit.left, misfit.left_shape), (f"{_closed(misfit.left)}.T", misfit.left_shape[::-1])]
    right = [(misfit.right, misfit.right_shape), (f"{_closed(misfit.right)}.T", misfit.right_shape[::-1])]
    found = []
    for a, b in [*((a, b) for a in left for b in right), *((b, a) for b in right for a in left)]:
        if a[1][1] == b[1][0]:
            found.append((f"{_closed(a[0])} @ {_closed(b[0])}", (a[1][0], b[1][1])))
    if misfit.left_shape == misfit.right_shape:
        found.append((f"{_closed(misfit.left)} * {_closed(misfit.right)}", misfit.left_shape))
    wanted_ones = [product for product in found if wanted is not None and product[1] == wanted]
    return tuple(f"{text} → ({shape[0]}, {shape[1]})" for text, shape in wanted_ones or found)


def _closed(text: str) -> str:
    return text if text.replace("_", "").replace(".", "").replace("[", "").replace("]", "").isalnum() else f"({text})"
