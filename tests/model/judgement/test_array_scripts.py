"""Scripts with arrays in unusual shapes: what is right is not struck, and a wrong line is found without a network."""

from __future__ import annotations

from pathlib import Path

import pytest

from nnviz.model.judgement.debug_file import debug_file
from nnviz.model.judgement.judgement import Judgement

pytestmark = [pytest.mark.slow, pytest.mark.sample(6)]

# The thresholds are subtracted, and both products are called by the package's name.
THRESHOLDS = """\
import numpy as np
np.random.seed(1)
X = np.random.randn(12, 3)
T = (X[:, :1] > 0) * 1.0
v, w = np.random.randn(3, 4), np.random.randn(4, 1)
gamma, theta = np.random.randn(1, 4), np.random.randn(1, 1)
for i in range(20):
    b = np.tanh(np.dot(X, v) - gamma)
    y = 1 / (1 + np.exp(-(np.dot(b, w) - theta)))
    E = 0.5 * np.sum((y - T) ** 2)
    g = (T - y) * y * (1 - y)
    e = np.dot(g, w.T) * (1 - b * b)
    w += 0.1 * np.dot(b.T, g)
    theta -= 0.1 * g.sum()
    v += 0.1 * np.dot(X.T, e)
    gamma -= 0.1 * e.sum(0, keepdims=True)
"""

# The weights are made of a direction and a length.
NORMALISED = """\
import numpy as np
r = np.random.default_rng(12)
X = r.normal(size=(20, 3)); t = np.sin(X[:, :1]) + X[:, 1:2]
V, g, b = r.normal(size=(3, 4)), np.ones(4), np.zeros(4)
U, c = r.normal(size=(4, 1)) * 0.5, np.zeros(1)
for k in range(20):
    norm = np.sqrt((V ** 2).sum(axis=0))
    h = np.tanh(X @ (g * V / norm) + b)
    o = h @ U + c
    loss = ((o - t) ** 2).sum() / 2
    do = o - t
    dU, dc = h.T @ do, do.sum(0)
    dz = (do @ U.T) * (1 - h ** 2)
    dW, db = X.T @ dz, dz.sum(0)
    dg = (dW * V / norm).sum(axis=0)
    dV = g / norm * dW - g * dg / norm ** 2 * V
    V = V - 0.01 * dV
    g = g - 0.01 * dg
    b = b - 0.01 * db
    U = U - 0.01 * dU
    c = c - 0.01 * dc
"""

# A loss that is no row of the catalogue, and a penalty.
HINGE = """\
import numpy as np
r = np.random.default_rng(17)
X = np.vstack([r.normal(1.0, 1.0, (30, 2)), r.normal(-1.0, 1.0, (30, 2))])
y = np.array([1.0] * 30 + [-1.0] * 30)
W, b, v, c = r.normal(0, 0.6, (2, 5)), np.zeros(5), r.normal(0, 0.6, 5), 0.0
lam, lr = 0.01, 0.1
for epoch in range(20):
    h = np.tanh(X @ W + b)
    score = h @ v + c
    loss = np.mean(np.maximum(0, 2 - y * score)) + lam * (np.sum(W * W) + np.sum(v * v))
    ds = np.where(2 - y * score > 0, -y, 0.0) / len(X)
    dv = h.T @ ds + 2 * lam * v
    dh = np.outer(ds, v) * (1 - h ** 2)
    dW = X.T @ dh + 2 * lam * W
    W -= lr * dW
    b -= lr * dh.sum(axis=0)
    v -= lr * dv
    c -= lr * ds.sum()
"""

# Two gradients are named; the clipped updates are no steps along them.
CLIPPED = """\
import numpy as np
r = np.random.default_rng(3)
X = r.normal(size=(30, 2)); y = (X[:, :1] > 0) * 1.0
W1, b1, W2, b2 = r.normal(size=(2, 4)), np.zeros((1, 4)), 3 * r.normal(size=(4, 1)), np.zeros((1, 1))
for e in range(20):
    h = np.tanh(X @ W1 + b1)
    p = 1 / (1 + np.exp(-(h @ W2 + b2)))
    loss = -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))
    d2 = p - y
    back = d2 @ W2.T
    d1 = back * (1 - h ** 2)
    grads = [X.T @ d1, d1.sum(0, keepdims=True), h.T @ d2, d2.sum(0, keepdims=True)]
    for q, g in zip([W1, b1, W2, b2], grads):
        q -= 0.1 * np.clip(g, -1, 1)
"""

