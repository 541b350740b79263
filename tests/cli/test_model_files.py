"""A model of another library on the command line."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.cli.main import main

W1 = np.array([[1.0, -1.0], [-1.0, 1.0], [0.5, 0.5]])


@pytest.fixture
def model(tmp_path):
    np.savez(tmp_path / "model.npz", W1=W1, b1=np.zeros(3), W2=np.ones((1, 3)), b2=np.zeros(1))
    return str(tmp_path / "model.npz")


def test_that_a_model_is_trained_from_its_weights(model, capsys) -> None:
    asked = ["train", model, "--samples", "xor", "--activations", "tanh,sigmoid", "--updates", "0", "--json"]
    assert main([*asked, "--loss", "log_loss"]) == 0
    out, err = capsys.readouterr()
    assert '"W1": [[1.0, -1.0], [-1.0, 1.0], [0.5, 0.5]]' in " ".join(out.split())
    assert "2-3-1" in err


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ([], "--samples"),
        (["--samples", "xor"], "relu,identity"),
        (["--samples", "xor", "--activations", "tanh"], "2, one for each layer"),
        (["--samples", "xor", "--activations", "tanh,maxout"], "maxout"),
        (["--samples", "mnist", "--activations", "tanh,sigmoid"], "samples of 784 inputs"),
    ],
)
def test_that_what_is_missing_is_asked_for(model, more, words, capsys) -> None:
    assert main(["train", model, "--updates", "1", *more]) == 1
    assert words in capsys.readouterr().err
