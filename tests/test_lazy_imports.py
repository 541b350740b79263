"""Packages that import a name's module when the name is asked for."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import nnviz

ROOT = Path(nnviz.__file__).parent
LAZY = sorted(
    ".".join(path.relative_to(ROOT.parent).parent.parts)
    for path in ROOT.rglob("__init__.py")
    if "names_of(" in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", LAZY)
def test_that_a_package_has_all_names_that_it_declares_and_none_is_that_of_a_module(name: str) -> None:
    package = import_module(name)
    modules = {module.name for module in iter_modules(package.__path__)}
    assert set(package.__all__).isdisjoint(modules)
    for declared in package.__all__:
        assert getattr(package, declared) is not None
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = package.nothing_like_it


def test_that_only_the_module_of_the_name_is_imported() -> None:
    code = (
        "import sys; from nnviz.model.checks import BANDS; "
        "assert 'nnviz.model.checks.bands' in sys.modules; assert 'nnviz.model.checks.gradient' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=300)