# Sample by sample, the sums are kept in arrays of one axis.
SUMMED = """\
import numpy as np
r = np.random.default_rng(0)
XS = r.normal(size=(6, 2)); TS = (XS[:, 0] > 0) * 1.0
W1, b1, W2, b2 = r.normal(size=(3, 2)), r.normal(size=3), r.normal(size=3), 0.1
def sig(z): return 1 / (1 + np.exp(-z))
for ep in range(20):
    gW1, gb1, gW2, gb2, loss = 0 * W1, 0 * b1, 0 * W2, 0.0, 0.0
    for x, t in zip(XS, TS):
        h = sig(W1 @ x + b1)
        o = sig(W2 @ h + b2)
        loss += (o - t) ** 2
        d = 2 * (o - t) * o * (1 - o)
        gW2 += d * h
        gb2 += d
        e = d * W2 * h * (1 - h)
        gW1 += np.outer(e, x)
        gb1 += e
    W1 -= 0.5 * gW1
    b1 -= 0.5 * gb1
    W2 -= 0.5 * gW2
    b2 -= 0.5 * gb2
"""

LOCAL = """\
import numpy as np
np.random.seed(0)
X = np.random.randn(20, 2); y = (X[:, :1] > 0) * 1.0
def step(W1, W2):
    h = np.tanh(X @ W1)
    o = 1 / (1 + np.exp(-(h @ W2)))
    loss = np.mean((o - y) ** 2)
    d2 = 2 * (o - y) / len(X) * o * (1 - o)
    d1 = d2 @ W2.T * (1 - h ** 2)
    W2 = W2 - 0.5 * h.T @ d2
    W1 = W1 - 0.5 * X.T @ d1
    return W1, W2, loss
W1, W2 = np.random.randn(2, 4), np.random.randn(4, 1)
for i in range(20):
    W1, W2, loss = step(W1, W2)
"""


def _judged(folder: Path, script: str, old: str = "", new: str = "") -> Judgement:
    assert script.count(old) == 1 or not old
    return debug_file(folder / "mine.py", source=script.replace(old, new) if old else script)[2]


@pytest.mark.parametrize("script", [THRESHOLDS, NORMALISED, HINGE, CLIPPED, SUMMED, LOCAL])
def test_that_a_right_script_is_not_struck(script: str, tmp_path: Path) -> None:
    judgement = _judged(tmp_path, script)
    assert judgement.first_difference is None
    assert judgement.ok is True


@pytest.mark.parametrize(
    ("script", "old", "new", "mistake"),
    [
        (THRESHOLDS, "v += 0.1 *", "v -= 0.1 *", "gradient-added"),
        (NORMALISED, "dz = (do @ U.T) * (1 - h ** 2)", "dz = do @ U.T", "hidden-slope-forgotten"),
        (HINGE, "dW = X.T @ dh + 2 * lam * W", "dW = X.T @ dh", "penalty-forgotten"),
        (HINGE, "dv = h.T @ ds + 2 * lam * v", "dv = h.T @ ds + lam * v", "penalty-factor"),
        (
            CLIPPED,
            "X.T @ d1, d1.sum(0, keepdims=True)",
            "X.T @ back, d1.sum(0, keepdims=True)",
            "hidden-slope-forgotten",
        ),
        (SUMMED, "gW1 += np.outer(e, x)", "gW1 = np.outer(e, x)", "last-sample-only"),
        (SUMMED, "e = d * W2 * h * (1 - h)", "e = d * W2 * (1 - h)", "wrong-derivative"),
        (LOCAL, "    W1, W2, loss = step(W1, W2)", "    step(W1, W2)", "not-moved"),
    ],
)
def test_that_the_first_wrong_line_is_struck_and_named(
    script: str, old: str, new: str, mistake: str, tmp_path: Path
) -> None:
    found = _judged(tmp_path, script, old, new).first_difference
    assert found is not None
    assert mistake in found.mistakes
    if mistake != "not-moved":  # there the line that makes what nothing reads
        assert new.strip() in found.source


def test_that_a_likelihood_that_goes_down_is_struck(tmp_path: Path) -> None:
    script = """\
import numpy as np
np.random.seed(8)
X = np.random.randn(60, 3)
y = (X @ np.array([1.5, -2.0, 0.5]) > 0) * 1.0
w, c = np.zeros(3), 0.0
for k in range(20):
    p = 1 / (1 + np.exp(-(X @ w + c)))
    ll = np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))
    error = y - p
    w += 0.05 * X.T @ error
    c += 0.05 * error.sum()
"""
    assert _judged(tmp_path, script).ok is True
    assert _judged(tmp_path, script, "y - p", "p - y").ok is False
    # At first p is ½ everywhere, and a slope too many is a number.
    found = _judged(tmp_path, script, "error = y - p", "error = (y - p) * p * (1 - p)").first_difference
    assert found is not None
    assert found.mistakes == ("output-slope-twice",)


def test_that_an_unknown_rule_of_right_gradients_is_neither_right_nor_wrong(tmp_path: Path) -> None:
    judgement = _judged(tmp_path, CLIPPED, "np.clip(g, -1, 1)", "g / np.sqrt(np.abs(g) + 0.3)")
    assert judgement.ok is None
    assert judgement.first_difference is None
