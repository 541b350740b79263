"""The process that runs a person's code: ``python -m nnviz.model.codecheck.child FILE FOLDER``."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

from nnviz.model.codecheck.calling import call_once, failure_of
from nnviz.model.codecheck.exchange import read_calls, write_outcome
from nnviz.model.codecheck.outcome import Failure, Outcome

NAME = "backprop"


def load(path: Path) -> Callable[..., object] | Failure:
    """Run a person's file, and give its function or why there is none."""
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location("checked_code", path)
    if spec is None or spec.loader is None:
        return Failure("returned", f"{path.name} is no Python file")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a person's code may raise anything; all of it is told
        return failure_of(error)
    function = getattr(module, NAME, None)
    if not callable(function):
        return Failure("returned", f"{path.name} has no function {NAME}(X, Y, weights, biases)")
    return function  # type: ignore[no-any-return]


def main() -> None:
    """Call the function with each of the arguments in the folder."""
    path, folder = Path(sys.argv[1]), Path(sys.argv[2])
    function = load(path)
    for number, call in enumerate(read_calls(folder)):
        outcome = Outcome(failure=function) if isinstance(function, Failure) else call_once(function, call)
        write_outcome(folder, number, outcome)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
