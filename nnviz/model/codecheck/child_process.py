"""The process that runs a person's code; its arguments are the file, a folder for numbers, and seconds."""

from __future__ import annotations

import faulthandler
import importlib.util
import os
import sys
from pathlib import Path
from typing import Any

from nnviz.model.codecheck.call_function import call_once
from nnviz.model.codecheck.call_result import RETURNED, Failure, Outcome
from nnviz.model.codecheck.error_diagnosis import failure_of
from nnviz.model.codecheck.functions import Functions
from nnviz.model.codecheck.process_files import read_calls, write_outcome

CRASHED, STOPPED = "crashed.txt", "stopped.txt"
"""Where Python writes on what line it was when it crashed, or when the time was over."""


def load(path: Path) -> Functions | Failure:
    """Run a person's file, and give its functions or why there are none."""
    sys.path.insert(0, str(path.parent))
    # A file that is saved twice in a second, with as many letters, would be taken for the compiled first one.
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("checked_code", path)
    if spec is None or spec.loader is None:
        return Failure(RETURNED, path.name, part="import")
    module = importlib.util.module_from_spec(spec)
    # As for any import: classes of the file find their own module by its name.
    sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a person's code may raise anything; all of it is told
        return failure_of(error, "import")
    backprop = _function(module, "backprop")
    if backprop is None:
        return Failure(RETURNED, path.name, part="import")
    return Functions(backprop, _function(module, "update"), _function(module, "predict"))


def _function(module: object, name: str) -> Any:
    function = getattr(module, name, None)
    return function if callable(function) else None


def main() -> None:
    """Call the functions with each of the arguments in the folder."""
    path, folder, seconds = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    with (folder / CRASHED).open("w") as crashed, (folder / STOPPED).open("w") as stopped:
        faulthandler.enable(crashed)
        faulthandler.dump_traceback_later(seconds, exit=True, file=stopped)
        functions = load(path)
        start = 0
        for number, call in enumerate(read_calls(folder)):
            outcome = Outcome(failure=functions) if isinstance(functions, Failure) else call_once(functions, call)
            end = _printed()
            write_outcome(folder, number, outcome, (start, end))
            start = end
        faulthandler.cancel_dump_traceback_later()


def _printed() -> int:
    """Return how many bytes have been printed."""
    for stream in (sys.stdout, sys.stderr):
        # The person's code may have put anything in their place, or closed them.
        if not getattr(stream, "closed", True):
            stream.flush()
    return os.lseek(1, 0, os.SEEK_CUR)
