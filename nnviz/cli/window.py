"""``nnviz xor``: the window."""

from __future__ import annotations

import gc
import sys

from nnviz.app.display import display_problem

DEFAULT = "xor"
"""What is opened where nothing is named."""


def open_window(scenario: str = DEFAULT) -> int:
    """Show the window on a shipped scenario or a file, until it is closed; give the exit status."""
    problem = display_problem()
    if problem is not None:
        print(f"nnviz: {problem}", file=sys.stderr)
        return 1
    # What is imported and built from here on stays: looking for garbage among it would take a tenth of the start.
    gc.disable()
    from nnviz.app.application import run_app
    from nnviz.documents.open_any import find_document

    found = find_document(scenario)
    return run_app(found.start, found.path, found.notices)
