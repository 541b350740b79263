"""Source made runnable: written into the person's cache, compiled by numba once for ever, loaded from then on."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nnviz.model.compiled.source import Source


Compiled = Callable[..., None]


@dataclass(frozen=True, eq=False)
class Kernel:
    """The functions of a source; see `source`."""

    source: Source
    updates: Compiled
    lines: Compiled


@cache
def is_installed() -> bool:
    """Tell whether numba, the extra `fast`, is there; it is not imported."""
    return importlib.util.find_spec("numba") is not None


def cache_folder() -> Path:
    """Give the folder of the person's cache that compiled code is kept in."""
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if named:
        return Path(named, "nnviz", "kernels")
    inside = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return Path.home() / inside / "nnviz" / "kernels"


class Kernels:
    """Compiles sources, one at a time, and keeps what was compiled."""

    def __init__(self) -> None:
        self._made: dict[str, Kernel] = {}
        self._begun: set[str] = set()
        self._lock = threading.Lock()
        self._begun_lock = threading.Lock()

    def ready(self, source: Source) -> Kernel | None:
        """Give what was compiled of a source, or None when it has not been."""
        return self._made.get(source.text)

    def get(self, source: Source) -> Kernel:
        """Give what a source is compiled to, which may take seconds."""
        with self._lock:
            kernel = self._made.get(source.text)
            if kernel is None:
                kernel = self._made[source.text] = _compiled(source)
            return kernel

    def begin(self, source: Source) -> None:
        """Compile a source beside what else runs, once."""
        with self._begun_lock:
            if source.text in self._begun:
                return
            self._begun.add(source.text)
        # Nobody waits for it when the application ends.
        threading.Thread(target=self.get, args=(source,), name="compiling", daemon=True).start()


KERNELS = Kernels()
"""Those of this process."""


def _compiled(source: Source) -> Kernel:
    from numba import types

    module = _module(source.text)
    number = types.float64
    row = types.Array(number, 1, "C")
    table = types.Array(number, 2, "C", readonly=True)
    samples = types.Array(types.intp, 2, "C", readonly=True)
    updates: Any = module.updates
    lines: Any = module.lines
    updates.compile((row, row, row, types.Array(number, 2, "C"), table, table, samples, types.intp, row))
    lines.compile((row, row, row, types.intp, types.intp))
    for function in (updates, lines):
        function.disable_compile()  # other types would be a mistake, and compiling for them takes seconds
    return Kernel(source, updates, lines)


def _module(text: str) -> ModuleType:
    from nnviz.model.compiled import functions

    # What is compiled holds the functions too, but numba looks only at the file that it compiles.
    known = text + Path(functions.__file__).read_text(encoding="utf-8")
    name = f"nnviz_kernel_{hashlib.sha256(known.encode()).hexdigest()[:24]}"
    path = _written(f"{name}.py", text)
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None  # it ends in .py
    assert spec.loader is not None  # as above
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # numba finds what it has in its cache by the module's name
    spec.loader.exec_module(module)
    return module


def _written(name: str, text: str) -> Path:
    """Write a file into the cache, unless it is there; into a folder of this process where the cache is read-only."""
    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            _write(path, text)
        with tempfile.TemporaryFile(dir=folder):  # numba writes beside it
            return path
    except OSError:
        path = Path(tempfile.mkdtemp(prefix="nnviz-")) / name
        _write(path, text)
        return path


def _write(path: Path, text: str) -> None:
    written = path.with_name(f"{path.name}.{os.getpid()}")
    written.write_text(text, encoding="utf-8")
    written.replace(path)
