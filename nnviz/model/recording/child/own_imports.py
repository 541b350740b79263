"""Imports of the person's own modules: those in the folder of the file that is run are recorded as well."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType
from typing import Any


class _Loader(importlib.machinery.SourceFileLoader):
    """Compiles a module of the person's with its hooks."""

    compiled: Callable[[str], CodeType]

    def get_code(self, fullname: str) -> CodeType:
        return self.compiled(self.path)


class OwnImports(importlib.abc.MetaPathFinder):
    """Finds modules in the person's folder.

    Parameters
    ----------
    folder
        The folder; what is installed in an environment inside it is no module of theirs.
    compiled
        Returns the code of a file, rewritten.
    """

    def __init__(self, folder: str, compiled: Callable[[str], CodeType]) -> None:
        self._folder = os.path.realpath(folder) + os.sep
        self._compiled = compiled

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        """Return the module's specification, where it is in the folder."""
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        origin = getattr(spec, "origin", None)
        if spec is None or not origin or not origin.endswith(".py"):
            return None
        place = os.path.realpath(origin)
        if not place.startswith(self._folder) or _is_installed(place[len(self._folder) :]):
            return None
        loader = _Loader(name, origin)
        loader.compiled = self._compiled
        spec.loader = loader
        return spec


def _is_installed(relative: str) -> bool:
    return bool({"site-packages", "dist-packages", ".venv", "venv", "env"} & set(Path(relative).parts[:-1]))


def install(folder: str, compiled: Callable[[str], CodeType]) -> None:
    """Record the modules of a folder that are imported from now on."""
    sys.meta_path.insert(0, OwnImports(folder, compiled))
