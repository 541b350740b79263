"""Command lines of Python processes that run a module of this very nnviz, whatever other one may be installed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[3]

# The rest of nnviz's folder stays behind Python's own modules.
_START: Final = (
    "import sys; sys.path.insert(0, sys.argv.pop()); import nnviz; sys.path.pop(0); "
    "from importlib import import_module; import_module(sys.argv.pop()).main()"
)


def own_python(module: str, *arguments: str) -> list[str]:
    """Return the command that calls ``main()`` of a module of nnviz, with `arguments` in ``sys.argv[1:]``."""
    # -P: nothing that stands in the working folder may take the place of a module that nnviz imports.
    return [sys.executable, "-P", "-c", _START, *arguments, module, str(_ROOT)]
