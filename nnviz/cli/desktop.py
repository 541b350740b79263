"""``nnviz --install-desktop`` and ``--remove-desktop``: in the menu of a Linux desktop, for sessions too."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from nnviz.assets import asset

_WRITTEN: Final = {
    "applications/nnviz.desktop": ("desktop", "nnviz.desktop"),
    "mime/packages/nnviz.xml": ("desktop", "nnviz.xml"),
    "icons/hicolor/scalable/apps/nnviz.svg": ("icons", "nnviz.svg"),
}
"""What is written into the person's data folder, and from which shipped file."""

_INDEXES: Final = {"update-mime-database": "mime", "update-desktop-database": "applications"}
"""Programs that make desktops read a folder again, where there are any."""

_SAID_IN_QUOTES: Final = '"`$\\'


def add_desktop_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to the parser of the whole command line."""
    parser.add_argument(
        "--install-desktop", action=_DesktopAction, run=_install, help="Linux: into the menu, and open .nnviz files"
    )
    parser.add_argument("--remove-desktop", action=_DesktopAction, run=_remove, help="take that away again")


class _DesktopAction(argparse.Action):
    """An option that does its work and ends, as ``--version`` does: no command follows it."""

    def __init__(self, run: Any, **settings: Any) -> None:
        super().__init__(nargs=0, **settings)
        self._run = run

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option: str | None = None,
    ) -> None:
        if not sys.platform.startswith("linux"):
            parser.exit(1, f"nnviz: {option} is for the desktops of Linux, and this is {sys.platform}\n")
        try:
            self._run()
        except OSError as error:
            parser.exit(
                1, f"nnviz: {option}: {error.filename}: {error.strerror}; a folder that you may write to is needed\n"
            )
        parser.exit(0)


def _install() -> None:
    for target, (folder, name) in _WRITTEN.items():
        path = _data_home() / target
        path.parent.mkdir(parents=True, exist_ok=True)
        text = asset(folder, name).read_text(encoding="utf-8").replace("@COMMAND@", _command())
        path.write_text(text, encoding="utf-8")
        print(f"written: {path}")
    _read_again()


def _remove() -> None:
    for target in _WRITTEN:
        path = _data_home() / target
        if path.exists():
            path.unlink()
            print(f"removed: {path}")
        else:
            print(f"not there: {path}")
    _read_again()


def _data_home() -> Path:
    """Return where the person's desktop looks; its specification ignores what is not an absolute path."""
    asked = Path(os.environ.get("XDG_DATA_HOME", ""))
    return asked if asked.is_absolute() else Path.home() / ".local" / "share"


def _read_again() -> None:
    for program, folder in _INDEXES.items():
        path = _data_home() / folder
        if not path.is_dir():
            continue
        if shutil.which(program) is None:
            print(f"{program} is not installed: the desktop may notice only after the next login")
            continue
        done = subprocess.run([program, str(path)], capture_output=True, text=True, check=False)
        print(f"run: {program} {path}" + (f" failed: {done.stderr.strip()}" if done.returncode else ""))


def _command() -> str:
    """Return the words that start this nnviz from any folder, written as desktop entries want them."""
    # -P: a numpy.py in the folder that a desktop starts programs in is not ours.
    words = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "nnviz"]
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    # Quoted first, and then, as every string of an entry, with its backslashes doubled.
    escaped = "".join(f"\\{sign}" if sign in _SAID_IN_QUOTES else sign for sign in word)
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'
