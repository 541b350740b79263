"""The process that compiles a kernel in the background; its argument is the file."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from typing import Final

from nnviz.model.engine.compiled.kernel import load

_NICENESS: Final = 10


def main() -> None:
    """Compile a written source into numba's cache; an error is the last line of the standard error."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    load(Path(sys.argv[1]))


def _end_with_parent() -> None:
    """Exit at once when the parent process has ended, in whatever way."""
    os.read(0, 1)  # a thread that reads sys.stdin would keep Python from exiting
    os._exit(1)
