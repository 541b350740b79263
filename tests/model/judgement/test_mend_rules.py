"""Penalties, optimisers, signs and masks: the line is named, mended in the person's names, and right with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nnviz.model.judgement.debug_file import debug_file

pytestmark = [pytest.mark.slow, pytest.mark.sample(5)]

PENALISED = """\
import numpy as np
np.random.seed(3)
X = np.random.randn(3, 40)
Y = (np.sum(X, axis=0, keepdims=True) > 0).astype(float)
m, lam, alpha = X.shape[1], 0.7, 0.3
W1, b1 = np.random.randn(5, 3), np.zeros((5, 1)) + 0.1
W2, b2 = np.random.randn(1, 5), np.zeros((1, 1)) + 0.1
for i in range(9):
    A1 = np.maximum(0, W1 @ X + b1)
    A2 = 1 / (1 + np.exp(-(W2 @ A1 + b2)))
    cost = -np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) + lam / (2 * m) * (np.sum(W1**2) + np.sum(W2**2))
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m + lam / m * W2
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2
    dZ1[A1 <= 0] = 0
    dW1 = dZ1 @ X.T / m + lam / m * W1
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    W1 = W1 - alpha * dW1
    b1 = b1 - alpha * db1
    W2 = W2 - alpha * dW2
    b2 = b2 - alpha * db2
"""

ADAM = """\
import numpy as np
r = np.random.default_rng(5)
X = r.uniform(-1, 1, (60, 2))
Y = (X[:, :1] * X[:, 1:] > 0) * 1.0
params = {"W1": r.normal(0, 0.7, (2, 8)), "W2": r.normal(0, 0.7, (8, 1))}
mom = {k: np.zeros_like(v) for k, v in params.items()}
sec = {k: np.zeros_like(v) for k, v in params.items()}
beta1, beta2, eps, lr, t = 0.9, 0.999, 1e-8, 0.01, 0
for step in range(50):
    H = np.tanh(X @ params["W1"])
    P = 1 / (1 + np.exp(-(H @ params["W2"])))
    loss = -np.mean(Y * np.log(P) + (1 - Y) * np.log(1 - P))
    dO = (P - Y) / len(X)
    dH = dO @ params["W2"].T * (1 - H * H)
    grads = {"W2": H.T @ dO, "W1": X.T @ dH}
    t += 1
    for k in params:
        mom[k] = beta1 * mom[k] + (1 - beta1) * grads[k]
        sec[k] = beta2 * sec[k] + (1 - beta2) * grads[k] ** 2
        mh = mom[k] / (1 - beta1**t)
        sh = sec[k] / (1 - beta2**t)
        params[k] = params[k] - lr * mh / (np.sqrt(sh) + eps)
"""

VELOCITY = """\
import numpy as np
r = np.random.default_rng(5)
X = r.uniform(-1, 1, (30, 4))
T = np.column_stack([X[:, 0] > X[:, 1], X[:, 2] > 0]) * 1.0
W1, b1, W2, b2 = r.normal(size=(4, 6)), np.zeros(6), r.normal(size=(6, 2)), np.zeros(2)
vW1, vb1, vW2, vb2 = 0 * W1, 0 * b1, 0 * W2, 0 * b2
mu, lr, n = 0.9, 0.05, 30
for epoch in range(20):
    h = 1 / (1 + np.exp(-(X @ W1 + b1)))
    y = 1 / (1 + np.exp(-(h @ W2 + b2)))
    loss = 0.5 * np.sum((y - T) ** 2) / n
    err = y - T
    d2 = err * y * (1 - y)
    d1 = (d2 @ W2.T) * h * (1 - h)
    vW2 = mu * vW2 - lr * h.T @ d2 / n
    vb2 = mu * vb2 - lr * d2.mean(axis=0)
    vW1 = mu * vW1 - lr * X.T @ d1 / n
    vb1 = mu * vb1 - lr * d1.mean(axis=0)
    W2, b2 = W2 + vW2, b2 + vb2
    W1, b1 = W1 + vW1, b1 + vb1
