"""Mistakes in which samples count, and in what they are compared with, against numpy and central differences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session

XOR = Scenario.load("xor")
MadeIn = Callable[[str], Scenario]


def after(name: str, scenario: Scenario = XOR, updates: int = 1) -> Session:
    session = Session(replace(scenario, mistakes=(name,)))
    session.step_update(updates)
    return session


# Which columns are added up, and with which weights.
@pytest.mark.parametrize(
    ("name", "weights"),
    [
        ("last-sample-only", [0, 0, 0, 1]),
        ("last-sample-left-out", [1, 1, 1, 0]),
        ("sample-used-twice", [1, 1, 1, 2]),
    ],
)
def test_that_gradients_add_up_the_samples_that_the_mistake_leaves(name: str, weights: list[int]) -> None:
    session = after(name)
    delta, below = session.value("delta1"), session.value("X")
    counted = delta * np.array(weights)
    np.testing.assert_allclose(session.value("dW1"), counted @ below.T / 4, rtol=1e-13)
    np.testing.assert_allclose(session.value("db1"), counted.sum(axis=1, keepdims=True) / 4, rtol=1e-13)


def test_that_gradients_that_are_never_reset_add_up_over_the_updates() -> None:
    session, total = Session(replace(XOR, mistakes=("gradients-accumulated",))), 0.0
    for _ in range(3):
        session.step_update()
        total = total + session.value("delta2") @ session.value("A1").T / 4
        np.testing.assert_allclose(session.value("dW2"), total, rtol=1e-13)
    session.step_back_update()
    assert not np.allclose(session.value("dW2"), total)


def test_that_restarting_resets_gradients_that_are_added_up() -> None:
    session = after("gradients-accumulated", updates=3)
    first = after("gradients-accumulated").value("dW1")
    session.restart()
    session.step_update()
    assert np.array_equal(session.value("dW1"), first)


def test_that_updates_after_every_sample_make_an_epoch_of_as_many_and_no_step_of_the_batch() -> None:
    session = after("per-sample-updates", updates=4)
    assert session.position.epoch == 1
    assert len(session.snapshot().batch) == 1
    change = session.value("W1") - Session(XOR).value("W1")
    gradient = whole_gradient(XOR)
    ratio = change[np.abs(gradient) > 1e-6] / gradient[np.abs(gradient) > 1e-6]
    assert np.ptp(ratio) > 0.01 * np.abs(ratio).max()  # no rate makes it a step along the gradient
    session.step_update()
    assert session.position.epoch == 2


def whole_gradient(scenario: Scenario, step: float = 1e-5) -> np.ndarray:
    """Return the central differences of the loss of all samples in W1."""
    session = Session(scenario)
    w = session.value("W1")
    gradient = np.zeros_like(w)
    for cell in np.ndindex(*w.shape):
        losses = []
        for moved in (w[cell] + step, w[cell] - step):
            session.set_value("W1", cell, moved)
            losses.append(session.loss)
        session.set_value("W1", cell, w[cell])
        gradient[cell] = (losses[0] - losses[1]) / (2 * step)
    return gradient


def test_that_class_numbers_are_every_output_s_target(made_in: MadeIn) -> None:
    session = after("one-hot-missing", made_in("one-hot-missing"))
    labels = session.data.labels[session.snapshot().batch]
    assert (session.value("Y") == labels).all()
    assert session.value("Y").shape == (2, 4)
    np.testing.assert_array_equal(session.value("delta2"), session.value("A2") - labels)


def test_that_flat_targets_are_compared_by_their_mean() -> None:
    session = after("flat-targets")
    outputs, y = session.value("A2").ravel(), session.value("Y").ravel()
    np.testing.assert_allclose(session.value("delta2").ravel(), (outputs[:, None] - y).mean(axis=1), rtol=1e-14)


def test_that_a_softmax_over_the_samples_adds_up_to_one_along_them(made_in: MadeIn) -> None:
    session = after("softmax-over-samples", made_in("softmax-over-samples"))
    z, a = session.value("Z2"), session.value("A2")
    np.testing.assert_allclose(a, np.exp(z) / np.exp(z).sum(axis=1, keepdims=True), rtol=1e-13)
    np.testing.assert_allclose(float(session.value("L")), -(session.value("Y") * np.log(a)).sum() / 4, rtol=1e-13)


def test_that_reshaped_arrays_have_the_cells_that_numpy_s_reshape_has() -> None:
    session = after("reshape-for-transpose")
    delta, below = session.value("delta2"), session.value("A1")
    np.testing.assert_allclose(session.value("dW2"), delta @ below.reshape(4, 3) / 4, rtol=1e-13)
