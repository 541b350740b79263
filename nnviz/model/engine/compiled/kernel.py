"""A program's source made runnable by numba."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nnviz.model.engine.compiled.source import KernelSource


Compiled = Callable[..., None]


@dataclass(frozen=True, eq=False)
class Kernel:
    """The functions of a source; see `source`."""

    source: KernelSource
    updates: Compiled
    lines: Compiled


@cache
def is_installed() -> bool:
    """Return whether numba, the extra `fast`, is installed, without importing it."""
    return importlib.util.find_spec("numba") is not None


def is_working() -> bool:
    """Return whether numba, where it is installed, can be imported: not with a numpy that it does not support."""
    try:
        import numba  # noqa: F401
    except ImportError:
        return False
    return True


def load(path: Path) -> tuple[Compiled, Compiled]:
    """Return the functions ``updates`` and ``lines`` of a written source; compile what is not in numba's cache."""
    from numba import types

    number = types.float64
    row = types.Array(number, 1, "C")
    table = types.Array(number, 2, "C", readonly=True)
    samples = types.Array(types.intp, 2, "C", readonly=True)
    module: Any = _module(path)
    updates, lines = module.updates, module.lines
    updates.compile((row, row, row, types.Array(number, 2, "C"), table, table, samples, types.intp, row))
    lines.compile((row, row, row, types.intp, types.intp))
    for function in (updates, lines):
        function.disable_compile()  # other types would be a mistake, and compiling for them takes seconds
    return updates, lines


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None  # it ends in .py
    assert spec.loader is not None  # as above
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # numba finds what it has in its cache by the module's name
    spec.loader.exec_module(module)
    return module
