"""Notebooks: their code cells in order, without magics; and files as they are shown before they are run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nnviz.model.errors import ModelError
from nnviz.model.recording.child.sources import without_magics
from nnviz.model.recording.read_sources import read_sources
from nnviz.model.recording.record import record


def notebook(tmp_path: Path) -> Path:
    cells = [
        {"cell_type": "markdown", "source": ["# Homework"]},
        {"cell_type": "code", "source": ["%matplotlib inline\n", "!pip install numpy\n", "import numpy as np"]},
        {"cell_type": "code", "source": "a = np.ones(3)\nb = a * 2\nb"},
        {"cell_type": "code", "source": "c = b @ np.ones(2)"},
    ]
    path = tmp_path / "homework.ipynb"
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")
    return path


@pytest.mark.slow
def test_cells_are_run_in_order_and_lines_are_those_of_the_cell(tmp_path: Path):
    recording = record(notebook(tmp_path))
    assert [file.cell for file in recording.files] == [2, 3, 4]
    product = next(p for p in recording.places if p.text == "a * 2")
    assert (product.file, product.line) == (1, 2)
    assert recording.raised is not None
    assert (recording.raised.file, recording.raised.line) == (2, 1)
    assert [(n.kind, n.details) for n in recording.notes] == [
        ("magics", (2, ["%matplotlib inline", "!pip install numpy"]))
    ]


def test_a_notebook_is_shown_without_running_it(tmp_path: Path):
    found = read_sources(notebook(tmp_path))
    assert [(file.cell, file.text.split("\n")[0]) for file in found] == [
        (2, "%matplotlib inline"),
        (3, "a = np.ones(3)"),
        (4, "c = b @ np.ones(2)"),
    ]


@pytest.mark.parametrize(
    ("text", "runnable", "magics"),
    [
        ("%time x = 1\ny = 2", "pass\ny = 2", ["%time x = 1"]),
        ("if a:\n    !ls\n    b = 1", "if a:\n    pass\n    b = 1", ["!ls"]),
        ("x = (7\n     % 4)", "x = (7\n     % 4)", []),
        ("np.dot?", "pass", ["np.dot?"]),
        ("%%bash\nls\n", "\n\n", ["%%bash"]),
        ("%%time\nx = 1", "pass\nx = 1", ["%%time"]),
    ],
)
def test_magics_are_left_out_line_by_line(text: str, runnable: str, magics: list[str]):
    assert without_magics(text) == (runnable, magics)


@pytest.mark.parametrize("content", [b"{", b'{"cells": 3}', b"[]", b"\xff\xfe"])
def test_what_is_no_notebook_is_refused_in_words(tmp_path: Path, content: bytes):
    path = tmp_path / "mine.ipynb"
    path.write_bytes(content)
    with pytest.raises(ModelError):
        read_sources(path)


def test_a_file_is_read_in_the_encoding_that_it_declares(tmp_path: Path):
    path = tmp_path / "mine.py"
    path.write_bytes("# -*- coding: latin-1 -*-\r\nname = 'é'\r\n".encode("latin-1"))
    assert read_sources(path)[0].text == "# -*- coding: latin-1 -*-\nname = 'é'\n"
