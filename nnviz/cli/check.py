"""``nnviz check``: a person's own backpropagation, compared line by line."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

from nnviz.app.display import command
from nnviz.cli.arguments import file_argument, time_limit

_DESCRIPTION = """\
Runs backprop(X, Y, weights, biases) of a Python file, in a process of its own, on the scenario's network and on random
ones, and compares what it returns with the program of the scenario, line by line: a dict of any of the symbols
(Z1 A1 delta2 dW2 db2 ..., updated W1 b1 ... too), or two lists (dWs, dbs). Where the file has
update(weights, biases, dWs, dbs, learning_rate) and predict(X, weights, biases), these are checked as well.

The exit status is 0 if all is right, 1 on a difference or a failure, 2 if the command line is wrong."""


def add_check(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "check",
        prog=f"{command()} check",
        help="check your own backpropagation, line by line",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=file_argument, metavar="FILE.py", help="has the function backprop")
    parser.add_argument("--scenario", default="xor", help="whose network, loss and data to use: a name or a file (xor)")
    parser.add_argument("--convention", choices=("columns", "rows"), help="what samples are; found out by default")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--seconds", type=time_limit, default=10.0, metavar="S", help="stop it after so long (10)")
    parser.set_defaults(run=_check)


def _check(chosen: argparse.Namespace) -> int:
    from nnviz.model.codecheck import check_file
    from nnviz.model.codecheck.report import as_json, as_text

    report = check_file(chosen.file, chosen.scenario, chosen.convention, chosen.seconds)
    if chosen.json:
        print(as_json(report))
    else:
        print(as_text(report, coloured=sys.stdout.isatty() and "NO_COLOR" not in os.environ))
        if report.printed.strip():
            print(f"\nIt printed:\n{report.printed.rstrip()}")
    return 0 if report.ok else 1
