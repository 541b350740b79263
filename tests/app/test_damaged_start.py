"""Whatever is wrong with what nnviz has stored: it starts, says so in the window, and loses nothing of what was there.

The real command is run in a process of its own, off the screen; where no window can be made, one line says why.
"""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from PyQt6.QtCore import QByteArray, QSettings

import nnviz

CHILD = """
import sys
from PyQt6.QtCore import QTimer
from nnviz.app.application import App
from nnviz.cli.main import main

begin = App.start

def start(app):
    begin(app)
    QTimer.singleShot(300, lambda: look(app))

def look(app):
    print("reported:", app.window.notice.text().replace(chr(10), " | "), flush=True)
    print("asked:", app.window.question.text(), flush=True)
    app.window.close()

App.start = start
sys.exit(main(["xor"]))
"""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="links, pipes, and the places of POSIX")]


class Start(NamedTuple):
    """What came of a start."""

    status: int
    reported: str
    asked: str
    errors: str


StartNnviz = Callable[..., Start]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder in which nnviz stores things."""
    made = tmp_path / "settings" / "nnviz"
    made.mkdir(parents=True)
    return made


@pytest.fixture
def start(processes) -> StartNnviz:
    """Return what starts the nnviz of a checkout with what is stored in a folder, looks at its bars, and closes it."""

    def begin(folder: Path, root: Path = Path(nnviz.__file__).parents[1]) -> Start:
        where = {"PYTHONPATH": str(root), "XDG_CONFIG_HOME": str(folder.parent), "HOME": str(folder)}
        done = processes.run(sys.executable, "-c", CHILD, env=os.environ | where, cwd=root, timeout=100)
        reported = re.search("^reported: (.*)$", done.stdout, re.MULTILINE)
        asked = re.search("^asked: (.*)$", done.stdout, re.MULTILINE)
        errors = [line for line in done.stderr.splitlines() if "does not support" not in line]
        return Start(done.returncode, reported[1] if reported else "-", asked[1] if asked else "-", "\n".join(errors))

    return begin


def test_that_nothing_is_reported_where_nothing_is_wrong_also_at_the_second_start(
    start: StartNnviz, folder: Path
) -> None:
    assert start(folder) == Start(0, "", "", "")
    assert start(folder) == Start(0, "", "", "")


# Recovery files ----------------------------------------------------------------------------------------------------

LEFT: dict[str, Callable[[Path], object]] = {
    "a dangling link": lambda path: path.symlink_to("/nowhere/at/all"),
    "a looped link": lambda path: path.symlink_to(path.name),
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "junk": lambda path: path.write_bytes(bytes(range(256)) * 9),
    "nothing in it": lambda path: path.write_bytes(b""),
}


ALL = "all of them"


@pytest.mark.parametrize("kind", [ALL, *LEFT])
@pytest.mark.sample(1, ALL)
def test_that_what_cannot_be_recovered_is_set_aside_and_reported_once(
    start: StartNnviz, folder: Path, kind: str
) -> None:
    (folder / "recovery").mkdir()
    paths = [folder / "recovery" / f"recovery-1-{number}.nnviz" for number in range(len(LEFT) if kind == ALL else 1)]
    for path, make in zip(paths, LEFT.values() if kind == ALL else [LEFT[kind]], strict=True):
        make(path)
    found = start(folder)
    assert (found.status, found.asked, found.errors) == (0, "", "")
    words = "A session that nnviz saved before it ended cannot be opened; the file is kept as"
    assert found.reported.startswith(words)
    for path in paths:
        aside = f"{path}.faulty"
        assert f"{words} {aside}." in found.reported
        assert os.path.lexists(aside)
        assert not os.path.lexists(path)
    assert start(folder) == Start(0, "", "", "")


# The file of the settings ------------------------------------------------------------------------------------------

FILES: dict[str, Callable[[Path], object]] = {
    "junk": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "zeros": lambda path: path.write_bytes(bytes(3000)),
    "another encoding": lambda path: path.write_bytes("[General]\ntheme=größe\n".encode("latin-1")),
    "a folder": lambda path: path.mkdir(),
    "a dangling link": lambda path: path.symlink_to("/nowhere/x.ini"),
    "a looped link": lambda path: path.symlink_to(path.name),
    "a pipe": os.mkfifo,
    "objects of Python": lambda path: path.write_text(
        "[General]\nlanguage=en\ntheme=@Variant(\\0\\0\\0\\x7f\\0\\0\\0\\xePyQt_PyObject\\0\\0\\0\\0\\x5junk!)\n"
    ),
}


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.sample(1)
def test_that_settings_that_cannot_be_read_are_set_aside_and_reported_once(
    start: StartNnviz, folder: Path, kind: str
) -> None:
    path = folder / "nnviz.ini"
    FILES[kind](path)
    found = start(folder)
    assert (found.status, found.asked, found.errors) == (0, "", "")
    assert found.reported == (
        f"The settings in {path} are damaged and were not read. The file as it was is kept as {path}.faulty."
    )
    assert os.path.lexists(f"{path}.faulty")
    assert path.is_file(), "new ones are stored"
    assert start(folder) == Start(0, "", "", "")


VALUES = {
    "theme": ("17", "theme"),
    "language": ("klingon", "language"),
    "recent": ("@Size(3 4)", "recent"),
    "window/geometry": ("@Rect(1 2 3 4)", "window/geometry"),
    "window/panels": ("text", "window/panels"),
    "window/panels-shown": ("@Point(1 2)", "window/panels-shown"),
    "presentation/panels": ("@Invalid()", "presentation/panels"),
    "a cut variant": ("@Variant(\\0\\0\\0\\x8\\0\\0\\0\\x1\\0\\0\\0\\x2\\0\\x61)", "recent"),
}


@pytest.mark.parametrize("name", [ALL, *VALUES])
@pytest.mark.sample(1, ALL)
def test_that_a_damaged_value_is_ignored_and_reported_once_and_the_others_hold(
    start: StartNnviz, folder: Path, name: str
) -> None:
    path = folder / "nnviz.ini"
    sections: dict[str, dict[str, str]] = {"other": {"kept": "1"}}
    keys = []
    for text, key in VALUES.values() if name == ALL else [VALUES[name]]:
        section, _, entry = key.rpartition("/")
        sections.setdefault(section or "General", {})[entry] = text
        keys.append(key)
    for section, entries in sections.items():
        with path.open("a") as file:
            file.write("".join([f"[{section}]\n", *(f"{entry}={text}\n" for entry, text in entries.items())]))
    before = path.read_text()
    found = start(folder)
    assert (found.status, found.asked, found.errors) == (0, "", "")
    words = f"These settings in {path} are damaged and were ignored: "
    assert found.reported.startswith(words)
    assert set(found.reported.removeprefix(words).partition(".")[0].split(", ")) == set(keys)
    assert Path(f"{path}.faulty").read_text() == before
    assert "kept=1" in path.read_text()
    assert start(folder) == Start(0, "", "", "")


@pytest.mark.parametrize("name", ["window/panels", "window/geometry"])
@pytest.mark.parametrize("damage", ["one byte", "cut", "junk without a sum"])
@pytest.mark.sample(1)
def test_that_a_damaged_layout_is_not_given_to_qt_and_reported(
    start: StartNnviz, folder: Path, name: str, damage: str
) -> None:
    path = folder / "nnviz.ini"
    start(folder)
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    state = bytearray(settings.value(name).data())
    if damage == "one byte":
        state[len(state) // 2] ^= 0x40
    elif damage == "cut":
        del state[len(state) // 2 :]
    else:
        state[:] = b"junk" * 50
        settings.remove(f"{name}-sum")
    settings.setValue(name, QByteArray(bytes(state)))
    settings.sync()
    reported = "The remembered layout of the panels is damaged; the first one is shown."
    assert start(folder) == Start(0, reported, "", "")
    assert start(folder) == Start(0, "", "", "")


def test_that_a_layout_that_shows_no_panel_is_shown_as_it_was(start: StartNnviz, folder: Path) -> None:
    (folder / "nnviz.ini").write_text("[window]\npanels=@ByteArray()\npanels-shown=\n")
    found = start(folder)
    assert (found.status, found.errors) == (0, "")
    assert "defect" not in found.reported


def test_that_a_home_in_which_nothing_can_be_written_is_reported(start: StartNnviz, tmp_path: Path) -> None:
    home = tmp_path / "a file"
    home.write_text("where a folder should be")
    found = start(home / "nnviz")
    assert (found.status, found.errors) == (0, "")
    assert found.reported == f"Settings are not stored: {home}/nnviz/nnviz.ini cannot be written."


# What ships with nnviz ---------------------------------------------------------------------------------------------


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of nnviz with its resources, to break."""
    from shutil import copytree, ignore_patterns

    root = Path(nnviz.__file__).parents[1]
    for name in ("nnviz", "resources"):
        copytree(root / name, tmp_path / "copy" / name, ignore=ignore_patterns("__pycache__", "*.so", "*.gz", "*.npz"))
    return tmp_path / "copy"


