"""Expressions are evaluated with recorded values, and nothing of a person's is run."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.model.judgement.evaluate import Unknown, evaluate, normal

A = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
VALUES = {"a": A, "self.w[0]": A.T, "m": np.array(2.0), "slope(a)": A + 1}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a @ self.w[0] / m", A @ A.T / 2),
        ("np.dot(a, a.T) * 3", A @ A.T * 3),
        ("a.sum(axis=0, keepdims=True)", A.sum(axis=0, keepdims=True)),
        ("slope(a) * (a > 2)", (A + 1) * (A > 2)),
        ("-a[:, 1:] ** 2", -(A[:, 1:] ** 2)),
        ("a / a.shape[1]", A / 3),
        ("a.reshape(3, 2)", A.reshape(3, 2)),
    ],
)
def test_values_are_those_of_numpy(text: str, wanted: np.ndarray) -> None:
    np.testing.assert_allclose(evaluate(text, VALUES), wanted)


@pytest.mark.parametrize("text", ["b + 1", "open('x')", "a.tofile('x')", "__import__('os')", "a +", "np.load('x')"])
def test_what_was_not_recorded_is_not_run(text: str) -> None:
    with pytest.raises(Unknown):
        evaluate(text, VALUES)


def test_spellings_are_the_same_whatever_their_quotes_and_blanks() -> None:
    assert normal('params["W1"]') == normal("params[ 'W1' ]")
