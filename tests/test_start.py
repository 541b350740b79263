"""resources/start.py, run as a person runs it, in a copy of the checkout whose `.venv` only writes down its calls."""

import ast
import importlib.util
import os
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[1] / "resources" / "start.py"
PIP = "-m pip install --disable-pip-version-check --editable"

posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for the interpreter is a shell script")


class Checkout:
    """A small checkout with start.py in it.

    The interpreter of its `.venv` writes its arguments to `calls` and exits with `status`; on the PATH there is no
    apt, so that nothing of this machine is looked at.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.log = root / "calls"
        (root / "resources").mkdir(parents=True)
        (root / "resources" / "start.py").write_bytes(SCRIPT.read_bytes())
        self.edit_project("one")
        self.interpreter(status=0)

    def move(self) -> None:
        self.root = self.root.rename(self.root.with_name("moved"))
        self.log = self.root / "calls"
        self.interpreter(status=0)

    def edit_project(self, text: str) -> None:
        (self.root / "pyproject.toml").write_text(text)

    def interpreter(self, status: int, pip: str = "exit 0") -> None:
        python = self.root / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True, exist_ok=True)
        log = shlex.quote(str(self.log))
        # pip succeeds; whatever is started with -P (the app) or pytest ends with the status.
        python.write_text(
            f"#!/bin/sh\n"
            f'echo "$*" >> {log}; echo "in $PWD as $NNVIZ_COMMAND" >> {log}.where\n'
            f'case "$*" in *--version) exit 0;; *pip*) {pip};; *) exit {status};; esac\n'
        )
        python.chmod(0o755)

    def start(self, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run start.py, as `python3 resources/start.py` where no other folder is given."""
        script = "resources/start.py" if cwd is None else str(self.root / "resources" / "start.py")
        return subprocess.run(
            [sys.executable, script, *arguments],
            cwd=cwd or self.root,
            env=os.environ | {"PATH": "/nowhere"},
            capture_output=True,
            text=True,
            timeout=300,
        )

    def calls(self) -> list[str]:
        """Return what the interpreter was asked since the last time, without the look whether pip is there."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return [line for line in lines if line != "-m pip --version"]

    def where(self) -> str:
        return Path(f"{self.log}.where").read_text().splitlines()[-1]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path / "a checkout")


@posix
def test_that_a_first_start_installs_and_opens_the_app(checkout: Checkout) -> None:
    ran = checkout.start()
    assert ran.returncode == 0
    assert checkout.calls() == [f"{PIP} {checkout.root}", "-P -m nnviz"]
    assert ran.stdout == "", "stdout belongs to the app"


@posix
def test_that_a_first_start_tells_how_far_it_is_and_keeps_what_pip_says_in_a_file(checkout: Checkout) -> None:
    checkout.interpreter(status=0, pip="echo a wall of text")
    told = checkout.start().stderr
    assert [line.split(":")[1] for line in told.splitlines()] == [" 1 of 3", " 2 of 3", " 3 of 3"]
    assert (checkout.root / ".venv" / "nnviz-install.log").read_text() == "a wall of text\n"


@posix
def test_that_what_pip_says_is_shown_where_it_fails(checkout: Checkout) -> None:
    checkout.interpreter(status=0, pip="echo no such library; exit 3")
    ran = checkout.start()
    assert ran.returncode == 3
    assert ran.stderr.splitlines()[-2] == "no such library"


@posix
def test_that_a_later_start_only_opens_the_app(checkout: Checkout) -> None:
    checkout.start()
    checkout.calls()
    ran = checkout.start()
    assert checkout.calls() == ["-P -m nnviz"]
    assert ran.stderr == ""


@posix
def test_that_a_changed_project_is_installed_again(checkout: Checkout) -> None:
    checkout.start()
    checkout.calls()
    checkout.edit_project("two")
    checkout.start()
    assert checkout.calls() == [f"{PIP} {checkout.root}", "-P -m nnviz"]


@posix
def test_that_a_moved_checkout_is_installed_again(checkout: Checkout) -> None:
    checkout.start()
    checkout.calls()
    checkout.move()
    checkout.start()
    assert checkout.calls() == [f"{PIP} {checkout.root}", "-P -m nnviz"]


@posix
def test_that_the_tests_add_their_extra_and_run_in_the_checkout(checkout: Checkout, tmp_path: Path) -> None:
    checkout.start()
    checkout.calls()
    checkout.start("test", "-k", "xor", cwd=tmp_path)
    assert checkout.calls() == [f"{PIP} {checkout.root}[test]", "-m pytest -k xor"]
    assert checkout.where().startswith(f"in {checkout.root} as ")


@posix
def test_that_setup_dev_is_enough_for_the_tests_and_stays_after_a_change(checkout: Checkout) -> None:
    assert checkout.start("setup", "dev").returncode == 0
    assert checkout.calls() == [f"{PIP} {checkout.root}[dev]"]
    checkout.start("test")
    assert checkout.calls() == ["-m pytest -n auto"]
    checkout.edit_project("two")
    checkout.start()
    assert checkout.calls() == [f"{PIP} {checkout.root}[dev]", "-P -m nnviz"]


@posix
def test_that_setup_ci_is_enough_for_all_others(checkout: Checkout) -> None:
    assert checkout.start("setup", "ci").returncode == 0
    assert checkout.calls() == [f"{PIP} {checkout.root}[ci]"]
    for verb in ("test", "setup"):
        checkout.start(verb)
    assert checkout.calls() == ["-m pytest -n auto", f"{PIP} {checkout.root}[ci]"]


@pytest.mark.parametrize(
    "arguments",
    [
        "tests/test_start.py",
        "tests/test_start.py::test_that_all_is_well",
        "-k xor",
        "--lf",
        "-n 3",
        "-n3",
        "--numprocesses=3",
        "--dist=loadfile -n 2",
        "-p no:xdist",
        "--pdb",
        "-s",
        "--capture=no tests/model",
    ],
)
def test_that_a_few_tests_and_a_persons_own_choice_are_left_to_one_process(arguments: str) -> None:
    assert _module().in_parallel(arguments.split()) == arguments.split()


@pytest.mark.parametrize("arguments", ["", "tests/model", "-x -q", "-m slow", "--durations=20 tests/views"])
def test_that_many_tests_use_all_cores(arguments: str) -> None:
    assert _module().in_parallel(arguments.split()) == ["-n", "auto", *arguments.split()]


@posix
def test_that_setup_of_something_unknown_is_refused(checkout: Checkout) -> None:
    ran = checkout.start("setup", "everything")
    assert ran.returncode == 2
    assert "resources/start.py setup [test|dev|ci]" in ran.stderr
    assert checkout.calls() == []


@posix
def test_that_arguments_folder_and_exit_status_are_those_of_the_app(checkout: Checkout, tmp_path: Path) -> None:
    checkout.interpreter(status=7)
    ran = checkout.start("snapshot", "xor", "--out", "xor.png", cwd=tmp_path)
    assert ran.returncode == 7
    assert checkout.calls()[-1] == "-P -m nnviz snapshot xor --out xor.png"
    assert checkout.where().startswith(f"in {tmp_path} as ")


@posix
def test_that_the_app_is_reported_the_command_as_it_was_typed(checkout: Checkout) -> None:
    checkout.start()
    assert checkout.where() == f"in {checkout.root} as {Path(sys.executable).name} resources/start.py"


@posix
def test_that_a_failing_install_is_reported_and_tried_again_next_time(checkout: Checkout) -> None:
    python = checkout.root / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\ncase "$*" in *install*) exit 3;; esac\n')
    ran = checkout.start()
    assert ran.returncode == 3
    assert ran.stderr.endswith("nnviz: pip could not install what nnviz needs; its reason stands above.\n")
    checkout.interpreter(status=0)
    checkout.start()
    assert checkout.calls() == [f"{PIP} {checkout.root}", "-P -m nnviz"]


def test_that_an_old_python_is_refused_in_one_line() -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 10, 4); sys.version = '3.10.4 (main)'; "
        f"runpy.run_path({str(SCRIPT)!r}, run_name='__main__')"
    )
    ran = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, timeout=300)
    assert ran.returncode == 1
    assert ran.stderr == f"nnviz: Python 3.11 or newer is needed; {sys.executable} is 3.10.4.\n"


def test_that_an_old_python_can_read_the_script() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 7))


def _module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch):
    """Return start.py as a module, on a Linux with apt, and with commands written down rather than run."""
    module = _module()
    module.ran = []
    programs = {"apt-get": "/usr/bin/apt-get", "sudo": "/usr/bin/sudo"}
    monkeypatch.setattr(module.sys, "platform", "linux")
    monkeypatch.setattr(module.shutil, "which", programs.get)
    monkeypatch.setattr(module.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(module.ctypes, "CDLL", lambda name: name)
    monkeypatch.setattr(module, "has_font", lambda chinese=False: True)
    monkeypatch.setattr(module, "run", lambda *line: module.ran.append(" ".join(line)) or 0)
    monkeypatch.setattr(module, "succeeds", lambda *line: False)
    return module


def _lack(start, monkeypatch: pytest.MonkeyPatch, *libraries: str) -> None:
    def load(name: str) -> str:
        if name in libraries:
            raise OSError(name)
        return name

    monkeypatch.setattr(start.ctypes, "CDLL", load)


INSTALL = "apt-get install -y -q --no-install-recommends"


def test_that_a_machine_that_has_everything_is_left_alone(start, capsys) -> None:
    assert start.prepare_machine() == 0
    assert start.ran == []
    assert capsys.readouterr().err == ""


def test_that_root_installs_what_is_missing_and_says_what_and_why(start, monkeypatch, capsys) -> None:
    _lack(start, monkeypatch, "libEGL.so.1", "libxcb-cursor.so.0")
    monkeypatch.setattr(start, "has_font", lambda chinese=False: False)
    assert start.prepare_machine() == 0
    packages = "libegl1 libxcb-cursor0 fonts-dejavu-core fonts-wqy-microhei"
    assert start.ran == ["apt-get update -q", f"env DEBIAN_FRONTEND=noninteractive {INSTALL} {packages}"]
    assert capsys.readouterr().err == (
        "nnviz: installing system packages that this machine lacks: libegl1 libxcb-cursor0 for Qt's windows, "
        "fonts-dejavu-core fonts-wqy-microhei for text\n"
    )


def test_that_an_ordinary_person_with_sudo_without_password_gets_it_installed(start, monkeypatch) -> None:
    _lack(start, monkeypatch, "libEGL.so.1")
    monkeypatch.setattr(start.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(start, "succeeds", lambda *line: line == ("sudo", "-n", "true"))
    assert start.prepare_machine() == 0
    assert start.ran[-1] == f"sudo -n env DEBIAN_FRONTEND=noninteractive {INSTALL} libegl1"


def test_that_an_ordinary_person_without_it_is_given_the_command(start, monkeypatch, capsys) -> None:
    _lack(start, monkeypatch, "libEGL.so.1")
    monkeypatch.setattr(start.os, "geteuid", lambda: 1000)
    assert start.prepare_machine() == 1
    assert start.ran == []
    assert capsys.readouterr().err.splitlines() == [
        "nnviz: this machine lacks libegl1 for Qt's windows.",
        "nnviz: Install them with this command, then start again (its first half gets apt's list, which may be old):",
        f"sudo apt-get update && sudo {INSTALL} libegl1",
    ]


def test_that_a_missing_chinese_font_alone_keeps_nobody_from_starting(start, monkeypatch, capsys) -> None:
    monkeypatch.setattr(start.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(start, "has_font", lambda chinese=False: not chinese)
    assert start.prepare_machine() == 0
    assert start.ran == []
    assert capsys.readouterr().err.endswith(f": sudo apt-get update && sudo {INSTALL} fonts-wqy-microhei\n")


def test_that_an_apt_that_fails_is_reported_with_the_command_to_try(start, monkeypatch, capsys) -> None:
    _lack(start, monkeypatch, "libEGL.so.1")
    monkeypatch.setattr(start, "run", lambda *line: 100)
    assert start.prepare_machine() == 1
    assert capsys.readouterr().err.endswith(f": sudo apt-get update && sudo {INSTALL} libegl1\n")


def test_that_debians_package_for_virtual_environments_is_installed_where_python_lacks_it(
    start, monkeypatch, tmp_path
) -> None:
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(start, "PYTHON", tmp_path / "python")
    assert start.prepare_machine() == 0
    assert start.ran[-1].endswith(f"{INSTALL} python3.{sys.version_info[1]}-venv")


def test_that_a_linux_without_apt_is_left_alone(start, monkeypatch) -> None:
    _lack(start, monkeypatch, "libEGL.so.1")
    monkeypatch.setattr(start.shutil, "which", lambda name: None)
    assert start.prepare_machine() == 0
    assert start.ran == []


@pytest.mark.parametrize(
    ("files", "any_font", "chinese_font"),
    [
        ([], False, False),
        (["README"], False, False),
        (["truetype/dejavu/DejaVuSans.ttf"], True, False),
        (["truetype/wqy/wqy-microhei.ttc"], True, True),
        (["opentype/noto/NotoSansCJK-Regular.ttc"], True, True),
    ],
)
def test_that_fonts_are_found_in_their_folders_where_fontconfig_is_not_installed(
    monkeypatch, tmp_path, files, any_font, chinese_font
) -> None:
    module = _module()
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(module, "FONT_FOLDERS", (str(tmp_path), str(tmp_path / "none")))
    monkeypatch.setattr(module.shutil, "which", lambda name: None)
    assert (module.has_font(), module.has_font(chinese=True)) == (any_font, chinese_font)
