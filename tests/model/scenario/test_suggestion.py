"""Samples that a person draws begin with one of either class, and come in strokes of one class each."""

from dataclasses import replace

import numpy as np

from nnviz.model.data import build, with_samples_added
from nnviz.model.scenario.suggestion import blank_scenario, is_blank
from nnviz.model.session.session import Session


def test_that_a_blank_scenario_can_be_run_and_is_called_as_asked() -> None:
    scenario = blank_scenario("Mine")
    session = Session(scenario)
    session.step_update(3)
    assert scenario.title["en"] == "Mine"
    assert session.snapshot().data.n_samples == 2


def test_that_a_stroke_adds_training_samples_of_its_class_at_the_end() -> None:
    scenario = blank_scenario()
    assert is_blank(scenario)
    drawn = replace(scenario, data=with_samples_added(build(scenario.data, 0), [(0.1, 0.2), (0.3, 0.4)], 1))
    data = build(drawn.data, 0)
    assert not is_blank(drawn)
    np.testing.assert_array_equal(data.X[:, 2:], [[0.1, 0.3], [0.2, 0.4]])
    assert data.labels is not None
    assert data.labels.tolist() == [0, 1, 1, 1]
    assert data.train.tolist() == [0, 1, 2, 3]
