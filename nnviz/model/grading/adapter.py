"""Calls a function of another name or signature as ``backprop(X, Y, weights, biases)``: text added below a file."""

from __future__ import annotations

import ast
import re
from typing import Final

from nnviz.model.codecheck.returned_values import symbol_of

_USUAL: Final = {
    "X": ("x", "inputs", "input", "data", "features", "x_train", "xs"),
    "Y": ("y", "t", "targets", "target", "labels", "label", "y_true", "y_train", "ys"),
    "weights": ("weights", "w", "ws"),
    "biases": ("biases", "b", "bs", "bias"),
    "{f'W{n}': one for n, one in enumerate(weights, 1)} | {f'b{n}': one for n, one in enumerate(biases, 1)}": (
        "parameters",
        "params",
        "theta",
    ),
    "{}": ("cache", "caches", "memory", "state"),
}
_ORDER: Final = ("X", "Y", "weights", "biases")
_RATES: Final = ("learning_rate",)
_NUMBERED: Final = re.compile(r"([wb])_?(\d+)$", re.IGNORECASE)

# What it remembers of the frame is only what stood there when it ended: also where it raised, or returned nothing.
_SEEN: Final = """

def backprop(X, Y, weights, biases, _theirs={name}):
    import sys
    seen = {{}}
    def at_end(frame, event, argument):
        if event == "return" and frame.f_code is _theirs.__code__:
            seen.update(frame.f_locals)
    sys.setprofile(at_end)
    try:
        _theirs({arguments})
    except Exception:
        pass
    finally:
        sys.setprofile(None)
    return {{name: value for name, value in seen.items() if type(value).__module__ == "numpy"}}
"""
_CALLED: Final = """

def backprop(X, Y, weights, biases, _theirs={name}):
    returned = _theirs({arguments})
    names = {names}
    if isinstance(returned, (tuple, list)) and len(returned) == len(names):
        return dict(zip(names, returned))
    return returned
"""


def arguments_of(function: ast.FunctionDef) -> str | None:
    """Return the arguments with which a function is called; None where its parameters are not known.

    Parameters
    ----------
    function
        Its definition.
    """
    parameters = [*function.args.posonlyargs, *function.args.args]
    needed = parameters[: len(parameters) - len(function.args.defaults)]
    given = [_given(parameter.arg) for parameter in needed]
    if len(needed) == len(_ORDER) and None in given:
        given = list(_ORDER)
    if None in given or any(default is None for default in function.args.kw_defaults) or not given:
        return None
    return ", ".join(one for one in given if one is not None)


def returned_names(function: ast.FunctionDef) -> tuple[str, ...]:
    """Return the symbols that a function returns one beside the other, as in ``return dW1, db1, dW2, db2``."""
    returns = [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value is not None]
    for value in returns:
        if not isinstance(value, ast.Tuple | ast.List) or len(value.elts) < 2:
            return ()
        symbols = [symbol_of(part.id) if isinstance(part, ast.Name) else None for part in value.elts]
        if None in symbols or len(set(symbols)) != len(symbols):
            return ()
    (*_, last) = returns or (None,)
    return tuple(part.id for part in getattr(last, "elts", ()) if isinstance(part, ast.Name))


def is_usual(function: ast.FunctionDef) -> bool:
    """Return whether a function can be called as it is."""
    arguments = arguments_of(function)
    needed = len(function.args.args) - len(function.args.defaults)
    takes_rate = any(one.arg in _RATES for one in (*function.args.args, *function.args.kwonlyargs))
    named = function.name == "backprop" and not returned_names(function)
    return named and (arguments == ", ".join(_ORDER) or takes_rate or (arguments is None and needed == 0))


def calling(function: ast.FunctionDef, arguments: str) -> str:
    """Return text that calls a function as ``backprop``, to be added below its file."""
    return _CALLED.format(name=function.name, arguments=arguments, names=returned_names(function))


def watching(function: ast.FunctionDef, arguments: str) -> str:
    """Return text that calls a function and returns the arrays that it had when it ended, however it did."""
    return _SEEN.format(name=function.name, arguments=arguments)


def _given(parameter: str) -> str | None:
    numbered = _NUMBERED.match(parameter)
    if numbered is not None:
        kind = "weights" if numbered[1].lower() == "w" else "biases"
        return f"{kind}[{int(numbered[2]) - 1}]"
    return next((given for given, names in _USUAL.items() if parameter.lower() in names), None)
