"""The cache of compiled code in the user's cache folder: each source is compiled once and loaded from then on."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from nnviz.model.background.scratch import ScratchFolder

KEPT: Final = 64
"""Most sources that are stored, those used last; a compiled one takes 0.2-1.5 MB."""


def cache_folder() -> Path:
    """Return the folder for compiled code in the user's cache folder."""
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if named:
        return Path(named, "nnviz", "kernels")
    inside = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return Path.home() / inside / "nnviz" / "kernels"


def write(text: str) -> Path:
    """Write a source to the place where it is compiled: the cache, or a folder of this process if that is read-only."""
    functions = Path(__file__).with_name("functions.py").read_text(encoding="utf-8")
    # Compiled code contains the functions too, but numba checks only the file that it compiles.
    name = f"nnviz_kernel_{hashlib.sha256((text + functions).encode()).hexdigest()[:24]}.py"
    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _written(folder / name, text)
        with tempfile.TemporaryFile(dir=folder):  # numba writes into the same folder
            return path
    except OSError:
        return _written(_own_folder().path / name, text)


def is_kept(path: Path) -> bool:
    """Return whether this Python and this numba have compiled a written source."""
    return _mark(path).exists()


def keep(path: Path) -> None:
    """Record that a source has been compiled or used now, and delete those that were used longest ago."""
    _mark(path).touch()
    used = {mark.stem: mark.stat().st_mtime for mark in path.parent.glob("nnviz_kernel_*.compiled-*")}
    for stem in sorted(used, key=used.__getitem__)[:-KEPT]:
        for file in (*path.parent.glob(f"{stem}.*"), *path.parent.glob(f"__pycache__/{stem}.*")):
            with suppress(OSError):  # another window may be deleting it, or loading it
                file.unlink()


def _mark(path: Path) -> Path:
    return path.with_suffix(f".compiled-{sys.implementation.cache_tag}-{version('numba').replace('.', '-')}")


@cache
def _own_folder() -> ScratchFolder:
    return ScratchFolder("kernels")


def _written(path: Path, text: str) -> Path:
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        written = path.with_name(f"{path.name}.{os.getpid()}")
        written.write_text(text, encoding="utf-8")
        # Of two processes that write it at once one comes second: to numba it must not look newer than what the first
        # has compiled.
        os.utime(written, (0, 0))
        written.replace(path)
    return path
