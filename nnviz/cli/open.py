"""``nnviz open``, or just ``nnviz xor``: the window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nnviz.app.display import display_problem
from nnviz.model.errors import ModelError
from nnviz.model.files.present import is_file

if TYPE_CHECKING:
    import argparse

    from nnviz.documents.model_documents import ModelOptions

CODE = (".py", ".ipynb")
"""Endings of a person's own code."""

DEFAULT = "xor"
"""What is opened where nothing is named."""


def add_open(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    from nnviz.cli.arguments import START_HELP
    from nnviz.cli.model_arguments import add_model_arguments

    parser = commands.add_parser("open", help="open the window (the default: '%(prog)s xor')")
    parser.add_argument("scenario", nargs="?", default=DEFAULT, help=START_HELP)
    add_model_arguments(parser)
    parser.set_defaults(run=_open)


def open_window(scenario: str = DEFAULT, options: ModelOptions | None = None) -> int:
    """Show the window on a shipped scenario or a file, until it is closed; return the exit status.

    Parameters
    ----------
    scenario
        What is opened.
    options
        What is said of a model of another library.
    """
    problem = display_problem()
    if problem is not None:
        print(f"nnviz: {problem}", file=sys.stderr)
        return 1
    # What is imported and built from here on stays: looking for garbage among it would take a tenth of the start.
    gc.disable()
    from nnviz.app.application import run_app
    from nnviz.documents.open_any import find_document

    path = Path(scenario)
    if path.suffix in CODE and is_file(path):
        # A person's own code is shown, and runs when they ask for it.
        return run_app(find_document(DEFAULT).start, code=path)
    try:
        found = find_document(scenario, model=options)
    except ModelError:
        from nnviz.documents.open_any import holds_samples

        if not holds_samples(path):
            raise
        # How they are to be read is decided where they are shown, and where it says what is wrong.
        return run_app(find_document(DEFAULT).start, samples=path)
    return run_app(found.start, found.path, found.notices)


def _open(chosen: argparse.Namespace) -> int:
    from nnviz.cli.model_arguments import model_options

    return open_window(chosen.scenario, model_options(chosen))
