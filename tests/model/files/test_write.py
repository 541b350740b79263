"""A file is written wholly or not at all, keeps who may read it, and is refused in words where it cannot be."""

import errno
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nnviz.model.files.refusal import FileNotWrittenError
from nnviz.model.files.write import check_writable, write_atomically

posix = pytest.mark.skipif(os.name == "nt", reason="no such files on Windows")
OLD, NEW = b"the old contents", b"the new contents"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "a.json"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def refusal(path: Path, data: bytes = NEW) -> FileNotWrittenError:
    with pytest.raises(FileNotWrittenError) as caught:
        write_atomically(path, data, "to save it")
    error = caught.value
    assert (error.asked, error.where) == ("to save it", str(path))
    assert error.accepted
    return error


class TestWhatIsWritten:
    def test_that_a_new_file_and_an_old_one_hold_the_new_contents_and_nothing_is_left_beside(self, old: Path) -> None:
        for path in (old, old.with_name("b.json")):
            write_atomically(path, NEW)
            assert path.read_bytes() == NEW
        assert names(old.parent) == ["a.json", "b.json"]

    def test_that_nothing_and_much_are_written_too(self, old: Path) -> None:
        for data in (b"", os.urandom(3_000_000)):
            write_atomically(old, data)
            assert old.read_bytes() == data

    def test_that_writing_in_small_pieces_writes_everything(self, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write = os.write
        monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:3]))
        write_atomically(old, NEW)
        assert old.read_bytes() == NEW

    @posix
    def test_that_a_file_keeps_its_permissions_and_a_new_one_has_the_usual_ones(self, old: Path) -> None:
        for mode in (0o600, 0o640, 0o664, 0o755):
            old.chmod(mode)
            write_atomically(old, NEW)
            assert stat.S_IMODE(old.stat().st_mode) == mode
        usual, ours = old.with_name("usual"), old.with_name("ours")
        usual.write_bytes(b"")
        write_atomically(ours, NEW)
        assert ours.stat().st_mode == usual.stat().st_mode

    @posix
    def test_that_what_is_private_is_private_while_it_is_written(
        self, old: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        old.chmod(0o600)
        modes, write = [], os.write

        def noted(descriptor: int, data: bytes) -> int:
            modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
            return write(descriptor, data)

        monkeypatch.setattr(os, "write", noted)
        write_atomically(old, NEW)
        assert modes == [0o600]

    @posix
    def test_that_a_link_goes_on_leading_to_the_file(self, old: Path) -> None:
        there = old.parent / "there"
        there.mkdir()
        link, chained = there / "link", there / "chained"
        link.symlink_to(old)
        chained.symlink_to("link")
        write_atomically(chained, NEW)
        assert chained.is_symlink()
        assert link.is_symlink()
        assert old.read_bytes() == NEW
        assert names(there) == ["chained", "link"]

    @posix
    def test_that_a_link_to_a_file_that_is_not_there_makes_it(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(tmp_path / "new")
        write_atomically(tmp_path / "link", NEW)
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "new").read_bytes() == NEW

    @pytest.mark.parametrize("name", ["x" * 251 + ".csv", "数" * 83 + ".csv", "a b'c.csv", ".hidden", "-rf", "ä"])
    def test_that_every_name_that_the_disk_takes_is_taken(self, tmp_path: Path, name: str) -> None:
        write_atomically(tmp_path / name, NEW)
        assert names(tmp_path) == [name]

    def test_that_a_name_without_a_folder_is_one_in_the_working_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        write_atomically(Path("a.csv"), NEW)
        assert (tmp_path / "a.csv").read_bytes() == NEW

    def test_that_file_and_folder_are_on_the_disk_before_and_after_the_name_changes(
        self, old: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        done, sync, replace = [], os.fsync, Path.replace

        def synced(descriptor: int) -> None:
            done.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
            sync(descriptor)

        def replaced(path: Path, target: Path) -> Path:
            done.append("name")
            return replace(path, target)

        monkeypatch.setattr(os, "fsync", synced)
        monkeypatch.setattr(Path, "replace", replaced)
        write_atomically(old, NEW)
        assert done == (["file", "name"] if os.name == "nt" else ["file", "name", "folder"])


class TestWhatIsRefused:
    @pytest.mark.parametrize("fails", ["open", "write", "fsync", "replace"])
    def test_that_a_full_disk_leaves_the_old_file_and_nothing_else(
        self, old: Path, monkeypatch: pytest.MonkeyPatch, fails: str
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(Path if fails == "replace" else os, fails, full)
        error = refusal(old, b"x" * 5000)
        monkeypatch.undo()
        assert error.found == "no space left on the disk"
        assert error.accepted == "a disk with room for 6 kB"
        assert old.read_bytes() == OLD
        assert names(old.parent) == ["a.json"]

    @pytest.mark.parametrize("kind", [KeyboardInterrupt, MemoryError])
    def test_that_an_interruption_leaves_the_old_file_and_nothing_else(
        self, old: Path, monkeypatch: pytest.MonkeyPatch, kind: type[BaseException]
    ) -> None:
        def interrupted(*_: object) -> None:
            raise kind

        monkeypatch.setattr(os, "fsync", interrupted)
        with pytest.raises(kind):
            write_atomically(old, NEW)
        assert old.read_bytes() == OLD
        assert names(old.parent) == ["a.json"]

    @posix
    def test_that_a_limit_on_the_size_of_files_is_reported_and_leaves_the_old_file(self, old: Path) -> None:
        code = (
            "import resource, sys; from pathlib import Path\n"
            "from nnviz.model.files.write import write_atomically\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))\n"
            "try: write_atomically(Path(sys.argv[1]), b'x' * 50_000)\n"
            "except ValueError as error: print(error)"
        )
        done = subprocess.run([sys.executable, "-c", code, str(old)], capture_output=True, text=True, check=True)
        assert "found a limit on the size of files; accepted: a limit of at least 51 kB" in done.stdout
        assert old.read_bytes() == OLD
        assert names(old.parent) == ["a.json"]

    def test_that_a_folder_is_reported(self, tmp_path: Path) -> None:
        assert refusal(tmp_path).found == "a folder"

    def test_that_a_missing_folder_is_named(self, tmp_path: Path) -> None:
        assert refusal(tmp_path / "no" / "a.csv").found == f"no folder {tmp_path / 'no'}"

    @posix
    def test_that_a_file_in_the_place_of_a_folder_is_reported(self, old: Path) -> None:
        assert refusal(old / "a.csv").found == "a file where the path has a folder"

    def test_that_a_name_that_is_too_long_is_reported(self, tmp_path: Path) -> None:
        error = refusal(tmp_path / ("x" * 300))
        assert "300 characters" in error.found
        assert error.accepted == "a shorter name"

    @pytest.mark.parametrize("name", ["a\0b", "\udc80\ud800"])
    def test_that_a_character_that_no_name_has_is_reported(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(FileNotWrittenError, match="a character that no file's name can have"):
            write_atomically(tmp_path / name, NEW)
        assert names(tmp_path) == []

    @posix
    @pytest.mark.parametrize("device", ["/dev/null", "/dev/full", "/dev/zero"])
    def test_that_a_device_is_reported_and_stays(self, device: str) -> None:
        before = Path(device).stat()
        assert refusal(Path(device)).found == "a device"
        assert Path(device).stat().st_ino == before.st_ino

    @posix
    def test_that_a_pipe_and_a_socket_are_reported_and_stay(self, tmp_path: Path) -> None:
        pipe, named = tmp_path / "pipe", tmp_path / "socket"
        os.mkfifo(pipe)
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(named))
            assert refusal(pipe).found == "a pipe (FIFO)"
            assert refusal(named).found == "a socket"
        assert stat.S_ISFIFO(pipe.stat().st_mode)
        assert names(tmp_path) == ["pipe", "socket"]

    @posix
    def test_that_links_in_a_circle_are_reported_and_stay(self, tmp_path: Path) -> None:
        (tmp_path / "a").symlink_to("b")
        (tmp_path / "b").symlink_to("a")
        (tmp_path / "own").symlink_to("own")
        for name in ("a", "own"):
            assert refusal(tmp_path / name).found == "symbolic links that lead in a circle"
        assert (tmp_path / "a").is_symlink()

    @posix
    def test_that_a_link_to_a_device_or_into_no_folder_is_reported(self, tmp_path: Path) -> None:
        (tmp_path / "null").symlink_to("/dev/null")
        (tmp_path / "gone").symlink_to(tmp_path / "no" / "a")
        assert refusal(tmp_path / "null").found == "a device"
        assert "no folder" in refusal(tmp_path / "gone").found

    def test_that_a_write_protected_file_is_reported_and_stays(
        self, old: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        old.chmod(0o400)
        # An administrator may write it all the same, and the tests may be one's.
        monkeypatch.setattr(os, "access", lambda path, mode: bool(path.stat().st_mode & 0o200))
        assert refusal(old).found == "a file that is write-protected"
        assert old.read_bytes() == OLD

    @pytest.mark.parametrize(
        ("number", "found"),
        [
            (errno.EACCES, "no permission to write there"),
            (errno.EPERM, "no permission to write there"),
            (errno.EROFS, "a disk that can only be read"),
            (errno.EIO, os.strerror(errno.EIO)),
        ],
    )
    def test_that_what_the_system_refuses_is_reported(
        self, old: Path, monkeypatch: pytest.MonkeyPatch, number: int, found: str
    ) -> None:
        def refuse(*_: object) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(os, "open", refuse)
        assert refusal(old).found == found
        assert old.read_bytes() == OLD

    @posix
    @pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="an administrator may write everywhere")
    def test_that_a_folder_without_permission_is_reported(self, old: Path) -> None:
        old.parent.chmod(0o500)
        try:
            assert refusal(old).found == "no permission to write there"
            assert old.read_bytes() == OLD
        finally:
            old.parent.chmod(0o700)

    def test_that_looking_whether_a_file_can_be_written_changes_nothing(self, old: Path) -> None:
        check_writable(old)
        check_writable(old.with_name("new"))
        assert old.read_bytes() == OLD
        assert names(old.parent) == ["a.json"]
        with pytest.raises(FileNotWrittenError, match="no folder"):
            check_writable(old.parent / "no" / "a")


HOLDING = """
import os, sys, time
from pathlib import Path
from nnviz.model.files import write
def hold(descriptor):
    print("writing", flush=True)
    time.sleep(600)
os.fsync = hold
write.write_atomically(Path(sys.argv[1]), b"x" * 1000)
"""


@pytest.fixture
def writer(old: Path) -> Iterator[Callable[[], subprocess.Popen]]:
    """Return a function that starts a process that goes on writing for ever."""
    started: list[subprocess.Popen] = []

    def start() -> subprocess.Popen:
        process = subprocess.Popen([sys.executable, "-c", HOLDING, str(old)], stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


class TestLeftovers:
    def test_that_what_a_killed_process_has_left_goes_with_the_next_writing(self, old: Path, writer) -> None:
        process = writer()
        process.kill()
        process.wait()
        assert len(names(old.parent)) == 2, "the old file, and what was begun"
        assert old.read_bytes() == OLD
        write_atomically(old.with_name("b.json"), NEW)
        assert names(old.parent) == ["a.json", "b.json"]

    def test_that_what_a_living_process_writes_stays(self, old: Path, writer) -> None:
        process = writer()
        (begun,) = set(names(old.parent)) - {"a.json"}
        assert begun.startswith(f".a.json.{process.pid}-"), "hidden, and it says whose it is"
        write_atomically(old, NEW)
        assert begun in names(old.parent)

    def test_that_what_others_have_there_stays(self, old: Path) -> None:
        others = [".a.json.tmp", ".a.json.12-abcd.nnviz-part", "a.json.12-12345678.nnviz-part", ".a.json.swp"]
        for name in others:
            old.with_name(name).write_bytes(b"")
        write_atomically(old, NEW)
        assert names(old.parent) == sorted(["a.json", *others])

    @posix
    def test_that_a_link_or_a_pipe_of_such_a_name_harms_nothing(self, old: Path) -> None:
        part = ".a.json.12-12345678.nnviz-part"
        old.with_name(part).symlink_to(old)
        os.mkfifo(old.with_name(part.replace("12-", "13-")))
        write_atomically(old, NEW)
        assert old.read_bytes() == NEW
