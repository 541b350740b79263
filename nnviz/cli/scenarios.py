"""``nnviz scenarios``: the scenarios that come with nnviz."""

from __future__ import annotations

import argparse
from typing import Any


def add_scenarios(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    parser = commands.add_parser("scenarios", help="list the scenarios that come with nnviz")
    parser.set_defaults(run=_list)


def _list(chosen: argparse.Namespace) -> int:
    from nnviz.model.scenario.file import shipped_titles

    titles = shipped_titles("en")
    width = max(len(name) for name, _ in titles)
    for name, title in titles:
        print(f"{name:{width}}  {title}")
    return 0
