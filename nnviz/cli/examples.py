"""``nnviz examples``: the figures that authors have printed, next to those computed here."""

from __future__ import annotations

import argparse
from typing import Any


def add_examples(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "examples",
        help="published worked examples: the author's figures next to ours",
        description="Compute the figures of published worked examples; report which agree, and why others do not.",
    )
    parser.add_argument(
        "name", nargs="?", metavar="NAME", help="show one example, figure by figure; by default all are listed"
    )
    parser.add_argument("--mistaken", action="store_true", help="with the author's mistake, where there is one")
    parser.set_defaults(run=_examples)


def _examples(chosen: argparse.Namespace) -> int:
    from nnviz.model.examples import find_example
    from nnviz.model.examples.writing import all_as_text, as_text

    if chosen.name is None:
        print(all_as_text(mistaken=chosen.mistaken))
    else:
        print(as_text(find_example(chosen.name), mistaken=chosen.mistaken))
    return 0
