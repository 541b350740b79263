"""``nnviz debug``: a person's own script, unchanged, and the first line of it that is wrong."""

from __future__ import annotations

import argparse
from typing import Any

from nnviz.app.display import command
from nnviz.cli.arguments import file_argument, number_within, time_limit

_DESCRIPTION = """\
Runs a Python file or notebook as `python FILE` would, with your rights, in a process of its own, up to its third
parameter update; finds the network in it; and compares what the parameters change by with the gradient of your
own loss. Where that differs, it names the first line that is wrong for the values that it was given.

The exit status is 0 if the gradients are right, 1 on a difference or if your code raised, 2 if it could not be run or
no network was recognised."""


def add_debug(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "debug",
        prog=f"{command()} debug",
        help="find the first wrong line of your own script",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=file_argument, metavar="FILE", help="a script (.py) or a notebook (.ipynb)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--seconds", type=time_limit, default=10.0, metavar="N", help="stop it after so long (10)")
    parser.add_argument("--updates", type=_updates, default=3, metavar="N", help="record so many updates (3)")
    parser.add_argument("--network", metavar="SPEC", help="what your network is, as in '2-3-1 tanh sigmoid'")
    parser.add_argument("--python", metavar="PATH", help="the Python to run it with; a venv beside the file by default")
    parser.add_argument("--window", action="store_true", help="show it in the window, where it is run by a key")
    parser.set_defaults(run=_debug)


def _updates(text: str) -> int:
    return number_within(text, int, 1, 1000, "a whole number from 1 to 1000")


def _debug(chosen: argparse.Namespace) -> int:
    if chosen.window:
        from nnviz.cli.open import open_window

        return open_window(str(chosen.file))
    from nnviz.model.judgement.as_json import as_json
    from nnviz.model.judgement.debug_file import debug_file

    _, _, judgement = debug_file(
        chosen.file, seconds=chosen.seconds, updates=chosen.updates, python=chosen.python, network=chosen.network
    )
    print(as_json(judgement) if chosen.json else str(judgement))
    if judgement.raised is not None or judgement.ok is False:
        return 1
    return 0 if judgement.ok else 2
