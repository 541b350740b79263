"""Command lines of Python, taken by a program that is no Python."""

import sys

import pytest

from nnviz.cli.as_python import runs_as_python
from nnviz.model.background.python_process import own_python


@pytest.fixture(autouse=True)
def restored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["nnviz"])
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


def test_that_code_runs_as_main_with_its_own_arguments_after_any_options(capsys) -> None:
    assert runs_as_python(
        ["-P", "-W", "ignore", "-X", "utf8", "-c", "import sys; print(__name__, sys.argv)", "a", "-b"]
    )
    assert capsys.readouterr().out == "__main__ ['-c', 'a', '-b']\n"


def test_that_a_module_runs_as_main_with_its_own_arguments(monkeypatch, tmp_path, capsys) -> None:
    (tmp_path / "worker_of_a_map.py").write_text("import sys; print(__name__, sys.argv[1:])")
    monkeypatch.syspath_prepend(tmp_path)
    assert runs_as_python(["-m", "worker_of_a_map", "--pipe", "7"])
    assert capsys.readouterr().out == "__main__ ['--pipe', '7']\n"


def test_that_the_command_of_our_own_modules_is_one(capsys) -> None:
    with pytest.raises(SystemExit):
        runs_as_python(own_python("nnviz.cli.main", "--version")[1:])
    assert capsys.readouterr().out.startswith("nnviz ")


@pytest.mark.parametrize(
    "line", ["", "xor", "--version", "-h", "check -c", "--install-desktop", "train xor -m 3", "-c"]
)
def test_that_a_command_line_of_nnviz_is_none(line) -> None:
    assert not runs_as_python(line.split())
