"""The first wrong line is mended in the person's names, and the script is right with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nnviz.model.judgement.debug_file import debug_file

pytestmark = pytest.mark.slow

SCRIPT = """\
import numpy as np
rng = np.random.default_rng(1)
X, Y = rng.normal(size=(20, 2)), rng.integers(0, 2, (20, 1))
W1, b1 = rng.normal(size=(2, 3)), np.zeros((1, 3))
W2, b2 = rng.normal(size=(3, 1)), np.zeros((1, 1))
for epoch in range(5):
    a1 = np.tanh(X @ W1 + b1)
    a2 = 1 / (1 + np.exp(-(a1 @ W2 + b2)))
    loss = -np.mean(Y * np.log(a2) + (1 - Y) * np.log(1 - a2))
    d2 = (a2 - Y) / 20
    d1 = d2 @ W2.T * (1 - a1 ** 2)
    dW2 = a1.T @ d2
    db2 = d2.sum(axis=0, keepdims=True)
    W1 -= 0.5 * X.T @ d1
    b1 -= 0.5 * d1.sum(axis=0, keepdims=True)
    W2 -= 0.5 * dW2
    b2 -= 0.5 * db2
"""


@pytest.mark.parametrize(
    ("right", "wrong", "mistake"),
    [
        ("d1 = d2 @ W2.T * (1 - a1 ** 2)", "d1 = d2 @ W2.T * (a1 * (1 - a1))", "wrong-derivative"),
        ("d1 = d2 @ W2.T * (1 - a1 ** 2)", "d1 = d2 @ W2.T", "hidden-slope-forgotten"),
        ("db2 = d2.sum(axis=0, keepdims=True)", "db2 = d2.sum()", ""),
        ("W2 -= 0.5 * dW2", "W2 += 0.5 * dW2", "gradient-added"),
    ],
)
@pytest.mark.sample(1)
def test_a_mended_script_is_right(right: str, wrong: str, mistake: str, tmp_path: Path) -> None:
    assert right in SCRIPT
    text = SCRIPT.replace(right, wrong)
    judgement = debug_file(tmp_path / "mine.py", source=text)[2]
    if not mistake:
        assert judgement.ok  # one output: the sum over all cells is the same
        return
    found = judgement.first_difference
    assert found is not None
    assert found.source == wrong
    assert mistake in found.mistakes
    assert found.mended is not None
    assert debug_file(tmp_path / "mine.py", source=text.replace(wrong, found.mended))[2].ok
