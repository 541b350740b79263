"""The docstrings that are maps of a floor name the rooms that are there, and no other."""

import re
from importlib import import_module
from pathlib import Path

import pytest

ROW = re.compile(r"^    (\w+) {2,}\S", re.MULTILINE)


def rooms_of(folder: Path) -> set[str]:
    """Return the names of the packages in a folder."""
    return {path.parent.name for path in folder.glob("*/__init__.py")}


def files_of(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.py")} - {"__init__"}


@pytest.mark.parametrize("package", ["nnviz.model", "nnviz.views"])
def test_that_a_map_names_every_package_of_its_floor_once(package: str):
    module = import_module(package)
    named = ROW.findall(module.__doc__ or "")
    assert sorted(named) == sorted(rooms_of(Path(module.__file__).parent))


def test_that_the_map_of_the_controller_names_every_file():
    module = import_module("nnviz.controller")
    named = ROW.findall(module.__doc__ or "")
    assert sorted(named) == sorted(files_of(Path(module.__file__).parent))


def test_that_the_package_has_the_rooms_that_it_is_said_to_have():
    package = Path(import_module("nnviz").__file__).parent
    assert len(rooms_of(package)) <= 8
    assert len(list(package.glob("*.py"))) <= 6
    assert len(list((package / "model").glob("*.py"))) <= 3


def test_that_readme_names_every_package_of_the_root():
    package = Path(import_module("nnviz").__file__).parent
    text = (package.parent / "README.md").read_text(encoding="utf-8")
    built = text[text.index("## How it is built") :]
    assert set(re.findall(r"^    nnviz/(\w+)/ ", built, re.MULTILINE)) == rooms_of(package)


def test_that_what_a_newcomer_asks_for_is_where_contributing_says():
    root = Path(import_module("nnviz").__file__).parents[1]
    text = (root / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text[text.index("## Where is") : text.index("## Words")]
    places = [re.findall(r"`(nnviz/[^`]+)`", line) for line in section.splitlines() if "`nnviz/" in line]
    assert len(places) >= 15
    assert max(map(len, places)) <= 3
    assert [name for names in places for name in names if not (root / name).exists()] == []
