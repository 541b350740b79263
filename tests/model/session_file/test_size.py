"""A session file that would take very much memory is refused before it is read."""

from pathlib import Path

import pytest

from nnviz.model.session_file.errors import SessionFileError
from nnviz.model.session_file.file import BYTES_MAX, open_session


def test_that_a_file_that_is_too_long_is_refused_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / "long.nnviz"
    with path.open("wb") as opened:
        opened.truncate(BYTES_MAX + 1)
    with pytest.raises(SessionFileError) as caught:
        open_session(path)
    assert str(path) in caught.value.where
    assert "all of it is held in memory" in caught.value.accepted