@pytest.mark.parametrize("damage", ["junk", "empty", "missing"])
@pytest.mark.sample(1)
def test_that_a_broken_translation_leaves_the_window_in_english_and_is_reported(
    start: StartNnviz, folder: Path, copy: Path, damage: str
) -> None:
    (folder / "nnviz.ini").write_text("[General]\nlanguage=zh_CN\n")
    path = copy / "resources" / "translations" / "nnviz_zh_CN.qm"
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(b"junk" * 99 if damage == "junk" else b"")
    found = start(folder, copy)
    reported = "The translation into 简体中文 cannot be read; the window is in English."
    assert found == Start(0, reported, "", "")


@pytest.mark.parametrize("missing", ["icons/close.svg", "icons", "scenarios"])
@pytest.mark.sample(1)
def test_that_a_missing_resource_is_reported_in_one_line_on_the_terminal(
    start: StartNnviz, folder: Path, copy: Path, missing: str
) -> None:
    from shutil import rmtree

    path = copy / "resources" / missing
    path.unlink() if path.is_file() else rmtree(path)
    found = start(folder, copy)
    assert found.status == 1
    (line,) = found.errors.splitlines()
    assert line.startswith("nnviz: nnviz ships no ")
    assert line.endswith("; install nnviz again")
    assert missing.split("/")[0] in line
