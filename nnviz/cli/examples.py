"""``nnviz examples``: what authors have printed, beside what is computed here."""

from __future__ import annotations

import argparse
from typing import Any


def add_examples(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "examples",
        help="published worked examples: the author's figures beside ours",
        description="Computes the figures of published worked examples; tells which are met, and why others are not.",
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help="an example, figure by figure; without, all there are")
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
