"""What ``python -c CODE …`` and ``python -m MODULE …`` do, done by this process.

Checks, recordings and maps start other processes by the command lines of Python. In a bundle there is no Python to be
started by them, only the program itself: it takes the same command lines.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Final

_WITH_VALUE: Final = ("-X", "-W")
_WIN32_WORKER: Final = "--multiprocessing-fork"


def runs_as_python(arguments: Sequence[str]) -> bool:
    """Run what a command line of Python asks for; return whether `arguments` were one.

    Parameters
    ----------
    arguments
        What follows the program's name. Options of the interpreter before ``-c`` or ``-m`` change nothing here: a
        bundle looks for its modules in itself only, as ``-P`` and ``-I`` would have it.
    """
    if len(arguments) > 1 and arguments[0] == _WIN32_WORKER and arguments[1].isdecimal():
        from joblib.externals.loky.backend.popen_loky_win32 import main as work

        work(int(arguments[1]))
        return True
    rest = list(arguments)
    while rest and rest[0].startswith("-") and rest[0] not in ("-c", "-m"):
        if rest[0].startswith("--"):
            return False
        rest = rest[2 if rest[0] in _WITH_VALUE else 1 :]
    if len(rest) < 2 or rest[0] not in ("-c", "-m"):
        return False
    option, asked, *own = rest
    sys.argv[:] = [option if option == "-c" else asked, *own]
    if option == "-m":
        runpy.run_module(asked, run_name="__main__", alter_sys=True)
        return True
    sys.modules["__main__"] = started = ModuleType("__main__")
    exec(compile(asked, "<string>", "exec"), vars(started))
    return True
