"""Mistakes in optimisers over several updates, against the same mistake written by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.mistakes.in_optimisers import ROWS
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session

MadeIn = Callable[[str], Scenario]
State = dict[str, np.ndarray]
UPDATES = 4
ETA, MU, B1, B2, EPS, LAMBDA = 0.5, 0.9, 0.9, 0.999, 1e-8, 0.1


def moments(s: State, g, b1=B1, b2=B2, new1=None, new2=None):
    s["v"] = b1 * s["v"] + (1 - b1 if new1 is None else new1) * g
    s["s"] = b2 * s["s"] + (1 - b2 if new2 is None else new2) * g * g
    return s["v"], s["s"]


def uncorrected(s, g, t, w):
    v, n = moments(s, g)
    return w - ETA * v / (np.sqrt(n) + EPS)


def exchanged(s, g, t, w):
    v, n = moments(s, g, B2, B1)
    return w - ETA * v / (1 - B2**t) / (np.sqrt(n / (1 - B1**t)) + EPS)


def under_root(s, g, t, w):
    v, n = moments(s, g)
    return w - ETA * v / (1 - B1**t) / np.sqrt(n / (1 - B2**t) + EPS)


def later(s, g, t, w):
    v, n = moments(s, g)
    return w - ETA * v / (1 - B1 ** (t + 1)) / (np.sqrt(n / (1 - B2 ** (t + 1))) + EPS)


def unweighted(s, g, t, w):
    v, n = moments(s, g, new1=1, new2=1)
    return w - ETA * v / (1 - B1**t) / (np.sqrt(n / (1 - B2**t)) + EPS)


def not_kept(s, g, t, w):
    return w - ETA * g


def looking_ahead(s, g, t, w):
    s["v"] = MU * s["v"] + g
    return w - ETA * (g + MU * s["v"])


def classical(s, g, t, w):
    s["v"] = MU * s["v"] + g
    return w - ETA * s["v"]


def decoupled(s, g, t, w):
    v, n = moments(s, g)
    return w - ETA * v / (1 - B1**t) / (np.sqrt(n / (1 - B2**t)) + EPS) - ETA * LAMBDA * w


def sign_of_velocity(s, g, t, w):
    s["v"] = MU * s["v"] - g
    return w - ETA * s["v"]


def averaged(s, g, t, w):
    s["v"] = MU * s["v"] + (1 - MU) * g
    return w - ETA * s["v"]


BY_HAND = {
    "no-bias-correction": uncorrected,
    "betas-exchanged": exchanged,
    "epsilon-under-root": under_root,
    "time-off-by-one": later,
    "moments-not-kept": not_kept,
    "nesterov-for-classical": looking_ahead,
    "classical-for-nesterov": classical,
    "decay-decoupled": decoupled,
    "buffer-sign": sign_of_velocity,
    "moment-weight-added": averaged,
    "moment-weight-forgotten": unweighted,
}


def test_that_every_mistake_in_an_optimiser_is_written_by_hand() -> None:
    assert set(BY_HAND) == {row.name for row in ROWS}


@pytest.mark.parametrize("name", BY_HAND)
def test_that_several_updates_are_those_of_the_mistake_written_by_hand(made_in: MadeIn, name: str) -> None:
    scenario = made_in(name)
    scenario = replace(scenario, optimiser=replace(scenario.optimiser, learning_rate=ETA), mistakes=(name,))
    session, right = Session(scenario), Session(replace(scenario, mistakes=()))
    w = session.value("W1")
    state = {"v": np.zeros_like(w), "s": np.zeros_like(w)}
    for t in range(1, UPDATES + 1):
        session.step_update()
        w = BY_HAND[name](state, session.value("dW1"), t, w)
        np.testing.assert_allclose(session.value("W1"), w, rtol=1e-11, atol=1e-14)
    right.step_update(UPDATES)
    assert not np.allclose(right.value("W1"), w, rtol=1e-10, atol=0.0)
