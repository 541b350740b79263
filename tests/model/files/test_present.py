"""Whether there is a file of a name, whatever the name is."""

from pathlib import Path

import pytest

from nnviz.model.files.present import is_file


@pytest.mark.parametrize(
    "name", ["", "a" * 10_000, "a\0b", "missing", "folder", "leads-nowhere", "leads-to-itself", "file/inside"]
)
def test_that_what_is_no_file_is_not_there_and_raises_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "leads-nowhere").symlink_to("missing")
    (tmp_path / "leads-to-itself").symlink_to("leads-to-itself")

    assert not is_file(tmp_path / name)


def test_that_a_file_is_there_also_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("file")

    assert is_file(tmp_path / "file")
    assert is_file(tmp_path / "link")
