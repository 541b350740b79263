"""Which products of two operands have fitting shapes, where the one that a person wrote has not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nnviz.model.codecheck.call_result import Misfit

if TYPE_CHECKING:
    from nnviz.model.program.shapes import Shape


def fitting_products(misfit: Misfit, wanted: Shape | None = None) -> tuple[str, ...]:
    """Return the products of two operands that can be computed, as Python text with the shape that comes out.

    Parameters
    ----------
    misfit
        The operands.
    wanted
        The shape that the result should have; if some products have it, only those are returned.
    """
    found = [*_matrix_products(misfit), *_elementwise(misfit), *_reshaped(misfit)]
    wanted_ones = [product for product in found if wanted is not None and product[1] == wanted]
    return tuple(f"{text} → ({shape[0]}, {shape[1]})" for text, shape in wanted_ones or found)


def _matrix_products(misfit: Misfit) -> Iterator[tuple[str, Shape]]:
    if misfit.operator not in "@*" or len(misfit.left_shape) != 2 or len(misfit.right_shape) != 2:
        return
    left, right = _either_way(misfit.left, misfit.left_shape), _either_way(misfit.right, misfit.right_shape)
    for a, b in [*((a, b) for a in left for b in right), *((b, a) for b in right for a in left)]:
        if a[1][1] == b[1][0]:
            yield f"{a[0]} @ {b[0]}", (a[1][0], b[1][1])


def _elementwise(misfit: Misfit) -> Iterator[tuple[str, Shape]]:
    if len(misfit.left_shape) != 2 or len(misfit.right_shape) != 2:
        return
    sign = "*" if misfit.operator == "@" else misfit.operator
    for left, shape in _either_way(misfit.left, misfit.left_shape):
        if shape == misfit.right_shape:
            yield f"{left} {sign} {_closed(misfit.right)}", shape
            return


def _reshaped(misfit: Misfit) -> Iterator[tuple[str, Shape]]:
    """Yield the operation with a flat array reshaped, if that fits."""
    if misfit.operator == "@" or len(misfit.left_shape) != 2 or len(misfit.right_shape) != 1:
        return
    rows, columns = misfit.left_shape
    if rows * columns == misfit.right_shape[0]:
        yield (
            f"{_closed(misfit.left)} {misfit.operator} {_closed(misfit.right)}.reshape({rows}, {columns})",
            (rows, columns),
        )


def _either_way(text: str, shape: tuple[int, ...]) -> list[tuple[str, Shape]]:
    rows, columns = shape
    transposed = text[:-2] if text.endswith(".T") else f"{_closed(text)}.T"
    return [(_closed(text), (rows, columns)), (transposed, (columns, rows))]


def _closed(text: str) -> str:
    """Write an operand in brackets, unless it is a name, a call, an index or an attribute."""
    is_whole = isinstance(ast.parse(text, mode="eval").body, ast.Name | ast.Call | ast.Subscript | ast.Attribute)
    return text if is_whole else f"({text})"
