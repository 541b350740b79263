"""Small parts of the judge, without a script."""

from __future__ import annotations

import ast

import numpy as np
import pytest

from nnviz.model.judgement.cell_steps import goes_down_by_cells
from nnviz.model.judgement.plain_spelling import plain, plain_column, unplain
from nnviz.model.judgement.special_mends import with_another_count, with_inner_bias
from nnviz.model.judgement.turned_statement import turned_statement

GRADIENT = np.linspace(-2, 3, 12)


@pytest.mark.parametrize(
    ("change", "down"),
    [
        (-np.clip(GRADIENT, -1, 1), True),
        (-np.sign(GRADIENT), True),
        (np.sign(GRADIENT), False),
        (-np.abs(GRADIENT), False),
        (-(GRADIENT[::-1]), False),
        (np.full(12, np.nan), False),
    ],
)
def test_that_a_growing_function_of_each_cell_goes_down(change: np.ndarray, down: bool) -> None:
    assert goes_down_by_cells(GRADIENT, change) is down


def test_that_of_few_cells_nothing_is_told() -> None:
    assert not goes_down_by_cells(GRADIENT[:4], -GRADIENT[:4])


def test_that_names_of_any_script_are_spelled_in_ascii_and_back() -> None:
    line = "    误差1 = 误差2 @ W.T * 隐藏"
    assert plain(line).isascii()
    assert unplain(plain(line)) == line
    ast.parse(plain(line).strip())
    assert plain(line)[plain_column(line, line.index("隐藏")) :] == plain("隐藏")


@pytest.mark.parametrize(
    ("line", "mistake", "mended"),
    [
        ("w = [w + r * g for w, g in zip(a, b)]", "gradient-added", "w = [w - r * g for w, g in zip(a, b)]"),
        ("d = np.outer(e, x)", "last-sample-only", "d += np.outer(e, x)"),
        ("d += np.outer(e, x)", "gradients-accumulated", "d = np.outer(e, x)"),
        ("d = np.outer(e, x)", "no-sum", None),
    ],
)
def test_that_a_statement_is_turned(line: str, mistake: str, mended: str | None) -> None:
    assert turned_statement(line, 0, len(line), (mistake,)) == mended


def test_that_a_late_bias_goes_into_the_activation() -> None:
    line = "a = f(W @ x) + b"
    assert with_inner_bias(line, 0, ast.parse(line).body[0]) == "a = f(W @ x + b)"
    assert with_inner_bias("a = W @ x + b", 0, ast.parse("a = W @ x + b").body[0]) is None


@pytest.mark.parametrize("line", ["m = x.shape[0]", "m = len(x)", "m = x.size"])
def test_that_samples_are_counted(line: str) -> None:
    scope = {"x": np.zeros((2, 9))}
    assert with_another_count(line, 0, ast.parse(line).body[0], scope, 9) == "m = x.shape[1]"
