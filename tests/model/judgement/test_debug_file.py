"""Scripts from the file to the verdict: right ones are not struck, of wrong ones the first wrong line is named."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from textwrap import dedent

import pytest

from nnviz.model.judgement.debug_file import debug_file
from nnviz.model.judgement.judgement import Judgement

pytestmark = pytest.mark.slow

_SCRIPT = """\
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1.0]])
y = np.array([[0], [1], [1], [0.0]])
np.random.seed(4)
W1, b1 = np.random.randn(2, 3), np.zeros((1, 3))
W2, b2 = np.random.randn(3, 1), np.zeros((1, 1))
for i in range(100):
    h = np.tanh(X @ W1 + b1)
    o = 1 / (1 + np.exp(-(h @ W2 + b2)))
    loss = -np.mean(y * np.log(o) + (1 - y) * np.log(1 - o))
    d2 = o - y
    d1 = d2 @ W2.T * (1 - h**2)
    W2 -= 0.5 * h.T @ d2 / 4
    b2 -= 0.5 * d2.mean(0, keepdims=True)
    W1 -= 0.5 * X.T @ d1 / 4
    b1 -= 0.5 * d1.mean(0, keepdims=True)
"""


@cache
def _judged(folder: Path, old: str = "", new: str = "") -> Judgement:
    file = folder / "mine.py"
    assert old in _SCRIPT
    file.write_text(dedent(_SCRIPT.replace(old, new) if old else _SCRIPT), encoding="utf-8")
    return debug_file(file)[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scripts")


def test_a_right_script_is_right_and_its_network_found(folder: Path) -> None:
    judgement = _judged(folder)
    assert judgement.ok is True
    assert judgement.network is not None
    assert judgement.network.sizes == (2, 3, 1)
    assert judgement.network.activations == ("tanh", "sigmoid")
    assert judgement.network.loss == "binary-cross-entropy"
    assert judgement.network.learning_rate == 0.5
    assert not any(line.verdict == "wrong" for line in judgement.lines)


@pytest.mark.parametrize(
    ("old", "new", "line", "symbol", "mistake"),
    [
        ("d2 @ W2.T * (1 - h**2)", "d2 @ W2.T * h * (1 - h)", 13, "delta1", "wrong-derivative"),
        ("d2 @ W2.T * (1 - h**2)", "d2 @ W2.T", 13, "delta1", "hidden-slope-forgotten"),
        ("d2 = o - y", "d2 = (o - y) * o * (1 - o)", 12, "delta2", "output-slope-twice"),
        ("W2 -= 0.5 * h.T @ d2 / 4", "W2 += 0.5 * h.T @ d2 / 4", 14, "W2", "gradient-added"),
        ("b1 -= 0.5 * d1.mean(0, keepdims=True)", "b1 -= 0.5 * d1.mean()", 17, "db1", "bias-sum-of-all"),
    ],
)
@pytest.mark.sample(2)
def test_the_first_wrong_line_is_named(folder: Path, old: str, new: str, line: int, symbol: str, mistake: str) -> None:
    found = _judged(folder, old, new).first_difference
    assert found is not None
    assert (found.line, found.symbol) == (line, symbol)
    assert mistake in found.mistakes


def test_a_sum_in_place_of_the_mean_is_not_struck(folder: Path) -> None:
    file = folder / "summed.py"
    file.write_text(_SCRIPT.replace(" / 4", "").replace(".mean(0", ".sum(0"), encoding="utf-8")
    assert debug_file(file)[2].ok is True


def test_what_was_raised_is_explained(folder: Path) -> None:
    raised = _judged(folder, "X.T @ d1", "X @ d1").raised
    assert raised is not None
    assert raised.line == 16
    assert "would fit" in raised.text
