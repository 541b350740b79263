"""Folders for what processes exchange: gone at the end, and those of killed processes with the next one."""

import sys
import tempfile
from pathlib import Path

import pytest

from nnviz.model.background.scratch import ScratchFolder

CHILD = """
import time
from nnviz.model.background.scratch import ScratchFolder
folder = ScratchFolder("test")
(folder.path / "file").touch()
print(folder.path, flush=True)
time.sleep(600)
"""


@pytest.fixture(autouse=True)
def own_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))


def test_that_it_is_empty_and_gone_afterwards(tmp_path: Path) -> None:
    with ScratchFolder("test") as folder:
        assert list(folder.iterdir()) == []
        assert folder.parent == tmp_path
        (folder / "inside").mkdir()
        (folder / "inside" / "file").touch()
    assert list(tmp_path.iterdir()) == []


def test_that_it_goes_with_what_holds_it(tmp_path: Path) -> None:
    folder = ScratchFolder("test")
    assert list(tmp_path.iterdir()) == [folder.path]
    del folder
    assert list(tmp_path.iterdir()) == []


def test_that_what_is_in_use_and_what_is_of_another_kind_stays(tmp_path: Path) -> None:
    other = tmp_path / "nnviz-other-1"
    other.mkdir()
    with ScratchFolder("test") as first, ScratchFolder("test") as second:
        assert first != second
        assert {*tmp_path.iterdir()} == {other, first, second}
    assert list(tmp_path.iterdir()) == [other]


def test_that_closing_twice_harms_nothing(tmp_path: Path) -> None:
    folder = ScratchFolder("test")
    folder.close()
    folder.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell that a process is gone")
class TestLeftovers:
    def test_that_a_killed_process_s_folder_goes_with_the_next(self, processes, tmp_path: Path) -> None:
        process = processes.python("-c", CHILD)
        left = Path(process.stdout.readline().strip())
        with ScratchFolder("test"):
            assert left.is_dir(), "it is in use"
        process.kill()
        process.wait()
        assert (left / "file").exists()
        with ScratchFolder("test") as folder:
            assert list(tmp_path.iterdir()) == [folder]

    def test_that_a_link_of_that_name_is_not_followed(self, tmp_path: Path) -> None:
        place = tmp_path / "a person's"
        place.mkdir()
        (place / "file").touch()
        (tmp_path / "nnviz-test-link").symlink_to(place)
        with ScratchFolder("test"):
            pass
        assert (place / "file").exists()
