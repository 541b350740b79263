"""Small changes of an expression, the smallest first."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from nnviz.model.arrays.array import Array

_MOST_NAMES: Final = 40


def edited(text: str, values: Mapping[str, Array], slopes: Sequence[str], errors: Sequence[str]) -> Iterator[str]:
    """Yield changed texts of an expression.

    Parameters
    ----------
    text
        The expression, on one line.
    values
        Names and what they hold.
    slopes
        Texts of the right slope.
    errors
        Texts of what should come back through the weights.
    """
    try:
        tree = ast.parse(text, mode="eval")
    except SyntaxError:
        return
    nodes = [node for node in ast.walk(tree.body) if isinstance(node, ast.expr)]
    for node in nodes:
        for new in _signs(text, node):
            yield spliced(text, node, new)
    for node in nodes:
        for new in _small(text, node):
            yield spliced(text, node, new)
    for node in nodes:
        if _is_value(node):
            for slope in slopes:
                yield spliced(text, node, bracketed(slope))
    for node in nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            yield from (spliced(text, node.right, name) for name in counts(values))
    for slope in slopes:
        yield f"{bracketed(text)} * {bracketed(slope)}"
    for node in nodes:
        if isinstance(node, ast.BinOp | ast.Call | ast.Name | ast.Attribute | ast.Subscript):
            own = segment(text, node)
            for slope in slopes:
                yield spliced(text, node, f"{bracketed(own)} * {bracketed(slope)}")
    for node in nodes:
        if _is_value(node):
            for error in errors:
                yield spliced(text, node, bracketed(error))
    for node in nodes:
        yield from (spliced(text, node, name) for name in _other_names(text, node, values))
    for node in nodes:
        if _is_value(node):
            own = segment(text, node)
            yield from (spliced(text, node, f"{bracketed(own)} / {name}") for name in counts(values))
    for end in dict.fromkeys(_divisors(text, nodes)):
        for error in errors:
            yield from (f"{bracketed(error)} * {bracketed(slope)}{end}" for slope in slopes)
            yield f"{bracketed(error)}{end}" if end else error


def _is_value(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp | ast.Call | ast.Name | ast.Attribute | ast.Subscript | ast.Compare)


def segment(text: str, node: ast.expr, column: int = 0) -> str:
    """Return the text of a node of an expression, or statement, that begins at a column of a text."""
    return text[column + node.col_offset : column + (node.end_col_offset or 0)]


def spliced(text: str, node: ast.expr, new: str, column: int = 0) -> str:
    """Return a text with another one for a node of what begins at a column; brackets that are not needed left out."""
    begins, ends = column + node.col_offset, column + (node.end_col_offset or 0)
    if begins == 0 and ends == len(text) and new.startswith("(") and _is_bracket(new):
        return new[1:-1]
    if text[begins - 1 : begins] + text[ends : ends + 1] == "()" and new.startswith("(") and _is_bracket(new):
        new = new[1:-1]
    return text[:begins] + new + text[ends:]


def bracketed(text: str) -> str:
    """Return the text of an expression, in brackets where it would bind too weakly."""
    try:
        body = ast.parse(text, mode="eval").body
    except SyntaxError:
        return f"({text})"
    return f"({text})" if isinstance(body, ast.BinOp | ast.UnaryOp | ast.Compare | ast.IfExp) else text


def _is_bracket(text: str) -> bool:
    """Return whether the first bracket of a text is closed by its last character."""
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return place == len(text) - 1
    return False


def _divisors(text: str, nodes: Sequence[ast.expr]) -> Iterator[str]:
    """Yield what is appended to a whole new expression: nothing, or what the old one was divided by."""
    yield ""
    for node in nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            yield f" / {bracketed(segment(text, node.right))}"


def _signs(text: str, node: ast.expr) -> Iterator[str]:
    """Yield what has another sign."""
    match node:
        case ast.BinOp(left, ast.Sub(), right):
            yield f"{segment(text, right)} - {segment(text, left)}"
        case ast.UnaryOp(ast.USub(), operand):
            yield segment(text, operand)


def _small(text: str, node: ast.expr) -> Iterator[str]:
    """Yield what has one part more, less or in another place."""
    match node:
        case ast.BinOp(left, ast.Mult() | ast.Div() as op, right):
            yield bracketed(segment(text, left))
            if isinstance(op, ast.Mult):
                yield bracketed(segment(text, right))
            if isinstance(left, ast.BinOp) and isinstance(left.op, ast.Mult | ast.Div):
                yield bracketed(segment(text, left.left))
        case ast.BinOp(left, ast.MatMult(), right):
            yield f"{bracketed(segment(text, right))} @ {bracketed(segment(text, left))}"
        case ast.Attribute(of, "T"):
            yield segment(text, of)
        case ast.Call(ast.Attribute(of, "reshape"), _, _):
            yield f"{segment(text, of)}.T"
        case ast.Call(ast.Attribute(of, "sum" | "mean" | "max" as name), arguments, _):
            own = segment(text, of)
            if own in ("np", "numpy"):
                own, inner = f"{own}.{name}(", segment(text, arguments[0]) + ", " if arguments else ""
            else:
                own, inner = f"{own}.{name}(", ""
            other = {"sum": "mean", "mean": "sum"}.get(name)
            if other is not None:
                whole = segment(text, node)
                yield f"{segment(text, of)}.{other}{whole[len(segment(text, node.func)) :]}"
            for axis in (0, 1):
                yield f"{own}{inner}axis={axis}, keepdims=True)"
                yield f"{own}{inner}axis={axis})"
        case ast.Subscript(of, ast.Tuple([ast.Slice(None, None, None), ast.Slice(_, _, None)])):
            yield f"{segment(text, of)}[:, 1:]"
            yield f"{segment(text, of)}[:, :-1]"
        case ast.Subscript(of, ast.Slice(_, _, None)):
            yield f"{segment(text, of)}[1:]"
            yield f"{segment(text, of)}[:-1]"
    if isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
        yield f"{segment(text, node)}.T"
        for axis in (0, 1):
            yield f"{segment(text, node)}.sum(axis={axis}, keepdims=True)"
            yield f"{segment(text, node)}.sum(axis={axis})"
        yield f"{segment(text, node)}[:, None]"


def _other_names(text: str, node: ast.expr, values: Mapping[str, Array]) -> Iterator[str]:
    """Yield the names of other arrays, in the place of one."""
    if not isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
        return
    mine = values.get(ast.unparse(node))
    if mine is None or mine.ndim == 0:
        return
    for count, (name, value) in enumerate(values.items()):
        if count >= _MOST_NAMES:
            return
        if value.ndim == mine.ndim and (value.size > 1 or mine.size == 1) and name != segment(text, node):
            yield name
            if value.ndim == 2:
                yield f"{name}.T"


def counts(values: Mapping[str, Array]) -> Iterator[str]:
    """Yield the texts of what may be the number of samples."""
    for count, (name, value) in enumerate(sorted(values.items(), key=lambda item: item[1].ndim)):
        if count >= _MOST_NAMES:
            return
        if value.ndim == 0 and value > 1 and float(value).is_integer():
            yield name
        elif value.ndim == 2 and name.isidentifier():
            yield f"{name}.shape[0]"
            yield f"{name}.shape[1]"