"""

# Script, what stands in it, what is written instead, the mistakes, whether it can be mended in that line alone.
CASES = [
    (PENALISED, " + lam / m * W2", "", "penalty-forgotten", True),
    (PENALISED, "A1.T / m + lam / m * W2", "A1.T / m + lam * W2", "penalty-over-m", True),
    (PENALISED, "X.T / m + lam / m * W1", "X.T / m + lam / (2 * m) * W1", "penalty-factor", True),
    (PENALISED, "X.T / m + lam / m * W1", "X.T / m - lam / m * W1", "penalty-factor", True),
    (PENALISED, "X.T / m + lam / m * W1", "X.T / m / m + lam / m * W1", "mean-twice", True),
    (PENALISED, "db1 = np.sum(", "db1 = lam / m * b1 + np.sum(", "penalty-on-biases", False),
    (PENALISED, "dZ2 = A2 - Y", "dZ2 = Y - A2", "flipped-sign", True),
    (PENALISED, "dZ1[A1 <= 0]", "dZ1[dZ1 <= 0]", "slope-of-delta", True),
    (ADAM, "params[k] - lr * mh", "params[k] + lr * mh", "gradient-added", True),
    (ADAM, "dO = (P - Y)", "dO = (Y - P)", "flipped-sign", True),
    (ADAM, "sec[k] = beta2 * sec[k] + (1 - beta2)", "sec[k] = beta1 * sec[k] + (1 - beta1)", "betas-exchanged", True),
    (ADAM, "(1 - beta2) * grads", "grads", "moment-weight-forgotten", True),
    (ADAM, "beta1**t)", "beta1 ** (t + 1))", "time-off-by-one", True),
    (ADAM, "beta1 * mom[k] + (1 - beta1)", "(1 - beta1) * mom[k] + beta1", "", True),
    (ADAM, "np.sqrt(sh)", "sh", "", True),
    (VELOCITY, "vW2 = mu * vW2 - lr", "vW2 = mu * vW2 + lr", "gradient-added", True),
    (VELOCITY, "vW1 = mu * vW1 - lr", "vW1 = -mu * vW1 - lr", "buffer-sign", False),
    (VELOCITY, "err = y - T", "err = T - y", "flipped-sign", True),
    (VELOCITY, "* h * (1 - h)", "", "hidden-slope-forgotten", True),
    (VELOCITY, "vb1 - lr * d1.mean(axis=0)", "vb1 - lr * d1.mean()", "bias-sum-of-all", False),
]  # fmt: skip


@pytest.mark.parametrize("script", [PENALISED, ADAM, VELOCITY], ids=["penalised", "adam", "velocity"])
def test_right_is_right(script: str, tmp_path: Path) -> None:
    assert debug_file(tmp_path / "mine.py", source=script)[2].ok


@pytest.mark.parametrize(("script", "right", "wrong", "mistake", "mends"), CASES)
def test_the_line_is_named_and_mended(
    script: str, right: str, wrong: str, mistake: str, mends: bool, tmp_path: Path
) -> None:
    assert script.count(right) == 1
    text = script.replace(right, wrong)
    found = debug_file(tmp_path / "mine.py", source=text)[2].first_difference
    assert found is not None
    number = next(n for n, (a, b) in enumerate(zip(script.split("\n"), text.split("\n"), strict=True), 1) if a != b)
    assert found.line == number
    assert not mistake or mistake in found.mistakes
    if mends:
        assert found.mended is not None
        mended = text.replace(found.source, found.mended)
        assert debug_file(tmp_path / "mine.py", source=mended)[2].ok


def test_what_only_a_second_run_finds_is_named_and_mended_too() -> None:
    path = Path(__file__).parents[2] / "fixtures" / "scripts" / "flat_theta_slope.py"
    found = debug_file(path)[2].first_difference
    assert found is not None
    assert "wrong-derivative" in found.mistakes
    assert found.mended is not None
    mended = path.read_text(encoding="utf-8").replace(found.source, found.mended)
    assert debug_file(path, source=mended)[2].ok
