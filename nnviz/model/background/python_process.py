"""Command lines of Python processes that run a module of this nnviz, whatever other one may be installed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[3]

# Python's own modules come before anything else in nnviz's folder.
_START: Final = (
    "import sys; sys.path.insert(0, sys.argv.pop()); import nnviz; sys.path.pop(0); "
    "from importlib import import_module; import_module(sys.argv.pop()).main()"
)


def own_python(module: str, *arguments: str) -> list[str]:
    """Return the command that calls ``main()`` of a module of nnviz, with `arguments` in ``sys.argv[1:]``."""
    # -P: nothing in the working folder may replace a module that nnviz imports.
    return [sys.executable, "-P", "-c", _START, *arguments, module, str(_ROOT)]
