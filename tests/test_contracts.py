"""The walls of the package hold: each kind of forbidden import is planted in a copy, and refused."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("importlinter", reason="import-linter comes with the extra `dev`")

ROOT = Path(__file__).parents[1]
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=sys.argv[1]))"

Lint = Callable[[], subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the package with its contracts."""
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "nnviz", root / "nnviz", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


@pytest.fixture(scope="module")
def lint(copy: Path) -> Lint:
    """Return a function that holds the copy against its contracts; what did not change is read once."""

    def run() -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-P", "-c", LINT, str(copy / "cache")]
        environment = {**os.environ, "PYTHONPATH": str(copy)}
        return subprocess.run(line, cwd=copy, env=environment, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def plant(copy: Path) -> Iterator[Callable[[str, str], None]]:
    """Return a function that adds a line to a file of the copy, or makes the file, until the test ends."""
    before: dict[Path, str | None] = {}

    def add(name: str, line: str) -> None:
        path = copy / name
        before[path] = path.read_text(encoding="utf-8") if path.exists() else None
        path.parent.mkdir(exist_ok=True)
        path.write_text((before[path] or "") + "\n" + line + "\n", encoding="utf-8")

    yield add
    for path, text in before.items():
        if text is not None:
            path.write_text(text, encoding="utf-8")
            continue
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()


@pytest.mark.slow
def test_that_the_package_keeps_its_contracts(lint: Lint):
    result = lint()
    assert result.returncode == 0, result.stdout
    assert "0 broken" in result.stdout


BREAKS = {
    "a view imports the app": (
        "nnviz/views/panel.py",
        "import nnviz.app.notices",
        "nnviz.views.panel -> nnviz.app.notices",
    ),
    "a document imports the app": (
        "nnviz/documents/documents.py",
        "import nnviz.app.preferences",
        "nnviz.documents.documents -> nnviz.app.preferences",
    ),
    "the controller imports a view": (
        "nnviz/controller/controller.py",
        "import nnviz.views.panel",
        "nnviz.controller.controller -> nnviz.views.panel",
    ),
    "the model imports the controller": (
        "nnviz/model/session/session.py",
        "import nnviz.controller.controller",
        "nnviz.model.session.session -> nnviz.controller.controller",
    ),
    "the command line imports scripting": (
        "nnviz/cli/main.py",
        "import nnviz.scripting.show",
        "nnviz.cli.main -> nnviz.scripting.show",
    ),
    "a lower floor of the model imports a higher one": (
        "nnviz/model/network/activations.py",
        "import nnviz.model.history.history",
        "nnviz.model.network.activations -> nnviz.model.history.history",
    ),
    "the right program imports the mistakes": (
        "nnviz/model/program/program.py",
        "import nnviz.model.mistakes.catalogue",
        "nnviz.model.program.program -> nnviz.model.mistakes.catalogue",
    ),
    "two packages of a floor import each other": (
        "nnviz/model/watches/watch.py",
        "import nnviz.model.explain.cell",
        "nnviz.model.watches.watch -> nnviz.model.explain.cell",
    ),
    "the model imports Qt": ("nnviz/model/errors.py", "import PyQt6.QtCore", "nnviz.model.errors -> PyQt6"),
    "the controller imports pyqtgraph": (
        "nnviz/controller/controller.py",
        "import pyqtgraph",
        "nnviz.controller.controller -> pyqtgraph",
    ),
    "a panel imports another panel's folder": (
        "nnviz/views/watches/panel.py",
        "import nnviz.views.history.panel",
        "nnviz.views.watches.panel -> nnviz.views.history.panel",
    ),
    "a shared room of the views imports a panel": (
        "nnviz/views/widgets/notice_bar.py",
        "import nnviz.views.loss.panel",
        "nnviz.views.widgets.notice_bar -> nnviz.views.loss.panel",
    ),
    "a package of the root that no layer names": ("nnviz/extra/__init__.py", '"""New."""', "nnviz.extra"),
    "a package of the model that no floor names": ("nnviz/model/extra/__init__.py", '"""New."""', "nnviz.model.extra"),
    "a package of the views that no layer names": ("nnviz/views/extra/__init__.py", '"""New."""', "nnviz.views.extra"),
}


# One of each contract.
@pytest.mark.parametrize("kind", BREAKS)
@pytest.mark.sample(
    5,
    "a view imports the app",
    "a lower floor of the model imports a higher one",
    "a panel imports another panel's folder",
    "the model imports Qt",
    "the controller imports pyqtgraph",
)
@pytest.mark.slow
def test_that_a_planted_break_is_refused_and_named(kind: str, lint: Lint, plant: Callable[[str, str], None]):
    path, line, named = BREAKS[kind]
    plant(path, line)
    result = lint()
    assert result.returncode != 0
    assert named in " ".join((result.stdout + result.stderr).split())


def test_that_ruff_refuses_a_controller_that_draws(copy: Path, plant: Callable[[str, str], None]):
    pytest.importorskip("ruff", reason="ruff comes with the extra `dev`")
    plant("nnviz/controller/controller.py", "from PyQt6.QtWidgets import QLabel")
    line = [sys.executable, "-m", "ruff", "check", "--no-cache", "--select", "TID251", "nnviz/controller"]
    result = subprocess.run(line, cwd=copy, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "`PyQt6.QtWidgets` is banned" in result.stdout
