"""`nnviz.debug` with a function, a block, and the cells of a notebook."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import nnviz
from nnviz.scripting.magic import debug_cells

RNG = np.random.default_rng(3)
X = RNG.normal(size=(12, 2))
Y = (X[:, :1] * X[:, 1:] > 0) * 1.0


def train(slope: bool, epochs: int = 4) -> None:
    W1, W2 = RNG.normal(size=(2, 3)), RNG.normal(size=(3, 1))  # noqa: N806 - the symbols of the field
    for _ in range(epochs):
        a1 = np.tanh(X @ W1)
        a2 = 1 / (1 + np.exp(-(a1 @ W2)))
        d2 = (a2 - Y) / 12
        d1 = d2 @ W2.T * ((1 - a1**2) if slope else 1.0)
        W2 -= 0.5 * a1.T @ d2  # noqa: N806
        W1 -= 0.5 * X.T @ d1  # noqa: N806


def test_a_function_is_judged() -> None:
    assert nnviz.debug(train, True).ok
    wrong = nnviz.debug(train, slope=False)
    assert wrong.ok is False
    assert wrong.first_difference is not None
    assert wrong.first_difference.source.startswith("d1 = ")
    assert wrong.first_difference.mistakes == ("hidden-slope-forgotten",)


def test_a_block_is_judged_when_it_is_over() -> None:
    with nnviz.debug() as run:
        with pytest.raises(nnviz.NotComputedError):
            _ = run.ok
        train(False)
    assert run.ok is False
    assert run.first_difference is not None
    assert run.first_difference.symbol == "delta1"
    assert "✗" in str(run)
    assert repr(run) == repr(run.judgement) == str(run)  # no pages of fields in a shell
    assert "<table" in run._repr_html_()


@pytest.mark.slow
def test_the_cells_of_a_notebook_are_judged_with_their_numbers() -> None:
    cells = [
        "import numpy as np\n%matplotlib inline",
        "X = np.arange(8.0).reshape(4, 2) / 8\nY = np.array([[0.], [1.], [1.], [0.]])",
        "%%nnviz\nW1, W2 = np.ones((2, 3)) * [[1, 2, 3]], np.ones((3, 1)) / 2\nfor i in range(4):\n"
        "    a1 = np.tanh(X @ W1)\n    out = a1 @ W2\n    loss = 0.5 * np.sum((out - Y) ** 2)\n"
        "    d1 = (out - Y) @ W2.T\n    W2 = W2 - 0.1 * a1.T @ (out - Y)\n    W1 = W1 - 0.1 * X.T @ d1",
    ]
    found = debug_cells(cells).first_difference
    assert found is not None
    assert (found.cell, found.line) == (3, 7)


@pytest.mark.slow
def test_the_cell_magic_counts_lines_and_cells_as_the_notebook_does() -> None:
    added: dict[str, Any] = {}
    typed = ["", "import numpy as np", "%%nnviz\nX = np.ones((2, 2))", "%%nnviz"]
    shell = SimpleNamespace(
        history_manager=SimpleNamespace(input_hist_raw=typed),
        user_ns={"In": ["", "import numpy as np", "get_ipython().run_cell_magic('nnviz')", "get_ipython()"]},
        run_cell=lambda cell: SimpleNamespace(success=True),
        register_magic_function=lambda function, magic_kind, magic_name: added.update({magic_name: function}),
    )
    nnviz.load_ipython_extension(shell)
    raised = added["nnviz"]("", "np.ones((2, 3)) @ X").raised
    assert raised is not None
    assert (raised.cell, raised.line) == (3, 2)


def test_the_extension_adds_the_cell_magic() -> None:
    added: dict[str, Any] = {}
    shell = SimpleNamespace(
        user_ns={"In": ["", ""]},
        run_cell=lambda cell: SimpleNamespace(success=False),
        register_magic_function=lambda function, magic_kind, magic_name: added.update({magic_name: function}),
    )
    nnviz.load_ipython_extension(shell)
    assert added["nnviz"]("", "1 / 0") is None
