"""``nnviz scenarios``: the scenarios that come with nnviz."""

from __future__ import annotations

import argparse
from typing import Any


def add_scenarios(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    parser = commands.add_parser("scenarios", help="list the scenarios that come with nnviz")
    parser.set_defaults(run=_list)


def _list(chosen: argparse.Namespace) -> int:
    from nnviz.model.scenario.file import find_scenario, shipped_scenarios

    names = shipped_scenarios()
    width = max(map(len, names))
    for name in names:
        print(f"{name:{width}}  {find_scenario(name).title_in('en')}")
    return 0
