"""The line of a checked file that computes the first wrong value, and that line as it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from nnviz.model.codecheck import check_file
from tests.model.codecheck.test_cases import CODE, HALF, TANH


@pytest.mark.slow
def test_that_the_line_behind_the_first_difference_is_named_and_mended() -> None:
    report = check_file(CODE / "b11b_slope_of_a.py", TANH, seconds=60)
    first = report.first_difference
    assert first is not None
    assert first.own is not None
    assert (first.own.file, first.own.line) == ("b11b_slope_of_a.py", 6)
    assert first.own.mended == "d2=A2-Y; d1=(W2.T@d2)*(1 - A1 ** 2)"
    assert "It should be `d2=A2-Y; d1=(W2.T@d2)*(1 - A1 ** 2)`." in str(report)


@pytest.mark.slow
def test_that_a_line_of_another_file_is_named_there(tmp_path: Path) -> None:
    text = """\
import numpy as np
from helpers import hidden

def sg(x): return 1 / (1 + np.exp(-x))

def backprop(X, Y, weights, biases):
    (W1, W2), (b1, b2), m = weights, biases, X.shape[1]
    A1 = sg(W1 @ X + b1)
    A2 = sg(W2 @ A1 + b2)
    d2 = (A2 - Y) * A2 * (1 - A2)
    d1 = hidden(W2, d2, A1)
    return {"delta1": d1, "dW1": d1 @ X.T / m}
"""
    (tmp_path / "mine.py").write_text(text)
    (tmp_path / "helpers.py").write_text("def hidden(W, delta, A):\n    return (W.T @ delta) * A\n")
    first = check_file(tmp_path / "mine.py", HALF, seconds=60).first_difference
    assert first is not None
    assert first.mistakes == ("activation-for-slope",)
    assert first.own is not None
    assert (first.own.file, first.own.line) == ("helpers.py", 2)
