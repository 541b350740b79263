"""The judge that recognises nothing, against scripts whose gradients are known by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from nnviz.model.judgement.central_differences import MeasuredRate, measured_rate
from nnviz.model.judgement.debug_file import debug_file
from nnviz.model.recognition.trace import Trace
from nnviz.model.recording.record import record

pytestmark = pytest.mark.slow

# Two branches that meet in a product: no layer after a layer.
_SCRIPT = """\
import numpy as np
rng = np.random.default_rng(3)
x, t = rng.normal(size=(20, 2)), rng.normal(size=20)
u, v = rng.normal(size=2), rng.normal(size=2)
c = 0.0
for turn in range(50):
    p, q = x @ u, x @ v
    e = p * q + c - t
    loss = np.mean(e ** 2)
    du = x.T @ (2 * e * q) / 20
    dv = x.T @ (2 * e * p) / 20
    u = u - 0.05 * du
    v = v - 0.05 * dv
    c = c - 0.05 * np.mean(2 * e)
"""


def _written(folder: Path, old: str = "", new: str = "") -> Path:
    assert old in _SCRIPT
    file = folder / "mine.py"
    file.write_text(_SCRIPT.replace(old, new) if old else _SCRIPT, encoding="utf-8")
    return file


def _measured(folder: Path, old: str = "", new: str = "") -> MeasuredRate | None:
    return measured_rate(Trace(record(_written(folder, old, new))))


def test_the_rate_of_right_gradients_is_found_in_every_update(tmp_path: Path) -> None:
    found = _measured(tmp_path)
    assert found is not None
    assert found.rate == pytest.approx(0.05, rel=1e-6)
    assert found.updates == 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2 * e * p", "2 * e * q"),
        ("u = u - 0.05", "u = u + 0.05"),
        ("(2 * e * p) / 20", "(e * p) / 20"),
        ("np.mean(2 * e)", "np.sum(2 * e)"),
        ("    v = v - 0.05 * dv\n", ""),
    ],
    ids=["other factor", "uphill", "half", "sum", "kept"],
)
@pytest.mark.sample(1)
def test_no_rate_is_found_where_a_gradient_is_wrong(tmp_path: Path, old: str, new: str) -> None:
    assert _measured(tmp_path, old, new) is None


def test_right_gradients_of_an_unknown_network_are_right(tmp_path: Path) -> None:
    judgement = debug_file(_written(tmp_path))[2]
    assert judgement.ok is True
    assert judgement.first_difference is None
    assert "central differences" in judgement.sentence


def test_a_part_of_a_loss_and_its_negative_are_none(tmp_path: Path) -> None:
    penalised = "loss = np.mean(e ** 2) + 0.1 * (u @ u)"
    assert _measured(tmp_path, "loss = np.mean(e ** 2)", penalised) is None
    assert _measured(tmp_path, "loss = np.mean(e ** 2)", "loss = -np.mean(e ** 2)") is None


def test_training_by_numerical_differences_is_not_struck(tmp_path: Path) -> None:
    file = tmp_path / "numerical.py"
    file.write_text(
        """\
import numpy as np
rng = np.random.default_rng(1)
X = rng.normal(size=(10, 3))
Y = np.sin(X.sum(axis=1, keepdims=True))
def forward(W1, W2):
    return np.tanh(X @ W1) @ W2
def cost(W1, W2):
    return ((forward(W1, W2) - Y) ** 2).mean()
W1, W2 = rng.normal(size=(3, 2)), rng.normal(size=(2, 1))
for it in range(30):
    G1, G2 = np.zeros_like(W1), np.zeros_like(W2)
    base = cost(W1, W2)
    for i in range(3):
        for j in range(2):
            V = W1.copy(); V[i, j] += 1e-4
            G1[i, j] = (cost(V, W2) - base) / 1e-4
    for i in range(2):
        V = W2.copy(); V[i, 0] += 1e-4
        G2[i, 0] = (cost(W1, V) - base) / 1e-4
    W1 = W1 - 0.1 * G1
    W2 = W2 - 0.1 * G2
""",
        encoding="utf-8",
    )
    assert debug_file(file)[2].first_difference is None


def test_weights_that_never_move_are_wrong(tmp_path: Path) -> None:
    file = tmp_path / "kept.py"
    file.write_text(
        """\
import numpy as np
rng = np.random.default_rng(1)
X = rng.normal(size=(30, 2))
Y = X[:, :1] ** 2
A, B = rng.normal(size=(2, 6)), rng.normal(size=(6, 1))
for it in range(30):
    h = np.tanh(X @ A)
    e = h @ B - Y
    loss = np.mean(e ** 2)
    B -= 0.1 * h.T @ (2 * e / 30)
""",
        encoding="utf-8",
    )
    found = debug_file(file)[2].first_difference
    assert found is not None
    assert found.line == 10
    assert found.symbol == "W1"
    assert "only-output-updated" in found.mistakes
