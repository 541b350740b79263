"""The commands and their options, as argparse reads them.

It is imported where they are needed: to open the window takes none of it, and would begin 8 ms later.
"""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path

from nnviz.app.display import command, display_problem
from nnviz.cli.arguments import number_within
from nnviz.cli.check import add_check
from nnviz.cli.examples import add_examples
from nnviz.cli.map import add_map
from nnviz.cli.window import DEFAULT, open_window
from nnviz.version import __version__

SIZE = (1440, 900)

_START = "a shipped scenario's name, or a file: a scenario, samples (.csv, .npz …), or a session, which goes on"


def make_parser() -> argparse.ArgumentParser:
    """Make what reads a command line; what it gives has the command as `run`."""
    parser = argparse.ArgumentParser(
        prog=command(),
        usage="%(prog)s [SCENARIO | FILE] | scenarios | snapshot … | train … | check … | examples | map …",
        description="A step-through debugger for backpropagation.",
    )
    parser.add_argument("--version", action="version", version=f"nnviz {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    opening = commands.add_parser("open", help="open the window (the default: '%(prog)s xor')")
    opening.add_argument("scenario", nargs="?", default=DEFAULT, help=_START)
    opening.set_defaults(run=_open)

    listing = commands.add_parser("scenarios", help="list the scenarios that come with nnviz")
    listing.set_defaults(run=_list_scenarios)

    picture = commands.add_parser("snapshot", help="render the window to a PNG, without a display")
    _add_run(picture, updates=0)
    picture.add_argument("--lines", type=_count, default=0, metavar="K", help="then run K lines of the next update")
    picture.add_argument("--out", type=Path, required=True, metavar="FILE.png", help="where to write the picture")
    picture.add_argument("--size", type=_size, default=SIZE, metavar="WxH", help="size of the window (1440x900)")
    picture.add_argument("--theme", choices=("light", "dark"), default="light")
    picture.add_argument("--language", choices=("en", "zh_CN"), default="en")
    picture.add_argument("--scale", type=_scale, default=1.0, metavar="S", help="device pixels per pixel (1)")
    picture.set_defaults(run=_snapshot)

    training = commands.add_parser("train", help="train without a window; print a table, or one JSON object")
    _add_run(training)
    training.add_argument("--json", action="store_true", help="print one JSON object with every value")
    training.set_defaults(run=_train)

    add_check(commands)
    add_examples(commands)
    add_map(commands)
    return parser


def _add_run(parser: argparse.ArgumentParser, updates: int | None = None) -> None:
    parser.add_argument("scenario", help=_START)
    parser.add_argument(
        "--updates", type=_count, default=updates, required=updates is None, metavar="N", help="how many updates to run"
    )


def _count(text: str) -> int:
    """Read a whole number from 0."""
    return number_within(text, int, 0, math.inf, "a whole number from 0")


def _size(text: str) -> tuple[int, int]:
    """Read a size such as ``1440x900``."""
    width, separator, height = text.lower().partition("x")
    if not (
        separator and width.isdecimal() and height.isdecimal() and 0 < int(width) <= 8192 and 0 < int(height) <= 8192
    ):
        raise argparse.ArgumentTypeError(f"found {text!r}; accepted: WIDTHxHEIGHT in pixels, such as 1440x900")
    return int(width), int(height)


def _scale(text: str) -> float:
    """Read a scale from 1 to 4."""
    return number_within(text, float, 1, 4, "a number from 1 to 4")


def _open(chosen: argparse.Namespace) -> int:
    return open_window(chosen.scenario)


def _list_scenarios(chosen: argparse.Namespace) -> int:
    from nnviz.model.scenario.file import find_scenario, shipped_scenarios

    names = shipped_scenarios()
    width = max(map(len, names))
    for name in names:
        print(f"{name:{width}}  {find_scenario(name).title_in('en')}")
    return 0


def _snapshot(chosen: argparse.Namespace) -> int:
    problem = display_problem("offscreen")
    if problem is not None:
        print(f"nnviz: {problem}", file=sys.stderr)
        return 1
    from nnviz.cli.screenshot import Picture, render
    from nnviz.documents.open_any import find_document

    start = find_document(chosen.scenario).start
    asked = Picture(chosen.updates, chosen.lines, chosen.size, chosen.theme, chosen.language, chosen.scale)
    return render(start, asked, chosen.out)


def _train(chosen: argparse.Namespace) -> int:
    from nnviz.cli.table import as_json, table_rows
    from nnviz.documents.open_any import find_document

    found = find_document(chosen.scenario)
    for notice in found.notices:
        print(f"nnviz: {notice}", file=sys.stderr)
    session = found.session
    if chosen.json:
        session.step_update(chosen.updates)
        print(as_json(session))
        return 0
    for row in table_rows(session, chosen.updates):
        print(row, flush=True)
    return 0
