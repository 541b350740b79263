"""The files of resources/ are found from the checkout and from an installed wheel."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from nnviz.assets import asset

ROOT = Path(__file__).parents[1]
CHECKOUTS_OWN = {"start.py", "pictures", "bundle", "__pycache__"}


def test_that_a_checkout_finds_its_own_resources() -> None:
    assert asset() == ROOT / "resources"
    assert asset("debian-packages.json") == ROOT / "resources" / "debian-packages.json"


def test_that_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"nnviz ships no 'scenarios/none\.json'"):
        asset("scenarios", "none.json")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as pip would, without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.slow
def test_that_the_wheel_holds_the_package_and_every_resource_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    resources = {
        f"nnviz/resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and CHECKOUTS_OWN.isdisjoint(path.relative_to(ROOT).parts)
    }
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "nnviz").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert held == resources | package


def test_that_an_installed_wheel_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    ask = "from nnviz.assets import asset; print(asset('debian-packages.json'))"
    ran = subprocess.run(
        [sys.executable, "-P", "-c", ask],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(site)},
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert Path(ran.stdout.strip()) == site / "nnviz" / "resources" / "debian-packages.json"


def test_that_the_wheel_is_named_as_on_the_index_and_carries_the_licences_of_what_it_ships(wheel: Path) -> None:
    assert wheel.name.startswith("nnviz_debugger-"), "nnviz on the index is another project"
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (licences,) = (name for name in names if name.endswith("/licenses/resources/data/README.md"))
        assert "Attribution-ShareAlike" in archive.read(licences).decode()
        assert any(name.endswith("/licenses/resources/licences/GPL-3.0.txt") for name in names)
        (scripts,) = (name for name in names if name.endswith("entry_points.txt"))
        assert "[gui_scripts]" in archive.read(scripts).decode()


def test_that_no_text_tells_anyone_to_install_the_other_project_of_that_name() -> None:
    told = re.compile(r"pip install\b[^`\n]*[ \"']nnviz\b(?!-debugger)")
    texts = [ROOT / "README.md", ROOT / "pyproject.toml", *(ROOT / ".github").rglob("*.md")]
    texts += [path for folder in ("nnviz", "resources", "tests") for path in (ROOT / folder).rglob("*.py")]
    assert [str(path) for path in texts if path != Path(__file__) and told.search(path.read_text("utf-8"))] == []
    assert told.search("pip install nnviz")
    assert not told.search("pip install nnviz-debugger")


def test_that_an_editable_install_copies_no_resources() -> None:
    # A copy beside the checkout's would go stale without a word.
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["build"]["dev-mode-dirs"] == ["."]
