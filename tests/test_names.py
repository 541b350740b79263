"""What begins with an underscore is used in the file that defines it, and nowhere else."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

import nnviz

PACKAGE = Path(nnviz.__file__).parent

NAMING = (ast.FunctionDef, ast.ClassDef, ast.Attribute, ast.Name, ast.ImportFrom)

REASONS: dict[tuple[str, str], str] = {}
"""(file, name) → why this file has to reach a private name that another one defines."""


def private_names_of_others(trees: dict[str, ast.Module]) -> set[tuple[str, str]]:
    """Return (file, name) for each private name that a file reads and another one of ours defines."""
    # What can hold a name, looked for once: there are a million nodes.
    nodes = {path: [node for node in ast.walk(tree) if isinstance(node, NAMING)] for path, tree in trees.items()}
    defined = {path: set(_defined(each)) for path, each in nodes.items()}
    ours = set().union(*defined.values())
    return {
        (path, name)
        for path, each in nodes.items()
        for name in _read(each)
        if name in ours and name not in defined[path]
    }


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name != "_"


def _defined(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the private names of functions, classes, methods, attributes and variables that a file makes."""
    for node in nodes:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found = name
            case ast.Attribute(attr=name, ctx=ast.Store()) | ast.Name(id=name, ctx=ast.Store()):
                found = name
            case _:
                continue
        if _is_private(found):
            yield found


def _read(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the private names that a file reads as an attribute, or imports from another of ours."""
    for node in nodes:
        if isinstance(node, ast.Attribute) and _is_private(node.attr):
            yield node.attr
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("nnviz"):
            yield from (alias.name for alias in node.names if _is_private(alias.name))


@cache
def package_trees() -> dict[str, ast.Module]:
    return {
        str(path.relative_to(PACKAGE)): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


@pytest.mark.slow
def test_that_no_file_reaches_a_private_name_of_another_one():
    found = private_names_of_others(package_trees())
    assert found - REASONS.keys() == set()
    assert REASONS.keys() - found == set(), "these need no reason any more"


def test_that_private_names_of_other_files_are_found_in_every_form():
    trees = {"a.py": ast.parse("class A:\n    def __init__(self): self._x = 1\n    def _f(self): pass\n_G = 3")}
    for text in ("self._x", "other._f()", "from nnviz.a import _G", "class B(A):\n    def g(self): return self._x"):
        assert private_names_of_others(trees | {"b.py": ast.parse(text)}), text
    assert not private_names_of_others(trees | {"b.py": ast.parse("self._x = 2; self._x; self.__class__; _ = self._y")})


def defined_twice(trees: dict[str, ast.Module]) -> dict[str, list[str]]:
    """Return the names of classes that several files define."""
    places: dict[str, list[str]] = defaultdict(list)
    for path, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                places[node.name].append(path)
    return {name: paths for name, paths in places.items() if len(paths) > 1}


SAME_IDEA = {
    "Session": "the model's; and that of scripts, which has one and what they need besides",
    "Place": "in a history; in a person's source, as its interpreter writes it and as the recording has it",
    "Replay": "of a history; of a person's file",
    "Layer": "of a scenario's network; and as it was found in a person's code",
    "Loss": "a row of the table; and what a person's code minimises",
    "ForwardPass": "the forward lines of nnviz; and those of a person's code",
    "Editing": "of a history; and in the controller, of the session that it owns",
}
"""Class names that stand twice, and why the two are one idea on two floors."""


@pytest.mark.slow
def test_that_no_class_name_stands_twice():
    assert defined_twice(package_trees()).keys() == SAME_IDEA.keys()
