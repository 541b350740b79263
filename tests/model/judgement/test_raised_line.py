"""Of a script that raises the line is named, and as it should be: the script is right with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nnviz.model.judgement.debug_file import debug_file

pytestmark = pytest.mark.slow

SCRIPT = """\
import numpy as np
rng = np.random.default_rng(1)
X, Y = rng.normal(size=(20, 2)), rng.integers(0, 2, (20, 1)).astype(float)
W1, b1 = rng.normal(size=(2, 3)), np.zeros((1, 3))
W2, b2 = rng.normal(size=(3, 1)), np.zeros((1, 1))
for epoch in range(5):
    a1 = np.tanh(X @ W1 + b1)
    a2 = 1 / (1 + np.exp(-(a1 @ W2 + b2)))
    loss = -np.mean(Y * np.log(a2) + (1 - Y) * np.log(1 - a2))
    d2 = (a2 - Y) / 20
    d1 = d2 @ W2.T * (1 - a1 ** 2)
    dW2 = a1.T @ d2
    db1 = d1.sum(axis=0)
    W1 -= 0.5 * X.T @ d1
    b1 -= 0.5 * db1
    W2 -= 0.5 * dW2
    b2[0, 0] -= 0.5 * d2.sum()
"""


@pytest.mark.parametrize(
    ("right", "wrong", "symbol", "mistake"),
    [
        ("d1 = d2 @ W2.T * (1 - a1 ** 2)", "d1 = d2 @ W2 * (1 - a1 ** 2)", "delta1", "not-transposed"),
        ("dW2 = a1.T @ d2", "dW2 = np.dot(a1, d2)", "dW2", "not-transposed"),
        ("astype(float)", "astype(np.float)", "", ""),
        ("(1 - a1 ** 2)", "(1 - al ** 2)", "delta1", ""),
    ],
)
def test_the_line_is_mended(right: str, wrong: str, symbol: str, mistake: str, tmp_path: Path) -> None:
    assert right in SCRIPT
    text = SCRIPT.replace(right, wrong)
    judgement = debug_file(tmp_path / "mine.py", source=text)[2]
    found = judgement.first_difference
    assert judgement.ok is False
    assert judgement.raised is not None
    assert found is not None
    assert found.line == next(n for n, line in enumerate(text.split("\n"), 1) if wrong in line)
    assert found.symbol == symbol
    assert not mistake or mistake in found.mistakes
    assert found.mended is not None
    assert debug_file(tmp_path / "mine.py", source=text.replace(found.source, found.mended))[2].ok


def test_a_sum_without_its_axis_is_behind_a_bias_that_does_not_fit(tmp_path: Path) -> None:
    columns = SCRIPT.replace("np.zeros((1, 3))", "np.zeros((3, 1))").replace("X @ W1 + b1", "(W1.T @ X.T + b1).T")
    columns = columns.replace("db1 = d1.sum(axis=0)", "db1 = np.sum(d1.T, axis=1)")
    judgement = debug_file(tmp_path / "mine.py", source=columns)[2]
    assert judgement.raised is not None
    assert judgement.raised.line == 15
    assert judgement.first_difference is not None
    assert judgement.first_difference.line == 13
    assert judgement.first_difference.mended == "db1 = np.sum(d1.T, axis=1, keepdims=True)"


def test_what_is_missing_is_no_wrong_line(tmp_path: Path) -> None:
    text = SCRIPT.replace("import numpy as np", "import numpy as np; import no_such_package")
    judgement = debug_file(tmp_path / "mine.py", source=text)[2]
    assert judgement.raised is not None
    assert judgement.first_difference is None
