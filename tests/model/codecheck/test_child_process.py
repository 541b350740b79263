"""What the process that runs a person's file finds in it; here it is loaded in this one."""

from __future__ import annotations

import sys

import pytest

from nnviz.model.codecheck.call_function import CheckedFunctions
from nnviz.model.codecheck.child_process import load


@pytest.fixture(autouse=True)
def unchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setitem(sys.modules, "checked_code", sys)


def test_that_the_functions_of_a_file_are_found(tmp_path) -> None:
    file = tmp_path / "mine.py"
    file.write_text("def backprop(X, Y, weights, biases):\n    return {}\n\nupdate = 3\n")
    found = load(file)
    assert isinstance(found, CheckedFunctions)
    assert found.backprop({}, {}, {}, {}) == {}
    assert found.update is None  # it is no function


def test_that_another_text_runs_in_the_place_of_the_file(tmp_path) -> None:
    file, other = tmp_path / "mine.py", tmp_path / "other.py"
    file.write_text("raise ValueError\n")
    other.write_text("def backprop(X, Y, weights, biases):\n    return 1\n")
    assert isinstance(load(file, other), CheckedFunctions)


@pytest.mark.parametrize(("text", "kind"), [("x = 1\n", "returned"), ("1 / 0\n", "ZeroDivisionError")])
def test_that_a_file_without_the_function_or_that_raises_is_a_failure(tmp_path, text, kind) -> None:
    file = tmp_path / "mine.py"
    file.write_text(text)
    found = load(file)
    assert not isinstance(found, CheckedFunctions)
    assert found.part == "import"
    assert kind in found.kind
