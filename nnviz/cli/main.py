"""The entry point of the command line."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress

from nnviz.assets import MissingAssetError
from nnviz.blas_threads import take_one_thread
from nnviz.cli.open import DEFAULT, open_window
from nnviz.model.errors import MissingValueError, ModelError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status.

    0 is success, 1 that it could not be done, 2 that the command line is wrong, 3 that a run came to a number that is
    not finite, 128 and the number of a signal that the signal has ended it.
    """
    take_one_thread()
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    try:
        _check_engine()
        return (
            _run_command(arguments) if not _is_plain(arguments) else open_window(arguments[0] if arguments else DEFAULT)
        )
    except ModelError as error:
        print(f"nnviz: {error}", file=sys.stderr)
        if isinstance(error, MissingValueError):
            print("nnviz: --drop-missing leaves such rows out, --fill median fills the gaps", file=sys.stderr)
        return 1
    except MissingAssetError as error:
        print(f"nnviz: {error}; install nnviz again", file=sys.stderr)
        return 1
    except KeyboardInterrupt as interruption:
        return _interrupted(interruption)


_COMMANDS = (
    *(
        "open",
        "scenarios",
        "snapshot",
        "film",
        "export",
        "train",
        "debug",
        "check",
        "grade",
        "examples",
        "map",
        "lesson",
    ),
)
_WHOLE = ("-h", "--help", "--version", "--install-desktop", "--remove-desktop")
"""Options that stand alone."""


def _is_plain(arguments: Sequence[str]) -> bool:
    """Return whether only the window is asked for, with or without the name of what to open."""
    return not arguments or (len(arguments) == 1 and not arguments[0].startswith("-") and arguments[0] not in _COMMANDS)


def _check_engine() -> None:
    """Refuse the name of an engine that there is not, whatever the command; what reads it is imported only for that."""
    if "NNVIZ_ENGINE" in os.environ:
        from nnviz.model.engine.engines import chosen_engine

        chosen_engine()


def _run_command(arguments: Sequence[str]) -> int:
    from nnviz.cli.ending import NOBODY_READS, drop_output, ended_by_signals, flush, output_problem

    try:
        with ended_by_signals():
            try:
                return _status_of(arguments)
            finally:
                flush()
    except OSError as error:
        problem = output_problem(error)
        if problem is None:
            raise
        drop_output()
        if not problem:
            return NOBODY_READS
        print(f"nnviz: {problem}", file=sys.stderr)
        return 1


def _status_of(arguments: Sequence[str]) -> int:
    from nnviz.cli.parser import make_parser

    # "nnviz xor" and "nnviz" open the window; a first word that is the name of a command is that command.
    named = arguments[0] in _COMMANDS or arguments[0] in _WHOLE
    chosen = make_parser().parse_args(arguments if named else ["open", *arguments])
    return int(chosen.run(chosen))


def _interrupted(interruption: KeyboardInterrupt) -> int:
    """Tell it in a word, where anybody is left to be told, and return the status of a command that a signal ended."""
    from nnviz.cli.ending import Ended, drop_output

    number = interruption.number if isinstance(interruption, Ended) else signal.SIGINT
    with suppress(OSError):  # the terminal may be what has gone
        print("nnviz: interrupted", file=sys.stderr, flush=True)
    drop_output()
    return 128 + number
