"""A model of another library in the window: dropped, asked about, opened."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.slow


def test_that_a_dropped_model_opens_with_the_samples_that_are_open(open_app, tmp_path) -> None:
    app = open_app("xor")
    weights = np.array([[1.0, -1.0], [-1.0, 1.0], [0.5, 0.5]])
    np.savez(tmp_path / "mine.npz", W1=weights, b1=np.zeros(3), W2=np.ones((1, 3)), b2=np.zeros(1))
    dialog = app.tools.models.ask(app.window, tmp_path / "mine.npz")
    dialog.buttons.accepted.emit()
    snapshot = app.controller.snapshot
    np.testing.assert_array_equal(snapshot.values["W1"], weights)
    assert snapshot.data.n_samples == 4
    assert "2-3-1" in app.window.notice.text()
    (tmp_path / "broken.onnx").write_bytes(b"broken")
    assert app.tools.models.ask(app.window, tmp_path / "broken.onnx") is None
    assert "onnx" in app.window.notice.text().lower()
