"""The process that runs a person's code.

Its arguments are the file, the folder of the arrays, the time limit, and the file that is run in the first one's place,
if there is one.
"""

from __future__ import annotations

import faulthandler
import importlib.util
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from nnviz.model.codecheck.call_function import CheckedFunctions, call_once
from nnviz.model.codecheck.call_result import RETURNED, CallResult, Failure
from nnviz.model.codecheck.error_diagnosis import failure_of
from nnviz.model.codecheck.process_files import END_OF_FIRST, UNWRITABLE, read_calls, write_result

CRASHED, STOPPED = "crashed.txt", "stopped.txt"
"""The files into which Python writes its traceback when it crashes, or when the time is over."""


def load(path: Path, in_place: Path | None = None) -> CheckedFunctions | Failure:
    """Run a person's file, or another in its place, and return its functions, or why there are none."""
    sys.path.insert(0, str(path.parent))
    # A file saved twice within a second, at the same length, would be mistaken for its compiled first version.
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("checked_code", in_place or path)
    if spec is None or spec.loader is None:
        return Failure(RETURNED, path.name, part="import")
    module = importlib.util.module_from_spec(spec)
    # As any import does: classes of the file look up their module by its name.
    sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a person's code may raise anything
        return failure_of(error, "import")
    backprop = _function(module, "backprop")
    if backprop is None:
        return Failure(RETURNED, path.name, part="import")
    return CheckedFunctions(backprop, _function(module, "update"), _function(module, "predict"))


def _function(module: object, name: str) -> Any:
    function = getattr(module, name, None)
    return function if callable(function) else None


def main() -> None:
    """Call the functions once for each set of arguments in the folder."""
    path, folder, seconds = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    in_place = Path(sys.argv[4]) if len(sys.argv) > 4 else None
    with (folder / CRASHED).open("w") as crashed, (folder / STOPPED).open("w") as stopped:
        faulthandler.enable(crashed)
        faulthandler.dump_traceback_later(seconds, exit=True, file=stopped)
        functions = load(path, in_place)
        for number, call in enumerate(read_calls(folder)):
            if number and call.is_alone and not isinstance(functions, Failure):
                functions = load(path, in_place)  # what it remembers is to be empty
            result = CallResult(failure=functions) if isinstance(functions, Failure) else call_once(functions, call)
            if number == 0:
                _end_first()
            try:
                write_result(folder, number, result)
            except (OSError, ValueError, TypeError):
                os._exit(UNWRITABLE)  # the person's code has removed the folder, or changed what writes
        faulthandler.cancel_dump_traceback_later()


def _end_first() -> None:
    """Mark in the output where the first call ends: only what that one prints is reported."""
    for stream in (sys.stdout, sys.stderr):
        # The person's code may have replaced or closed them.
        if not getattr(stream, "closed", True):
            stream.flush()
    with suppress(OSError):
        os.write(1, END_OF_FIRST.encode())
