"""What runs in the person's interpreter imports the standard library and its own package only."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import nnviz.model.recording.child as child

FILES = sorted(Path(child.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_only_the_standard_library_is_imported(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                assert alias.name.partition(".")[0] in {*sys.stdlib_module_names, "numpy"}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            assert (node.module or "").partition(".")[0] in sys.stdlib_module_names
