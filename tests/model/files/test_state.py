"""What has become of a file since it was read or written: seen by its contents, however it came about."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from nnviz.model.files.state import change_since, read_with_state, state_now
from nnviz.model.files.write import write_atomically


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.nnviz"
    path.write_bytes(b"contents")
    return path


def by_size(path: Path) -> None:
    path.write_bytes(b"longer contents")


def within_the_same_moment(path: Path) -> None:
    before = path.stat()
    path.write_bytes(b"CONTENTS")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def by_another_process(path: Path) -> None:
    write_atomically(path, b"CONTENTS")


def by_an_older_copy(path: Path) -> None:
    write_atomically(path, b"CONTENTS")
    os.utime(path, ns=(1, 1))


@pytest.mark.parametrize("change", [by_size, within_the_same_moment, by_another_process, by_an_older_copy])
def test_that_other_contents_are_seen(path: Path, change: Callable[[Path], None]) -> None:
    data, read = read_with_state(path)
    assert data == b"contents"
    change(path)
    assert change_since(path, read) == "changed"


def touched(path: Path) -> None:
    os.utime(path, ns=(1, 1))


def copied(path: Path) -> None:
    shutil.copy(path, path.with_name("b"))
    path.unlink()
    path.with_name("b").replace(path)


def protected(path: Path) -> None:
    path.chmod(0o400)


def nothing(path: Path) -> None:
    pass


@pytest.mark.parametrize("change", [touched, copied, protected, nothing])
def test_that_the_same_contents_are_no_change(path: Path, change: Callable[[Path], None]) -> None:
    for state in (state_now(path), write_atomically(path, b"contents")):
        assert state is not None
        change(path)
        assert change_since(path, state) is None


def test_that_a_state_that_tells_enough_is_not_read_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.utime(path, ns=(10**18, 10**18))
    state = state_now(path)
    assert state is not None
    monkeypatch.setattr(Path, "open", None)
    assert change_since(path, state) is None


def test_that_a_file_that_is_gone_is_seen(path: Path) -> None:
    state = state_now(path)
    assert state is not None
    path.unlink()
    assert change_since(path, state) == "gone"
    assert change_since(path / "below", state) == "gone"
    assert state_now(path) is None


def test_that_a_folder_in_its_place_is_seen(path: Path) -> None:
    state = state_now(path)
    assert state is not None
    path.unlink()
    path.mkdir()
    assert change_since(path, state) == "another kind"


@pytest.mark.skipif(os.name == "nt", reason="no such files on Windows")
def test_that_a_pipe_a_device_and_links_in_its_place_are_seen(path: Path) -> None:
    state = state_now(path)
    assert state is not None
    path.unlink()
    os.mkfifo(path)
    assert change_since(path, state) == "another kind", "and it is not waited for"
    path.unlink()
    path.symlink_to("/dev/null")
    assert change_since(path, state) == "another kind"
    path.unlink()
    path.symlink_to(path.name)
    assert change_since(path, state) == "unreadable"


def test_that_what_cannot_be_read_is_seen(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = state_now(path)
    assert state is not None

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert change_since(path, state) == "unreadable"
