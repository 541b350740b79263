"""``%load_ext nnviz``: the cell magic ``%%nnviz``, which names the first wrong line of a notebook's cells.

The cell runs in the notebook as always. Then it and the cells before it run once more, in a process of their own, where
every line is recorded.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from nnviz.model.judgement.debug_file import debug_file
from nnviz.model.judgement.judgement import Judgement

MAGIC: Final = "nnviz"
_NAME: Final = "cells.ipynb"


def load_magic(shell: Any) -> None:
    """Add the cell magic to an IPython shell.

    Parameters
    ----------
    shell
        The shell: it has ``register_magic_function``, ``run_cell`` and ``user_ns``.
    """

    def nnviz(line: str, cell: str) -> Judgement | None:
        """Run a cell, and return the first wrong line of it and the cells before it."""
        before = _cells_before(shell)
        if not shell.run_cell(cell).success:
            return None  # the notebook has shown what was raised
        # With its first line, so that lines have the numbers that the notebook shows.
        return debug_cells([*before, f"%%{MAGIC}\n{cell}"], network=line.strip())

    shell.register_magic_function(nnviz, magic_kind="cell", magic_name=MAGIC)


def debug_cells(cells: Sequence[str], network: str = "") -> Judgement:
    """Return the verdict on the cells of a notebook, run in their order.

    Parameters
    ----------
    cells
        Their texts.
    network
        What the person says of the network.

    Raises
    ------
    ModelError
        If they cannot be run, or what is said of the network cannot be read.
    """
    written: list[dict[str, Any]] = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": _own(text)}
        for text in cells
    ]
    notebook = {"cells": written, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return debug_file(Path.cwd() / _NAME, source=json.dumps(notebook), network=network)[2]


def _cells_before(shell: Any) -> list[str]:
    """Return the cells that ran before this one, as they were typed; the first is that of ``In[1]``."""
    history = getattr(shell, "history_manager", None)
    # What ``In`` holds is rewritten: magics are calls of the shell there.
    typed = getattr(history, "input_hist_raw", None) or shell.user_ns.get("In", [])
    return [str(text) for text in typed[1:-1]]


def _own(text: str) -> str:
    """Return a cell without this magic; its lines keep their numbers."""
    first, end, rest = text.partition("\n")
    return f"{end}{rest}" if first.startswith(f"%%{MAGIC}") else text
