"""Packages that import a name's module when the name is first asked for.

A window needs the breakpoints' `Breakpoint` at its start, not the nineteen conditions: `nnviz.model.breakpoints` gives
both, and imports only what is asked of it. A module takes 0.4 ms to import, as much as one of its dataclasses to make:
with late imports the first frame is there after 345 modules instead of 460.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any


def names_of(package: str, modules: Mapping[str, Sequence[str]]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of a package.

    Parameters
    ----------
    package
        Its ``__name__``.
    modules
        The names that each of its modules has. None of them may be that of a module: importing that module would put
        it in the name's place.
    """
    places = {name: module for module, names in modules.items() for name in names}

    def get(name: str) -> Any:
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{places[name]}"), name)

    return get
