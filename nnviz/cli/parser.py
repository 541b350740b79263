"""The parser of the command line, assembled from the commands.

It is imported only where it is needed: opening the window takes none of it, and would begin 8 ms later.
"""

from __future__ import annotations

import argparse

from nnviz.app.display import command
from nnviz.cli.check import add_check
from nnviz.cli.debug import add_debug
from nnviz.cli.desktop import add_desktop_options
from nnviz.cli.examples import add_examples
from nnviz.cli.export import add_export
from nnviz.cli.film import add_film
from nnviz.cli.grade import add_grade
from nnviz.cli.lesson import add_lesson
from nnviz.cli.map import add_map
from nnviz.cli.open import add_open
from nnviz.cli.scenarios import add_scenarios
from nnviz.cli.snapshot import add_snapshot
from nnviz.cli.train import add_train
from nnviz.version import __version__


def make_parser() -> argparse.ArgumentParser:
    """Return the parser; what it parses has the function of the command as `run`."""
    parser = argparse.ArgumentParser(
        prog=command(),
        usage="%(prog)s [SCENARIO | FILE] | scenarios | snapshot … | film … | export … | train … | debug … | check … | "
        "grade … | examples | map … | lesson …",
        description="A step-through debugger for backpropagation.",
    )
    parser.add_argument("--version", action="version", version=f"nnviz {__version__}")
    add_desktop_options(parser)
    commands = parser.add_subparsers(metavar="COMMAND", required=True, prog=command())
    for add in (
        add_open,
        add_scenarios,
        add_snapshot,
        add_film,
        add_export,
        add_train,
        add_debug,
        add_check,
        add_grade,
        add_examples,
        add_map,
        add_lesson,
    ):
        add(commands)
    return parser
