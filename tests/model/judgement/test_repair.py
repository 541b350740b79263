"""The first wrong line where no network is recognised: its value, put right, puts the parameters right."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nnviz.model.judgement.adjoints import adjoints
from nnviz.model.judgement.debug_file import debug_file
from nnviz.model.judgement.judgement import Judgement
from nnviz.model.judgement.repair import first_repair
from nnviz.model.recognition.trace import Trace
from nnviz.model.recording.record import record

pytestmark = pytest.mark.slow

# All parameters in one vector: there is no array of weights that is changed.
_FLAT = """\
import numpy as np
np.random.seed(5)
X = np.random.randn(30, 2)
y = (X[:, 0] > 0).astype(int)

def cost_and_grad(theta):
    W1, b1 = theta[:10].reshape(2, 5), theta[10:15]
    W2, b2 = theta[15:25].reshape(5, 2), theta[25:]
    a1 = np.tanh(X @ W1 + b1)
    s = a1 @ W2 + b2
    e = np.exp(s - s.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    J = -np.mean(np.log(p[np.arange(30), y]))
    ds = p.copy()
    ds[np.arange(30), y] -= 1
    ds = ds / 30
    da1 = ds @ W2.T
    dz1 = da1 * (1 - a1 ** 2)
    parts = [(X.T @ dz1).ravel(), dz1.sum(axis=0), (a1.T @ ds).ravel(), ds.sum(axis=0)]
    return J, np.concatenate(parts)

theta = np.random.randn(27) * 0.5
for it in range(50):
    J, grad = cost_and_grad(theta)
    theta = theta - 0.5 * grad
"""
_SLOPE = "dz1 = da1 * (1 - a1 ** 2)"


def _file(folder: Path, old: str = "", new: str = "") -> Path:
    assert old in _FLAT
    file = folder / "mine.py"
    file.write_text(_FLAT.replace(old, new) if old else _FLAT, encoding="utf-8")
    return file


def _judged(folder: Path, old: str = "", new: str = "") -> Judgement:
    return debug_file(_file(folder, old, new))[2]


def test_a_right_script_has_no_wrong_line(tmp_path: Path) -> None:
    assert _judged(tmp_path).ok is True


@pytest.mark.parametrize(
    ("old", "new", "line", "symbol"),
    [
        (_SLOPE, "dz1 = da1 * (1 - a1)", 18, "delta1"),
        (_SLOPE, "dz1 = da1 * a1 * (1 - a1)", 18, "delta1"),
        ("ds = ds / 30", "ds = ds * p / 30", 16, "delta2"),
    ],
)
def test_the_first_line_that_puts_all_right_is_wrong(
    tmp_path: Path, old: str, new: str, line: int, symbol: str
) -> None:
    judgement = _judged(tmp_path, old, new)
    assert judgement.ok is False
    assert judgement.first_difference is not None
    assert (judgement.first_difference.line, judgement.first_difference.symbol) == (line, symbol)
    assert symbol in judgement.right_values


def test_what_is_put_in_is_the_derivative_of_the_loss(tmp_path: Path) -> None:
    trace = Trace(record(_file(tmp_path, _SLOPE, "dz1 = da1 * (1 - a1)")))
    repair = first_repair(trace)
    assert repair is not None
    assert (repair.fixed, repair.total) == (27, 27)
    assert repair.before < 27
    slope = adjoints(trace, next(n for n in range(len(trace)) if trace.name(n) == "J"))[repair.forward]
    ratio = repair.right.ravel() @ slope.ravel() / (slope.ravel() @ slope.ravel())
    assert np.allclose(repair.right, ratio * slope)


def test_of_a_loop_through_the_layers_the_line_is_named_once(tmp_path: Path) -> None:
    script = """\
import numpy as np
rng = np.random.default_rng(11)
X = rng.normal(size=(40, 3))
Y = (X[:, :1] * X[:, 1:2] > 0).astype(float)
theta = [rng.normal(size=s) * 0.7 for s in [(3, 6), (6, 4), (4, 1)]]
for epoch in range(30):
    acts = [X]
    for W in theta:
        acts.append(np.sin(acts[-1] @ W))
    loss = np.mean((acts[-1] - Y) ** 2)
    delta = 2 * (acts[-1] - Y) / 40 * np.cos(acts[-2] @ theta[-1])
    grads = []
    for k in (2, 1, 0):
        grads.insert(0, acts[k].T @ delta)
        if k > 0:
            delta = (delta @ theta[k].T) * np.cos(acts[k])
    theta = [W - 0.3 * g for W, g in zip(theta, grads)]
"""
    file = tmp_path / "mine.py"
    file.write_text(script, encoding="utf-8")
    found = debug_file(file)[2].first_difference
    assert found is not None
    assert found.line == 16
