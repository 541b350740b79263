"""What a person says of their network, in a line."""

from __future__ import annotations

import pytest

from nnviz.model.errors import ModelError
from nnviz.model.judgement.stated import StatedNetwork, read_stated


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", StatedNetwork()),
        ("2-3-1", StatedNetwork((2, 3, 1))),
        (
            "2-3-1 tanh,sigmoid binary-cross-entropy rows",
            StatedNetwork((2, 3, 1), ("tanh", "sigmoid"), "binary-cross-entropy", "rows"),
        ),
        ("columns, 4-2, relu", StatedNetwork((4, 2), ("relu",), "", "columns")),
    ],
)
def test_each_word_is_read(text: str, wanted: StatedNetwork) -> None:
    assert read_stated(text) == wanted


def test_a_word_that_is_nothing_is_told() -> None:
    with pytest.raises(ModelError, match="swishy"):
        read_stated("2-3-1 swishy")
