"""Packages that import a name's module when the name is first asked for.

A window needs the breakpoints' `Breakpoint` at its start, not the nineteen conditions: `nnviz.model.breakpoints` gives
both, and imports only what is asked of it. Importing everything took 150 of the 650 modules that a first frame
imported, and a quarter of that time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any


def names_of(package: str, modules: Mapping[str, Sequence[str]]) -> Callable[[str], Any]:
    """Give the ``__getattr__`` of a package.

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
