"""The file of the settings: what killed processes have left beside it goes at the start, and nothing else does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PyQt6.QtCore import QLockFile, QSettings

from nnviz.app.preferences import remove_leftovers_of

LEFT = ["nnviz.ini.AbCdEf", "nnviz.ini.lock.rmlock", "nnviz.ini.lock.rmlock.rmlock"]
OTHERS = ["nnviz.ini.bak", "nnviz.ini.AbCdEf7", "other.ini.AbCdEf", "nnviz.ini.AbCdE1"]


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    path = tmp_path / "config" / "nnviz.ini"
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    settings.setValue("theme", "dark")
    settings.sync()
    for name in (*LEFT, *OTHERS):
        path.with_name(name).touch()
    return path


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


def test_that_leftovers_go_and_everything_else_stays(stored: Path) -> None:
    remove_leftovers_of(stored)
    assert names(stored) == sorted(["nnviz.ini", *OTHERS])
    assert QSettings(str(stored), QSettings.Format.IniFormat).value("theme") == "dark"


def test_that_what_another_process_is_writing_stays(stored: Path) -> None:
    lock = QLockFile(f"{stored}.lock")
    assert lock.tryLock(0)
    remove_leftovers_of(stored)
    lock.unlock()
    assert set(LEFT) <= set(names(stored))


def test_that_an_empty_lock_of_long_ago_is_not_waited_for(stored: Path) -> None:
    lock = stored.with_name("nnviz.ini.lock")
    lock.touch()
    os.utime(lock, (1, 1))
    remove_leftovers_of(stored)
    assert not lock.exists()


def test_that_a_folder_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    remove_leftovers_of(tmp_path / "no" / "nnviz.ini")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="a file that is open is not replaced there")
def test_that_qt_replaces_the_file_and_does_not_write_into_it(stored: Path) -> None:
    before = stored.stat().st_ino
    held = stored.open("rb")
    code = (
        "import sys; from PyQt6.QtCore import QSettings\n"
        "s = QSettings(sys.argv[1], QSettings.Format.IniFormat); s.setValue('theme', 'light'); s.sync()\n"
        "assert s.isAtomicSyncRequired()"
    )
    with held:
        subprocess.run([sys.executable, "-c", code, str(stored)], check=True)
        assert b"dark" in held.read(), "the old file is whole"
    assert stored.stat().st_ino != before
    assert b"light" in stored.read_bytes()
